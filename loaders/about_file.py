"""What is to be said of a file as a whole: of its columns, and of what only all rows show."""

from collections.abc import Iterator

from loaders.issues import Code, Issue, Severity
from loaders.row_reading import ReadRows
from loaders.table import Table


def of_columns(table: Table, read: ReadRows) -> Iterator[Issue]:
    """What is said of the columns; that no column tells the type is no news where a join does."""
    for issue in table.mapping.issues:
        if issue.code is not Code.NO_ORGANISATION_TYPE or not read.organisations.has_type:
            yield issue


def about_all(
    table: Table, dataset: str, read: ReadRows, *, stored: int, cluster: str | None
) -> Iterator[Issue]:
    """What only shows when every row was read."""
    said = {issue.code for issue in table.mapping.issues}
    nowhere = cluster is None and table.mapping.position_of("cluster") is None
    # The name of another sheet told a cluster, so the columns were not asked for one.
    if dataset == "presence" and nowhere and Code.COLUMN_MISSING not in said:
        yield Issue(
            code=Code.COLUMN_MISSING,
            severity=Severity.BLOCKS_FILE,
            sheet=table.sheet.name,
            field="cluster",
        )
    names_somebody = {"organisation", "acronym"} & table.mapping.fields.keys()
    if names_somebody and not read.organisations.has_type and Code.NO_ORGANISATION_TYPE not in said:
        yield Issue(
            code=Code.NO_ORGANISATION_TYPE,
            severity=Severity.WARNS,
            column=table.mapping.position_of("organisation_type"),
            field="organisation_type",
        )
    if not stored:
        yield Issue(code=Code.NO_ROWS_LEFT, severity=Severity.BLOCKS_FILE, sheet=table.sheet.name)
