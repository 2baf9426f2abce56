"""Issues as they may be shown and kept: with their sheet, short, and without people."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.issues import Code, Issue
from loaders.personal import holds_address
from loaders.table import Table

_LONGEST = 120
# Written over the text of a cell whose column was not chosen: it may hold the name of a person.
_TEXTS = frozenset({Code.TEXT_DOUBLE_ENCODED})


def presentable(issues: Iterable[Issue], table: Table) -> Iterator[Issue]:
    """The issues about a table, in their order.

    Args:
        issues: of reading, of the columns and of the rows.
        table: the sheet they are about, unless they name another.
    """
    used = {column.position for column in table.mapping.columns if column.field}
    for issue in issues:
        placed = issue
        if issue.sheet is None and (issue.row is not None or issue.column is not None):
            placed = replace(issue, sheet=table.sheet.name)
        elsewhere = placed.sheet != table.sheet.name or placed.column not in used
        yield _short(without_text(placed) if elsewhere else placed)


def without_text(issue: Issue) -> Issue:
    """The issue without what stands in the cell, where it quotes a cell nobody has looked at."""
    return replace(issue, value=None, suggestion=None) if issue.code in _TEXTS else issue


def _short(issue: Issue) -> Issue:
    return replace(
        issue,
        value=_kept(issue.value),
        suggestion=_kept(issue.suggestion),
        others=tuple(kept for text in issue.others if (kept := _kept(text))),
    )


def _kept(text: str | None) -> str | None:
    if text is None or holds_address(text):
        return None
    return short_text(text)


def short_text(text: str) -> str:
    """The text as issues quote it, cut where it is long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
