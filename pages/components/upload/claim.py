"""Step 6: what the file is said to be, and so what it replaces."""

import streamlit as st

from core.i18n import N_
from core.i18n.periods import period_name
from loaders import Staged
from loaders.choices import Extent
from pages.components.session import Context
from pages.components.upload import names, same_again, steps, understand, visit
from pages.components.upload.drafts import Draft

_OPTIONS: tuple[Extent, ...] = ("as-found", "whole")
_TOGETHER = N_(
    "Lists of one kind speak together: none of them empties what another one of this file names."
)


def show(ctx: Context, draft: Draft) -> None:
    """Let the person say whether the file is all there is, or only what stands in it."""
    draft = understand.up_to_date(ctx, draft)
    staged = draft.understood.staged if draft.understood else None
    if staged is None:
        return
    key = f"up_claim_{draft.key}"
    wordings = {extent: sentence(ctx, staged, extent) for extent in _OPTIONS}
    st.radio(
        ctx._("What is this file?"),
        _OPTIONS,
        index=None if draft.claim is None else _OPTIONS.index(draft.claim),
        format_func=lambda extent: names.plain(wordings[extent]),
        captions=[_consequence(ctx, extent) for extent in _OPTIONS],
        key=key,
        on_change=visit.on_change(key, lambda extent: visit.change(claim=extent)),
    )
    if any(part.dataset == draft.dataset for part in draft.beside):
        st.caption(ctx._(_TOGETHER))
    same_again.show(ctx, draft)
    steps.onward(ctx, draft, ready=draft.claim is not None, why_not=ctx._("Choose one of the two."))


def sentence(ctx: Context, staged: Staged, extent: Extent) -> str:
    """The claim in words, made from countries, periods and clusters of the file."""
    countries = names.listed(ctx, (names.country(ctx, c) for c in names.countries_in(staged)))
    periods = names.listed(
        ctx, (period_name(p, ctx.lang) for p in names.periods_in(staged)), limit=6
    )
    if extent == "whole":
        template = ctx._("This file is all of {countries}, {periods}, all clusters.")
        return template.format(countries=countries, periods=periods)
    clusters = names.listed(ctx, (names.cluster(ctx, c) for c in names.clusters_in(staged)))
    template = ctx._("This file is only what stands in it: {countries}, {periods}; {clusters}.")
    return template.format(countries=countries, periods=periods, clusters=clusters)


def _consequence(ctx: Context, extent: Extent) -> str:
    if extent == "whole":
        return ctx._(
            "Everything published before for these countries and months is replaced, also "
            "clusters and places that this file does not name."
        )
    return ctx._(
        "Only the clusters, places and months that stand in the file are replaced. What others "
        "published beside them stays."
    )
