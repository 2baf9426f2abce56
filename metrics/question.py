"""What is asked of an indicator, checked against its declaration before any SQL is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from metrics.dimensions import FLAGS, limits, splits
from metrics.registry import Dimension, Indicator
from metrics.suggestion import nearest

Grain = Literal["month", "quarter", "year", "reported", "all"]
Scope = Literal[1, 2, 3]
Only = Mapping[str, str | Iterable[str | None] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One indicator, split and limited.

    Attributes:
        by: the dimensions of a group, each once, in the order asked for.
        only: the values that a dimension may have; None among them stands for no value.
        periods: a report counts if it fits inside one of these; none given: all count.
        segmented: whether the numerators of all scopes are asked for at once.
        apart: only mechanisms count that reported in two periods so many months apart.
    """

    indicator: Indicator
    by: tuple[Dimension, ...]
    only: Mapping[Dimension, tuple[str | None, ...]]
    periods: tuple[Period, ...]
    scope: Scope
    grain: Grain
    segmented: bool = False
    apart: int | None = None

    @property
    def names(self) -> list[str]:
        """The dimensions of a group that a report has itself: neither period nor role."""
        return [name for name in self.by if name not in {"period", "role"}]

    @property
    def flags(self) -> dict[Dimension, tuple[str | None, ...]]:
        """What organisations are limited to by what was said about them."""
        return {name: self.only[name] for name in FLAGS if name in self.only}

    @property
    def roles(self) -> list[str]:
        """The dimensions of a group that only a fact has."""
        return ["role"] if "role" in self.by else []

    @property
    def splits_periods(self) -> bool:
        """Whether groups differ by period; with grain `all` there is one period for everything."""
        return "period" in self.by and self.grain != "all"

    @property
    def keys(self) -> list[str]:
        """The columns that tell groups apart. `part` is always there: the whole is a group too."""
        return [*self.names, "part", *(["g_start", "g_end"] if self.splits_periods else [])]

    @property
    def months(self) -> int | None:
        """How many months the grain has; None: periods as reported, or all."""
        return {"month": 1, "quarter": 3, "year": 12}.get(self.grain)

    @property
    def values(self) -> dict[str, object]:
        """What its SQL binds; nothing more, because the engine refuses unused values."""
        bound: dict[str, object] = {
            f"only_{name}": [text for text in texts if text is not None]
            for name, texts in self.only.items()
        }
        for number, period in enumerate(self.periods):
            bound |= {f"from_{number}": period.start, f"to_{number}": period.end}
        asked = self.indicator
        bound |= {f"flag_{name}": FLAGS[name] for name in self.flags}
        if "$scope" in f"{asked.numerator} {asked.denominator} {asked.unknown}":
            bound["scope"] = self.scope
        return bound

    @property
    def scopes_apart(self) -> tuple[int, ...]:
        """The scopes whose numerators are given besides; 4 adds authorities de facto."""
        return (1, 2, 3, 4) if self.segmented else ()

    @property
    def part(self) -> str:
        """Beside which period a report is looked at; without matching, the whole is one part."""
        return "k.part" if self.apart else "0"

    @property
    def is_coverage(self) -> bool:
        """Whether the indicator is about who reports, not about what is reported."""
        return self.indicator.view == "v_expected"


def ask(
    indicator: Indicator,
    *,
    by: Iterable[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
    grain: Grain = "reported",
) -> Question:
    """A question with the declaration's own limits filled in where nothing else is asked.

    Raises:
        UnknownIndicator: `unknown-dimension`, `wrong-period`, or `wrong-flag`.
    """
    groups = tuple(dict.fromkeys(_dimension(splits(indicator), name) for name in by))
    known = limits(indicator)
    asked = {_dimension(known, name): _several(values) for name, values in (only or {}).items()}
    for flag in FLAGS.keys() & asked.keys():
        _refuse_other_answers(asked[flag])
    periods = asked.pop("period", None)
    own = {
        name: (value,)
        for name, value in indicator.only.items()
        if name not in groups and name not in asked
    }
    return Question(
        indicator=indicator,
        by=groups,
        only={**own, **asked},
        periods=() if periods is None else tuple(map(_period, periods)),
        scope=scope,
        grain=grain,
    )


def _dimension(known: tuple[Dimension, ...], name: str) -> Dimension:
    for dimension in known:
        if dimension == name:
            return dimension
    suggestion = nearest(name, known)
    raise UnknownIndicator("unknown-dimension", value=name, suggestion=suggestion)


def _refuse_other_answers(values: Iterable[str | None]) -> None:
    for value in values:
        if value not in {"yes", "no", None}:
            raise UnknownIndicator("wrong-flag", value=value)


def _several(values: str | Iterable[str | None] | None) -> tuple[str | None, ...]:
    return (values,) if values is None or isinstance(values, str) else tuple(values)


def _period(text: str | None) -> Period:
    try:
        return Period.parse(text or "")
    except ValueError as error:
        raise UnknownIndicator("wrong-period", value=text) from error
