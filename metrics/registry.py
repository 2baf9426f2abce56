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
    Field,
    PositiveInt,
    StringConstraints,
    ValidationError,
    model_validator,
)

from core.errors import UnknownIndicator, WrongDeclaration
from core.i18n import Trilingual
from metrics.reads import Compound, Dataset, Entity, View, datasets_of
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
    "seat",
    "currency",
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
# Dimensions of what a report says; all others belong to the report itself.
OF_FACTS: tuple[Dimension, ...] = ("role", "seat", "currency")
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

_FOLDER = Path(__file__).parent / "indicators"


class Source(BaseModel):
    """Where the idea comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Trilingual
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
        over: a derived indicator: the ids of the two that it stands on. It has no view of its own.
        combine: derived: the first over the second (`ratio`), or both side by side (`pair`), of
            which there is never one figure.
        needs: derived: the denominator from which on a part says enough, by its id.
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
    view: View | None = None
    dataset: Dataset | Compound | None = None
    over: tuple[str, ...] = ()
    combine: Literal["ratio", "pair"] | None = None
    needs: Mapping[str, PositiveInt] = Field(default_factory=dict)
    numerator: Text | None = None
    denominator: Text | None = None
    unknown: Text | None = None
    entity: Entity | None = None
    pools: Literal["adds", "distinct", "derived"]
    several_reports: Literal["all", "latest"] = "all"
    only: Mapping[Dimension, str | tuple[str, ...]] = Field(default_factory=dict)
    dimensions: tuple[Dimension, ...]
    disclosure: Literal["structure", "membership", "exposure"]
    source: Source

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        for contradiction, found in {
            "counted once, but not said what": self.pools == "distinct" and self.entity is None,
            "an entity, but not pooled as distinct": self.pools != "distinct" and bool(self.entity),
            "derived, but not over two others": (self.pools == "derived")
            != (len(self.over) == 2 and self.combine is not None),
            "needs what it does not stand on": not set(self.needs) <= set(self.over),
            "nothing to look at": (None in (self.view, self.numerator, self.denominator))
            != bool(self.over),
            "a dimension twice": len(set(self.dimensions)) < len(self.dimensions),
            "limited to what is no dimension": not set(self.only) <= set(self.dimensions),
            "split by dataset, but looks at one": self.dataset is not None
            and "dataset" in self.dimensions,
        }.items():
            if found:
                raise ValueError(contradiction)
        return self

    @property
    def halves(self) -> str:
        """The SQL of numerator, denominator and unknown, to see what it binds."""
        return f"{self.numerator} {self.denominator} {self.unknown}"

    @property
    def parts(self) -> "tuple[Indicator, ...]":
        """What a derived indicator stands on."""
        return tuple(indicators()[name] for name in self.over)

    def moved_by(self, dataset: str) -> bool:
        """Whether a report of a dataset can change its numbers."""
        if self.over:
            return any(part.moved_by(dataset) for part in self.parts)
        if self.dataset is None:
            return True
        return dataset in datasets_of(self.dataset, self.view)

    @property
    def clusters_add(self) -> bool:
        """Whether all clusters together are the sum of them: a seat or a mechanism is in one."""
        return self.pools == "adds" or self.entity in {"seat", "mechanism"}

    @property
    def is_compound(self) -> bool:
        """Whether reports of two datasets answer it."""
        return self.dataset in get_args(Compound)


@cache
def indicators() -> Mapping[str, Indicator]:
    """All indicators by their id, in the order of areas and of their files.

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
    for indicator in found.values():
        for name in indicator.over:
            if name not in found or not set(indicator.dimensions) <= set(found[name].dimensions):
                raise _wrong(folder, f"{indicator.id}: {name} is not declared, or not so split")
    areas: tuple[str, ...] = get_args(Area)
    ordered = sorted(found.items(), key=lambda named: areas.index(named[1].area))
    return MappingProxyType(dict(ordered))


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
