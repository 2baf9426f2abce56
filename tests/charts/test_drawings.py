"""What is drawn: the numbers of the table, in every language, and nothing that a name brings in."""

import re
from xml.etree import ElementTree  # our own drawing is read back, nothing from outside

import pytest

from charts.bars import bars
from charts.chart import Chart, table
from charts.drawing.letters import width_of, wrapped
from charts.plotly import CONFIG, figure
from charts.svg import inline, svg
from charts.theme import NARROW, WIDE
from core.i18n import Lang, translations
from tests.charts.measured import PRESENCE, declared, frame, row
from tests.charts.samples import charts_in

SPACE = "{http://www.w3.org/2000/svg}"
KINDS = (
    "headline",
    "bars",
    "segments",
    "trend",
    "dots",
    "dropoff",
    "side_by_side",
    "coverage",
    "tiles",
)
# A map of tiles is drawn as SVG alone; segments have a test of their own.
FIGURES = [kind for kind in KINDS if kind not in {"segments", "tiles"}]
HOSTILE = (
    "</svg><script>alert(1)</script>",
    '" onload="alert(1)',
    "'><img src=x onerror=alert(1)>",
    "=HYPERLINK(1)",
    "&lt;b&gt;",
    "<b>bold</b><a href='javascript:alert(1)'>x</a>",
    "]]><!--",
)


def texts_of(drawing: str) -> list[str]:
    """Every text drawn; lines that were broken are joined with what stands beside them."""
    root = ElementTree.fromstring(drawing)  # noqa: S314 - see the import
    return ["".join(text.itertext()) for text in root.iter(f"{SPACE}text")]


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("kind", KINDS)
def test_every_number_of_the_table_is_drawn(kind: str, lang: Lang) -> None:
    chart = charts_in(lang)[kind]
    drawn = " ".join(texts_of(svg(chart, width=WIDE))).replace("\u00a0", " ")

    wanted = {mark.short for mark in chart.marks if mark.short}

    assert wanted
    assert {text for text in wanted if text.replace("\u00a0", " ") not in drawn} == set()


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("kind", FIGURES)
def test_a_figure_carries_the_numbers_of_the_table(kind: str, lang: Lang) -> None:
    chart = charts_in(lang)[kind]

    plotted = {tuple(h[:3]) for trace in figure(chart).data for h in trace.customdata}

    assert plotted == {(m[5], m[6], m[8]) for m in table(chart)[1:]}


def test_a_figure_of_segments_carries_the_known_types_and_words_for_the_unknown() -> None:
    chart = charts_in(Lang.EN)["segments"]
    drawn = figure(chart)

    plotted = [[h[0] for h in trace.customdata] for trace in drawn.data]

    assert plotted == [[m.numerator for m in s.marks] for s in chart.series[:-1]]
    assert any("6 of unknown type" in note.text for note in drawn.layout.annotations)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_and_nothing_else(name: str, width: float) -> None:
    measured = frame(row(12, 20, cluster="A"), row(9, 20, cluster="B"))
    chart = bars(measured, declared(PRESENCE), Lang.EN, names={"A": name})

    root = ElementTree.fromstring(svg(chart, width=width))  # noqa: S314 - see the import

    elements = {element.tag.removeprefix(SPACE) for element in root.iter()}
    assert elements <= {"svg", "title", "desc", "rect", "text", "polyline", "polygon", "circle"}
    assert {key for e in root.iter() for key in e.attrib if key.startswith("on")} == set()
    assert root.find(f"{SPACE}title") is not None
    assert "".join(name.split()) in "".join("".join(root.itertext()).split())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_no_markup_in_a_figure_either(name: str) -> None:
    measured = frame(row(12, 20, cluster="A"), row(9, 20, cluster="B"))
    drawn = figure(bars(measured, declared(PRESENCE), Lang.EN, names={"A": name}))

    labels = [*drawn.data[0].y, *(note.y for note in drawn.layout.annotations)]
    foreign = [re.sub(r"<br>", "", str(label)) for label in labels]

    assert [label for label in foreign if "<" in label or '"' in label] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_take_the_drawing_as_it_is(kind: str) -> None:
    drawing = inline(charts_in(Lang.AR)[kind])

    assert drawing.startswith('<figure class="chart" dir="rtl"')
    assert "\n" not in drawing
    assert (drawing.count('role="img"'), drawing.count('aria-hidden="true"')) == (1, 1)
    ids = re.findall(r' id="(\w+)"', drawing)
    assert len(ids) == len(set(ids)) == 4


