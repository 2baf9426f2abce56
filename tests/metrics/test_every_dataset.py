"""What offices send in each dataset, loaded as they send it, is what the indicators count."""

from collections.abc import Iterator

import pytest

import loaders
from core.access import Office
from core.storage.database import Database
from loaders import Choices
from metrics import indicators, install_views, measure, trace

FILES = {
    "presence": "Cluster,Period,Organisation,Organisation type\n"
    "WASH,2022-Q1,Lac Eau,NNGO\nWASH,2022-Q1,OXFAM,INGO\n",
    # Nutrition keeps no list: its return gives numbers.
    "members": "Mechanism type,Cluster,Period,Organisation,Organisation type,Seat\n"
    "Cluster,WASH,2022-Q1,Lac Eau,NNGO,\nCluster,WASH,2022-Q1,Espoir,NNGO,Full member\n"
    "Cluster,WASH,2022-Q1,OXFAM,INGO,\nCluster,WASH,2022-Q1,UNICEF,UN Agency,Observer\n"
    "Cluster,WASH,2022-Q1,Sahel,,\nSAG,WASH,2022-Q1,OXFAM,INGO,\n"
    "SAG,WASH,2022-Q1,Espoir,NNGO,\n",
    "roles": "Mechanism type,Cluster,Period,Leadership role,Organisation,Organisation type,Funded\n"
    "Cluster,WASH,2022-Q1,Lead,OXFAM,INGO,\nCluster,WASH,2022-Q1,Co-lead,Espoir,NNGO,yes\n",
    "meetings": "Cluster,Meeting date,Organisation,Organisation type,Meeting language\n"
    "WASH,2022-02-14,Lac Eau,NNGO,French\nWASH,2022-02-14,OXFAM,INGO,French\n"
    "WASH,2022-03-14,OXFAM,INGO,French\n",
    "mechanisms": "Mechanism type,Cluster,Period,Number of members,"
    "Number of local and national NGOs,Number of INGOs,Localisation plan\n"
    "Cluster,Nutrition,2022-Q1,9,2,4,yes\n",
    "funding": "Fund,Date,Cluster,Recipient,Organisation type,Amount,Currency,Route\n"
    "HF,2022-03,WASH,Lac Eau,NNGO,100,USD,Direct\nHF,2022-03,WASH,OXFAM,INGO,300,USD,Direct\n",
    "events": "Title,Kind,Date,Cluster,Organisation,Organisation type,Role in the event\n"
    "Atelier,Workshop,2022-03,WASH,Lac Eau,NNGO,Speaker\n"
    "Atelier,Workshop,2022-03,WASH,OXFAM,INGO,Organiser\n",
}
# Numerator, denominator and unknown of Chad in the first quarter of 2022.
WANTED = {
    # Lac Eau and Espoir of 3 on the list, Sahel unknown; 2 of 6 in the return, 3 in no class.
    "lna_share_of_members": (4, 9, 4),
    "memberships": (4, 9, 4),
    "member_organisations": (2, 3, 1),
    "mechanisms_with_lna_members": (2, 2, 0),
    "lna_share_of_sag_seats": (1, 2, 0),
    "lna_share_of_attendance": (1, 3, 0),
    # Lac Eau was at one of two, Espoir at none, OXFAM at both.
    "lna_regular_attendance": (1, 2, 1),
    "international_regular_attendance": (1, 1, 1),
    "lna_members_active": (1, 2, 1),
    "meetings_in_local_language": (1, 1, 0),
    "localisation_plans": (1, 1, 0),
    "funded_lna_roles": (1, 1, 0),
    "lna_share_of_shared_leadership": (1, 1, 0),
    "lna_share_of_pooled_funds": (100, 400, 0),
    "lna_share_of_event_voices": (1, 1, 0),
}


@pytest.fixture(scope="module")
def chad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database.open(tmp_path_factory.mktemp("chad") / "store.duckdb")
    install_views(database)
    known = loaders.knowledge(database)
    for dataset, content in FILES.items():
        upload = loaders.read(content.encode(), "upload.csv")
        ready = loaders.prepare(database, upload, dataset, Choices(country="TCD"), known)
        assert ready.staged is not None, dataset
        loaders.commit(database, ready.staged, Office("test"))
    yield database
    database.close()


@pytest.mark.parametrize("name", WANTED)
def test_a_file_is_counted_as_it_was_sent(name: str, chad: Database) -> None:
    asked = indicators()[name]

    with chad.cursor() as cur:
        found = measure(cur, asked, by=["country"], grain="quarter")
        rows = trace(cur, asked).frame

    halves = found[["numerator", "denominator", "unknown"]].to_numpy().tolist()
    assert halves == [list(WANTED[name])]
    assert all(any(source["source_rows"] for source in sources) for sources in rows["sources"])
