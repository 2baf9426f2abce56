"""Two thousand files with something wrong in them: what becomes of each, how long, how much memory.

The real files of ../shared/samples are damaged byte by byte or cell by cell; others are made up.
Seed by seed the same files come again: a traceback is printed with its seed.
"""

import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import loaders
from core.storage.database import Database
from tests.bench.memory import forget_peak, peak, peak_of_fence
from tests.bench.table import Line
from tests.loaders.handed_over import outcome
from tests.loaders.strange_files import any_file, chance_of

SAMPLES = Path(__file__).parents[3] / "shared/samples"
FILES = 2_000
TRACEBACK = "TRACEBACK"
_LARGE = 150_000
_NAMES = ("a.csv", "3w.xlsx", "3w.xls", "somalia march 2022.xlsx", "\u202e\ud800.txt", "", "a/../b")


def lines() -> list[Line]:
    """Print what became of the files; there is no bare limit to compare with."""
    tell(range(FILES))
    return []


def tell(seeds: Iterable[int]) -> None:
    """Hand over one file for each seed, and print counts, seconds and megabytes."""
    ends: Counter[str] = Counter()
    longest = (0.0, -1)
    forget_peak()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        store = Database.open(Path(folder) / "store.duckdb")
        known, real = loaders.knowledge(store), _real()
        for seed in seeds:
            started = time.perf_counter()
            ends[_end(store, known, real, seed)] += 1
            longest = max(longest, (time.perf_counter() - started, seed))
        store.close()
    for end, count in ends.most_common():
        sys.stdout.write(f"{count:6}  {end}\n")
    sys.stdout.write(
        f"{ends.total():6}  files in {time.perf_counter() - began:.0f} s; the longest took "
        f"{longest[0]:.1f} s (seed {longest[1]}), 60 allowed; peak memory {peak()} MB, reading "
        f"fence {peak_of_fence()} MB, 1000 allowed\n"
    )


def _end(store: Database, known: loaders.Knowledge, real: list[bytes], seed: int) -> str:
    chance = chance_of(seed)
    content, name = any_file(chance, real), chance.choice(_NAMES)
    try:
        return outcome(store, known, content, name)
    except Exception:  # whatever it is, it is what we look for
        sys.stdout.write(f"seed {seed}, {name!r}:\n{traceback.format_exc()}\n")
        return TRACEBACK


def _real() -> list[bytes]:
    """Small lists stand several times: they are quick, and as instructive."""
    files = [path for path in sorted(SAMPLES.glob("*/*")) if path.is_file()]
    several = [path for path in files if path.parent.name != "edge"]
    small = [path for path in several if path.stat().st_size < _LARGE]
    return [path.read_bytes() for path in (*files, *small * 4) if path.stat().st_size]
