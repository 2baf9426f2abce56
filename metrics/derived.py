"""Indicators made of two others: both are measured for the same groups and stand side by side."""

from collections.abc import Sequence

import pandas as pd

from core.i18n.periods import Period
from metrics.registry import Indicator

_OF_A_PART = (
    "numerator", "denominator", "unknown", "value", "low", "high", "reporting", "expected", "state",
)  # fmt: skip


def derived(indicator: Indicator, by: Sequence[str], parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Two answers as one.

    Args:
        indicator: the derived one.
        by: the dimensions that both answers have.
        parts: what was measured of the two that it is over, in that order.

    Returns:
        The dimensions, the columns of `measure`, and those of each part behind its code as in
        `r2_value`. Numerator, denominator and unknown are NA: those of the parts are not added. A
        ratio is the first value over the second, with `low` the lowest over the highest. A pair has
        no value at all. Coverage is that of the part of which fewer reported. The state is `value`,
        `not-reported` where a part has no such group, that of the first part that has no value,
        `too-few` where a part has not the denominator that is needed, `zero` where the second value
        is 0 and nothing can be divided by it.
    """
    first, second = (
        part.rename(columns={name: _named(one, name) for name in _OF_A_PART})
        for part, one in zip(parts, indicator.parts, strict=True)
    )
    both = _joined(first, second, by)
    one, other = (_columns(both, part) for part in indicator.parts)
    both["state"] = _state(indicator, one, other)
    enough = both["state"].eq("value")
    for name, above, below in (
        ("value", "value", "value"),
        ("low", "low", "high"),
        ("high", "high", "low"),
    ):
        ratio = one[above] / other[below].where(other[below].gt(0))
        both[name] = ratio.where(enough) if indicator.combine == "ratio" else pd.NA
    _hide_what_is_too_few(both, indicator)
    fewer = (one["reporting"] * other["expected"]).le(other["reporting"] * one["expected"])
    for name in ("reporting", "expected"):
        both[name] = one[name].where(fewer.fillna(value=False) | other[name].isna(), other[name])
    both[["numerator", "denominator", "unknown"]] = pd.NA
    return both.astype(_kinds(both, by))[[*by, *_OF_A_PART, *_part_columns(indicator)]]


def _named(part: Indicator, name: str) -> str:
    return f"{part.code.lower()}_{name}"


def _part_columns(indicator: Indicator) -> list[str]:
    return [_named(part, name) for part in indicator.parts for name in _OF_A_PART]


def _columns(both: pd.DataFrame, part: Indicator) -> pd.DataFrame:
    found = both[[_named(part, name) for name in _OF_A_PART]]
    return found.set_axis(list(_OF_A_PART), axis="columns")


def _joined(first: pd.DataFrame, second: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    if not by:
        return first.merge(second, how="cross")
    both = first.merge(second, how="outer", on=list(by))
    return both.sort_values(list(by), key=_in_time, na_position="last", ignore_index=True)


def _in_time(column: pd.Series) -> pd.Series:
    """Periods in the order of time, everything else as it is."""
    if column.name != "period":
        return column
    return column.map(_months, na_action="ignore").astype("Int64")


def _months(text: str) -> int:
    """First and last month as one number; months are counted from year 0."""
    period = Period.parse(text)
    return period.start * 1_000_000 + period.end


def _state(indicator: Indicator, one: pd.DataFrame, other: pd.DataFrame) -> pd.Series:
    """What stands in the way of a value, the first thing first."""
    state = pd.Series("value", index=one.index, dtype="string")
    if indicator.combine == "ratio":
        state = state.mask(other["value"].eq(0).fillna(value=False), "zero")
    for part, found in zip(reversed(indicator.parts), (other, one), strict=True):
        few = found["denominator"].lt(indicator.needs.get(part.id, 0)).fillna(value=False)
        state = state.mask(few, "too-few")
    for found in (other, one):
        state = state.mask(found["state"].ne("value"), found["state"])
    missing = one["state"].isna() | other["state"].isna()
    return state.mask(missing, "not-reported")


def _hide_what_is_too_few(both: pd.DataFrame, indicator: Indicator) -> None:
    """Shares of so few are not put side by side; how many they are is."""
    for part in indicator.parts if indicator.needs else ():
        shares = [_named(part, name) for name in ("value", "low", "high")]
        both.loc[both["state"].eq("too-few"), shares] = pd.NA


def _kinds(both: pd.DataFrame, by: Sequence[str]) -> dict[str, str]:
    kinds = dict.fromkeys(by, "string")
    for name in both.columns.difference(list(by)):
        what = name.rpartition("_")[2]
        share = what in {"value", "low", "high"}
        kinds[name] = "string" if what == "state" else "Float64" if share else "Int64"
    return kinds
