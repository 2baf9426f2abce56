"""What an indicator is, and the ones that metrics/indicators/*.toml declare."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, Self, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    PositiveInt,
    StringConstraints,
    ValidationError,
    model_validator,
)

from core.errors import UnknownIndicator, WrongDeclaration
from core.i18n import Trilingual
from metrics.suggestion import nearest

Dimension = Literal[
    "country",
    "region",
    "context",
    "hub",
    "cluster",
    "cluster_reported",
    "level",
    "mechanism_type",
    "place",
    "role",
    "dataset",
    "period",
    # No declaration names these: they follow from others (metrics/dimensions.py).
    "cluster_before",
    "cluster_before_with_aors",
    "cluster_reduced",
    "cluster_reduced_aors_apart",
    "working_language",
    "affiliated",
    "women_led",
    "refugee_led",
]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
Area = Literal[
    "participation",
    "representation",
    "leadership",
    "capacity",
    "resourcing",
    "visibility",
    "quality",
]
Entity = Literal["organisation", "mechanism"]
View = Literal["v_presence", "v_role", "v_mechanism_report", "v_expected"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

_FOLDER = Path(__file__).parent / "indicators"


class Source(BaseModel):
    """Where the idea comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text
    year: PositiveInt


class Indicator(BaseModel):
    """An indicator, declared once for queries, charts, exports and the methodology page.

    Attributes:
        id: its name in addresses and on the terminal; never changed once published.
        code: its number in the methodology, such as P8.
        area: the area of the IASC guidance that it serves.
        name: what it is called.
        reading: how to read it.
        caution: what it does not say.
        lever: what would move it.
        view: where it looks; one row is what the first comment of the view's file says.
        dataset: whose reports it counts, and whose mechanisms it expects; None means any.
        numerator: SQL over rows of the view or, with `entity`, over one row per group and entity.
        denominator: likewise.
        unknown: likewise: what is in neither because its type is not known. None: nothing can be.
        entity: what is counted once per group, in the newest state that is known.
        pools: how parts make a whole: sums, or unions.
        several_reports: all reports of a group, or only the newest of each mechanism.
        only: what it looks at unless asked otherwise.
        dimensions: what it can be split by and limited to.
        disclosure: what may be shown to whom, see docs/indicators.md.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]+[a-z]?$")]
    area: Area
    name: Trilingual
    reading: Trilingual
    caution: Trilingual
    lever: Trilingual
    unit: Literal["percent", "count", "ratio", "points"]
    direction: Literal["higher_is_better", "lower_is_better", "neutral"]
    view: View
    dataset: Literal["presence", "roles"] | None = None
    numerator: Text
    denominator: Text
    unknown: Text | None = None
    entity: Entity | None = None
    pools: Literal["adds", "distinct", "derived"]
    several_reports: Literal["all", "latest"] = "all"
    only: Mapping[Dimension, str] = MappingProxyType({})
    dimensions: tuple[Dimension, ...]
    disclosure: Literal["structure", "membership", "exposure"]
    source: Source

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        for contradiction, found in {
            "counted once, but not said what": self.pools == "distinct" and self.entity is None,
            "an entity, but not pooled as distinct": self.pools != "distinct" and bool(self.entity),
            "a dimension twice": len(set(self.dimensions)) < len(self.dimensions),
            "limited to what is no dimension": not set(self.only) <= set(self.dimensions),
            "split by dataset, but looks at one": self.dataset is not None
            and "dataset" in self.dimensions,
        }.items():
            if found:
                raise ValueError(contradiction)
        return self


@cache
def indicators() -> Mapping[str, Indicator]:
    """All indicators by their id, in the order of their files.

    Raises:
        WrongDeclaration: a file contradicts itself, misses a language, or repeats an id or code.
    """
    return read_declarations(_FOLDER)


def read_declarations(folder: Path) -> Mapping[str, Indicator]:
    """The indicators of every `.toml` file of a folder; raises like `indicators`."""
    found: dict[str, Indicator] = {}
    for file in sorted(folder.glob("*.toml")):
        for indicator in _declared_in(file):
            if indicator.id in found or indicator.code in {i.code for i in found.values()}:
                raise _wrong(file, f"{indicator.id}: id or code twice")
            found[indicator.id] = indicator
    return MappingProxyType(found)


def find(name: str) -> Indicator:
    """The indicator of an id, or of a code such as P8.

    Raises:
        UnknownIndicator: `unknown-indicator`, with the nearest id as `suggestion`.
    """
    known = indicators()
    by_code = {i.code.lower(): i for i in known.values()}
    indicator = known.get(name) or by_code.get(name.lower())
    if indicator is None:
        suggestion = nearest(name, known)
        raise UnknownIndicator("unknown-indicator", value=name, suggestion=suggestion)
    return indicator


def _declared_in(file: Path) -> list[Indicator]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        if set(content) != {"indicator"}:
            raise _wrong(file, f"tables other than [[indicator]]: {sorted(content)}")
        return [Indicator.model_validate(table) for table in content["indicator"]]
    except tomllib.TOMLDecodeError as error:
        raise _wrong(file, str(error)) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise _wrong(file, f"{where} {first['msg']}".strip()) from error


def _wrong(file: Path, reason: str) -> WrongDeclaration:
    return WrongDeclaration("wrong-declaration", file=file.name, reason=reason)
