"""What stands in a workbook, read back with another library than the one that wrote it."""

import io
import zipfile
from collections.abc import Iterable

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from charts.chart import Chart, table
from core.i18n import Lang
from exports.workbook import workbook
from tests.charts.samples import charts_in
from tests.exports.made import HOSTILE, NAMES, made_by_hand, origin

KINDS = tuple(charts_in(Lang.EN))


def sheets(chart: Chart) -> list[Worksheet]:
    """The three sheets of the workbook of a chart."""
    return list(openpyxl.load_workbook(io.BytesIO(workbook(chart, origin()))).worksheets)


def in_excel(row: Iterable[object]) -> list[str]:
    """Numbers with the digits of which Excel is certain."""
    return [f"{cell:.14g}" if isinstance(cell, int | float) else str(cell) for cell in row]


@pytest.mark.parametrize("lang", Lang)
def test_the_numbers_are_those_of_the_hand_and_a_hidden_one_is_an_empty_cell(lang: Lang) -> None:
    _, numbers, _ = sheets(made_by_hand(lang))

    found = {row[1]: row[2:8] for row in numbers.iter_rows(min_row=2, values_only=True)}
    health, nutrition, protection, hostile = NAMES[lang]
    assert found[health] == (1 / 3, 0.25, 0.5, 1, 3, 1)
    assert found[nutrition] == (0, 0, 0, 0, 7, 0)
    assert found[protection] == (None,) * 6
    assert found[hostile] == (None, None, None, 2, 4, 0)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_gives_its_whole_table(kind: str, lang: Lang) -> None:
    chart = charts_in(lang)[kind]
    _, numbers, _ = sheets(chart)

    written = [row[2:8] for row in numbers.iter_rows(min_row=2, values_only=True)]

    assert [in_excel(row) for row in written] == [in_excel(row[2:8]) for row in table(chart)[1:]]


def test_a_name_out_of_a_file_is_text_and_no_formula() -> None:
    _, numbers, _ = sheets(made_by_hand(Lang.EN))

    cells = [row[1] for row in numbers.iter_rows() if row[1].value == HOSTILE]

    assert [cell.data_type for cell in cells] == ["s"]


@pytest.mark.parametrize("lang", Lang)
def test_sheets_read_from_the_side_of_their_language(lang: Lang) -> None:
    ways = [bool(sheet.sheet_view.rightToLeft) for sheet in sheets(made_by_hand(lang))]

    assert ways == [lang.direction == "rtl"] * 3


@pytest.mark.parametrize(
    ("lang", "kind", "mirrored"),
    [(Lang.EN, "bars", 0), (Lang.AR, "bars", 1), (Lang.AR, "segments", 1), (Lang.AR, "trend", 0)],
)
def test_the_axis_of_shares_is_mirrored_in_arabic_and_that_of_time_never(
    lang: Lang, kind: str, mirrored: int
) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(charts_in(lang)[kind], origin()))) as parts:
        drawn = parts.read("xl/charts/chart1.xml").decode()

    axes = drawn.partition("<c:valAx>")[2]
    assert axes.count('<c:orientation val="maxMin"/>') == mirrored


def test_the_native_chart_draws_the_shares_of_the_table() -> None:
    first, _, _ = sheets(made_by_hand(Lang.EN))

    drawn = {row[0]: row[1] for row in first.iter_rows(min_row=6, max_row=9, values_only=True)}

    assert drawn == {
        "Health: 33% (1 of 3)": 1 / 3,
        "Nutrition: 0% (0 of 7)": 0,
        f"{HOSTILE}: 2 of 4": None,
        "Protection: hidden: small number": None,
    }


@pytest.mark.parametrize("lang", Lang)
def test_the_last_sheet_says_coverage_source_version_and_day(lang: Lang) -> None:
    chart = made_by_hand(lang)
    *_, method = sheets(chart)

    said = [str(row[1]) for row in method.iter_rows(values_only=True)]

    assert {"4-1a2b3c", "https://aln.example/clusters?lang=en", "These are made up."} <= set(said)
    assert any("2026" in text and "22" in text for text in said)
