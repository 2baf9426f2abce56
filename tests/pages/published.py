"""A small store published through the verbs, and the pages opened on it.

Chad, November 2021. Batch 1 names five organisations in Health and in WASH: three national, one
international, one without a type. Batch 2 corrects WASH: one national, one international. Batch 3,
Yemen, January 2022, names one national organisation in Education; event 4 withdraws it.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pandas as pd
from streamlit.testing.v1 import AppTest

import loaders
import metrics
from core.access import Office
from core.storage.database import Database

FRAME = str(Path(__file__).parents[2] / "pages" / "frame.py")
HEADINGS = ("Organisation", "Organisation type", "Cluster", "Country", "Month")
NATIONAL, INTERNATIONAL = "National NGO", "International NGO"
FIRST = (
    ("مؤسسة الأمل <b>", NATIONAL),
    ("=Made Up Relief", NATIONAL),
    ("Secours Inventé", NATIONAL),
    ("Nowhere International", INTERNATIONAL),
    ("Body Without Type", ""),
)
SECOND = (("=Made Up Relief", NATIONAL), ("Nowhere International", INTERNATIONAL))
# UTC; by event number.
MOMENTS = ("2026-03-05 09:30", "2026-03-07 10:00", "2026-03-07 11:00", "2026-03-08 12:00")


def fill(path: Path) -> None:
    """Make the store and publish the three batches."""
    database = Database.open(path)
    metrics.install_views(database)
    publish(database, "first.csv", rows(FIRST, ("Health", "WASH"), "Chad", "2021-11"), "OCHA Chad")
    publish(database, "second.csv", rows(SECOND, ("WASH",), "Chad", "2021-11"), "WASH Chad")
    publish(
        database, "yemen.csv", rows(FIRST[:1], ("Education",), "Yemen", "2022-01"), "OCHA Yemen"
    )
    loaders.withdraw(database, 3, Office("OCHA Yemen"), "wrong month")
    with database.transaction() as cur:
        for event, moment in enumerate(MOMENTS, start=1):
            at = datetime.fromisoformat(moment)
            cur.run("UPDATE event SET moment = ? WHERE event = ?", [at, event])
    database.close()


def publish(database: Database, name: str, content: bytes, office: str) -> int:
    """Read, check and commit a presence file; the number of its batch."""
    known, choices = loaders.knowledge(database), loaders.Choices()
    upload = loaders.read(content, name)
    table, _ = loaders.find_table(upload, "presence", choices, known)
    assert table is not None
    staged = loaders.check(upload, table, "presence", choices, known)
    return loaders.commit(database, staged, Office(office)).batch


def rows(
    organisations: Iterable[tuple[str, str]], clusters: Iterable[str], country: str, month: str
) -> bytes:
    """Every organisation once in every cluster, as a CSV file."""
    listed = tuple(organisations)
    lines = [(*one, cluster, country, month) for cluster in clusters for one in listed]
    return pd.DataFrame(lines, columns=HEADINGS).to_csv(index=False).encode()


def opened(page: str, **parameters: str) -> AppTest:
    """A page inside its frame, at an address with these parameters."""
    visit = AppTest.from_file(FRAME, default_timeout=60)
    for name, value in parameters.items():
        visit.query_params[name] = value
    return visit.switch_page(page).run()


def markup(visit: AppTest) -> str:
    """All HTML and sentences that were drawn, and the labels of links."""
    drawn = [element.proto.body for element in visit.get("html")]
    html = [body for body in drawn if not body.startswith(("<style", "<script"))]
    words = [element.value for element in (*visit.markdown, *visit.title, *visit.header)]
    links = [link.proto.label for link in visit.get("page_link")]
    return "\n".join([*html, *words, *links])
