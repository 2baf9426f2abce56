"""A talk in one file: three languages, every number, no address, no notes unless asked for."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from charts.chart import table
from charts.theme import WIDE
from core.i18n import Lang
from exports.alive import alive, categories
from exports.pack import pack
from exports.slide import Slide
from tests.charts.measured import PRESENCE, declared
from tests.charts.samples import charts_in
from tests.exports.made import HOSTILE, made_by_hand, origin

KINDS = tuple(charts_in(Lang.EN))
TITLES = {Lang.EN: "Our talk", Lang.FR: "Notre exposé", Lang.AR: "عرضنا"}
# What makes a browser ask a server for something.
ASKS = re.compile(
    r"https?:|//\w+\.\w|\bsrc\s*=|<link|<iframe|<img|<object|@import|url\(|fetch\(|XMLHttp|WebSocket"
    r"|sendBeacon|EventSource|import\(",
    re.IGNORECASE,
)


def talk(*, with_notes: bool = False, first: Lang = Lang.EN) -> str:
    """One chart of each kind and the one made by hand, with notes."""
    slides = [
        {lang: Slide(chart=charts_in(lang)[kind], origin=origin(), notes="Secret") for lang in Lang}
        for kind in KINDS
    ]
    slides.append({lang: Slide(chart=made_by_hand(lang), origin=origin()) for lang in Lang})
    return pack(slides, TITLES, first=first, with_notes=with_notes).decode()


def test_a_talk_names_no_address_and_asks_no_server() -> None:
    page = talk()

    assert ASKS.findall(page) == []
    assert "default-src 'none'" in page
    assert "aln.example" not in page


def test_a_talk_of_twenty_charts_stays_below_five_megabytes() -> None:
    charts = [
        {lang: Slide(chart=charts_in(lang)["bars"], origin=origin()) for lang in Lang}
        for _ in range(20)
    ]

    assert len(pack(charts, TITLES, first=Lang.FR)) < 5_000_000


def test_participants_get_no_notes_and_the_presenter_does() -> None:
    assert "Secret" not in talk()
    assert talk(with_notes=True).count("Secret") == len(KINDS) * len(Lang)


@pytest.mark.parametrize("lang", Lang)
def test_every_number_of_every_chart_is_in_its_table(lang: Lang) -> None:
    page = unescape(talk())
    section = page.partition(f'<section lang="{lang}"')[2].partition("</section>")[0]

    for chart in (*charts_in(lang).values(), made_by_hand(lang)):
        texts = {mark.text for mark in chart.marks}
        assert {text for text in texts if text not in section} == set()
        assert len(table(chart)) > 1


class Tags(HTMLParser):
    """The elements of a page, and the attributes that would run something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.running: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.running += [name for name, _ in attrs if name.startswith("on")]


def test_a_name_out_of_a_file_is_text_and_nothing_else() -> None:
    title = "</script><script>alert(1)</script><b x>"
    hostile = Slide(chart=made_by_hand(Lang.EN), origin=origin(), title=title)
    page = pack([{Lang.EN: hostile}], {Lang.EN: "<i>T</i>"}, first=Lang.EN, with_notes=True)

    reader = Tags()
    reader.feed(page.decode())
    assert reader.found & {"b", "i"} == set()
    assert reader.running == []
    assert page.decode().count("<script") == 2
    assert HOSTILE in unescape(page.decode())


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("kind", KINDS)
def test_every_category_can_be_focused_and_says_its_numbers(kind: str, lang: Lang) -> None:
    chart, indicator = charts_in(lang)[kind], declared(PRESENCE)

    drawn = unescape(alive(chart, indicator, width=WIDE))

    said = re.findall(r'tabindex="0" role="img" aria-label="([^"]*)"', drawn)
    assert "xmlns" not in drawn
    if chart.kind in {"multiples", "tiles"}:
        assert said == [" ".join(chart.alternative.split())]
        return
    assert said == [words for _, words in categories(chart, indicator)]
    for words, text in zip(said, (mark.text for mark in chart.series[0].marks), strict=False):
        assert kind == "coverage" or text in words
