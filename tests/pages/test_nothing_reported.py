"""Pages of figures where one dataset is reported and another is not, in every choice of filters."""

import pytest

from pages.components.clusters.choose import INDICATORS
from tests.pages.test_figures_pages import opened, written


@pytest.mark.usefixtures("published_store")
@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("cluster", ["all", "HEA"])
def test_an_indicator_that_nobody_reported_on_is_said_to_be_so(
    indicator: str, cluster: str
) -> None:
    visit = opened("clusters.py", lang="en", indicator=indicator, cluster=cluster)

    assert not visit.exception
    silent = indicator in {"clusters_with_lna_leadership", "lna_share_of_leadership_roles"}
    assert ("Nobody has reported on this yet." in written(visit)) is silent
