"""What must not be added up or compared is refused, or has no number and says why."""

import pytest

from core.errors import UnknownIndicator
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import Indicator, compare, find, indicators, measure, published, segments, trend

FUNDS = find("F2")
DERIVED = [one for one in indicators().values() if one.over]


def test_amounts_of_several_currencies_have_no_sum(seeded: Cursor) -> None:
    both = ("USD", "EUR")

    together = measure(seeded, FUNDS, only={"currency": both})
    apart = measure(seeded, FUNDS, by=["currency"], only={"currency": both})
    outside = published(seeded, FUNDS, only={"currency": both})

    for found in (together, outside):
        assert found["state"].tolist() == ["several-currencies"]
        numbers = ["numerator", "denominator", "unknown", "value", "low", "high"]
        assert found[numbers].isna().all(axis=None)
    # 999 euros; dollars 450,000 + 40,000 + 5,000 of known type.
    assert apart[["currency", "denominator", "state"]].to_numpy().tolist() == [
        ["EUR", 999, "value"],
        ["USD", 495_000, "value"],
    ]


def test_amounts_of_an_unknown_currency_are_not_added_to_those_of_another(store: Database) -> None:
    with store.rehearsal() as cur:
        cur.run("UPDATE fact_funding SET currency = NULL WHERE currency = 'EUR'")

        found = measure(cur, FUNDS, only={"currency": ("USD", None)})

    assert found["state"].tolist() == ["several-currencies"]


@pytest.mark.parametrize("indicator", DERIVED, ids=lambda i: i.id)
def test_a_derived_number_is_neither_divided_nor_compared_in_time(
    indicator: Indicator, seeded: Cursor
) -> None:
    first, second = Period.parse("2025-Q1"), Period.parse("2025-Q2")

    with pytest.raises(UnknownIndicator, match="no-segments"):
        segments(seeded, indicator)
    with pytest.raises(UnknownIndicator, match="no-trend"):
        trend(seeded, indicator)
    with pytest.raises(UnknownIndicator, match="no-trend"):
        compare(seeded, indicator, first, second)


@pytest.mark.parametrize("code", ["P4", "P4b", "P5", "F2", "P6"])
def test_a_whole_that_is_itself_one_of_l_nas_is_not_divided(code: str, seeded: Cursor) -> None:
    with pytest.raises(UnknownIndicator, match="no-segments"):
        segments(seeded, find(code))


def test_seats_divide_into_kinds_that_add_up_to_them(seeded: Cursor) -> None:
    for code in ("P1", "P3", "M1", "M2", "R1", "V1"):
        found = segments(seeded, find(code), by=["country", "period"], grain="quarter")
        kinds = found[["ngo_cso", "national_society", "authorities", "de_facto", "other"]]

        assert len(found) > 0
        assert kinds.sum(axis=1).tolist() == found["denominator"].tolist()
        assert (kinds >= 0).all(axis=None)


def test_english_is_no_local_language_where_offices_merely_work_in_it(store: Database) -> None:
    local, only = find("P6"), {"country": "YEM", "period": "2025-Q1"}
    with store.rehearsal() as cur:
        before = measure(cur, local, only=only)
        cur.run("UPDATE fact_mechanism SET language = 'en' WHERE report = 60")
        cur.run("UPDATE fact_meeting SET language = 'en' WHERE language = 'ar'")
        after = measure(cur, local, only=only)

    # WASH met in Arabic, Education in French.
    assert before[["numerator", "denominator"]].to_numpy().tolist() == [[1, 2]]
    assert after[["numerator", "denominator"]].to_numpy().tolist() == [[0, 2]]
