"""What is asked of an indicator, checked against its declaration before any SQL is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from metrics.dimensions import FLAGS, limits, splits
from metrics.registry import OF_FACTS, Dimension, Indicator
from metrics.suggestion import nearest

Grain = Literal["month", "quarter", "year", "reported", "all"]
Scope = Literal[1, 2, 3]
# Roles of an organisation in a row of a presence file.
Side = Literal["present", "lead"]
SIDES: tuple[Side, ...] = get_args(Side)
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
        """The dimensions of a group that a report has itself: no period, nothing that facts say."""
        return [name for name in self.by if name != "period" and name not in OF_FACTS]

    @property
    def flags(self) -> dict[Dimension, tuple[str | None, ...]]:
        """What organisations are limited to by what was said about them."""
        return {name: self.only[name] for name in FLAGS if name in self.only}

    @property
    def of_facts(self) -> list[str]:
        """The dimensions of a group that only a fact has."""
        return [name for name in self.by if name in OF_FACTS]

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
        bound |= {f"flag_{name}": FLAGS[name] for name in self.flags}
        if "$scope" in self.indicator.halves:
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
    def is_of_leads(self) -> bool:
        """Whether it is about who leads what others do, not about who is present."""
        return self.indicator.view == "v_presence" and self.only.get("role") == ("lead",)

    @property
    def has_type(self) -> str:
        """The column of a report that says whether its file tells types of those counted."""
        return "r.lead_has_type" if self.is_of_leads else "r.has_type"

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
        UnknownIndicator: `unknown-dimension`, `wrong-period`, `wrong-flag`, or `one-side` where
            those who are present and those who lead would be counted together.
    """
    groups = tuple(dict.fromkeys(_dimension(splits(indicator), name) for name in by))
    known = limits(indicator)
    asked = {_dimension(known, name): _several(values) for name, values in (only or {}).items()}
    for flag in FLAGS.keys() & asked.keys():
        _refuse_other_answers(asked[flag])
    periods = asked.pop("period", None)
    own = _own(indicator, groups, asked)
    _one_side(indicator, groups, {**own, **asked})
    return Question(
        indicator=indicator,
        by=groups,
        only={**own, **asked},
        periods=() if periods is None else tuple(map(_period, periods)),
        scope=scope,
        grain=grain,
    )


def of_part(question: Question, part: Indicator) -> Question:
    """The same question to one of the two that a derived indicator is over."""
    own = _own(part, question.by, question.only)
    return replace(question, indicator=part, only={**own, **question.only})


def _own(
    indicator: Indicator, groups: Iterable[Dimension], asked: Iterable[Dimension]
) -> dict[Dimension, tuple[str | None, ...]]:
    """The declaration's own limits, where nothing else is asked."""
    said = {*groups, *asked}
    return {name: _several(of) for name, of in indicator.only.items() if name not in said}


def _one_side(
    indicator: Indicator,
    by: Iterable[str],
    only: Mapping[Dimension, tuple[str | None, ...]],
) -> None:
    """Who is present and who leads never make one number."""
    if indicator.view != "v_presence" or ("role" in by and "role" not in only):
        return
    sides = only.get("role", ())
    wrong = next((side for side in sides if side not in SIDES), None)
    if wrong is not None or not sides or (len(sides) > 1 and "role" not in by):
        raise UnknownIndicator("one-side", value=wrong or ", ".join(map(str, sides)))


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
