"""A number and what it is made of are the same number."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pandas as pd
import pytest

import loaders
from core.access import Office
from core.errors import UnknownIndicator
from core.settings import Settings
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import Indicator, Only, Scope, find, indicators, install_views, measure
from metrics.trace import batches_behind, trace

QUESTIONS: list[Only] = [
    {},
    {"country": "YEM"},
    {"country": ("YEM", "MLI"), "period": "2025-Q2"},
    {"cluster": "WSH", "period": ("2025-Q1", "2025-04")},
    {"cluster": None},
    {"region": "ROMENA", "level": ("national", "subnational")},
    {"context": "francophone", "mechanism_type": ("cluster", "aor")},
    {"cluster_reported": "Health"},
    {"place": "Aden", "level": "subnational"},
    {"country": "TCD"},
    {"cluster_before_with_aors": "PRO"},
    {"cluster_reduced": ("PRO", None), "cluster_before": "PRO-CPN"},
    {"cluster_reduced_aors_apart": ("WSH", "PRO-CPN")},
    {"working_language": ("fr", "en"), "period": "2025-Q1"},
]
FLAGGED: list[Only] = [
    {"women_led": "yes"},
    {"women_led": "no", "country": "YEM"},
    {"women_led": (None, "yes"), "period": "2025-Q1"},
    {"refugee_led": "yes", "women_led": None},
]
COUNTED = [indicator for indicator in indicators().values() if not indicator.over]
LEADING: list[Only] = [{"role": "lead"}, {"role": "lead", "country": "YEM", "cluster": "HEA"}]


def counted(frame: pd.DataFrame) -> tuple[int, int, int]:
    """Numerator, denominator and unknown, as the rows of a trace make them."""
    sums = frame.groupby("counted_as")["counts"].sum().to_dict()
    part, rest = int(sums.get("numerator", 0)), int(sums.get("denominator", 0))
    return part, part + rest, int(sums.get("unknown", 0))


def measured(
    cur: Cursor, indicator: Indicator, only: Only, scope: Scope = 2
) -> tuple[int, int, int]:
    found = measure(cur, indicator, only=only, scope=scope)
    halves = found[["numerator", "denominator", "unknown"]].fillna(0)
    return (0, 0, 0) if found.empty else tuple(int(n) for n in halves.iloc[0])  # type: ignore[return-value]


@pytest.mark.parametrize("indicator", COUNTED, ids=lambda i: i.id)
def test_what_is_traced_counts_as_what_is_measured(indicator: Indicator, seeded: Cursor) -> None:
    scopes: tuple[Scope, ...] = (2, 3, 1)
    asked = [
        (only, scope)
        for only, scope in zip(QUESTIONS, cycle(scopes), strict=False)
        if set(only) <= set(indicator.dimensions)
    ]

    got = [counted(trace(seeded, indicator, only=only, scope=scope).frame) for only, scope in asked]

    assert got == [measured(seeded, indicator, only, scope) for only, scope in asked]
    assert sum(sum(numbers) for numbers in got) > 0


@pytest.mark.parametrize("indicator", COUNTED, ids=lambda i: i.id)
def test_every_counted_thing_leads_to_a_file_and_its_rows(
    indicator: Indicator, seeded: Cursor
) -> None:
    found = trace(seeded, indicator).frame

    told = [source["rows"] for sources in found["sources"] for source in sources]
    assert len(found) > 0
    assert found["sources"].str.len().min() >= 1
    assert max(told) >= 1


@pytest.mark.parametrize("code", ["P8", "L2"])
@pytest.mark.parametrize("only", FLAGGED, ids=str)
def test_what_is_traced_under_a_flag_counts_as_what_is_measured(
    code: str, only: Only, seeded: Cursor
) -> None:
    got = counted(trace(seeded, find(code), only=only).frame)

    assert got == measured(seeded, find(code), only)


def test_the_batches_behind_a_number_are_those_whose_reports_count(seeded: Cursor) -> None:
    leading = batches_behind(seeded, find("L1"), only={"country": "MLI"})
    yemen = batches_behind(seeded, find("P8"), only={"country": "YEM", "period": "2025-Q2"})
    silent = batches_behind(
        seeded, find("Q1"), only={"country": "LBY", "period": "2025-Q2"}, grain="quarter"
    )

    # Mali: June for WASH (batch 10) and the closing of Nutrition (9); that of the quarter is older.
    assert leading[["batch", "reports"]].to_numpy().tolist() == [[10, 1], [9, 1]]
    # April as corrected by batch 3, May of batch 2; batch 11 is withdrawn.
    assert yemen[["batch", "reports"]].to_numpy().tolist() == [[3, 1], [2, 1]]
    assert yemen[["file_name", "office"]].iloc[0].tolist() == ["file 3", "test office"]
    assert yemen["moment"].iloc[0] == pd.Timestamp("2025-07-04")
    # Libya did not report: its first quarter is why a report is expected.
    assert silent["batch"].tolist() == [5]


def test_the_batches_behind_a_number_follow_the_event_number(store: Database) -> None:
    only = {"country": "YEM", "cluster": "HEA", "period": "2025-Q2"}

    with store.cursor(as_of=13) as before, store.cursor() as now:
        found = [
            batches_behind(cur, find("P8"), only=only)["batch"].tolist() for cur in (before, now)
        ]

    assert found == [[11], []]


@pytest.mark.parametrize("name", ["lna_share_of_presence", "unknown_type"])
@pytest.mark.parametrize("only", LEADING, ids=str)
def test_those_who_lead_are_traced_as_they_are_measured(
    name: str, only: Only, seeded: Cursor
) -> None:
    indicator = indicators()[name]

    got = trace(seeded, indicator, only=only).frame

    assert counted(got) == measured(seeded, indicator, only)
    assert set(got["role"]) == {"lead"}


def test_trace_follows_the_event_number(store: Database) -> None:
    """The report of batch 11, withdrawn by event 14, counted before: organisation 9."""
    health = {"country": "YEM", "cluster": "HEA", "period": "2025-Q2"}
    presence = indicators()["lna_share_of_presence"]

    with store.cursor() as now, store.cursor(as_of=13) as before:
        assert trace(now, presence, only=health).total == 0
        assert trace(before, presence, only=health).total == 1


def test_a_role_is_traced_by_role(seeded: Cursor) -> None:
    roles = indicators()["lna_share_of_leadership_roles"]

    found = trace(seeded, roles, only={"country": "YEM", "role": "co_lead"})

    # Amal in WASH, Nour in Child Protection; in Health the newest report has a vacancy.
    assert found.frame["role"].tolist() == ["co_lead", "co_lead"]
    assert counted(found.frame) == (2, 2, 0)


def test_pages_of_a_trace_make_the_whole(seeded: Cursor) -> None:
    presence = indicators()["lna_share_of_presence"]
    whole = trace(seeded, presence, only={"country": "YEM"})

    parts = [
        trace(seeded, presence, only={"country": "YEM"}, limit=2, offset=n) for n in (0, 2, 4, 6)
    ]

    assert {part.total for part in parts} == {whole.total} == {len(whole.frame)}
    assert sum(len(part.frame) for part in parts) == whole.total
    assert trace(seeded, presence, only={"country": "YEM"}, offset=99).frame.empty


def test_an_indicator_of_somebody_else_is_traced_by_the_view_that_it_looks_at(
    seeded: Cursor,
) -> None:
    other = indicators()["unknown_type"].model_copy(update={"id": "something_new"})

    assert trace(seeded, other).total == trace(seeded, indicators()["unknown_type"]).total


def test_a_derived_number_is_traced_by_its_parts(seeded: Cursor) -> None:
    with pytest.raises(UnknownIndicator) as refused:
        trace(seeded, indicators()["representation_ratio"])

    assert refused.value.facts["suggestion"] == "lna_share_of_sag_seats"


def test_a_member_that_comes_is_traced_to_the_list_of_members_as_well(seeded: Cursor) -> None:
    regular = indicators()["lna_regular_attendance"]

    found = trace(seeded, regular, only={"country": "YEM", "period": "2025-Q1"}).frame

    # Meetings of batch 20 and the list of batch 15, for each of the five members that may count.
    batches = [[source["batch"] for source in sources] for sources in found["sources"]]
    assert batches == [[15, 20]] * 5


@pytest.fixture(scope="module")
def chad(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Database]:
    database = Database.open(tmp_path_factory.mktemp("chad") / "aln.duckdb", settings=Settings())
    install_views(database)
    file = next((samples / "tcd-3w-2021-10").glob("*.xlsx"))
    upload = loaders.read(file.read_bytes(), file.name)
    known = loaders.knowledge(database)
    choices = loaders.Choices(country="TCD")
    table, _ = loaders.find_table(upload, "presence", choices, known)
    assert table is not None
    staged = loaders.check(upload, table, "presence", choices, known)
    loaders.commit(database, staged, Office("test office"))
    yield database
    database.close()


@pytest.mark.parametrize("name", ["lna_share_of_presence", "unknown_type", "reporting_rate"])
def test_a_real_workbook_is_traced_to_its_rows(name: str, chad: Database) -> None:
    with chad.cursor() as cur:
        found = trace(cur, indicators()[name], only={"country": "TCD"}, limit=10_000)

        assert counted(found.frame) == measured(cur, indicators()[name], {"country": "TCD"})


def test_a_row_of_a_trace_is_the_row_of_the_file(chad: Database, samples: Path) -> None:
    presence = indicators()["lna_share_of_presence"]
    with chad.cursor() as cur:
        frame = trace(cur, presence, only={"country": "TCD"}, limit=10_000).frame
    file = next((samples / "tcd-3w-2021-10").glob("*.xlsx"))
    sheet = frame["sources"][0][0]["sheet"]
    cells = pd.read_excel(file, sheet_name=sheet, header=None, dtype=str, engine="openpyxl")

    missing = [
        (name, number)
        for name, sources in zip(frame["organisation"], frame["sources"], strict=True)
        for source in sources
        for number in source["source_rows"]
        if name.casefold() not in " | ".join(map(str, cells.iloc[number - 1])).casefold()
    ]

    assert missing == []
    assert {source["file_name"] for sources in frame["sources"] for source in sources} == {
        file.name
    }
    # The file has 707 rows with its heading and its tags; nobody is in two batches.
    assert sum(source["rows"] for sources in frame["sources"] for source in sources) == 705
