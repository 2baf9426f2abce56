"""Which number the address asks about."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

import metrics
from charts.words import SIDES
from core.i18n import N_
from metrics import DIMENSIONS, Indicator, Scope
from metrics.question import Side
from pages.components import cached, names
from pages.components.session import Context

_SCOPES: Mapping[str, Scope] = {"1": 1, "2": 2, "3": 3}
_SCOPE_NAMES: Mapping[Scope, str] = {
    1: N_("L/NAs: NGOs and civil society"),
    2: N_("L/NAs: NGOs, civil society and the national Red Cross or Red Crescent society"),
    3: N_("L/NAs: NGOs, civil society, national society and authorities"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A number: an indicator and what it is limited to; None among the values: rows without any."""

    indicator: Indicator
    only: Mapping[str, tuple[str | None, ...]]
    scope: Scope

    @property
    def of_sides(self) -> bool:
        """Whether it counts those who are present, or those who lead."""
        return self.indicator.view == "v_presence"

    def side(self, ctx: Context) -> Side | None:
        """Which of them; None: no file of the number names both."""
        if not self.of_sides:
            return None
        if self.only.get("role") == ("lead",):
            return "lead"
        rest = {name: values for name, values in self.only.items() if name != "role"}
        return "present" if cached.tells_leads(ctx, rest) else None


def from_address() -> Asked | None:
    """What the address asks; None where it names no indicator.

    Raises:
        UnknownIndicator: there is none of this name.
    """
    name = st.query_params.get("indicator")
    if not name:
        return None
    only: dict[str, tuple[str | None, ...]] = {
        dimension: tuple(value or None for value in values)
        for dimension in DIMENSIONS
        if (values := st.query_params.get_all(dimension))
    }
    scope = _SCOPES.get(st.query_params.get("scope", "2"), 2)
    return Asked(indicator=metrics.find(name), only=only, scope=scope)


def in_words(ctx: Context, asked: Asked) -> str:
    """What the number is limited to, and what counts as an L/NA."""
    limits = [
        names.listed(ctx, name, values)
        for name, values in asked.only.items()
        if name != "role" or not asked.of_sides
    ]
    side = asked.side(ctx)
    if side:
        limits.append(ctx._(SIDES[side]))
    halves = f"{asked.indicator.numerator} {asked.indicator.unknown}"
    if "$scope" in halves:
        limits.append(ctx._(_SCOPE_NAMES[asked.scope]))
    return " · ".join(limits)
