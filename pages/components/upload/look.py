"""The look of the steps, beside that of every page."""

from pathlib import Path

import streamlit as st

_SHEET = Path(__file__).with_name("upload.css").read_text(encoding="utf-8")


def apply() -> None:
    """Put the style sheet on the page."""
    st.html(f"<style>{_SHEET}</style>")
