"""`make bench`: everything that is measured, in one run, as ratios to the bare limit."""

import sys

from tests.bench import fuzz, indicators, ingest, large, pages, returning
from tests.bench.table import Line, write

BENCHES = {
    "ingest": ingest.lines,
    "large": large.lines,
    "indicators": indicators.lines,
    "returning": returning.lines,
    "pages": pages.lines,
    "fuzz": fuzz.lines,
}


def main(names: list[str]) -> None:
    """Run the named benches, or all of them."""
    found: list[Line] = []
    for name, lines in BENCHES.items():
        if not names or name in names:
            found += lines()
    if found:
        write(found)


if __name__ == "__main__":
    main(sys.argv[1:])
