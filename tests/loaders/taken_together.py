"""Lists of one workbook of Chad, ready to be published together, and what is then in force."""

from collections.abc import Mapping, Sequence

import loaders
from core.i18n import Lang
from core.storage.cursor import Cursor
from loaders import Choices, Staged
from loaders.choices import Extent
from tests.loaders.cells import Store
from tests.loaders.made_workbooks import members_and_roles, titles, workbook

HEADINGS = "Organisation|Organisation type|Cluster|Province"
NATIONAL, INTERNATIONAL = "National NGO", "International NGO"
MONTHS = {
    "Jan 2022": (HEADINGS, f"Aid A|{NATIONAL}|WASH|Lac", f"Aid B|{INTERNATIONAL}|WASH|Lac"),
    "Feb 2022": (HEADINGS, f"Aid A|{NATIONAL}|WASH|Lac"),
    "Mar 2022": (HEADINGS, f"Aid C|{NATIONAL}|Health|Lac"),
}
SAME_MONTH = {
    "WASH": (HEADINGS, f"Aid A|{NATIONAL}|WASH|Lac"),
    "Health": (HEADINGS, f"Aid B|{NATIONAL}|Health|Lac"),
}


def parts(
    store: Store,
    content: bytes,
    named: Sequence[tuple[str, str]],
    *,
    claim: Extent = "as-found",
    name: str = "book.xlsx",
) -> list[Staged]:
    """Lists of Chad, ready or blocked: (sheet, dataset) each."""
    upload = loaders.read(content, name)
    found = []
    for sheet, dataset in named:
        choices = Choices(country="TCD", claim=claim, sheet=sheet)
        ready = loaders.prepare(store.database, upload, dataset, choices, store.known)
        assert ready.staged is not None
        found.append(ready.staged)
    return found


def presence(
    store: Store, sheets: Mapping[str, tuple[str, ...]], *, claim: Extent = "as-found"
) -> list[Staged]:
    # The names of these sheets tell the month; those of the others leave it to the file's.
    name = "book.xlsx" if any("2022" in sheet for sheet in sheets) else "2022-01.xlsx"
    named = [(sheet, "presence") for sheet in sheets]
    return parts(store, workbook(sheets), named, claim=claim, name=name)


def both(store: Store, lang: Lang = Lang.EN) -> list[Staged]:
    named = list(zip(titles(lang), ("members", "roles"), strict=True))
    return parts(store, members_and_roles(lang), named)


def organisations(cur: Cursor) -> dict[tuple[str, int], int]:
    """Organisations in force by dataset and first month."""
    found = cur.rows(
        "SELECT r.dataset, r.period_start, count(DISTINCT f.organisation) FROM fact_org AS f "
        "JOIN report AS r USING (report) SEMI JOIN v_current_report AS v USING (report) "
        "GROUP BY 1, 2"
    )
    return {(dataset, start): count for dataset, start, count in found}


def in_force(store: Store) -> dict[tuple[str, int], int]:
    with store.database.cursor() as cur:
        return organisations(cur)
