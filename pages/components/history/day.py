"""The whole dashboard as of an earlier day: later decisions are left out, on every page."""

import calendar
from collections.abc import Sequence
from datetime import UTC, date, datetime

import streamlit as st

from core.i18n.numbers import count
from core.i18n.periods import Period, period_name
from loaders.batches import Batch
from pages.components.session import AS_OF, Context


def show(ctx: Context, published: Sequence[Batch]) -> None:
    """Month and day to choose from, from the first batch until today, both in UTC."""
    today = datetime.now(UTC).date()
    first = min((batch.moment.date() for batch in published), default=today)
    st.header(ctx._("As of an earlier day"))
    with st.container(key="card_earlier_day"):
        st.markdown(
            ctx._(
                "See every page as it was at the end of a day, in UTC: what was published or "
                "withdrawn later is left out."
            )
        )
        shown = ctx.day or today
        with st.container(horizontal=True, vertical_alignment="bottom"):
            month = _month(ctx, first, max(today, shown), shown)
            day = _day(ctx, month, shown)
            if st.button(ctx._("Show that day"), key="show_day"):
                st.query_params[AS_OF] = day.isoformat()
                st.rerun()


def _month(ctx: Context, first: date, last: date, shown: date) -> Period:
    months = list(range(_number(min(first, shown)), _number(last) + 1))[::-1]
    chosen = st.selectbox(
        ctx._("Month"),
        months,
        index=months.index(_number(shown)),
        format_func=lambda month: period_name(Period(month, month), ctx.lang),
        key="earlier_month",
        width=220,
    )
    return Period(chosen, chosen)


def _day(ctx: Context, month: Period, shown: date) -> date:
    year, before = divmod(month.start, 12)
    days = list(range(1, calendar.monthrange(year, before + 1)[1] + 1))
    chosen = st.selectbox(
        ctx._("Day"),
        days,
        index=min(shown.day, len(days)) - 1,
        format_func=lambda day: count(day, ctx.lang),
        key="earlier_day",
        width=120,
    )
    return date(year, before + 1, chosen)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
