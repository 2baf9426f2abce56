"""Issues grouped by rule and column: how many, where, an example, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from core.i18n import N_
from core.i18n.numbers import count
from core.i18n.spreadsheets import csv_bytes
from loaders.issues import Code, Issue, Severity
from loaders.sentences import sentence
from pages.components.session import Context
from pages.components.upload import names, tables

_ADDRESSES = 5
_SEVERITIES = {
    Severity.BLOCKS_FILE: ("■", N_("blocks publication")),
    Severity.DROPS_ROW: ("▲", N_("row left out")),
    Severity.WARNS: ("●", N_("remark")),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Issues of one rule in one column; `rows` is how many rows they concern."""

    code: Code
    severity: Severity
    issues: tuple[Issue, ...]

    @property
    def rows(self) -> int:
        """Rows concerned."""
        return sum(issue.count for issue in self.issues)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Cells as a spreadsheet names them, else rows."""
        found = (issue.cell or (str(issue.row) if issue.row else "") for issue in self.issues)
        return tuple(dict.fromkeys(address for address in found if address))


def grouped(issues: Sequence[Issue]) -> list[Group]:
    """Groups, the gravest first, then those of the most rows."""
    found: dict[tuple[Severity, Code, str | None, int | None], list[Issue]] = {}
    for issue in issues:
        key = (issue.severity, issue.code, issue.field, issue.column)
        found.setdefault(key, []).append(issue)
    groups = [Group(key[1], key[0], tuple(listed)) for key, listed in found.items()]
    weight = list(_SEVERITIES)
    return sorted(groups, key=lambda group: (weight.index(group.severity), -group.rows))


def show(ctx: Context, issues: Sequence[Issue]) -> None:
    """Draw the table; nothing where there is no issue."""
    if not issues:
        return
    headings = (ctx._("Weight"), ctx._("Field"), ctx._("What, for example"), ctx._("Rows"),
                ctx._("Where"), ctx._("What to do"))  # fmt: skip
    rows = [_row(ctx, group) for group in grouped(issues)]
    tables.show(ctx._("Issues by rule and column"), headings, rows, kind="issues")


def download(ctx: Context, issues: Sequence[Issue], file_name: str) -> None:
    """All issues, one a line, as CSV."""
    headings = (
        ctx._("Weight"),
        ctx._("Rule"),
        ctx._("Sheet"),
        ctx._("Cell"),
        ctx._("Field"),
        ctx._("Value"),
        ctx._("Rows"),
        ctx._("What is wrong"),
        ctx._("What to do"),
    )
    st.download_button(
        ctx._("Download all issues (CSV)"),
        data=lambda: csv_bytes([headings, *(_line(ctx, issue) for issue in issues)]),
        file_name=f"{file_name}.issues.csv",
        mime="text/csv",
        key="up_issues_csv",
        on_click="ignore",
        type="tertiary",
    )


def weight(ctx: Context, severity: Severity) -> str:
    """A severity as sign and word."""
    sign, word = _SEVERITIES[severity]
    return f"{sign} {ctx._(word)}"


def _row(ctx: Context, group: Group) -> tuple[str, ...]:
    first = group.issues[0]
    what, remedy = sentence(first, ctx.lang)
    more = sum(issue.more or 1 for issue in group.issues) - 1
    if more:
        others = ctx._("and {count} more").format(count=count(more, ctx.lang))
        what = f"{what} ({others})"
    where = " · ".join(group.addresses[:_ADDRESSES])
    grave = tables.words(weight(ctx, group.severity))
    return (
        f'<span class="up-{group.severity.value}">{grave}</span>',
        tables.words(names.field(ctx, first.field)) if first.field else "–",
        tables.words(what),
        tables.number(count(group.rows, ctx.lang)),
        tables.text(where + (" …" if len(group.addresses) > _ADDRESSES else "")) if where else "–",
        tables.words(remedy),
    )


def _line(ctx: Context, issue: Issue) -> tuple[object, ...]:
    what, remedy = sentence(issue, ctx.lang)
    return (
        ctx._(_SEVERITIES[issue.severity][1]),
        issue.code.value,
        issue.sheet,
        issue.cell or issue.row,
        names.field(ctx, issue.field) if issue.field else None,
        issue.value,
        issue.count,
        names.unmarked(what),
        names.unmarked(remedy),
    )
