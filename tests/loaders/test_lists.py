"""Which sheets hold which lists is proposed from their headings, with how sure it is."""

from collections.abc import Sequence

import pytest

from core.i18n import Lang
from loaders import SheetLists, lists_in, read
from tests.loaders.cells import Store
from tests.loaders.filled_templates import filled
from tests.loaders.made_workbooks import members_and_roles, titles, workbook
from tests.loaders.test_round_trip import FILLED

PLAIN = ("Country|Cluster|Organisation|Organisation type", "Chad|WASH|Aid A|National NGO")
LINES = (*PLAIN, "Chad|Health|Aid B|UN")


def proposed(store: Store, content: bytes, name: str = "book.xlsx") -> Sequence[SheetLists]:
    return lists_in(read(content, name), store.known)


@pytest.mark.parametrize("lang", list(Lang))
def test_each_sheet_of_a_workbook_is_proposed_as_what_it_lists(store: Store, lang: Lang) -> None:
    members, roles = proposed(store, members_and_roles(lang))

    assert (members.sheet, roles.sheet) == titles(lang)
    assert [one.likely[0].dataset for one in (members, roles)] == ["members", "roles"]
    assert all(one.likely[0].confidence > 0.9 for one in (members, roles))
    assert (members.likely[0].heading_row, members.rows) == (1, 3)


@pytest.mark.parametrize("dataset", sorted(FILLED))
def test_a_template_is_proposed_as_itself_and_its_other_sheets_as_nothing(
    store: Store, dataset: str
) -> None:
    for lang in Lang:
        found = proposed(store, filled(dataset, lang, FILLED[dataset]))

        assert [[likely.dataset for likely in one.likely] for one in found] == [[dataset], [], []]


def test_remarks_and_sources_make_no_return_of_a_list(store: Store) -> None:
    remarked = [f"{line}|{end}" for line, end in zip(LINES, ("Remarks", "x", "y"), strict=True)]
    counted = ("Cluster|Rows|Source", "WASH|12|office", "Health|9|office")
    plain, listed, rows = proposed(
        store, workbook({"Plain": LINES, "List": remarked, "Rows": counted})
    )

    assert listed.likely == plain.likely
    assert rows.likely == ()


def test_a_list_that_could_be_either_is_half_sure_of_both(store: Store) -> None:
    (sheet,) = proposed(store, workbook({"Sheet1": LINES}))

    # Country, cluster, organisation and type: as much of a 3W as of a membership list.
    assert [one.dataset for one in sheet.likely] == ["presence", "members"]
    assert {one.confidence for one in sheet.likely} == {sheet.likely[0].confidence}
    assert 0.4 < sheet.likely[0].confidence < 0.5


def test_a_table_of_counts_is_no_list(store: Store) -> None:
    counted = ("Cluster|Organisations", "WASH|12", "Health|٩")
    rows = ("Cluster|Rows", "WASH|12", "Health|9")
    told = ("Cluster|Plan in place", "WASH|yes", "Health|no")
    found = proposed(store, workbook({"Pivot": counted, "Rows": rows, "Plans": told}), "3W.xlsx")

    assert [[one.dataset for one in sheet.likely] for sheet in found] == [[], [], ["mechanisms"]]


@pytest.mark.parametrize(("sheet", "file"), [("Sheet1", "3W_Chad.xlsx"), ("4W", "book.xlsx")])
def test_a_name_settles_what_the_headings_leave_open(store: Store, sheet: str, file: str) -> None:
    (found,) = proposed(store, workbook({sheet: LINES}), file)

    assert [(one.dataset, one.confidence > 0.9) for one in found.likely] == [("presence", True)]


@pytest.mark.parametrize(
    ("sheets", "file", "periods"),
    [
        (("Jan 2022", "Feb 2022"), "book.xlsx", ("2022-01", "2022-02")),
        (("Janvier", "Février"), "3W Tchad 2022.xlsx", ("2022-01", "2022-02")),
        (("يناير", "فبراير"), "2022.xlsx", ("2022-01", "2022-02")),
        (("Jan 2022", "Feb 2022"), "3W Q1 2022.xlsx", ("2022-01", "2022-02")),
        # Without a year no month is known; last year's sheets in this year's file are doubtful.
        (("Jan", "Feb"), "book.xlsx", (None, None)),
        (("Jan 2021", "Feb 2021"), "3W 2022.xlsx", (None, None)),
        (("Jan 2022", "Notes"), "book.xlsx", (None, None)),
    ],
)
def test_sheets_called_by_months_tell_them_apart(
    store: Store, sheets: tuple[str, str], file: str, periods: tuple[str | None, str | None]
) -> None:
    found = proposed(store, workbook(dict.fromkeys(sheets, LINES)), file)

    assert tuple(one.period and str(one.period) for one in found) == periods
