"""What a file leaves open about days and hubs: asked only where it matters."""

from datetime import UTC, date, datetime

import streamlit as st

from core.i18n import numbers
from core.i18n.numbers import isolate
from loaders.days import DateOrder, days_of
from loaders.issues import Code
from loaders.normalise import ConversionKind
from pages.components import store
from pages.components.session import Context
from pages.components.upload import names, visit
from pages.components.upload.drafts import Draft, Understood

_ORDERS: tuple[DateOrder, ...] = ("day-first", "month-first")
_EARLIEST = date(1990, 1, 1)
# The one operation of which a whole file can be about one hub; others join it once a file says so.
_WITH_HUBS = frozenset(("SYR",))
_HUBS = "SELECT DISTINCT hub FROM report WHERE country = $country AND hub IS NOT NULL ORDER BY hub"


def order(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """Ask which of day and month comes first, where a column of dates leaves it open."""
    open_ = next((i.value for i in seen.issues if i.code is Code.DATE_AMBIGUOUS), None)
    said = draft.choices.dates
    if open_ is None and said is None:
        return
    key = f"up_dates_{draft.key}"
    example = open_ or _settled(seen)
    st.radio(
        ctx._("Dates of this file could be two days. What comes first?"),
        _ORDERS,
        index=None if said is None else _ORDERS.index(said),
        format_func=lambda way: _way(ctx, way),
        captions=[_as_read(ctx, example, way) for way in _ORDERS] if example else None,
        key=key,
        on_change=visit.on_change(key, lambda way: visit.choose(dates=way)),
        disabled=disabled,
    )


def of_meeting(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """Ask for the day of a meeting whose list has no column of dates."""
    if draft.dataset != "meetings" or any(column.field == "date" for column in seen.columns):
        return
    key = f"up_day_{draft.key}"
    st.date_input(
        ctx._("The day of the meeting, if no column says it"),
        value=draft.choices.day,
        min_value=_EARLIEST,
        max_value=datetime.now(UTC).date(),
        format="YYYY-MM-DD",
        key=key,
        on_change=visit.on_change(key, lambda day: visit.choose(day=day)),
        disabled=disabled,
    )


def hub(ctx: Context, draft: Draft, seen: Understood, *, disabled: bool) -> None:
    """Ask for the hub of a file that is about one, in an operation that has hubs."""
    if seen.staged is None or any(column.field == "hub" for column in seen.columns):
        return
    countries = names.countries_in(seen.staged)
    if draft.choices.hub is None and _WITH_HUBS.isdisjoint(countries):
        return
    key = f"up_hub_{draft.key}"
    st.text_input(
        ctx._("The hub, if the whole file is about one"),
        value=draft.choices.hub or "",
        max_chars=80,
        key=key,
        on_change=visit.on_change(key, lambda text: visit.choose(hub=text.strip() or None)),
        disabled=disabled,
    )
    known = _known_hubs(countries) if ctx.inside else []
    if known:
        template = ctx._("Reported before: {names}. Write it the same way.")
        st.caption(template.format(names=names.listed(ctx, map(names.plain, known))))


def _known_hubs(countries: list[str]) -> list[str]:
    with store.real().cursor() as cur:
        return [row[0] for country in countries for row in cur.rows(_HUBS, {"country": country})]


def _settled(seen: Understood) -> str | None:
    """A text of the file that could still be two days, had the person not spoken."""
    made = seen.staged.conversions if seen.staged else ()
    texts = [one.before for one in made if one.kind is ConversionKind.DATE]
    return next((text for text in texts if len(set(_both(text))) == 2), None)


def _both(text: str) -> list[date | None]:
    months = store.known().vocabulary.months
    return [days_of([text], months, way).days[0] for way in _ORDERS]


def _way(ctx: Context, way: DateOrder) -> str:
    return ctx._("the day") if way == "day-first" else ctx._("the month")


def _as_read(ctx: Context, text: str, way: DateOrder) -> str:
    day = _both(text)[_ORDERS.index(way)]
    shown = numbers.date(day, ctx.lang) if day else "–"
    return ctx._("{before} → {after}").format(
        before=isolate(names.plain(text), ctx.lang), after=isolate(shown, ctx.lang)
    )
