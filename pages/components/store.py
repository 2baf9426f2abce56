"""The one open store of this server, and the demonstration store while the real one is empty."""

import streamlit as st

import metrics
from core.settings import Settings
from core.storage.database import Database
from loaders import Knowledge, demonstration, knowledge


@st.cache_resource(show_spinner=False)
def real() -> Database:
    """What offices have uploaded."""
    return _opened(Settings(), demonstration_data=False)


@st.cache_resource(show_spinner=False)
def fictional() -> Database:
    """Demonstration data, built at first need."""
    return _opened(Settings(), demonstration_data=True)


@st.cache_resource(show_spinner=False)
def known() -> Knowledge:
    """The words of three languages by which files are recognised."""
    return knowledge(real())


def _opened(settings: Settings, *, demonstration_data: bool) -> Database:
    path = demonstration.ensure(settings) if demonstration_data else settings.store
    database = Database.open(path, settings=settings)
    metrics.install_views(database)
    return database
