"""The store: one process, readers that see only what is committed, one writer at a time."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import StorageBusy, UnreadableFile
from core.storage.database import Database

_OPEN_ELSEWHERE = """
import sys
from pathlib import Path
from core.errors import StorageBusy
from core.storage.database import Database
try:
    Database.open(Path(sys.argv[1])).close()
except StorageBusy as error:
    print(error.code, error.facts["process"])
else:
    print("opened")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.duckdb"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database.open(path)
    yield opened
    opened.close()


def _open_in_another_process(path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _OPEN_ELSEWHERE, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return done.stdout.strip()


def test_a_new_store_is_empty_and_at_event_0(database: Database) -> None:
    assert (database.is_empty(), database.event_number()) == (True, 0)


def test_opening_again_runs_no_migration_twice(path: Path) -> None:
    for _ in range(2):
        Database.open(path).close()

    database = Database.open(path)
    with database.cursor() as cur:
        numbers = [number for (number,) in cur.rows("SELECT number FROM migration ORDER BY number")]
        heads = cur.value("SELECT count(*) FROM head")
    database.close()

    assert numbers == list(range(1, len(numbers) + 1))
    assert heads == 1


def test_a_reader_does_not_see_an_open_transaction(database: Database) -> None:
    with database.transaction() as writing:
        writing.run("UPDATE head SET event = 7")
        seen_meanwhile = database.event_number()

    assert (seen_meanwhile, database.event_number()) == (0, 7)


class Stopped(BaseException):
    """A page that is closed or run again is stopped by one like this, which is no Exception."""


def _decide_and_stop(database: Database, stop: BaseException) -> None:
    with database.transaction() as writing:
        writing.run("UPDATE head SET event = 7")
        raise stop


@pytest.mark.parametrize("stop", [KeyError("anything"), Stopped()])
def test_whatever_ends_a_transaction_early_leaves_nothing(
    database: Database, stop: BaseException
) -> None:
    with pytest.raises(type(stop)):
        _decide_and_stop(database, stop)

    assert database.event_number() == 0


def test_a_rehearsal_leaves_nothing(database: Database) -> None:
    with database.rehearsal() as cur:
        cur.run("UPDATE head SET event = 7")
        seen_inside = cur.value("SELECT event FROM head")

    assert (seen_inside, database.event_number()) == (7, 0)


def test_writers_wait_for_each_other_and_lose_no_number(database: Database) -> None:
    def decide() -> None:
        for _ in range(10):
            with database.transaction() as cur:
                cur.run("UPDATE head SET event = event + 1")

    threads = [threading.Thread(target=decide) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert database.event_number() == 40


def test_a_second_process_is_told_who_has_the_store(database: Database, path: Path) -> None:
    answer = _open_in_another_process(path)

    code, _, process = answer.partition(" ")
    assert code == "store-busy"
    assert "PID" in process


def test_a_second_process_opens_the_store_once_it_is_free(path: Path) -> None:
    Database.open(path).close()

    assert _open_in_another_process(path) == "opened"


def test_a_file_that_is_no_store_is_refused(path: Path) -> None:
    path.write_bytes(b"Province;Cluster\nLac;WASH\n" * 400)

    with pytest.raises(UnreadableFile) as refused:
        Database.open(path)

    assert refused.value.code == "not-a-store"


def test_a_store_of_a_newer_program_is_refused(path: Path) -> None:
    newer = Database.open(path)
    with newer.transaction() as cur:
        cur.run("INSERT INTO migration VALUES (999, '0999_later.sql')")
    newer.close()

    with pytest.raises(StorageBusy) as refused:
        Database.open(path)

    assert refused.value.code == "store-newer-than-program"


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('{}')",
        "COPY head TO '{}'",
        "ATTACH '{}' AS other",
        "EXPORT DATABASE '{}'",
        "SET enable_external_access = true",
    ],
)
def test_sql_reaches_no_other_file(database: Database, tmp_path: Path, statement: str) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a\n1\n")

    with database.cursor() as cur, pytest.raises(Exception, match=r"disabled|[Cc]annot"):
        cur.run(statement.format(other))


def test_the_time_seen_by_one_cursor_is_not_that_of_another(database: Database) -> None:
    with database.cursor(as_of=3) as then, database.cursor() as now:
        seen = [cur.value("SELECT getvariable('as_of')") for cur in (then, now)]

    assert seen == [3, None]


def test_a_store_in_memory_is_complete_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database = Database.in_memory()

    with database.transaction() as cur:
        cur.run("UPDATE head SET event = 7")

    assert (database.event_number(), database.is_empty()) == (7, True)
    database.close()
    assert [*tmp_path.iterdir()] == []
