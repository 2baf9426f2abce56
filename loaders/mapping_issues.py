"""What is to be said about the columns of a sheet, once each has its field."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from core.i18n.folding import fold
from loaders.datasets import DATASETS
from loaders.issues import Code, Issue, Severity


class MappedColumn(Protocol):
    """As much of a column as is needed here."""

    @property
    def position(self) -> int:
        """A is 1."""

    @property
    def heading(self) -> str:
        """As it stands in the file."""

    @property
    def field(self) -> str | None:
        """What it is taken for."""

    @property
    def reason(self) -> str:
        """Why."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The columns of a sheet; `rivals` is position taken -> positions that were as good."""

    sheet: str
    row: int
    dataset: str
    columns: tuple[MappedColumn, ...]
    rivals: Mapping[int, tuple[int, ...]]


def missing(dataset: str, fields: Collection[str]) -> tuple[str, ...]:
    """The required fields that are not among these."""
    return tuple(
        group[0] for group in DATASETS[dataset].needs if not any(field in fields for field in group)
    )


def issues_of(finding: Finding, given: Collection[str]) -> Iterator[Issue]:
    """Issues in the order of their weight."""
    fields = {column.field for column in finding.columns if column.field}
    for field in missing(finding.dataset, fields | set(given)):
        yield _issue(finding, Code.COLUMN_MISSING, Severity.BLOCKS_FILE, field=field)
    if finding.dataset == "presence" and "organisation_type" not in fields:
        yield _issue(finding, Code.NO_ORGANISATION_TYPE, Severity.WARNS, field="organisation_type")
    yield from _personal(finding)
    yield from _ambiguous(finding)
    yield from _duplicated(finding)
    empty = sum(column.reason == "empty" for column in finding.columns)
    if empty:
        yield _issue(finding, Code.COLUMNS_EMPTY, Severity.WARNS, count=empty)


def _personal(finding: Finding) -> Iterator[Issue]:
    for column in finding.columns:
        if column.reason == "personal-data":
            yield _issue(finding, Code.PERSONAL_DATA_DROPPED, Severity.WARNS, at=column)


def _ambiguous(finding: Finding) -> Iterator[Issue]:
    by_position = {column.position: column for column in finding.columns}
    for position, others in finding.rivals.items():
        named = tuple(by_position[at].heading for at in sorted((position, *others)))
        yield _issue(
            finding, Code.COLUMN_AMBIGUOUS, Severity.WARNS, at=by_position[position], others=named
        )


def _duplicated(finding: Finding) -> Iterator[Issue]:
    """Only where it matters: one of the columns of that heading is used."""
    counts = Counter(fold(column.heading) for column in finding.columns)
    used = {fold(column.heading) for column in finding.columns if column.field}
    seen: set[str] = set()
    for column in finding.columns:
        folded = fold(column.heading)
        if folded in seen and folded in used and counts[folded] > 1:
            counts[folded] = 1
            yield _issue(finding, Code.HEADING_DUPLICATED, Severity.WARNS, at=column)
        seen.add(folded)


def _issue(
    finding: Finding,
    code: Code,
    severity: Severity,
    *,
    at: MappedColumn | None = None,
    field: str | None = None,
    count: int = 1,
    others: tuple[str, ...] = (),
) -> Issue:
    return Issue(
        code=code,
        severity=severity,
        sheet=finding.sheet,
        row=finding.row if at else None,
        column=at.position if at else None,
        field=at.field if at else field,
        value=at.heading if at else None,
        count=count,
        others=others,
    )
