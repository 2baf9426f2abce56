"""Measurements made by hand, in the shape of `metrics.measure`."""

from typing import Any

import pandas as pd

from metrics.registry import Indicator, indicators
from metrics.segments import SEGMENTS

PRESENCE = "lna_share_of_presence"
LEADERSHIP = "clusters_with_lna_leadership"
REPORTING = "reporting_rate"
BOTH = "membership_and_leadership"


def declared(name: str) -> Indicator:
    """The indicator of that id."""
    return indicators()[name]


def row(
    numerator: int | None,
    denominator: int | None,
    unknown: int | None = 0,
    *,
    reporting: int = 8,
    expected: int = 8,
    state: str = "value",
    **by: str | None,
) -> dict[str, Any]:
    """One row, its shares worked out as the query does."""
    known = numerator is not None and denominator is not None
    part, whole, rest = numerator or 0, denominator or 0, unknown or 0
    return {
        **by,
        "numerator": numerator,
        "denominator": denominator,
        "unknown": unknown,
        "value": part / whole if known and whole else None,
        "low": part / (whole + rest) if known and whole + rest else None,
        "high": (part + rest) / (whole + rest) if known and whole + rest else None,
        "reporting": reporting,
        "expected": expected,
        "state": state,
    }


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows as `metrics.measure` types them."""
    types = dict.fromkeys(
        ("numerator", "denominator", "unknown", "reporting", "expected"), "Int64"
    ) | dict.fromkeys(("value", "low", "high"), "Float64")
    found = pd.DataFrame(rows)
    types |= {name: "Int64" for name in SEGMENTS if name in found}
    return found.astype({**types, "state": "string"})


def divided(found: dict[str, Any], *known: int | None) -> dict[str, Any]:
    """The row with how many of each kind there are; None: they may not be seen."""
    return {**found, **dict(zip(SEGMENTS, known or [None] * len(SEGMENTS), strict=True))}
