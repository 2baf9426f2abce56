"""Figures of others that may stand on a bar of ours."""

import pytest

from core.i18n.periods import Period
from core.storage.cursor import Cursor
from metrics import find, fitting_figures


@pytest.mark.parametrize(
    ("period", "values"),
    [
        # Yemen's operational presence in published_figures.csv: June, July and September 2022.
        ("2022-Q2", [0.586]),
        ("2022-Q3", [0.585, 0.615]),
        ("2022-Q4", []),
        ("2022-07", [0.615]),
    ],
)
def test_a_figure_of_a_month_fits_the_quarter_that_holds_it(
    period: str, values: list[float], seeded: Cursor
) -> None:
    found = fitting_figures(seeded, find("P8"), Period.parse(period), geography="YEM")

    assert sorted(found["value"]) == pytest.approx(values)
    assert set(found["scope"]) <= {1}


@pytest.mark.parametrize(
    ("code", "year"),
    [
        # 45 % of 2023 is of national and subnational groups together; ours are national.
        ("P1", 2023),
        # The 50 % of the WASH cluster does not say who counted as an L/NA.
        ("P1", 2024),
        # The leadership shares of 2023 are subnational.
        ("L2", 2023),
        # The groups of 2018 are areas of responsibility; ours are clusters.
        ("L1", 2018),
    ],
)
def test_a_figure_on_another_level_definition_or_mechanism_does_not_fit(
    code: str, year: int, seeded: Cursor
) -> None:
    found = fitting_figures(seeded, find(code), Period.year(year))

    assert found.empty
    assert {"iso3", "geography", "cluster", "scope", "segment"} <= set(found.columns)
