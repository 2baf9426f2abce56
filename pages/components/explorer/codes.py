"""Values of a dimension that can be chosen, and how a choice of one, several or all is written."""

from collections.abc import Mapping

import metrics
from core.errors import NotAllowed, UnknownIndicator
from core.i18n import N_
from metrics import FLAGS, Indicator
from metrics.dimensions import splits
from pages.components import cached, names
from pages.components.explorer.asked import Values
from pages.components.looked_at import REPORTING
from pages.components.session import Context

ALL = "all"
_AND = "+"  # between codes in the address, where a declaration names several
_FLAG = {"yes": N_("Yes"), "no": N_("No")}
_SIDES = {
    "present": N_("Organisations that implement"),
    "lead": N_("Lead organisations"),
}


def own(indicator: Indicator, dimension: str) -> str:
    """The code that stands for the declaration's own limit."""
    said = {str(name): values for name, values in indicator.only.items()}.get(dimension)
    if said is None:
        return ALL
    return said if isinstance(said, str) else _AND.join(said)


def chosen(ctx: Context, indicator: Indicator, dimension: str, code: str) -> Values | None:
    """What a choice limits the dimension to; None: to nothing beyond the declaration.

    Raises:
        UnknownIndicator: `unknown-choice`, the address asks for what is in no list.
    """
    declared = own(indicator, dimension)
    if code == declared:
        return None
    if code == ALL:
        return (*cached.names_of(ctx, dimension), None)
    values = tuple(code.split(_AND))
    if not set(values) <= {*_known(ctx, indicator, dimension), *declared.split(_AND)}:
        raise UnknownIndicator("unknown-choice", value=code)
    return values


def options(ctx: Context, indicator: Indicator, dimension: str) -> dict[str, str]:
    """Code to name, by name: what somebody reported, all of them, and the declaration's own."""
    known = _known(ctx, indicator, dimension)
    told = set(known) & (_reported(ctx, indicator, dimension) or set(known))
    listed = sorted(told, key=lambda code: known[code])
    declared = own(indicator, dimension)
    return {
        ALL: ctx._("All"),
        **({declared: named(ctx, indicator, dimension, declared)} if declared != ALL else {}),
        **{code: known[code] for code in listed},
    }


def named(ctx: Context, indicator: Indicator, dimension: str, code: str) -> str:
    """A choice in the reader's language; a code without a name stands for itself."""
    if code == ALL:
        return ctx._("All")
    known = _known(ctx, indicator, dimension)
    return " · ".join(known.get(one, one) for one in code.split(_AND))


def value_name(ctx: Context, indicator: Indicator, dimension: str, code: str | None) -> str:
    """One value of a dimension, as a line or column of the answer is called."""
    if dimension == "role" and indicator.view == "v_presence" and code in _SIDES:
        return ctx._(_SIDES[code])
    return names.of(ctx, dimension, code)


def _known(ctx: Context, indicator: Indicator, dimension: str) -> Mapping[str, str]:
    if dimension in FLAGS:
        return {code: ctx._(name) for code, name in _FLAG.items()}
    if dimension == "role" and indicator.view == "v_presence":
        return {code: ctx._(name) for code, name in _SIDES.items()}
    listed = cached.names_of(ctx, dimension)
    return listed or {code: code for code in _reported(ctx, indicator, dimension)}


def _reported(ctx: Context, indicator: Indicator, dimension: str) -> set[str]:
    """The values of which anybody has reported; nothing where only the list can tell."""
    if dimension in FLAGS:
        return set()
    if dimension in {"role", "seat"}:
        return set()
    telling = REPORTING if dimension in splits(metrics.find(REPORTING)) else indicator.id
    levels = (*cached.names_of(ctx, "level"), None)
    wide = {"level": levels} if dimension != "level" and telling == REPORTING else {}
    try:
        found = cached.measure(ctx, telling, by=(dimension,), only=wide, grain="all")
    except NotAllowed:
        return set()
    return set(found[dimension].dropna())
