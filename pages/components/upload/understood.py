"""Step 4: what was made of the file, and what a person may correct in it."""

from collections import Counter

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import count
from loaders import Staged
from pages.components.session import Context
from pages.components.upload import (
    conversions,
    corrections,
    days,
    sides,
    steps,
    tables,
    understand,
    visit,
)
from pages.components.upload.drafts import Draft, Understood

_CLASSES = {
    "ngo_cso": N_("NGOs and civil society"),
    "national_society": N_("National Red Cross or Red Crescent society"),
    "authority": N_("National and local authorities"),
    "international": N_("International organisations"),
    "unknown": N_("Type not known: on neither side of a share"),
}
_BY_SCOPE = {1: "ngo_cso", 2: "national_society", 3: "authority", None: "international"}


def show(ctx: Context, draft: Draft) -> None:
    """Show country, period, cluster, rows, organisations and conversions."""
    draft = understand.up_to_date(ctx, draft)
    seen = draft.understood
    if seen is None or seen.staged is None:
        return
    fixed = steps.fixed(ctx, draft)
    corrections.show(ctx, draft, seen, disabled=fixed)
    days.order(ctx, draft, seen, disabled=fixed)
    days.hub(ctx, draft, seen, disabled=fixed)
    _identity(ctx, draft, seen, disabled=fixed)
    left, right = st.columns(2)
    with left:
        _rows(ctx, seen.staged)
    with right:
        _organisations(ctx, seen.staged)
    conversions.show(ctx, draft, seen, disabled=fixed)
    steps.onward(ctx, draft)


def _identity(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """Name or acronym: asked only where the file has both."""
    if not {"organisation", "acronym"} <= {column.field for column in seen.columns}:
        return
    said = {
        "name": ctx._("by their names (an acronym counts where the name is blank)"),
        "acronym": ctx._("by their acronyms, because names are spelt in many ways"),
    }
    key = f"up_identity_{draft.key}"
    st.radio(
        ctx._("How are organisations told apart in this file?"),
        list(said),
        index=list(said).index(draft.choices.identity),
        format_func=lambda name: said[name],
        key=key,
        on_change=visit.on_change(key, lambda name: visit.choose(identity=name)),
        disabled=disabled,
    )


def _rows(ctx: Context, staged: Staged) -> None:
    kept = staged.rows_stored
    counts = (
        (ctx._("Rows read"), staged.rows_read),
        (ctx._("Rows kept"), kept),
        (ctx._("Rows left out"), staged.rows_read - kept),
    )
    st.subheader(ctx._("Rows"))
    tables.show(
        ctx._("Rows"),
        (ctx._("What"), ctx._("How many")),
        [(tables.words(name), tables.number(count(n, ctx.lang))) for name, n in counts],
        kind="counts",
    )
    if not staged.has_type:
        st.warning(
            ctx._(
                "No column gives the type of the organisations. They can be counted, but no share "
                "of local and national actors can be computed from this file."
            )
        )


def _organisations(ctx: Context, staged: Staged) -> None:
    counted = organisations(staged)
    st.subheader(ctx._("Organisations"))
    tables.show(
        ctx._("Organisations"),
        (ctx._("Class"), ctx._("How many")),
        [
            (tables.words(ctx._(name)), tables.number(count(counted[code], ctx.lang)))
            for code, name in _CLASSES.items()
        ],
        kind="counts",
    )
    if staged.lead_has_type is not None and staged.rows["lead_who"].null_count < len(staged.rows):
        st.caption(ctx._("Organisations that are present. Lead organisations are counted apart."))
        st.caption(sides.differing(ctx, staged))


def organisations(staged: Staged) -> Counter[str]:
    """Organisations of the file by class, each counted once a country."""
    named = staged.rows.select(["who", "lna_scope", "type_known"]).filter(
        staged.rows["who"].is_valid()
    )
    each = named.group_by(["who", "lna_scope", "type_known"]).aggregate([]).to_pylist()
    return Counter(_BY_SCOPE[one["lna_scope"]] if one["type_known"] else "unknown" for one in each)
