"""Sheets that belong together, and cells that name several organisations: a person says which."""

import streamlit as st

from core.i18n.numbers import count, isolate
from loaders import Staged
from loaders.join import Joined, JoinOffer
from loaders.split_offers import SplitOffer
from loaders.split_words import SIGN_WORDS
from pages.components.session import Context
from pages.components.upload import names, tables, visit
from pages.components.upload.drafts import Draft, Understood

_CELL = 120
_LISTED = 200


def show(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """Offer what the file would allow, and show what was accepted with the way to take it back."""
    staged = seen.staged
    if staged is None:
        return
    if staged.joined is not None or staged.join_offers:
        st.subheader(ctx._("Types on another sheet"))
        if staged.joined is not None:
            _joined(ctx, staged.joined, disabled=disabled)
        for number, offer in enumerate(staged.join_offers):
            _join_offer(ctx, number, offer, disabled=disabled)
    if staged.split_offers:
        st.subheader(ctx._("Several organisations in one cell"))
        for split in staged.split_offers:
            _split_offer(ctx, draft, split, disabled=disabled)
        _whole(ctx, draft, staged, disabled=disabled)


def settled(ctx: Context, joined: Joined) -> str:
    """What a join came to."""
    return ctx._(
        "Sheet “{sheet}”, columns “{key}” and “{type}”. Rows of unknown type without it: "
        "{unknown}; settled by it: {settled}."
    ).format(
        sheet=isolate(joined.join.sheet, ctx.lang),
        key=isolate(joined.join.key, ctx.lang),
        type=isolate(joined.join.type, ctx.lang),
        settled=count(joined.rows_settled, ctx.lang),
        unknown=count(joined.rows_unknown, ctx.lang),
    )


def sign(ctx: Context, name: str) -> str:
    """A sign in words, where it does not show itself."""
    return ctx._(SIGN_WORDS[name]) if name in SIGN_WORDS else isolate(name, ctx.lang)


def _joined(ctx: Context, joined: Joined, *, disabled: bool) -> None:
    st.success(names.plain(settled(ctx, joined)))
    caption = ctx._("Types taken from the sheet “{sheet}”").format(
        sheet=isolate(joined.join.sheet, ctx.lang)
    )
    headings = (ctx._("Organisation"), ctx._("Type"), ctx._("Cell"), ctx._("Rows"))
    rows = [
        (
            tables.text(one.organisation),
            tables.text(one.type),
            tables.text(one.cell),
            tables.number(count(one.rows, ctx.lang)),
        )
        for one in joined.types[:_LISTED]
    ]
    with st.expander(names.plain(caption)):
        tables.show(caption, headings, rows)
    st.button(
        ctx._("Take it back"),
        key="up_join_back",
        on_click=visit.choose,
        kwargs={"join": None},
        disabled=disabled,
    )


def _join_offer(ctx: Context, number: int, offer: JoinOffer, *, disabled: bool) -> None:
    sheet = offer.join.sheet
    name = sheet if offer.visible else ctx._("{sheet} (hidden)").format(sheet=sheet)
    said = ctx._(
        "The sheet “{sheet}” gives types beside organisations, in “{key}” and “{type}”. Rows of "
        "unknown type: {unknown}; it would settle {settled} of them. Only equal names are matched."
    ).format(
        sheet=isolate(name, ctx.lang),
        key=isolate(offer.join.key, ctx.lang),
        type=isolate(offer.join.type, ctx.lang),
        settled=count(offer.rows_settled, ctx.lang),
        unknown=count(offer.rows_unknown, ctx.lang),
    )
    st.markdown(names.plain(said))
    st.button(
        ctx._("Take the types from this sheet"),
        key=f"up_join_{number}",
        on_click=visit.choose,
        kwargs={"join": offer.join},
        disabled=disabled,
    )


def _split_offer(ctx: Context, draft: Draft, offer: SplitOffer, *, disabled: bool) -> None:
    key = f"up_split_{offer.sign}_{draft.key}"

    def decided() -> None:
        others = tuple(one for one in draft.choices.split if one != offer.sign)
        visit.choose(split=(*others, offer.sign) if st.session_state[key] else others)

    label = ctx._("Split at {sign} (cells: {count})")
    st.checkbox(
        names.plain(label.format(sign=sign(ctx, offer.sign), count=count(offer.cells, ctx.lang))),
        value=offer.chosen,
        key=key,
        on_change=decided,
        disabled=disabled,
    )
    if not offer.examples:
        return
    caption = ctx._("What becomes of the cells")
    headings = (ctx._("In the file"), ctx._("Organisations"))
    rows = [
        (tables.text(cell[:_CELL]), " · ".join(map(tables.text, parts)))
        for cell, parts in offer.examples
    ]
    with st.expander(caption, expanded=not offer.chosen and len(rows) <= 3):
        tables.show(caption, headings, rows)


def _whole(ctx: Context, draft: Draft, staged: Staged, *, disabled: bool) -> None:
    """Names that stay whole though a chosen sign stands in them."""
    parted = [cell for one in staged.split_offers if one.chosen for cell, _ in one.examples]
    options = list(dict.fromkeys((*draft.choices.whole, *parted)))
    if not options:
        return
    key = f"up_whole_{draft.key}"
    st.multiselect(
        ctx._("These are one organisation each: leave them whole"),
        options,
        default=list(draft.choices.whole),
        placeholder=ctx._("None"),
        key=key,
        on_change=visit.on_change(key, lambda said: visit.choose(whole=tuple(said))),
        disabled=disabled,
    )
