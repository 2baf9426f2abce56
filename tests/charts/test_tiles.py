"""The map of tiles: its steps, its finding, its places, and that west stays west."""

import re
from itertools import pairwise

import pytest

from charts.chart import Chart, State
from charts.drawing.tiles import FILLS, INKS
from charts.svg import svg
from charts.theme import NARROW, PAPER, WIDE, contrast
from charts.tile_places import tile_places
from charts.tiles import step_of, tiles
from core.i18n import Lang
from core.settings import Settings
from tests.charts.measured import PRESENCE, declared, frame, row
from tests.charts.sample_map import country_names
from tests.charts.samples import charts_in

# From west to east, and from north to south, as everybody knows them.
EASTWARDS = ("HTI", "SEN", "MLI", "NER", "TCD", "SDN", "YEM", "PHL")
ALONG_THE_NORTH = ("MAR", "DZA", "TUN", "LBY", "EGY", "JOR", "BHR")
SOUTHWARDS = ("TUR", "SYR", "JOR", "SAU", "COM")


def marks_by_code(chart: Chart) -> dict[str, tuple[State, int | None, str]]:
    return {m.tile.iso3: (m.state, step_of(m), m.short) for m in chart.marks if m.tile}


def test_each_country_has_its_step_or_the_reason_why_there_is_none() -> None:
    found = marks_by_code(charts_in(Lang.EN)["tiles"])

    assert found["TCD"] == (State.VALUE, 2, "60%")  # 12 of 20
    assert found["CAF"] == (State.VALUE, 1, "25%")  # 5 of 20: no less than a quarter
    assert found["MLI"] == (State.VALUE, 0, "20%")
    assert found["HTI"] == (State.ZERO, 0, "0%")
    assert found["LBN"] == (State.COUNT_ONLY, None, "2 of 3")
    assert {code: found[code][0] for code in ("IRQ", "JOR", "SYR", "NER", "SDN", "TUN", "BEN")} == {
        "IRQ": State.CLOSED,
        "JOR": State.HIDDEN,
        "SYR": State.NO_TYPE,
        "NER": State.NOTHING_KNOWN,
        "SDN": State.NOT_REPORTED,
        "TUN": State.NOT_APPLICABLE,
        "BEN": State.NEVER_REPORTED,
    }


def test_the_finding_counts_only_countries_with_enough_behind_them() -> None:
    # Chad and Congo of Chad, CAR, Mali, Congo, Haiti. Yemen has 3 of 8 reports, Lebanon 3 counted.
    assert charts_in(Lang.EN)["tiles"].finding == (
        "In 2 of 5 countries, more than half of the organisations reported present are local or"
        " national"
    )


def test_half_is_not_more_than_half_and_what_is_unknown_is_said() -> None:
    measured = frame(row(5, 10, country="TCD"), row(6, 10, 4, country="MLI"))

    chart = tiles(
        measured, declared(PRESENCE), Lang.EN, places=tile_places(Settings().reference, Lang.EN)
    )

    assert chart.finding.startswith("In 1 of 2 countries")  # 6 of 10, and 5 of 10 is none
    # Of Mali 4 are of unknown type: 6 of 14 to 10 of 14.
    assert "In 1 country, what is not known could carry the share across one half." in chart.notes


def test_one_country_makes_no_comparison() -> None:
    chart = tiles(
        frame(row(9, 10, country="TCD")),
        declared(PRESENCE),
        Lang.EN,
        places=tile_places(Settings().reference, Lang.EN),
    )

    assert chart.finding.startswith("Too few to compare")


@pytest.mark.parametrize(
    ("lang", "said"),
    [(Lang.FR, "Dans 2 pays sur 5, "), (Lang.AR, "في 2 من أصل 5 بلدان، ")],
)
def test_the_finding_is_said_with_the_plural_of_the_language(lang: Lang, said: str) -> None:
    assert charts_in(lang)["tiles"].finding.startswith(said)


def test_every_country_of_the_reference_has_a_place_of_its_own() -> None:
    places = tile_places(Settings().reference, Lang.EN)

    assert set(places) == set(country_names(Lang.EN))
    assert len({(p.row, p.column) for p in places.values()}) == len(places)
    assert len({(p.narrow_row, p.narrow_column) for p in places.values()}) == len(places)
    assert [p.column for p in map(places.__getitem__, EASTWARDS)] == sorted(
        p.column for p in map(places.__getitem__, EASTWARDS)
    )
    assert len({places[code].row for code in ALONG_THE_NORTH}) == 1
    rows = [places[code].row for code in SOUTHWARDS]
    assert rows == sorted(rows)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_west_stays_west_in_arabic_and_its_text_runs_from_the_right(width: float) -> None:
    english, arabic = (svg(charts_in(lang)["tiles"], width=width) for lang in (Lang.EN, Lang.AR))

    # Mali lies west of Chad; both names fit on their tiles at both widths, in both languages.
    assert middle_of(english, "Mali") < middle_of(english, "Chad")
    assert middle_of(arabic, "مالي") < middle_of(arabic, "تشاد")
    assert middle_of(arabic, "مالي") == pytest.approx(middle_of(english, "Mali"), abs=1.0)
    assert 'direction="rtl"' in arabic


def middle_of(drawing: str, name: str) -> float:
    """Where the middle of a name lies, from the left."""
    found = re.search(rf'<text x="([\d.]+)"[^>]*>{name}</text>', drawing)
    assert found is not None
    return float(found[1])


def test_steps_can_be_told_apart_and_read() -> None:
    assert [contrast(a, b) >= 2.99 for a, b in pairwise(FILLS)] == [True, True]
    assert FILLS[0] == PAPER
    assert [contrast(fill, ink) >= 4.5 for fill, ink in zip(FILLS, INKS, strict=True)] == [True] * 3


def test_few_reports_cut_a_corner_and_the_key_says_so() -> None:
    chart = charts_in(Lang.EN)["tiles"]

    assert [m.tile.iso3 for m in chart.marks if m.low_coverage and m.tile] == ["YEM"]
    assert "cut corner: fewer than 70 percent reported" in {mark.text for mark in chart.key}
    assert "<polygon" in svg(chart)


def test_every_state_on_the_map_is_in_the_key_once() -> None:
    chart = charts_in(Lang.EN)["tiles"]
    texts = [mark.text for mark in chart.key]

    assert len(texts) == len(set(texts))
    assert {m.state for m in chart.marks} - {State.ZERO} <= {m.state for m in chart.key}


@pytest.mark.parametrize("lang", Lang)
def test_a_number_without_room_is_shortened_and_never_becomes_a_sign(lang: Lang) -> None:
    measured = frame(row(1104, 2117, country="TCD"), row(57, 104, country="MLI"))
    chart = tiles(
        measured, declared("memberships"), lang, places=tile_places(Settings().reference, lang)
    )

    wide, narrow = (svg(chart, width=width) for width in (WIDE, NARROW))

    assert "57/104" in wide
    assert (">1104<" in narrow, ">57<" in narrow) == (True, True)
    # No diamond, which says that nothing is known, and no corner cut.
    assert "<polygon" not in wide + narrow
