"""Every conversion, counted, with examples, to be refused; broken letters, to be repaired."""

import re
from collections.abc import Sequence

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import count, isolate
from loaders.issues import Code, column_letter
from loaders.normalise import Conversion, ConversionKind
from loaders.refusals import by_kind, refusal_of, refused_names
from pages.components.session import Context
from pages.components.upload import names, tables, visit
from pages.components.upload.drafts import Draft, Understood

_EXAMPLES = 8
_IN_LABEL = 40
_STRAY = re.compile(r"^\s+|\s+$|\s{2,}|[^\S ]")
_KINDS = {
    ConversionKind.BLANKS: N_("blanks and invisible marks removed"),
    ConversionKind.DIGITS: N_("digits written in one way"),
    ConversionKind.NUMBER: N_("read as a number"),
    ConversionKind.PERIOD: N_("read as a period"),
    ConversionKind.DATE: N_("read as a day"),
    ConversionKind.MATCHED: N_("known under this name"),
    ConversionKind.ENCODING: N_("broken letters repaired"),
    ConversionKind.SPLIT: N_("split into its organisations"),
}


def show(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """Draw one line for each kind of conversion and field, open to look inside and refuse."""
    made = by_kind(seen.staged.conversions) if seen.staged else {}
    refused = refused_names(draft.choices.refused)
    _letters(ctx, draft, seen, disabled=disabled)
    if not made and not refused:
        return
    st.subheader(ctx._("Texts that were read in another form"))
    st.caption(ctx._("Switch off what is wrong: the texts then count as they are written."))
    with st.container(key="up_conversions", gap="xsmall"):
        for (kind, field), listed in made.items():
            _group(ctx, draft, kind, field, listed, disabled=disabled)
        for kind, of in refused:
            _refused(ctx, draft, kind, of, disabled=disabled)


def _group(
    ctx: Context,
    draft: Draft,
    kind: ConversionKind,
    field: str,
    listed: Sequence[Conversion],
    *,
    disabled: bool,
) -> None:
    with st.expander(_label(ctx, kind, field, listed)):
        headings = (
            ctx._("Cell"), ctx._("In the file"), ctx._("As read"), ctx._("Cells"),
        )  # fmt: skip
        rows = [_example(ctx, one) for one in listed[:_EXAMPLES]]
        tables.show(ctx._("Texts that were read in another form"), headings, rows)
        if len(listed) > _EXAMPLES:
            more = count(len(listed) - _EXAMPLES, ctx.lang)
            st.caption(ctx._("and {count} more").format(count=more))
        if kind is not ConversionKind.ENCODING:
            _toggle(ctx, draft, refusal_of(kind, field), made=True, disabled=disabled)


def _label(ctx: Context, kind: ConversionKind, field: str, listed: Sequence[Conversion]) -> str:
    cells = sum(one.count for one in listed)
    # One whose reading looks different says more than a name that is our own.
    first = next((one for one in listed if names.as_read(ctx, one) != one.before), listed[0])
    texts = (_short(_as_written(first)), _short(names.as_read(ctx, first)))
    before, after = (isolate(names.plain(text), ctx.lang) for text in texts)
    said = ctx.ngettext(
        "**{field}**: {what} · {before} → {after} · {count} cell",
        "**{field}**: {what} · {before} → {after} · {count} cells",
        cells,
    )
    return said.format(
        field=names.field(ctx, field),
        what=ctx._(_KINDS[kind]),
        before=before,
        after=after,
        count=count(cells, ctx.lang),
    )


def _as_written(one: Conversion) -> str:
    """The text of the cell, with the blanks to be seen that are what it is about."""
    if one.kind is not ConversionKind.BLANKS:
        return one.before
    return _STRAY.sub(lambda found: "␣" * len(found[0]), one.before)


def _short(text: str) -> str:
    return text if len(text) <= _IN_LABEL else f"{text[:_IN_LABEL]}…"


def _example(ctx: Context, one: Conversion) -> tuple[str, ...]:
    placed = one.row is not None and one.column is not None
    cell = f"{column_letter(one.column or 0)}{one.row}" if placed else "–"
    return (
        tables.text(cell),
        tables.text(_as_written(one)),
        tables.text(names.as_read(ctx, one)),
        tables.number(count(one.count, ctx.lang)),
    )


def _refused(
    ctx: Context, draft: Draft, kind: ConversionKind, field: str | None, *, disabled: bool
) -> None:
    name = kind.value if field is None else refusal_of(kind, field)
    whole = field is None and kind is not ConversionKind.PERIOD
    of = ctx._("Every column") if whole else names.field(ctx, field or "period")
    with st.container(border=True):
        template = ctx._("**{field}**: {what} – refused, the texts count as they are written")
        st.markdown(template.format(field=of, what=ctx._(_KINDS[kind])))
        _toggle(ctx, draft, name, made=False, disabled=disabled)


def _toggle(ctx: Context, draft: Draft, name: str, *, made: bool, disabled: bool) -> None:
    key = f"up_make_{name.replace(':', '_')}_{draft.key}"
    st.toggle(
        ctx._("Make this conversion"),
        value=made,
        key=key,
        on_change=visit.on_change(key, lambda wanted: _set(name, wanted=wanted)),
        disabled=disabled,
    )


def _set(name: str, *, wanted: bool) -> None:
    draft = visit.now()
    if draft is not None:
        others = tuple(one for one in draft.choices.refused if one != name)
        visit.choose(refused=others if wanted else (*others, name))


def _letters(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """The offer to repair broken letters, where there are some or a person has taken it up."""
    broken = next((i for i in seen.issues if i.code is Code.TEXT_DOUBLE_ENCODED), None)
    if broken is None and not draft.choices.repaired:
        return
    with st.container(border=True, key="up_letters"):
        if broken is not None:
            said = ctx._("Letters are broken, as in {before}. It was probably {after}.")
            shown = (
                isolate(names.plain((t or "").strip()), ctx.lang)
                for t in (broken.value, broken.suggestion)
            )
            before, after = shown
            st.markdown(said.format(before=before, after=after))
        key = f"up_repair_{draft.key}"
        st.toggle(
            ctx._("Repair broken letters in the whole file"),
            value=draft.choices.repaired,
            key=key,
            on_change=visit.on_change(key, lambda wanted: visit.choose(repaired=wanted)),
            disabled=disabled,
        )