def test_the_title_is_the_finding_and_the_description_names_every_mark() -> None:
    chart = charts_in(Lang.EN)["bars"]
    root = ElementTree.fromstring(svg(chart))  # noqa: S314 - see the import

    assert root.findtext(f"{SPACE}title") == chart.finding
    described = root.findtext(f"{SPACE}desc") or ""
    assert [mark.label for mark in chart.marks if mark.label not in described] == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("lang", Lang)
def test_letters_are_large_enough_for_a_room(lang: Lang, width: float) -> None:
    smallest = 18.0 if width == WIDE else 14.0
    for chart in charts_in(lang).values():
        sizes = map(float, re.findall(r'<text [^>]*font-size="([\d.]+)"', svg(chart, width=width)))
        assert min(sizes) >= smallest


def test_bars_begin_on_the_right_in_arabic_and_time_runs_from_the_left_in_both() -> None:
    english, arabic = charts_in(Lang.EN), charts_in(Lang.AR)

    assert max(starts(english["bars"])) < WIDE / 2 < min(ends(arabic["bars"]))
    assert dots_in(english["trend"]) == sorted(dots_in(english["trend"]))
    assert dots_in(arabic["trend"]) == sorted(dots_in(arabic["trend"]))
    assert figure(arabic["bars"]).layout.xaxis.range == (1.0, 0.0)
    assert figure(arabic["bars"]).layout.yaxis.side == "right"
    assert figure(arabic["trend"]).layout.xaxis.autorange is None


def bar_boxes(chart: Chart) -> list[tuple[float, float]]:
    """Left and width of every bar."""
    found = re.findall(
        r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="(?:18|15)"', svg(chart)
    )
    return [(float(x), float(wide)) for x, wide in found]


def starts(chart: Chart) -> list[float]:
    """Left ends of the bars."""
    return [x for x, _ in bar_boxes(chart)]


def ends(chart: Chart) -> list[float]:
    """Right ends of the bars."""
    return [x + wide for x, wide in bar_boxes(chart)]


def dots_in(chart: Chart) -> list[float]:
    """Where the dots of a line stand, in the order of their marks."""
    return [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', svg(chart))]


def test_a_figure_shows_no_menu_and_sends_nothing_away() -> None:
    drawn = figure(charts_in(Lang.EN)["bars"])

    assert (CONFIG["showSendToCloud"], CONFIG["displayModeBar"]) == (False, False)
    assert drawn.layout.hovermode is False
    assert drawn.layout.template.layout.to_plotly_json() == {}


@pytest.mark.parametrize("lang", [Lang.FR, Lang.AR])
def test_no_english_sentence_is_left(lang: Lang) -> None:
    english, own = charts_in(Lang.EN), charts_in(lang)

    left = {
        text
        for kind in KINDS
        for text in sentences(own[kind]) & sentences(english[kind])
        if re.search("[A-Za-z]{3}", text)
    }

    # The French field says "cluster", too.
    assert left <= {"Cluster"}
    assert translations(lang).gettext("not reported") != "not reported"


def sentences(chart: Chart) -> set[str]:
    """What is said in a chart, names excepted."""
    heads = (chart.finding, chart.measure, chart.coverage, chart.alternative, *chart.notes)
    axes = (chart.categories.title, chart.values.title, *(mark.text for mark in chart.key))
    words = (mark.text for mark in chart.marks if mark.value is None)
    return {*heads, *axes, *words, *map(str, table(chart)[0])}


def test_words_break_at_spaces_and_only_words_too_long_are_cut() -> None:
    assert wrapped("one two three", width_of("one two", 20), 20) == ("one two", "three")
    assert wrapped("57\u00a0% of all", width_of("57\u00a0%", 20), 20)[0] == "57\u00a0%"
    assert wrapped("56% (5 of 9)", width_of("56% (5 of", 20), 20) == ("56%", "(5\u00a0of\u00a09)")
    assert wrapped("Q4 (in progress)", width_of("progress)", 20), 20) == ("Q4 (in", "progress)")
    assert "".join(wrapped("x" * 50, 100, 20)) == "x" * 50
