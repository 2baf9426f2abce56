"""Lists of clusters, working languages and flags, each against a table worked out by hand."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UnknownIndicator
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import Only, find, measure
from metrics.dimensions import CLUSTER_LISTS, overlapping
from metrics.names import names, provisional_clusters
from tests.metrics.made_store import Told, fill

PRESENCE = find("P8")
LEADERSHIP = find("L1")
ROLES = find("L2")
UNKNOWN = find("Q2")
Q1 = "2025-Q1"

# Chad: Amal is in Shelter, in CCCM and in GBV, CARE in Shelter, Logistics and GBV. Lebanon went
# over to the reduced list: Nour is in SLS. Niger: an area of responsibility, and Coordination.
LISTS = (
    Told(country="TCD", cluster="SHL", period=Q1, who={"Amal": "NNGO", "CARE": "INGO"}),
    Told(country="TCD", cluster="CCM", period=Q1, who={"Amal": "NNGO", "IOM": "UN"}),
    Told(country="TCD", cluster="ERY", period=Q1, who={"UNDP": "UN"}),
    Told(country="TCD", cluster="LOG", period=Q1, who={"CARE": "INGO"}),
    Told(country="TCD", cluster="PRO", period=Q1, who={"UNHCR": "UN"}),
    Told(country="TCD", cluster="PRO-GBV", period=Q1, who={"CARE": "INGO", "Amal": "NNGO"}),
    Told(country="LBN", cluster="SLS", period=Q1, who={"Nour": "NNGO"}),
    Told(country="NER", cluster="PRO-HLP", period=Q1, who={"Sahara": "NNGO", "NRC": "INGO"}),
    Told(country="NER", cluster="COO", period=Q1, who={"OCHA": "UN"}),
)
# L/NAs and organisations by cluster, None: in no cluster of that list.
TABLES = {
    # As reported, but what the list does not have: SLS cannot be split again.
    "cluster_before": {
        "CCM": (1, 2), "COO": (0, 1), "ERY": (0, 1), "LOG": (0, 1), "PRO": (0, 1),
        "PRO-GBV": (1, 2), "PRO-HLP": (1, 2), "SHL": (1, 2), None: (1, 1),
    },
    # Protection is UNHCR, CARE and Amal of Chad with Sahara and NRC of Niger.
    "cluster_before_with_aors": {
        "CCM": (1, 2), "COO": (0, 1), "ERY": (0, 1), "LOG": (0, 1), "PRO": (2, 5),
        "SHL": (1, 2), None: (1, 1),
    },
    # SLS: Amal once, CARE, IOM; Nour; Sahara, NRC. Protection: UNHCR, CARE, Amal.
    "cluster_reduced": {
        "COO": (0, 1), "LGT": (0, 1), "PRO": (1, 3), "SLS": (3, 6), None: (0, 1),
    },
    "cluster_reduced_aors_apart": {
        "COO": (0, 1), "LGT": (0, 1), "PRO": (0, 1), "PRO-GBV": (1, 2), "PRO-HLP": (1, 2),
        "SLS": (2, 4), None: (0, 1),
    },
}  # fmt: skip


@pytest.fixture
def cur(empty_store: Database) -> Iterator[Cursor]:
    with empty_store.rehearsal() as cursor:
        yield cursor


def halves(cur: Cursor, indicator: str, by: str, only: Only | None = None) -> dict[object, object]:
    """Numerator and denominator by group."""
    found = measure(cur, find(indicator), by=[by], only=only).astype(object)
    found = found.where(found.notna(), None)
    return dict(
        zip(found[by], zip(found["numerator"], found["denominator"], strict=True), strict=True)
    )


@pytest.mark.parametrize("name", TABLES)
def test_a_list_of_clusters_counts_each_organisation_once(name: str, cur: Cursor) -> None:
    fill(cur, LISTS)

    assert halves(cur, "P8", name) == TABLES[name]


def test_a_list_limits_as_it_splits(cur: Cursor) -> None:
    fill(cur, LISTS)

    found = measure(cur, PRESENCE, only={"cluster_reduced": ("SLS", None)})

    # With Early Recovery's UNDP.
    assert (found.numerator.item(), found.denominator.item()) == (3, 7)


def test_two_clusters_that_were_merged_later_are_two_mechanisms(cur: Cursor) -> None:
    lead = {"IOM": "lead:UN"}
    shared = {"Amal": "co_lead:NNGO"}
    fill(
        cur,
        [
            Told(country="TCD", cluster="SHL", period="2025-Q1", who=shared, dataset="roles"),
            Told(country="TCD", cluster="CCM", period="2025-Q1", who=lead, dataset="roles"),
            Told(country="TCD", cluster="SLS", period="2025-Q2", who=shared, dataset="roles"),
            Told(country="TCD", cluster="PRO-HLP", period="2025-Q1", who=shared, dataset="roles"),
        ],
    )

    found = measure(cur, LEADERSHIP, by=["cluster_reduced", "period"], grain="quarter")
    year = measure(cur, LEADERSHIP, by=["cluster_reduced"], grain="year")

    # The area of responsibility is no cluster of L1 in either list.
    assert found[["period", "numerator", "denominator"]].to_numpy().tolist() == [
        ["2025-Q1", 1, 2],
        ["2025-Q2", 1, 1],
    ]
    assert (year.numerator.item(), year.denominator.item()) == (2, 3)


def test_codes_of_the_reduced_list_are_named_and_marked_as_ours(cur: Cursor) -> None:
    assert provisional_clusters(cur) == {"SLS", "LGT"}
    assert {name: names(cur, "en")[name]["SLS"] for name in CLUSTER_LISTS} == dict.fromkeys(
        CLUSTER_LISTS, "Shelter, Land and Site Coordination (SLSC)"
    )
    assert names(cur, "fr")["working_language"]["ar"] == "Arabe"


# Chad works in French and Arabic, Yemen in Arabic and English; of Colombia we know no language.
LANGUAGES = (
    Told(country="TCD", cluster="WSH", period=Q1, who={"Amal": "NNGO", "CARE": "INGO"}),
    Told(country="YEM", cluster="WSH", period=Q1, who={"Nour": "NNGO", "Salam": "NNGO"}),
    Told(country="COL", cluster="WSH", period=Q1, who={"Paz": "?", "NRC": "INGO"}),
)


def test_a_country_is_in_the_group_of_each_of_its_languages(cur: Cursor) -> None:
    fill(cur, LANGUAGES)

    assert halves(cur, "P8", "working_language") == {
        "ar": (3, 4), "en": (2, 2), "fr": (1, 2), None: (0, 1),
    }  # fmt: skip
    assert halves(cur, "P8", "working_language", {"working_language": "fr"}) == {"fr": (1, 2)}
    assert halves(cur, "Q1", "working_language") == {
        "ar": (2, 2), "en": (1, 1), "fr": (1, 1), None: (1, 1),
    }  # fmt: skip
    assert overlapping(["working_language", "period"])
    assert not overlapping(["context"])


@pytest.mark.parametrize(
    ("languages", "rows"),
    [(("fr",), 2), (("fr", "ar"), 4), (("fr", "ar", None), 6), ((None,), 2), (("es",), 0)],
)
def test_a_limit_to_several_languages_counts_a_country_once(
    languages: Sequence[str | None], rows: int, cur: Cursor
) -> None:
    fill(cur, LANGUAGES)

    found = measure(cur, UNKNOWN, only={"working_language": languages})

    assert found.denominator.sum() == rows


def test_a_flag_that_nobody_told_is_unknown_and_not_no(seeded: Cursor) -> None:
    """Yemen, first quarter: Amal is women-led, Nour and Hayat are not; four are not told of."""
    only = {"country": "YEM", "period": Q1}

    found = {
        answer: measure(seeded, PRESENCE, only={**only, "women_led": answer}).iloc[0]
        for answer in ("yes", "no")
    }

    # Society, UNICEF, the ministry and Sahara stay open on both sides.
    assert found["yes"][["numerator", "denominator", "unknown"]].tolist() == [1, 1, 4]
    assert found["no"][["numerator", "denominator", "unknown"]].tolist() == [1, 2, 4]
    assert (found["yes"]["low"], found["yes"]["high"]) == (0.2, 1.0)


def test_those_of_whom_nobody_told_can_be_asked_for(seeded: Cursor) -> None:
    only = {"country": "YEM", "period": Q1, "women_led": None}

    found = measure(seeded, PRESENCE, only=only)

    # The society, UNICEF and the ministry are of known type, Sahara is not.
    assert found[["numerator", "denominator", "unknown"]].iloc[0].tolist() == [1, 3, 1]


def test_the_newest_decision_about_a_flag_holds_and_may_be_taken_back(seeded: Cursor) -> None:
    roles = measure(seeded, ROLES, only={"country": "YEM", "period": Q1, "women_led": "yes"})
    taken_back = measure(seeded, PRESENCE, only={"country": "MLI", "women_led": "yes"})

    # Amal co-leads WASH. Nour is not women-led. UNICEF, thrice, and the one of unknown type stay.
    assert roles[["numerator", "denominator", "unknown"]].iloc[0].tolist() == [1, 1, 4]
    assert taken_back[["numerator", "denominator", "unknown"]].iloc[0].tolist() == [0, 0, 3]
    assert taken_back["state"].item() == "nothing-known"


@pytest.mark.parametrize(
    ("indicator", "by", "only"),
    [
        ("P8", ["women_led"], {}),
        ("L1", [], {"women_led": "yes"}),
        ("Q1", [], {"refugee_led": "yes"}),
        ("Q2", [], {"affiliated": "no"}),
        ("P8", [], {"women_led": "maybe"}),
    ],
)
def test_a_flag_only_limits_and_only_organisations(
    indicator: str, by: list[str], only: Only, cur: Cursor
) -> None:
    with pytest.raises(UnknownIndicator):
        measure(cur, find(indicator), by=by, only=only)


ORGANISATIONS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.sampled_from(["NNGO", "NS", "UN"]), max_size=5
)
CLUSTERS = st.dictionaries(
    st.sampled_from(["SHL", "CCM", "PRO", "PRO-HLP", "PRO-GBV", "ERY", "SLS", "LOG", "TEL"]),
    ORGANISATIONS,
    min_size=1,
)


@settings(max_examples=8, deadline=None)
@given(clusters=CLUSTERS, name=st.sampled_from(CLUSTER_LISTS))
def test_a_rolled_up_cluster_lies_between_its_largest_part_and_their_sum(
    clusters: dict[str, dict[str, str]], name: str, empty_store: Database
) -> None:
    with empty_store.rehearsal() as cur:
        fill(cur, [Told(country="TCD", cluster=c, period=Q1, who=w) for c, w in clusters.items()])
        parts = measure(cur, PRESENCE, by=["cluster", name])
        wholes = measure(cur, PRESENCE, by=[name])

    sizes = (parts.denominator + parts.unknown).groupby(parts[name].fillna("")).agg(["max", "sum"])
    got = (wholes.denominator + wholes.unknown).set_axis(wholes[name].fillna(""))
    assert set(got.index) == set(sizes.index)
    assert (sizes["max"] <= got[sizes.index]).all()
    assert (got[sizes.index] <= sizes["sum"]).all()
