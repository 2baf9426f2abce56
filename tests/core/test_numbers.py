"""Numbers and days as each language writes them; expected texts come from its style guide."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from core.i18n import Lang
from core.i18n import numbers as n

EN, FR, AR = Lang


@pytest.mark.parametrize(
    ("value", "lang", "digits", "written"),
    [
        (0.256, EN, 1, "25.6%"),
        (0.256, FR, 1, "25,6\u00a0%"),
        (0.256, AR, 1, "25.6%"),
        (0.256, FR, 0, "26\u00a0%"),
        (1, EN, 1, "100.0%"),
        (0, FR, 0, "0\u00a0%"),
        (12.5, FR, 0, "1\u202f250\u00a0%"),
        (-0.05, AR, 0, "\u2066-5%\u2069"),
        (-0.0004, EN, 0, "0%"),
    ],
)
def test_a_share_is_written_as_its_readers_write_it(
    value: float, lang: Lang, digits: int, written: str
) -> None:
    assert n.percent(value, lang, digits=digits) == written


@pytest.mark.parametrize(("value", "written"), [(1 / 8, "13%"), (0.285, "29%"), (0.005, "1%")])
def test_halves_round_up_as_in_spreadsheets(value: float, written: str) -> None:
    assert n.percent(value, EN) == written


def test_thousands_are_parted_as_the_language_does() -> None:
    assert [n.count(31085, lang) for lang in Lang] == ["31,085", "31\u202f085", "31,085"]


@pytest.mark.parametrize(
    ("value", "lang", "written"),
    [
        (0.052, EN, "+5.2 percentage points"),
        (0.01, EN, "+1 percentage point"),
        (-0.015, FR, "-1,5 point de pourcentage"),
        (0.02, FR, "+2 points de pourcentage"),
        (0.0, EN, "0 percentage points"),
        (0.05, AR, "\u2066+5\u2069 نقاط مئوية"),
        (-0.052, AR, "\u2066-5.2\u2069 نقطة مئوية"),
    ],
)
def test_a_difference_has_its_sign_and_the_right_plural(
    value: float, lang: Lang, written: str
) -> None:
    assert n.points(value, lang) == written


def test_a_day_has_its_month_as_a_word() -> None:
    day = date(2022, 1, 5)

    assert [n.date(day, lang) for lang in Lang] == [
        "5 January 2022",
        "5 janvier 2022",
        "5 يناير 2022",
    ]


def test_an_instant_is_given_in_utc_and_needs_a_zone() -> None:
    instant = datetime(2022, 1, 5, 0, 30, tzinfo=timezone(timedelta(hours=3)))

    assert n.moment(instant, EN) == "4 January 2022 21:30 UTC"
    assert n.moment(instant, AR) == "4 يناير 2022 \u206621:30 UTC\u2069"
    with pytest.raises(ValueError, match="time zone"):
        n.moment(instant.astimezone(UTC).replace(tzinfo=None), EN)


def test_text_is_set_apart_only_against_the_direction_around_it() -> None:
    assert n.isolate("OCHA", EN) == "OCHA"
    assert n.isolate("منظمة", AR) == "منظمة"
    assert n.isolate("OCHA", AR) == "\u2066OCHA\u2069"
    assert n.isolate("منظمة", FR) == "\u2067منظمة\u2069"
