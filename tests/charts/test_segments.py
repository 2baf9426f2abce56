"""What a number is made of: kinds that add up, kinds that may not be seen, figures of others."""

import pandas as pd
import pytest

from charts.chart import Chart, State
from charts.segments import segments
from core.i18n import Lang
from tests.charts.measured import PRESENCE, declared, divided, frame, row

EN = Lang.EN


def test_segments_split_the_known_types_and_leave_the_unknown_beside() -> None:
    # Nine L/NAs and three authorities of twenty; two of the other eight govern de facto.
    chart = segments(frame(divided(row(9, 20, 5), 8, 1, 3, 2, 6)), declared(PRESENCE), EN)

    assert [(s.name, s.marks[0].numerator, s.marks[0].value) for s in chart.series] == [
        ("NGOs and civil society", 8, 0.4),
        ("National society", 1, 0.05),
        ("Authorities", 3, 0.15),
        ("De facto authorities", 2, 0.1),
        ("International and other", 6, 0.3),
        ("Type unknown", 5, None),
    ]
    assert chart.finding == (
        "Of 20 organisations of known type: NGOs and civil society 8, national society 1,"
        " authorities 3, de facto authorities 2"
    )


def test_a_number_that_may_not_be_divided_is_drawn_whole_and_says_so() -> None:
    shown = divided(row(9, 20, cluster="A"), 8, 1, 0, 0, 11)
    chart = segments(
        frame(shown, divided(row(7, 14, cluster="B"))), declared(PRESENCE), EN, by="cluster"
    )

    assert [(s.name, [m.value for m in s.marks]) for s in chart.series] == [
        ("NGOs and civil society", [None, 0.4]),
        ("National society", [None, 0.05]),
        ("Authorities", [None, 0.0]),
        ("De facto authorities", [None, 0.0]),
        ("International and other", [None, 0.55]),
        ("L/NAs, not divided", [0.5, None]),
        ("Type unknown", [None, None]),
    ]
    assert chart.series[0].marks[0].state is State.HIDDEN
    assert any("Not divided" in note for note in chart.notes)


def test_kinds_that_are_not_the_whole_are_refused() -> None:
    with pytest.raises(ValueError, match="not the whole"):
        segments(frame(divided(row(8, 20), 8, 0, 1, 0, 10)), declared(PRESENCE), EN)


def figure_of(**cells: object) -> pd.DataFrame:
    """One published figure about Yemen."""
    asked: dict[str, object] = {
        "year": 2022,
        "period": None,
        "iso3": "YEM",
        "cluster": None,
        "scope": 1,
    }
    asked |= {"segment": None, "value": 0.5, "source_url": "https://www.example.org/report"}
    return pd.DataFrame([asked | cells])


def test_a_published_figure_stands_on_the_segment_that_it_measured() -> None:
    # Of forty: 20 NGOs, 4 of the society, 6 authorities. Authorities begin at 24 of 40.
    measured = frame(divided(row(24, 40, country="YEM"), 20, 4, 6, 0, 10))
    alone = {"scope": None, "segment": "authorities", "value": 0.2, "period": "2022-07"}

    def drawn(figure: pd.DataFrame) -> Chart:
        return segments(measured, declared(PRESENCE), EN, by="country", published=figure)

    local, state = drawn(figure_of()), drawn(figure_of(**alone))
    other = drawn(figure_of(iso3="IRQ"))

    assert [(r.value, r.label, r.category) for r in local.references] == [
        (0.5, "Published: NGOs and civil society 50%, 2022 (example.org)", "YEM")
    ]
    (on_state,) = state.references
    assert on_state.label == "Published: Authorities 20%, July 2022 (example.org)"
    assert on_state.value == pytest.approx(0.8)
    assert other.references == ()
    assert any("not merged" in note for note in local.notes)
