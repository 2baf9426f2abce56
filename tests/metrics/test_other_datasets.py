"""Members, meetings, returns, funding and events never enter what presence and roles count."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

import loaders
from core.access import Office
from core.storage.database import Database
from loaders import Choices
from metrics import indicators, install_views, measure

COUNTED = {
    "presence": "Cluster,Period,Organisation,Organisation type\n"
    "WASH,2022-Q1,Espoir,NNGO\nWASH,2022-Q1,OXFAM,INGO\nHealth,2022-Q1,Sahel,\n",
    "roles": "Mechanism type,Cluster,Period,Leadership role,Organisation,Organisation type\n"
    "Cluster,WASH,2022-Q1,Lead,OXFAM,INGO\nCluster,WASH,2022-Q1,Co-lead,Espoir,NNGO\n",
}
OTHERS = {
    "members": "Mechanism type,Cluster,Period,Organisation,Organisation type\n"
    "Cluster,WASH,2022-Q1,Lac Eau,NNGO\nCluster,Nutrition,2022-Q1,Lac Eau,NNGO\n",
    "meetings": "Cluster,Meeting date,Organisation,Organisation type\n"
    "WASH,2022-02-14,Lac Eau,NNGO\nNutrition,2022-02-14,Lac Eau,\n",
    "mechanisms": "Mechanism type,Cluster,Period,Number of members\nCluster,Nutrition,2022-Q1,9\n",
    "funding": "Fund,Date,Cluster,Recipient,Organisation type,Amount,Currency\n"
    "HF,2022-03,WASH,Lac Eau,NNGO,100,USD\n",
    "events": "Title,Kind,Date,Cluster,Organisation,Organisation type\n"
    "Atelier,Workshop,2022-03,WASH,Lac Eau,NNGO\n",
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "store.duckdb")
    install_views(opened)
    yield opened
    opened.close()


def test_other_datasets_leave_the_numbers_of_presence_and_roles_alone(database: Database) -> None:
    declared = [indicator for indicator in indicators().values() if indicator.dataset in COUNTED]
    load(database, COUNTED)
    with database.cursor() as cur:
        before = [measure(cur, one, by=("country", "cluster", "period")) for one in declared]

    load(database, OTHERS)

    with database.cursor() as cur:
        after = [measure(cur, one, by=("country", "cluster", "period")) for one in declared]
    assert sum(map(bool, map(len, before))) >= 4  # of working groups nobody reported
    for was, is_now in zip(before, after, strict=True):
        assert_frame_equal(was, is_now)


def load(database: Database, files: dict[str, str]) -> None:
    known = loaders.knowledge(database)
    for dataset, content in files.items():
        upload = loaders.read(content.encode(), "upload.csv")
        ready = loaders.prepare(database, upload, dataset, Choices(country="TCD"), known)
        assert ready.staged is not None
        loaders.commit(database, ready.staged, Office("test"))
