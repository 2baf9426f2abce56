"""The workbook to be filled in: empty, or with what the same mechanisms reported last."""

from functools import partial

import streamlit as st

from core.access import Permission
from core.i18n.numbers import count
from loaders.returns.prefilled import PREFILLED, prefilled_rows
from loaders.template import template
from pages.components import store
from pages.components.session import Context
from pages.components.upload import names

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(ctx: Context, dataset: str) -> None:
    """A link to the template of a dataset in the reader's language, empty or prefilled."""
    st.download_button(
        ctx._("Download the empty template"),
        data=lambda: template(dataset, ctx.lang),
        file_name=f"{dataset}-{ctx.lang.value}.xlsx",
        mime=_XLSX,
        key=f"up_template_{dataset}",
        on_click="ignore",
        type="tertiary",
    )
    # It names organisations that the store holds: only for those who may publish.
    if dataset in PREFILLED and ctx.may(Permission.PUBLISH):
        with st.expander(ctx._("A template with what was reported last, to be corrected")):
            _prefilled(ctx, dataset)


def _prefilled(ctx: Context, dataset: str) -> None:
    left, right = st.columns(2)
    with left:
        country = st.selectbox(
            ctx._("Country"), names.countries(ctx), index=None,
            format_func=partial(names.country, ctx), placeholder=ctx._("Choose the country"),
            key="up_prefilled_country",
        )  # fmt: skip
    with right:
        cluster = st.selectbox(
            ctx._("Cluster"), names.clusters(ctx), index=None,
            format_func=partial(names.cluster, ctx), placeholder=ctx._("All clusters"),
            key="up_prefilled_cluster",
        )  # fmt: skip
    if country is None:
        return
    with store.real().cursor() as cur:
        rows = prefilled_rows(cur, dataset, country, cluster, ctx.lang)
    if not rows:
        st.caption(ctx._("Nothing was reported on this yet: take the empty template."))
        return
    st.download_button(
        ctx.ngettext(
            "Download it with {count} row; the period is left to you",
            "Download it with {count} rows; the period is left to you",
            len(rows),
        ).format(count=count(len(rows), ctx.lang)),
        data=lambda: template(dataset, ctx.lang, rows),
        file_name=f"{dataset}-{country}-{ctx.lang.value}.xlsx",
        mime=_XLSX,
        key="up_prefilled",
        on_click="ignore",
    )
