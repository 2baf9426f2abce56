"""A measured number in words: share with both halves, interval, who reported."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

import pandas as pd

from core.i18n import N_
from core.i18n.numbers import count, percent
from pages.components.session import Reader

_STATES = {
    "no-type": N_("cannot be computed: the files give no organisation types"),
    "nothing-known": N_("not known: nobody recorded a type"),
    "several-currencies": N_("no sum: amounts in several currencies"),
    "too-few": N_("too few to compare"),
    "not-reported": N_("not reported"),
    "closed": N_("closed"),
    "zero": N_("reported, and nothing is there"),
}
_HIDDEN = N_("hidden: too few organisations")
_SHARE = N_("{percent} ({numerator} of {denominator})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of `metrics.measure`; None: not known, or hidden."""

    numerator: int | None
    denominator: int | None
    unknown: int | None
    value: float | None
    low: float | None
    high: float | None
    reporting: int | None
    expected: int | None
    state: str


def figures(measured: pd.DataFrame) -> Iterator[Figure]:
    """The rows of `metrics.measure`, in their order; cells that are missing become None."""
    columns = [field.name for field in fields(Figure)]
    for row in measured[columns].astype(object).itertuples(index=False):
        cells: list[Any] = [None if pd.isna(cell) else cell for cell in row]
        yield Figure(**dict(zip(columns, cells, strict=True)))


def in_words(ctx: Reader, figure: Figure | None) -> str:
    """`42% (8 of 19)`, or why there is no number; None: nobody reported."""
    if figure is None:
        return ctx._("not reported")
    if figure.numerator is None or figure.denominator is None:
        return ctx._(_STATES.get(figure.state, _HIDDEN))
    if figure.state in _STATES:
        return ctx._(_STATES[figure.state])
    halves = {
        "numerator": count(figure.numerator, ctx.lang),
        "denominator": count(figure.denominator, ctx.lang),
    }
    if figure.value is None:
        return ctx._("{numerator} of {denominator}").format(**halves)
    return ctx._(_SHARE).format(percent=percent(figure.value, ctx.lang), **halves)


def with_unknown(ctx: Reader, figure: Figure | None) -> str:
    """As `in_words`, and how many are in neither half because their type is not known."""
    words = in_words(ctx, figure)
    if figure is None or not figure.unknown:
        return words
    return ctx.ngettext(
        "{share}, {unknown} of unknown type", "{share}, {unknown} of unknown type", figure.unknown
    ).format(share=words, unknown=count(figure.unknown, ctx.lang))


def interval(ctx: Reader, figure: Figure) -> str | None:
    """Between which shares the number would lie with every type known; None: nothing is open."""
    if not figure.unknown or figure.low is None or figure.high is None:
        return None
    return ctx.ngettext(
        "{unknown} more is of unknown type: the share lies between {low} and {high}.",
        "{unknown} more are of unknown type: the share lies between {low} and {high}.",
        figure.unknown,
    ).format(
        unknown=count(figure.unknown, ctx.lang),
        low=percent(figure.low, ctx.lang),
        high=percent(figure.high, ctx.lang),
    )


def coverage(ctx: Reader, figure: Figure) -> str | None:
    """Who reported; None where nothing was expected and nothing came."""
    if not figure.expected or figure.reporting is None:
        return None
    return ctx.ngettext(
        "{reporting} of {expected} expected report has arrived.",
        "{reporting} of {expected} expected reports have arrived.",
        figure.expected,
    ).format(reporting=count(figure.reporting, ctx.lang), expected=count(figure.expected, ctx.lang))
