"""No bytes whatever give a traceback: a file is refused in our words, or gets a report of ours.

`python -m tests.bench fuzz` does the same two thousand times, and measures time and memory.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import loaders
from core.i18n.errors import ERRORS
from core.storage.database import Database
from loaders import Knowledge
from tests.loaders.handed_over import outcome
from tests.loaders.strange_files import (
    chance_of,
    damaged,
    hostile_csv,
    hostile_workbook,
    with_other_cells,
)

_SMALL = 100_000
_QUIET = settings(
    deadline=60_000,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database.open(tmp_path_factory.mktemp("store") / "store.duckdb")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def known(store: Database) -> Knowledge:
    return loaders.knowledge(store)


@pytest.fixture(scope="module")
def real(samples: Path) -> list[bytes]:
    """The small ones among the published, the re-encoded and the broken files."""
    files = (path for path in sorted(samples.glob("*/*")) if path.is_file())
    return [path.read_bytes() for path in files if 0 < path.stat().st_size < _SMALL]


@settings(_QUIET, max_examples=40)
@given(content=st.binary(max_size=300))
def test_any_bytes_are_refused_or_read(store: Database, known: Knowledge, content: bytes) -> None:
    assert outcome(store, known, content, "any.csv") in {*ERRORS, "blocked", "rehearsed"}


@settings(_QUIET, max_examples=20)
@given(
    start=st.sampled_from(
        (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xfe\xff",
         b"\xef\xbb\xbf", b"sep=", b'"', b"Cluster,Organisation\n", b"{", b"<")
    ),
    rest=st.binary(max_size=200),
)  # fmt: skip
def test_any_bytes_behind_a_known_beginning_are_refused_or_read(
    store: Database, known: Knowledge, start: bytes, rest: bytes
) -> None:
    end = outcome(store, known, start + rest, "any.xlsx")

    assert end in {*ERRORS, "blocked", "rehearsed"}


@settings(_QUIET, max_examples=15)
@given(text=st.text(max_size=200), encoding=st.sampled_from(("utf-8", "utf-16", "cp1256")))
def test_any_text_is_refused_or_read(
    store: Database, known: Knowledge, text: str, encoding: str
) -> None:
    content = text.encode(encoding, errors="ignore")

    assert outcome(store, known, content, "any.txt") in {*ERRORS, "blocked", "rehearsed"}


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.parametrize("made", [hostile_csv, hostile_workbook])
def test_a_hostile_table_is_refused_or_read(
    store: Database, known: Knowledge, made: object, seed: int
) -> None:
    assert callable(made)
    end = outcome(store, known, made(chance_of(seed)), f"{seed}.csv")

    assert end in {*ERRORS, "blocked", "rehearsed"}


@pytest.mark.parametrize("seed", range(25))
def test_a_real_file_with_something_wrong_in_it_is_refused_or_read(
    store: Database, known: Knowledge, real: list[bytes], seed: int
) -> None:
    chance = chance_of(seed)
    content, other = chance.choice(real), chance.choice(real)

    ends = {
        outcome(store, known, damaged(content, other, chance), "damaged.xlsx"),
        outcome(store, known, with_other_cells(content, chance), "changed.csv"),
    }

    assert ends <= {*ERRORS, "blocked", "rehearsed"}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"Cluster,Organisation\nWASH,NRC\n", "\udce9t\udce9 2022.txt"),
        (b"Cluster,Organisation\nWASH," + b"y" * 200_000 + b"\n", "long.csv"),
        (b",".join(b"v%d" % at for at in range(30_000)) + b"\na,b\n", "wide.csv"),
        (b"Cluster;Organisation\n" + b"z" * 40_000 + b";NRC\n", "cut.csv"),
    ],
    ids=["a name that is no text", "a long cell", "a long line", "longer than a spreadsheet has"],
)
def test_what_once_failed_is_read(
    store: Database, known: Knowledge, content: bytes, name: str
) -> None:
    assert outcome(store, known, content, name) in {"blocked", "rehearsed"}
