"""A return as rows ready to be published: of up to four datasets, all of them or none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.storage.database import Database
from loaders.choices import Choices
from loaders.header import find_header
from loaders.issues import Code, Issue, Report, Severity
from loaders.known import Knowledge
from loaders.mapping import propose
from loaders.prepare import judged
from loaders.returns.parts import Part, parts
from loaders.returns.reading import read_lines, return_sheet
from loaders.staged import Staged
from loaders.table import Table
from loaders.upload import Upload


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """A return as it was understood.

    Attributes:
        stageds: the datasets that it says something to; to be published together.
        report: every issue once, with its address in the return.
    """

    stageds: tuple[Staged, ...]
    report: Report


def stage(database: Database, upload: Upload, knowledge: Knowledge) -> Taken:
    """Judge the answers of a return; nothing is written.

    Args:
        database: lends a cursor to the audits.
        upload: the workbook of the return.
        knowledge: what is known beforehand.

    Raises:
        ValueError: the file is no return.
    """
    sheet = return_sheet(upload)
    if sheet is None:
        raise ValueError("the file is no return of a mechanism")
    found = [_staged(database, upload, part, knowledge) for part in parts(sheet, read_lines(sheet))]
    kept, closed = _of_closed(found)
    issues = [*upload.issues, *closed, *(issue for one in found for issue in one.report.issues)]
    if not kept:
        nothing = Code.NO_ROWS_LEFT
        issues.append(Issue(code=nothing, severity=Severity.BLOCKS_FILE, sheet=sheet.name))
    return Taken(tuple(kept), Report(tuple(dict.fromkeys(issues))))


def _staged(database: Database, upload: Upload, part: Part, knowledge: Knowledge) -> Staged:
    table = _table(part, knowledge)
    alone = replace(upload, sheets=(part.sheet,), issues=())
    prepared = judged(database, alone, table, part.dataset, (Choices(), knowledge))
    if prepared.staged is None:
        raise ValueError(f"nothing was judged of {part.dataset}")
    told = [i for i in prepared.report.issues if not _is_of_the_form(i, part.dataset)]
    placed = tuple(map(part.placed, told))
    return replace(prepared.staged, report=Report(placed))


def _is_of_the_form(issue: Issue, dataset: str) -> bool:
    """What is so in every return: columns of our own that are empty, meetings without a list.

    Its roles are chosen from a list that has the coordinator beside the lead: no word is open.
    """
    if issue.code in (Code.COLUMNS_EMPTY, Code.ROLE_AMBIGUOUS):
        return True
    return issue.code is Code.NO_ORGANISATION_TYPE and dataset == "meetings"


def _table(part: Part, knowledge: Knowledge) -> Table:
    """Where the list stands is known: only its cells are questioned."""
    words = knowledge.vocabulary
    header = find_header(part.sheet, words, part.dataset, row=part.heading_row)
    if header is None:
        raise ValueError(f"the list of {part.dataset} has no heading row")
    mapping = propose(part.sheet, header, part.dataset, words, part.columns)
    return Table(part.sheet, header, mapping)


def _of_closed(found: list[Staged]) -> tuple[list[Staged], list[Issue]]:
    """A closed mechanism has no roles, seats or meetings: those answers are left out, and said."""
    own = next((one for one in found if one.dataset == "mechanisms"), None)
    if own is None or not any(own.rows.column("closed").to_pylist()):
        return found, []
    return [own], list(_left_out(found))


def _left_out(found: list[Staged]) -> Iterator[Issue]:
    for one in found:
        if one.dataset != "mechanisms" and one.rows.num_rows:
            yield Issue(
                code=Code.CLOSED_WITH_ROLES,
                severity=Severity.DROPS_ROW,
                sheet=one.sheet,
                row=int(one.rows.column("source_row")[0].as_py()),
                field="status",
                value=one.dataset,
                count=one.rows.num_rows,
            )
