"""Who implements and who leads: two numbers from the same rows, and a way back to both names."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import fastexcel
import pytest

import loaders
from core.access import Office
from core.i18n.folding import identity_key
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices, Receipt, Staged
from loaders.registry import Pair, approve
from metrics import find, install_views, measure
from metrics.trace import trace

P8 = "lna_share_of_presence"
FILES = Path(__file__).parent / "files"
LOCAL = {"National NGO", "Government"}
SHARES = (
    "SELECT f.role, f.rows, f.lna_scope FROM fact_org AS f JOIN report AS r USING (report) "
    "WHERE r.batch = $batch AND r.cluster = 'WSH'"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "store.duckdb")
    install_views(database)
    yield database
    database.close()


def staged(store: Database, content: bytes, name: str, choices: Choices) -> Staged:
    upload = loaders.read(content, name)
    prepared = loaders.prepare(store, upload, "presence", choices, loaders.knowledge(store))
    assert prepared.staged is not None
    return prepared.staged


def published(store: Database, case: str, content: bytes | None = None) -> Receipt:
    choices = Choices(country="TCD", period=Period.month(2022, 1))
    file = content or (FILES / case / "upload.csv").read_bytes()
    return loaders.commit(store, staged(store, file, "upload.csv", choices), Office("test"))


def shares(store: Database, role: str) -> dict[str, tuple[int, int, int]]:
    """Numerator, denominator and unknown of each cluster."""
    with store.cursor() as cur:
        found = measure(cur, find(P8), by=("cluster",), only={"role": role, "level": "national"})
    halves = zip(found["numerator"], found["denominator"], found["unknown"], strict=True)
    return dict(zip(found["cluster"], halves, strict=True))


def test_the_two_sides_are_counted_apart(store: Database) -> None:
    """Health: Espoir and Save implement, Save leads. WASH: Espoir, Lumière; UNICEF, Espoir."""
    receipt = published(store, "two_organisations_with_types_of_their_own")

    assert shares(store, "present") == {"HEA": (1, 2, 0), "WSH": (2, 2, 0)}
    assert shares(store, "lead") == {"HEA": (0, 1, 0), "WSH": (1, 2, 0)}
    assert receipt.rows_stored == 5
    with store.cursor() as cur:
        assert cur.value("SELECT count(*) FROM fact_presence") == 5
        assert cur.value("SELECT sum(rows) FROM report") == 5


def test_a_number_of_each_side_leads_to_the_row_and_to_both_names(store: Database) -> None:
    published(store, "two_organisations_with_types_of_their_own")

    with store.cursor() as cur:
        present, lead = (
            trace(cur, find(P8), only={"cluster": "WSH", "role": role}).frame
            for role in ("present", "lead")
        )

    assert found_in(present) == {"Espoir": ([4, 5], ["Espoir", "UNICEF"]), "Lumière": ([6], None)}
    assert found_in(lead) == {"Espoir": ([5], ["Espoir"]), "UNICEF": ([4], ["Espoir"])}


def found_in(frame: object) -> dict[str, tuple[list[int], list[str] | None]]:
    """Organisation -> its rows in the one file, and who stands on the other side of them."""
    return {
        line["organisation"]: (
            list(line["sources"][0]["source_rows"]),
            line["sources"][0]["beside_reported"],
        )
        for line in frame.to_dict("records")  # type: ignore[attr-defined]
    }


def test_who_leads_alone_is_present_as_well(store: Database) -> None:
    published(store, "only_who_leads_is_named")

    assert shares(store, "present") == shares(store, "lead") == {"HEA": (1, 1, 0), "WSH": (0, 1, 0)}


def test_a_type_told_of_the_implementer_says_nothing_of_who_leads(store: Database) -> None:
    """Espoir leads without a type. The society is known by name, and still in no share."""
    published(store, "type_of_who_leads_missing")

    assert shares(store, "present") == {"HEA": (1, 1, 0), "WSH": (1, 1, 0)}
    assert shares(store, "lead") == {"HEA": (0, 0, 2), "WSH": (0, 0, 1)}


def test_a_file_that_does_not_say_who_leads_is_silent_about_it(store: Database) -> None:
    published(store, "", b"Organisation,Organisation type,Cluster\nEspoir,NNGO,Health\n")

    assert shares(store, "present") == {"HEA": (1, 1, 0)}
    assert shares(store, "lead") == {}


def test_another_lead_changes_no_organisation_that_is_present(store: Database) -> None:
    case = "two_organisations_with_types_of_their_own"
    published(store, case)
    again = (FILES / case / "upload.csv").read_bytes().replace(b"UNICEF,UN", b"OXFAM,INGO")

    difference = published(store, case, again).difference

    assert difference is not None
    assert (difference.new, difference.changed, difference.unchanged, difference.gone) == (
        0, 0, 4, 0,
    )  # fmt: skip
    assert shares(store, "lead")["WSH"] == (1, 2, 0)


def test_the_class_of_a_decision_keeps_the_sides_apart(store: Database) -> None:
    """Lumière is counted as Espoir; where Espoir leads nothing is known of its type."""
    published(store, "type_of_who_leads_missing")
    pair = Pair("TCD", identity_key("Lumière"), identity_key("Espoir"))
    approve(store, pair, Office("test"), "one and the same")

    assert shares(store, "present") == {"HEA": (1, 1, 0), "WSH": (1, 1, 0)}
    assert shares(store, "lead") == {"HEA": (0, 0, 2), "WSH": (0, 0, 1)}


def test_rows_of_local_actors_of_a_real_file_by_each_side(store: Database, samples: Path) -> None:
    """The Ethiopian 4W: shares of WASH rows as the two columns of types have them."""
    (file,) = (samples / "eth-4w-2022-02").glob("*.xlsx")
    choices = Choices(
        country="ETH", period=Period.month(2022, 2), columns=(("Reporting Month", "-"),)
    )
    batch = loaders.commit(
        store, staged(store, file.read_bytes(), file.name, choices), Office("test")
    ).batch

    counted: Counter[tuple[str, bool]] = Counter()
    with store.cursor() as cur:
        for role, rows, scope in cur.rows(SHARES, {"batch": batch}):
            counted[role, scope is not None] += rows

    assert counted == rows_by_type(file)


def rows_by_type(file: Path) -> Counter[tuple[str, bool]]:
    """Rows of the sheet by side, and whether the type in them is a local or national one."""
    sheet = fastexcel.read_excel(file).load_sheet("Eth_4Ws_February_2022", dtypes="string")
    counted: Counter[tuple[str, bool]] = Counter()
    for row in sheet.to_pandas().iloc[1:].to_dict("records"):
        if row["Sector"] == "WASH":
            counted["present", row["Implementing agencyType"] in LOCAL] += 1
            counted["lead", row["Programme Organization Type"] in LOCAL] += 1
    return counted
