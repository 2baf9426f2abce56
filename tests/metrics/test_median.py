"""The median of mechanisms stands beside the pooled number."""

import pytest

from core.errors import UnknownIndicator
from core.storage.cursor import Cursor
from metrics import indicators, measure, median_of_mechanisms

FIRST = {"period": "2025-Q1"}


def test_the_median_is_of_the_values_of_mechanisms_and_the_whole_is_pooled(seeded: Cursor) -> None:
    members = indicators()["lna_share_of_members"]

    middle = median_of_mechanisms(seeded, members, by=["country"], only=FIRST)
    pooled = measure(seeded, members, by=["country"], only=FIRST)

    # Yemen: WASH 4/6, Education 3/9, Health 0/1: the one in the middle is 1/3. Mali: 1/3 and 0/6.
    assert middle.to_dict("list") == {
        "country": ["MLI", "YEM"],
        "median": [pytest.approx(1 / 6), pytest.approx(1 / 3)],
        "mechanisms": [2, 3],
        "without": [0, 0],
    }
    assert pooled["value"].to_list() == [pytest.approx(1 / 9), pytest.approx(7 / 16)]


def test_a_mechanism_without_a_value_is_counted_and_not_taken_for_zero(seeded: Cursor) -> None:
    led = indicators()["clusters_with_lna_leadership"]

    middle = median_of_mechanisms(seeded, led, only=FIRST)

    # WASH of Yemen and of Mali 1, Nutrition 0; in Health a holder is of unknown type.
    assert middle.to_dict("list") == {"median": [1.0], "mechanisms": [3], "without": [1]}


@pytest.mark.parametrize("name", ["representation_ratio", "reporting_rate"])
def test_what_no_mechanism_has_has_no_median(name: str, seeded: Cursor) -> None:
    with pytest.raises(UnknownIndicator):
        median_of_mechanisms(seeded, indicators()[name])
