"""Every organisation of the files in force: found by a part of its name, opened by itself."""

import streamlit as st

from core.i18n import N_
from core.i18n.folding import fold
from core.i18n.numbers import count
from loaders.country_registry import CountryRegistry
from loaders.organisation_list import Listed, named_in
from pages.components import names, table
from pages.components.organisations import decision, flag
from pages.components.session import Context
from pages.components.upload.names import plain

_AT_ONCE = 40
_HEADINGS = (N_("Organisation"), N_("Acronym"), N_("Type, as the files write it"), N_("Lists"),
             N_("Rows"))  # fmt: skip


def show(ctx: Context, registry: CountryRegistry) -> None:
    """One that was picked, and the list to pick from."""
    sought = st.text_input(
        ctx._("Part of a name or an acronym, in any script"), key="org_sought", max_chars=80
    )
    found = [one for one in registry.listed if _meets(one, fold(sought))]
    if not found:
        st.markdown(ctx._("No organisation of the files in force has this in its name."))
        return
    picked = found[0] if len(found) == 1 else _picked(ctx, found)
    if picked is not None:
        _opened(ctx, registry, picked)
    _listed(ctx, found)


def _picked(ctx: Context, found: list[Listed]) -> Listed | None:
    keys = {one.key: one for one in found}
    picked = st.selectbox(
        ctx._("Open one organisation"),
        list(keys),
        index=None,
        format_func=lambda key: keys[key].name,
        placeholder=ctx._("Choose a name"),
        key="org_picked",
    )
    return None if picked is None else keys[picked]


def _meets(one: Listed, sought: str) -> bool:
    return not sought or any(sought in fold(t) for t in (one.name, *one.names, *one.acronyms))


def _listed(ctx: Context, found: list[Listed]) -> None:
    caption = ctx._("Organisations of the files in force")
    rows = [
        (one.name, " · ".join(one.acronyms), " · ".join(one.types), _lists(ctx, one),
         count(one.rows, ctx.lang))
        for one in found[:_AT_ONCE]
    ]  # fmt: skip
    table.show([ctx._(heading) for heading in _HEADINGS], rows, caption=caption, numbers={4})
    if len(found) > _AT_ONCE:
        more = len(found) - _AT_ONCE
        sentence = ctx.ngettext(
            "{count} more: type a part of the name.", "{count} more: type a part of the name.", more
        )
        st.caption(sentence.format(count=count(more, ctx.lang)))


def _lists(ctx: Context, one: Listed) -> str:
    return names.listed(ctx, "dataset", one.datasets)


def _opened(ctx: Context, registry: CountryRegistry, one: Listed) -> None:
    with st.container(key="card_organisation"):
        st.subheader(plain(one.name))
        table.facts(
            [
                (ctx._("Other names in the files"), " · ".join(n for n in one.names
                                                               if n != one.name)),
                (ctx._("Acronyms"), " · ".join(one.acronyms)),
                (ctx._("Types, as the files write them"), " · ".join(one.types)),
                (ctx._("Counted as"), one.counted_as or ""),
            ]
        )  # fmt: skip
        _files(ctx, registry, one)
        flag.show(ctx, registry, one)
        _another(ctx, registry, one)


def _files(ctx: Context, registry: CountryRegistry, one: Listed) -> None:
    with ctx.db.cursor(as_of=ctx.as_of) as cur:
        files = named_in(cur, registry.country, one.key)
    caption = ctx._("Files that name it")
    rows = [
        (file.file_name, file.sheet, count(file.batch, ctx.lang), count(file.rows, ctx.lang))
        for file in files
    ]
    headings = [ctx._("File"), ctx._("Sheet"), ctx._("Batch"), ctx._("Rows")]
    with st.expander(f"{caption} · {count(len(rows), ctx.lang)}"):
        table.show(headings, rows, caption=caption, numbers={2, 3})


def _another(ctx: Context, registry: CountryRegistry, one: Listed) -> None:
    """Say of any other that the two are one, also where nothing was proposed."""
    if not decision.possible(ctx):
        return
    others = {other.key: other.name for other in registry.listed if other.key != one.key}
    other = st.selectbox(
        ctx._("The same as another organisation?"),
        list(others),
        index=None,
        format_func=lambda key: others[key],
        placeholder=ctx._("Choose a name"),
        key=f"org_other_{one.key}",
    )
    if other is not None:
        decision.about_pair(ctx, registry, one.key, other)
