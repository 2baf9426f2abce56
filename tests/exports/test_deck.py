"""What stands in a presentation, read back: numbers, directions, notes, and that it opens."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.chart.chart import Chart as NativeChart
from pptx.slide import Slide as Page

from charts.chart import Chart
from core.i18n import Lang
from exports.deck import deck
from exports.slide import Slide
from tests.charts.samples import charts_in
from tests.exports.made import HOSTILE, made_by_hand, origin

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
KINDS = tuple(
    k for k, chart in charts_in(Lang.EN).items() if chart.kind not in {"coverage", "multiples"}
)
OFFICE = shutil.which("soffice")


def page_of(chart: Chart, **said: str) -> Page:
    """The only slide of a presentation with one chart."""
    written = deck([Slide(chart=chart, origin=origin(), **said)], "Talk", chart.lang)
    (page,) = Presentation(io.BytesIO(written)).slides
    return page


def chart_on(page: Page) -> NativeChart:
    return next(shape.chart for shape in page.shapes if shape.has_chart)


def text_of(page: Page) -> str:
    return "\n".join(s.text_frame.text for s in page.shapes if s.has_text_frame)


def test_the_native_chart_has_the_numbers_of_the_hand_and_says_why_others_are_missing() -> None:
    native = chart_on(page_of(made_by_hand(Lang.EN)))

    (series,) = native.plots[0].series
    assert list(zip(native.plots[0].categories, series.values, strict=True)) == [
        ("Health: 33% (1 of 3)", 1 / 3),
        ("Nutrition: 0% (0 of 7)", 0.0),
        (f"{HOSTILE}: 2 of 4", None),
        ("Protection: hidden: small number", None),
    ]


def test_the_thin_line_reaches_from_the_lowest_to_the_highest_share() -> None:
    (series,) = chart_on(page_of(made_by_hand(Lang.EN))).plots[0].series

    ends = series._element.find(f"{CHART}errBars")
    plus, minus = (
        float(ends.find(f"{CHART}{side}").find(f".//{CHART}v").text) for side in ("plus", "minus")
    )
    # One of three, one of unknown type beside them: from 1/4 to 2/4.
    assert [1 / 3 - minus, 1 / 3 + plus] == pytest.approx([1 / 4, 2 / 4])


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("kind", KINDS)
def test_every_share_of_every_chart_is_in_its_native_chart(kind: str, lang: Lang) -> None:
    chart = charts_in(lang)[kind]

    drawn = chart_on(page_of(chart)).plots[0].series

    found = sorted(value for series in drawn for value in series.values if value is not None)
    assert found == sorted(mark.value for mark in chart.marks if mark.value is not None)


def test_the_grid_of_reports_is_a_table_in_which_time_runs_from_left_to_right() -> None:
    for lang, first in ((Lang.EN, 1), (Lang.AR, 0)):
        chart = charts_in(lang)["coverage"]
        table = next(shape.table for shape in page_of(chart).shapes if shape.has_table)

        periods = [cell.text for cell in table.rows[0].cells][first : first + 3]
        # On a slide a cell has no marks of direction of its own.
        assert [text.strip("\u202a\u202b\u202c") for text in periods] == [
            mark.label for mark in chart.series[0].marks
        ]


@pytest.mark.parametrize("lang", Lang)
def test_every_paragraph_says_its_direction(lang: Lang) -> None:
    page = page_of(made_by_hand(lang), sentence="Remember this", notes="Say this")

    paragraphs = [p for s in page.shapes if s.has_text_frame for p in s.text_frame.paragraphs]
    paragraphs += page.notes_slide.notes_text_frame.paragraphs
    ways = {p._p.pPr.get("rtl") for p in paragraphs if p.text}

    assert ways == {"1" if lang.direction == "rtl" else "0"}


@pytest.mark.parametrize(
    ("lang", "kind", "mirrored"),
    [(Lang.FR, "bars", False), (Lang.AR, "bars", True), (Lang.AR, "trend", False)],
)
def test_bars_are_mirrored_in_arabic_and_time_never(lang: Lang, kind: str, mirrored: bool) -> None:
    native = chart_on(page_of(charts_in(lang)[kind]))

    assert native.value_axis.reverse_order is mirrored
    assert native.category_axis.reverse_order is (kind == "bars")


@pytest.mark.parametrize("lang", Lang)
def test_a_slide_says_finding_coverage_source_version_and_its_alternative(lang: Lang) -> None:
    chart = charts_in(lang)["bars"]
    page = page_of(chart, notes="Welcome everybody")

    shown = text_of(page)
    assert page.shapes.title.text_frame.text
    assert "4-1a2b3c" in shown
    assert "2026" in shown
    assert "These are made up." in shown
    frame = next(shape for shape in page.shapes if shape.has_chart)
    described = frame._element.nvGraphicFramePr.cNvPr.get("descr")
    assert len(described) > len(chart.finding)
    notes = page.notes_slide.notes_text_frame.text
    assert notes.startswith("Welcome everybody") or "Welcome everybody" in notes.splitlines()[0]
    assert "https://aln.example/clusters?lang=en" in notes
    assert "Welcome everybody" not in shown


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed on this machine")
@pytest.mark.parametrize("lang", Lang)
def test_libreoffice_opens_it_and_draws_a_page_for_each_slide(lang: Lang, tmp_path: Path) -> None:
    slides = [Slide(chart=chart, origin=origin()) for chart in charts_in(lang).values()]
    file = tmp_path / "talk.pptx"
    file.write_bytes(deck(slides, "Talk", lang))

    command = [str(OFFICE), f"-env:UserInstallation={(tmp_path / 'own').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    drawn = (tmp_path / "talk.pdf").read_bytes()
    assert drawn.count(b"/Type/Page/") + drawn.count(b"/Type/Page\n") == len(slides)
