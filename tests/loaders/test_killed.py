"""A load killed at a random moment leaves whole batches only, and the next load works.

Six kills in the ordinary run; `ALN_KILLS=50` makes it fifty. A third of them come at any moment of
the command, a third in its second half, a third within 30 ms of its first write to the store.
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from core.i18n.periods import Period
from core.storage.database import Database
from loaders.__main__ import app
from tests.conftest import ROOT

# Read while the module is imported: the settings of a test hide every ALN_ variable.
KILLS = int(os.environ.get("ALN_KILLS", "6"))
SEED = 20220331
MARK = f"KILLED_BY_TEST={os.getpid()}"
ROWS = 12_000
CLUSTERS = ("WASH", "Health", "Nutrition", "Education", "Protection", "Food Security")

# Each must be empty: what is in one table and not in the others.
BROKEN = {
    "a batch without its event": "FROM batch ANTI JOIN event USING (batch)",
    "an event without its batch": "FROM event ANTI JOIN batch USING (batch)",
    "a report of no batch": "FROM report ANTI JOIN batch USING (batch)",
    "a fact of no batch": "FROM fact_presence ANTI JOIN batch USING (batch)",
    "a fact of no report": "FROM fact_presence ANTI JOIN report USING (batch, report)",
    "an organisation of no report": "FROM fact_org ANTI JOIN report USING (report)",
    "a claim of no report": "FROM batch_cell ANTI JOIN report USING (batch, report)",
    "a claim of no cell": "FROM batch_cell ANTI JOIN cell USING (cell)",
    "a report that claims nothing": "FROM report ANTI JOIN batch_cell USING (batch, report)",
    "facts not as many as rows stored": (
        "FROM batch AS b WHERE rows_stored <> "
        "(SELECT count(*) FROM fact_presence AS f WHERE f.batch = b.batch)"
    ),
    "rows of reports not as many as rows stored": (
        "FROM batch AS b WHERE rows_stored <> "
        "(SELECT sum(r.rows) FROM report AS r WHERE r.batch = b.batch)"
    ),
    "rows of organisations not as many as rows stored": (
        "FROM batch ANTI JOIN (SELECT r.batch, sum(o.rows) AS rows_stored FROM report AS r "
        "JOIN fact_org AS o USING (report) GROUP BY r.batch) USING (batch, rows_stored)"
    ),
    "a number given twice or not counted": (
        "FROM head WHERE event <> (SELECT count(*) FROM event) "
        "OR report <> (SELECT count(*) FROM report) OR cell <> (SELECT count(*) FROM cell)"
    ),
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list that takes a while to write."""
    written = tmp_path_factory.mktemp("killed") / "list.csv"
    lines = (
        f"Chad,{CLUSTERS[n % 6]},Province {n % 23},Association {n % 401},National NGO"
        for n in range(ROWS)
    )
    heading = "Country,Cluster,Admin 1,Organisation name,Organisation type"
    written.write_text("\n".join((heading, *lines)) + "\n", encoding="utf-8")
    return written


def test_a_load_killed_at_any_moment_leaves_whole_batches_and_no_process(
    file: Path, tmp_path: Path
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - no secret, the same moments each time
    store = tmp_path / "s.duckdb"
    lasted = timed(command(file, store, Period.month(2009, 12)))
    batches, completed = whole_batches(store), 0

    for number in range(KILLS):
        month = Period.month(2010, 1).start + 2 * number
        first, second = (Period(m, m) for m in (month, month + 1))
        moment = chance.uniform(0, 1)
        arguments = command(file, store, first)
        if number % 3 == 0:
            kill(arguments, lambda: True, moment * lasted)
        elif number % 3 == 1:
            kill(arguments, lambda: True, (0.5 + moment / 2) * lasted)
        else:
            kill(arguments, written(store), moment * 0.03)
        after_kill = whole_batches(store)
        assert after_kill - batches in {0, 1}
        assert CliRunner().invoke(app, command(file, store, second)[3:]).exit_code == 0
        assert whole_batches(store) == after_kill + 1
        batches, completed = after_kill + 1, completed + after_kill - batches

    print(f"\nkilled {KILLS} times; {completed} of the batches were complete by then")  # noqa: T201
    assert wait_until(lambda: not still_running(), seconds=20)


def command(file: Path, store: Path, period: Period) -> list[str]:
    load = ["load", str(file), "--period", str(period), "--store", str(store), "--json"]
    return [sys.executable, "-m", "loaders", *load]


def marked() -> dict[str, str]:
    name, _, value = MARK.partition("=")
    return {**os.environ, name: value}


def timed(arguments: list[str]) -> float:
    """Seconds that an undisturbed load takes."""
    started = time.monotonic()
    subprocess.run(arguments, cwd=ROOT, env=marked(), capture_output=True, check=True)
    assert still_running() == []
    return time.monotonic() - started


def written(store: Path) -> Callable[[], bool]:
    """Whether the store, or its log, was written to since now."""

    def state() -> list[tuple[int, int]]:
        files = sorted(store.parent.glob(f"{store.name}*"))
        return [(found.st_size, found.st_mtime_ns) for found in map(Path.stat, files)]

    before = state()
    return lambda: state() != before


def kill(arguments: list[str], ready: Callable[[], bool], seconds: float) -> None:
    """Start a load, wait until it is ready to be killed, and that many seconds more."""
    load = subprocess.Popen(
        arguments,
        cwd=ROOT,
        env=marked(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while load.poll() is None and not ready():
        time.sleep(0.002)
    with contextlib.suppress(subprocess.TimeoutExpired):
        load.wait(seconds)
    load.send_signal(signal.SIGKILL)
    load.wait()


def whole_batches(store: Path) -> int:
    """How many batches the store holds; each of them is whole."""
    database = Database.open(store)
    with database.cursor() as cur:
        broken = {what: len(cur.rows(sql)) for what, sql in BROKEN.items()}
        number = int(cur.value("SELECT count(*) FROM batch"))
    database.close()
    assert broken == dict.fromkeys(BROKEN, 0)
    return number


def still_running() -> list[str]:
    """Processes that a load of this test started, those that parse files included."""
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):  # it has just ended, or belongs to somebody else
            if MARK.encode() in environment.read_bytes().split(b"\0"):
                found.append(environment.parent.name)
    return found


def wait_until(true: Callable[[], bool], *, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.1)
    return true()
