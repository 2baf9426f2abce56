"""Issues in a number that can be read and kept: of many alike the most frequent, the rest counted.

A column that holds something else than we take it for has as many unknown texts as rows.
"""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.issues import Issue

# Distinct values of one rule in one column that are said one by one.
MOST_VALUES = 500

_Key = tuple[object, ...]
# Rows, how late it was found (less is more), the issue.
_Ranked = tuple[int, int, Issue]


class _Group:
    """Issues of one rule in one column, the most frequent kept as they are."""

    def __init__(self) -> None:
        self.kept: list[_Ranked] = []
        self.rest: Issue | None = None

    def take(self, issue: Issue, number: int) -> None:
        if issue.more:
            self._leave(issue, issue.more)
        elif len(self.kept) < MOST_VALUES:
            heapq.heappush(self.kept, (issue.count, -number, issue))
        else:
            least = heapq.heappushpop(self.kept, (issue.count, -number, issue))
            self._leave(least[-1], 1)

    def _leave(self, issue: Issue, values: int) -> None:
        if self.rest is None:
            self.rest = replace(issue, value=None, suggestion=None, others=(), rows=(), more=values)
            return
        first = min(self.rest, issue, key=lambda one: (one.row is None, one.row))
        self.rest = replace(
            self.rest,
            row=first.row,
            count=self.rest.count + issue.count,
            more=self.rest.more + values,
        )


def bounded(issues: Iterable[Issue]) -> Iterator[Issue]:
    """The issues in their order; of more than MOST_VALUES alike, one says how many further ones.

    Alike are those of one rule, weight and column; the most frequent stay, of equals the first.
    The rows counted stay exact: `more` tells how many values one issue stands for. What was
    bounded before may be bounded again.
    """
    groups: dict[_Key, _Group] = {}
    for number, issue in enumerate(issues):
        key = (issue.code, issue.severity, issue.sheet, issue.field, issue.column)
        groups.setdefault(key, _Group()).take(issue, number)
    kept = (ranked for group in groups.values() for ranked in group.kept)
    for _, _, issue in sorted(kept, key=lambda ranked: -ranked[1]):
        yield issue
    yield from (group.rest for group in groups.values() if group.rest is not None)
