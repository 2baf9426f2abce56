"""The empty workbook, to be filled in by those who have no list yet."""

import streamlit as st

from loaders.template import template
from pages.components.session import Context

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(ctx: Context, dataset: str) -> None:
    """A link to the template of a dataset in the reader's language."""
    st.download_button(
        ctx._("Download the empty template"),
        data=lambda: template(dataset, ctx.lang),
        file_name=f"{dataset}-{ctx.lang.value}.xlsx",
        mime=_XLSX,
        key=f"up_template_{dataset}",
        on_click="ignore",
        type="tertiary",
    )
