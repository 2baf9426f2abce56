"""What stands in a CSV: the numbers unrounded, what is hidden left out, and where it comes from."""

import csv
import io

import pytest

from charts.chart import table
from core.i18n import Lang
from exports import tables
from exports.written import embedded, file_name
from tests.charts.samples import charts_in
from tests.exports.made import made_by_hand, origin


def read(written: bytes) -> list[list[str]]:
    """The lines of a CSV as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))


def test_shares_keep_every_digit_and_what_is_hidden_has_no_number() -> None:
    lines = read(tables.csv(made_by_hand(Lang.EN), origin()))

    numbers = {line[1]: line[2:8] for line in lines[1:5]}
    assert numbers == {
        "Health": ["0.3333333333333333", "0.25", "0.5", "1", "3", "1"],
        "Nutrition": ["0.0", "0.0", "0.0", "0", "7", "0"],
        "Protection": ["", "", "", "", "", ""],
        '\'=HYPERLINK("x")': ["", "", "", "2", "4", "0"],
    }


@pytest.mark.parametrize("lang", Lang)
def test_a_file_says_where_its_numbers_come_from(lang: Lang) -> None:
    chart = made_by_hand(lang)

    said = {text for line in read(tables.csv(chart, origin())) for text in line}

    wanted = {"4-1a2b3c", "https://aln.example/clusters?lang=en", "These are made up."}
    assert wanted <= said
    assert tables.about(chart, origin())[2][1] in said  # the coverage
    assert any("2026" in text and "22" in text for text in said)


@pytest.mark.parametrize("lang", Lang)
def test_with_tags_every_line_has_a_cell_for_every_tag(lang: Lang) -> None:
    headings, tags, *body = read(tables.csv_with_hxl(made_by_hand(lang), origin()))

    assert {len(line) for line in (headings, tags, *body)} == {16}
    assert all(tag.startswith("#") for tag in tags)
    assert tags[1] == "#sector+cluster+name"
    assert {line[tags.index("#meta+version")] for line in body} == {"4-1a2b3c"}
    assert {line[tags.index("#date")] for line in body} == {"2026-11-22"}


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("kind", ["headline", "bars", "segments", "trend", "dots", "coverage"])
def test_every_chart_gives_its_whole_table(kind: str, lang: Lang) -> None:
    chart = charts_in(lang)[kind]
    lines = read(tables.csv(chart, origin()))

    written = [line[2:8] for line in lines[1 : len(table(chart))]]

    assert written == [
        ["" if cell is None else str(cell) for cell in r[2:8]] for r in table(chart)[1:]
    ]


def test_a_file_is_named_in_the_language_of_its_reader_and_by_what_every_system_takes() -> None:
    french = file_name(charts_in(Lang.FR)["bars"], "xlsx")

    assert french.startswith("Santé ALN parmi les organisations") or french.startswith("ALN parmi")
    assert french.endswith(" – Cluster.xlsx")
    for lang in Lang:
        for chart in charts_in(lang).values():
            name = file_name(chart, "png")
            assert not set(name) & set('\\/:*?"<>|\u2066\u2067\u2069')
            assert len(name) <= 120


def test_an_isolate_becomes_an_embedding_that_does_not_join_its_neighbours() -> None:
    assert embedded("3W \u2066-5\u2069 x", Lang.EN) == "3W \u200e\u202a-5\u202c\u200e x"
