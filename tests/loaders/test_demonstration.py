"""The demonstration: what its plan declares stands in the store, and names nobody real."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.i18n.folding import identity_key
from core.settings import Settings
from core.storage.database import Database
from loaders import batches, read
from loaders.demonstration import build, ensure, plan
from loaders.demonstration.cast import Cast, casts
from loaders.demonstration.names import MINISTRIES, Organisation, Tongue
from loaders.demonstration.plan import Country
from loaders.demonstration.seats import seats
from loaders.demonstration.store import version
from loaders.demonstration.story import uploads
from metrics import indicators, install_views, measure
from tests.conftest import ROOT
from tests.loaders.demonstration_troubles import TROUBLES

TONGUES: tuple[Tongue, ...] = ("en", "fr", "ar")
AGENCIES, FORUM, SOCIETY = 8, 1, 1
FACTS = (
    "SELECT * FROM fact_org",
    "SELECT * FROM fact_presence",
    "SELECT * FROM fact_role",
    "SELECT * FROM fact_member",
    "SELECT * FROM fact_meeting",
    "SELECT * FROM fact_mechanism",
    "SELECT * FROM fact_funding",
    "SELECT * FROM fact_event",
    "SELECT * FROM report",
    "SELECT * FROM batch_cell",
    "SELECT * FROM organisation",
    "SELECT * FROM cell",
    "SELECT * FROM mechanism",
    "SELECT * FROM batch",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database.open(tmp_path_factory.mktemp("demonstration") / "built.duckdb")
    try:
        install_views(database)
        build(database)
        yield database
    finally:
        database.close()


def named(quarter: int) -> str:
    return f"{plan.FIRST_YEAR + quarter // 4}-Q{quarter % 4 + 1}"


Planned = Callable[[Country, int], tuple[int, int, int]]


def presence_planned(country: Country, quarter: int) -> tuple[int, int, int]:
    """L/NA in scope 2, organisations of known type, of unknown type: all where none is told."""
    local = plan.local_at(country, quarter) + FORUM + SOCIETY
    ministries = len(set(country.chaired) & set(MINISTRIES))
    others = ministries + bool(country.de_facto) + (country.iso3 == plan.FOREIGN_SOCIETY[0])
    known = local + country.international + AGENCIES + others
    unknown = plan.count_in(country.unknown, quarter) + (country.iso3 == plan.NAMELESS_SOCIETY)
    untold = (country.iso3, plan.FIRST_YEAR + quarter // 4) == plan.WITHOUT_TYPES
    return (0, 0, known + unknown) if untold else (local, known, unknown)


def leadership_planned(country: Country, quarter: int) -> tuple[int, int, int]:
    """Clusters (no areas of responsibility) with an L/NA, of those known, and not known."""
    clusters = [c for c in plan.open_clusters(country, quarter) if "-" not in c]
    unknown = sum((country.iso3, c) == plan.UNKNOWN_HOLDER for c in clusters)
    shared = sum(country.shared.get(c, plan.QUARTERS) <= quarter for c in clusters)
    hubs = len(country.hubs) or 1
    return shared * hubs, (len(clusters) - unknown) * hubs, unknown * hubs


@pytest.mark.parametrize(
    ("indicator", "planned"),
    [
        ("lna_share_of_presence", presence_planned),
        ("clusters_with_lna_leadership", leadership_planned),
    ],
)
def test_every_country_and_quarter_measures_what_the_plan_declares(
    store: Database, indicator: str, planned: Planned
) -> None:
    expected = {
        (country.iso3, named(quarter)): planned(country, quarter)
        for country in plan.COUNTRIES
        for quarter in range(plan.QUARTERS)
        if plan.reports(country, quarter)
    }

    with store.cursor() as cur:
        found = measure(cur, indicators()[indicator], by=["country", "period"], grain="quarter")

    known = found[found["denominator"].notna()]
    sides = known[["numerator", "denominator", "unknown"]].astype(int)
    measured = dict(zip(zip(known["country"], known["period"], strict=True),
                        sides.itertuples(index=False, name=None), strict=True))  # fmt: skip
    assert {key: measured.get(key) for key in expected} == expected


def test_a_list_without_types_gives_no_share(store: Database) -> None:
    iso3, year = plan.WITHOUT_TYPES

    with store.cursor() as cur:
        share = indicators()["lna_share_of_presence"]
        only = {"country": iso3}
        found = measure(cur, share, by=["period"], only=only, grain="year").set_index("period")

    assert found["value"].isna().to_dict() == {str(y): y == year for y in range(2022, 2026)}


@pytest.mark.parametrize(
    ("question", "answer"), [t[1:] for t in TROUBLES], ids=[t[0] for t in TROUBLES]
)
def test_each_trouble_of_real_files_is_there(
    store: Database, question: str, answer: list[tuple[object, ...]]
) -> None:
    with store.cursor() as cur:
        assert cur.rows(question) == answer


def test_a_draft_is_withdrawn_and_a_list_replaced(store: Database) -> None:
    with store.cursor() as cur:
        others = {b.file_name: b.standing for b in batches(cur) if b.standing != "in-force"}

    assert others == {
        "demonstration-lbn-3w-2024-Q3-draft.csv": "withdrawn",
        "demonstration-cod-3w-2023-Q2-provisoire.csv": "replaced",
    }


def seated(cast: Cast, quarter: int) -> Iterator[Organisation]:
    """Everybody who has a seat somewhere: a few are listed and not present."""
    return (seat.holder for _, filled in seats(cast, quarter) for seat in filled)


def test_no_spelling_is_lost_in_any_encoding_or_format(store: Database) -> None:
    """As many organisations as names; the two that have two names count twice."""
    iso3, _, more = plan.TWO_SCRIPTS
    expected = {
        cast.country.iso3: {
            organisation
            for quarter in range(plan.QUARTERS)
            if plan.reports(cast.country, quarter)
            for organisation in (*cast.present(quarter), *seated(cast, quarter))
        }
        for cast in casts()
    }

    with store.cursor() as cur:
        counted = dict(cur.rows("SELECT country, count(*) FROM organisation GROUP BY country"))

    assert counted == {
        country: len(names) + (more if country == iso3 else 0)
        for country, names in expected.items()
    }


def test_every_batch_says_that_it_is_demonstration(store: Database) -> None:
    with store.cursor() as cur:
        published = batches(cur)

    says = ("Demonstration office", "Bureau de démonstration", "مكتب العرض التوضيحي")
    assert [b for b in published if not (b.file_name or "").startswith("demonstration-")] == []
    assert [b for b in published if not b.who.startswith(says)] == []


def test_no_name_is_that_of_an_organisation_in_a_published_file(samples: Path) -> None:
    invented = {identity_key(o.name[t]) for c in casts() for o in c.homes for t in TONGUES}

    published = {
        identity_key(text)
        for file in sorted(samples.glob("*/*.xlsx"))
        if file.parent.name != "edge"
        for sheet in read(file.read_bytes(), file.name).sheets
        for column in sheet.table.columns
        for text in column.unique().to_pylist()
        if text
    }

    assert len(published) > 3000
    assert invented & published == set()


def test_every_file_is_the_same_each_time() -> None:
    assert [(f.name, f.content) for f in uploads()] == [(f.name, f.content) for f in uploads()]


def test_two_processes_at_once_make_one_store_with_the_same_facts(
    store: Database, tmp_path: Path
) -> None:
    settings = Settings(demonstration=tmp_path / "shown.duckdb")
    call = "from core.settings import Settings; from loaders.demonstration import ensure; "
    both = [
        subprocess.Popen(
            [sys.executable, "-c", f"{call} ensure(Settings())"],
            cwd=ROOT,
            env={**os.environ, "ALN_DEMONSTRATION": str(settings.demonstration)},
        )
        for _ in range(2)
    ]

    assert [process.wait(timeout=300) for process in both] == [0, 0]
    assert {p.name for p in tmp_path.iterdir()} == {"shown.duckdb", "shown.duckdb.version"}
    made = settings.demonstration.stat().st_mtime_ns
    assert ensure(settings).stat().st_mtime_ns == made
    assert settings.demonstration.stat().st_size < 20_000_000
    shown = Database.open(settings.demonstration)
    try:
        with shown.cursor() as new, store.cursor() as old:
            different = [f for f in FACTS if sorted_rows(new.rows(f)) != sorted_rows(old.rows(f))]
    finally:
        shown.close()
    assert different == []


def sorted_rows(rows: list[tuple[object, ...]]) -> list[str]:
    """Rows in an order of their own: a table promises none."""
    return sorted(map(repr, rows))


def test_another_reference_table_makes_another_version(tmp_path: Path) -> None:
    settings = Settings(reference=tmp_path)
    before = version(settings)

    (tmp_path / "countries.csv").write_text("iso3\n", encoding="utf-8")

    assert version(settings) != before
