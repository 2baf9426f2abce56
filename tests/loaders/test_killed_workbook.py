"""A load of several lists that is killed leaves all of them or none."""

import random
import sys
from pathlib import Path

from core.i18n.periods import Period
from tests.loaders.made_workbooks import workbook
from tests.loaders.test_killed import CLUSTERS, SEED, kill, timed, whole_batches, written

ROWS = 4_000
KILLS = 4
HEADING = "Country|Cluster|Admin 1|Organisation name|Organisation type"


def test_a_workbook_is_stored_whole_or_not_at_all(tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311 - no secret, the same moments each time
    file, store = tmp_path / "book.xlsx", tmp_path / "s.duckdb"
    file.write_bytes(workbook({name: tuple(lines(name)) for name in ("North", "South")}))
    timed(command(file, store, Period.month(2009, 12)))
    assert whole_batches(store) == 2

    for number in range(KILLS):
        before = whole_batches(store)
        kill(
            command(file, store, Period.month(2010, 1 + number)),
            written(store),
            chance.uniform(0, 0.06),
        )
        assert whole_batches(store) - before in {0, 2}


def lines(name: str) -> list[str]:
    rows = (
        f"Chad|{CLUSTERS[n % 6]}|{name} {n % 23}|Association {n % 401}|National NGO"
        for n in range(ROWS)
    )
    return [HEADING, *rows]


def command(file: Path, store: Path, period: Period) -> list[str]:
    parts = ["--part", "North=presence", "--part", "South=presence"]
    load = ["load", str(file), *parts, "--period", str(period), "--store", str(store), "--json"]
    return [sys.executable, "-m", "loaders", *load]
