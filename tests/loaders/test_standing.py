"""What is reported can be confirmed, contested, and taken back; the newest word holds."""

import pytest

import loaders
import metrics
from core.access import Office, Role
from core.errors import DashboardError
from core.i18n import Lang
from core.i18n.errors import explain
from loaders import set_standing, standings
from loaders.standing import Level
from metrics import Standings
from tests.loaders.cells import Store

FORUM, WASH_OFFICE = Office("Chad NGO Forum"), Office("WASH Chad")
ROWS = ("Espoir,NNGO,WASH,,2022-01", "Espoir,NNGO,Health,,2022-01", "Secours,INGO,Health,,2022-01")
NEVER_ASKED = "Our members were never asked."


@pytest.fixture
def published(store: Store) -> Store:
    metrics.install_views(store.database)
    store.load(*ROWS)
    return store


def test_a_batch_of_which_nobody_spoke_has_no_standing(published: Store) -> None:
    with published.database.cursor() as cur:
        assert standings(cur) == []


def test_the_newest_word_holds_and_every_word_is_an_event(published: Store) -> None:
    said: list[tuple[int, list[str]]] = []
    for level, office in (("contested", FORUM), ("confirmed", WASH_OFFICE), ("reported", FORUM)):
        event = set_standing(published.database, 1, None, _level(level), office, f"so: {level}")
        with published.database.cursor() as cur:
            said.append((event, [f"{one.standing} by {one.office}" for one in standings(cur)]))

    assert said == [
        (2, ["contested by Chad NGO Forum"]),
        (3, ["confirmed by WASH Chad"]),
        (4, ["reported by Chad NGO Forum"]),
    ]
    with published.database.cursor() as cur:
        events = cur.rows("SELECT event, kind, who, batch, why FROM event ORDER BY event")
    assert events[1:] == [
        (2, "standing-contested", "Chad NGO Forum", 1, "so: contested"),
        (3, "standing-confirmed", "WASH Chad", 1, "so: confirmed"),
        (4, "standing-reported", "Chad NGO Forum", 1, "so: reported"),
    ]
    with published.database.cursor(as_of=2) as cur:
        assert [one.standing for one in standings(cur)] == ["contested"]


def test_one_mechanism_can_be_contested_and_the_others_stay_as_they_are(published: Store) -> None:
    health = _mechanism(published, "HEA")
    set_standing(published.database, 1, health, "contested", FORUM, NEVER_ASKED)
    indicator = metrics.find("lna_share_of_presence")

    with published.database.cursor() as cur:
        (one,) = standings(cur)
        counted = {
            cluster: metrics.standing(cur, indicator, only={"cluster": (cluster,)})
            for cluster in ("WSH", "HEA")
        }
        whole = metrics.standing(cur, indicator, only={"country": ("TCD",)})
        flagged = metrics.contested(cur, indicator)

    assert (one.mechanism, one.cluster, one.why) == (health, "HEA", NEVER_ASKED)
    assert counted["WSH"] == Standings(reported=1, confirmed=0, contested=0)
    assert (counted["HEA"].contested, counted["HEA"].reported) == (1, 0)
    assert (whole.reported, whole.confirmed, whole.contested) == (1, 0, 1)
    assert [(w.office, w.why, w.reports, w.batch) for w in whole.words] == [
        ("Chad NGO Forum", NEVER_ASKED, 1, 1)
    ]
    assert flagged == {("TCD", "HEA")}


def test_no_number_changes_with_the_standing(published: Store) -> None:
    before = published.facts()

    set_standing(published.database, 1, None, "contested", FORUM, NEVER_ASKED)

    assert published.facts() == before


@pytest.mark.parametrize("end", ["replaced", "withdrawn", "purged"])
def test_a_number_rests_on_what_is_in_force(published: Store, end: str) -> None:
    set_standing(published.database, 1, None, "contested", FORUM, NEVER_ASKED)
    if end == "replaced":
        published.load("Espoir,NNGO,WASH,,2022-01", "Secours,INGO,Health,,2022-01")
    elif end == "withdrawn":
        loaders.withdraw(published.database, 1, FORUM, "wrong")
    else:
        loaders.purge(published.database, 1, FORUM, "wrong")

    with published.database.cursor() as cur:
        found = metrics.standing(cur, metrics.find("lna_share_of_presence"))

    assert (found.confirmed, found.contested, found.words) == (0, 0, ())
    assert found.reported == (2 if end == "replaced" else 0)


REFUSED: tuple[tuple[int, int | None, str, str], ...] = (
    (9, None, "why", "unknown-batch"),
    (1, 99, "why", "unknown-mechanism"),
    (1, None, "  ", "words-missing"),
    (1, None, "x" * 501, "words-too-long"),
    (1, None, "ask somebody@example.org", "words-are-personal"),
    (1, None, "call +235 66 12 34 56 first", "words-are-personal"),
)


@pytest.mark.parametrize(("batch", "mechanism", "why", "code"), REFUSED)
def test_what_cannot_be_said_is_refused_in_three_languages(
    published: Store, batch: int, mechanism: int | None, why: str, code: str
) -> None:
    before = published.everything()

    with pytest.raises(DashboardError) as refusal:
        set_standing(published.database, batch, mechanism, "contested", FORUM, why)

    assert refusal.value.code == code
    assert len({explain(refusal.value, lang) for lang in Lang}) == len(Lang)
    assert published.everything() == before
    assert published.rows_of("standing") == 0


def test_words_with_figures_and_dates_are_no_telephone_numbers(published: Store) -> None:
    why = "On 2022-01-14 and 14.02.2022, 1 250 000 USD and 12 of 19 seats were not counted."

    event = set_standing(published.database, 1, None, "contested", FORUM, why)

    assert event == 2


def test_who_may_only_read_cannot_contest(published: Store) -> None:
    with pytest.raises(DashboardError) as refusal:
        set_standing(
            published.database, 1, None, "contested", Office("Anyone", Role.PUBLIC), NEVER_ASKED
        )

    assert refusal.value.code == "not-allowed"


def _level(text: str) -> Level:
    return {"contested": "contested", "confirmed": "confirmed"}.get(text, "reported")  # type: ignore[return-value]


def _mechanism(store: Store, cluster: str) -> int:
    with store.database.cursor() as cur:
        return int(cur.value("SELECT mechanism FROM mechanism WHERE cluster = $c", {"c": cluster}))
