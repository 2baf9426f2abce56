"""All indicators on generated facts, each against the leanest SQL over a table of current facts.

The lean way reads a table that holds current facts only, with every dimension in the row. An
indicator is asked by country, cluster and quarter, and by each dimension that it declares. Then the
set that the overview asks for, and how both ways grow with a hundred times the facts.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import metrics
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import Indicator
from tests.bench.lean import statement
from tests.bench.table import Line, best_of

_HERE = Path(__file__).parent
_LATTICE = ("country", "cluster")
# What the overview draws by context and by cluster.
_OVERVIEW = ("L1", "P8", "L2", "P1", "Q1")
_ROUNDS = 3
# Countries and months; 13 clusters, 25 organisations, 16 rows of each a month.
_SMALL, _LARGE = (4, 5), (40, 48)
_NAMES = {_SMALL: "104,000 facts", _LARGE: "9,984,000 facts"}
_SIZE = "CREATE TEMP TABLE size AS SELECT $countries AS countries, $months AS months"
# Both sides of a row of presence are told apart and never one number.
_NEVER_ALONE = {("v_presence", "role")}
Questions = Sequence[tuple[Indicator, Sequence[str]]]


def lines(size: tuple[int, int] = _LARGE) -> list[Line]:
    """A line for each indicator on the lattice, one for its dimensions, and the sums of all."""
    note = _NAMES[size]
    with _generated(size) as cur:
        every = list(metrics.indicators().values())
        lattice = [_line(cur, i, [(i, _LATTICE)], note) for i in every]
        dimensions = [_line(cur, i, [(i, (d,)) for d in _alone(i)], note, "each") for i in every]
        overview = [
            (metrics.find(code), by) for code in _OVERVIEW for by in (("context",), ("cluster",))
        ]
        whole = [_sum("all indicators, country × cluster × quarter", lattice, 1.0)]
        whole.append(_sum("all indicators, each dimension", dimensions, 1.0))
        whole.append(_line(cur, None, overview, note))
        cur.run((_HERE / "aliases.sql").read_text(encoding="utf-8"))
        aliased = [
            _line(cur, metrics.find(code), [(metrics.find(code), _LATTICE)], "with 500 aliases")
            for code in _OVERVIEW
        ]
    if size == _SMALL:
        return [*lattice, *dimensions, *aliased, *whole]
    return [*lattice, *dimensions, *aliased, *whole, *_growth(lines(_SMALL)[-3:], whole)]


@contextmanager
def _generated(size: tuple[int, int]) -> Iterator[Cursor]:
    with tempfile.TemporaryDirectory() as folder:
        store = Database.open(Path(folder) / "bench.duckdb")
        metrics.install_views(store)
        with store.transaction() as cur:
            cur.run(_SIZE, {"countries": size[0], "months": size[1]})
            cur.run((_HERE / "generate.sql").read_text(encoding="utf-8"))
        with store.cursor() as cur:
            yield cur
        store.close()


def _alone(indicator: Indicator) -> list[str]:
    return [
        name
        for name in indicator.dimensions
        if name != "period" and (indicator.view, name) not in _NEVER_ALONE
    ]


def _line(
    cur: Cursor, indicator: Indicator | None, asked: Questions, note: str, each: str = ""
) -> Line:
    """The same questions in both ways; both must answer alike, or their speed says nothing.

    By each dimension that is seen to on the small store.
    """
    for one, by in asked if note == _NAMES[_SMALL] or not each else ():
        _same(cur, one, by)
    rounds = 1 if each else _ROUNDS
    ours, bare = best_of(lambda: _ours(cur, asked), lambda: _lean(cur, asked), rounds=rounds)
    name = f"{indicator.code} {indicator.id}" if indicator else "the overview"
    what = f"{name}, {len(asked)} dimensions" if each else name
    return Line(what, ours, bare, 3.0, note)


def _ours(cur: Cursor, asked: Questions) -> None:
    for indicator, by in asked:
        metrics.measure(cur, indicator, by=(*by, "period"), grain="quarter")


def _lean(cur: Cursor, asked: Questions) -> None:
    for indicator, by in asked:
        cur.frame(statement(indicator, by))


def _same(cur: Cursor, indicator: Indicator, by: Sequence[str]) -> None:
    if indicator.over:  # its parts are compared by themselves
        return
    ours = metrics.measure(cur, indicator, by=(*by, "period"), grain="quarter")
    theirs = cur.frame(statement(indicator, by))
    for column in ("numerator", "denominator", "unknown", "reporting", "expected"):
        both = ours[column].sum(), theirs[column].sum()
        assert both[0] == both[1], (indicator.id, by, column, both)
    assert len(ours) == len(theirs), (indicator.id, by, len(ours), len(theirs))


def _sum(what: str, found: Sequence[Line], allowed: float) -> Line:
    """All of them together; the median of their ratios is what is promised."""
    ours, bare = (sum(getattr(line, way) for line in found) for way in ("ours", "bare"))
    ratios = [line.ratio for line in found]
    note = f"median ratio {median(ratios):.2f} (1.0 allowed), worst {max(ratios):.2f} (3.0 allowed)"
    return Line(what, ours, bare, allowed, note)


def _growth(small: Sequence[Line], large: Sequence[Line]) -> list[Line]:
    """How much longer each way takes with a hundred times the facts."""
    return [
        Line(
            f"{many.what}: growth",
            many.ours / few.ours,
            many.bare / few.bare,
            None,
            "times longer with 96 times the facts, ours and bare",
        )
        for few, many in zip(small, large, strict=True)
    ]
