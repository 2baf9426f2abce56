"""The same numbers by another way: plain SQL on the rows of the files, written apart.

Every route answers any question: it reads the table `question`, and the reports that fit it, each
in its group. It is asked of the demonstration and of the eleven workbooks over scope, grain, level
and dimensions taken pairwise; of the hand-made store likewise. An indicator that only limits what
another one on the same view counts is asked a quarter of it, or one question.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import combinations, product
from pathlib import Path
from shutil import copyfile
from typing import cast, get_args

import pandas as pd
import pytest

from core.i18n.periods import Period
from core.storage.cursor import Cursor
from core.storage.database import Database
from metrics import Dimension, Grain, Indicator, Scope, indicators, install_views
from metrics.dimensions import splits
from metrics.measurement import answer
from metrics.question import Side, ask
from metrics.registry import OF_FACTS
from metrics.settled import settled
from tests.metrics.pairs import Choice, Value, pairwise
from tests.stores import demonstration_copy
from tests.workbooks import Loaded

ROUTES = Path(__file__).parent / "second_route"
NAMES = sorted({file.stem for file in ROUTES.glob("*.sql")} & set(indicators()))
# One indicator for each way of looking.
FIRST = {(indicators()[name].view, indicators()[name].dataset): name for name in NAMES}.values()
PLAIN: Choice = {
    "grain": "quarter",
    "level": "national",
    "scope": 2,
    "side": "present",
    "by country": True,
    "by period": True,
}
# What routes share, made anew for each question, and what a route that needs it names.
SHARED = {
    "0_in_force": ("",),
    "0_seats": ("seats_in", "mechanisms_with_members", "newest_list"),
    "0_roles": ("roles_among", "led_mechanisms", "role_held"),
    "0_practices": ("mechanisms_that",),
    "0_regular": ("FROM regular",),
}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "reported": None, "all": None}
LEVELS = {"national": ["national"], "subnational": ["subnational"], "every": None}
# Lists of clusters are told by their mapping; two of them stand for all four.
LEFT_OUT = {"cluster_before", "cluster_reduced_aors_apart"}
HALVES = ["numerator", "denominator", "unknown"]
Numbers = dict[tuple[str, str, str], tuple[int, ...]]


@pytest.fixture(scope="module")
def hand_made(store: Database) -> Iterator[Cursor]:
    with routed(store, "0_class_as_written") as cur:
        yield cur


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cursor]:
    with opened(demonstration_copy(tmp_path_factory.mktemp("routes"))) as cur:
        yield cur


@pytest.fixture(scope="module")
def eleven(workbooks: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cursor]:
    copy = tmp_path_factory.mktemp("eleven") / "store.duckdb"
    copyfile(workbooks.store, copy)
    with opened(copy) as cur:
        yield cur


@contextmanager
def opened(path: Path) -> Iterator[Cursor]:
    database = Database.open(path)
    install_views(database)
    with routed(database, "0_class_as_decided") as cur:
        yield cur
    database.close()


@contextmanager
def routed(database: Database, classes: str) -> Iterator[Cursor]:
    """A cursor on which both routes can be asked, one after the other."""
    with database.cursor() as cur:
        put(cur, {"grain": "all", "scope": 2, "level": "every", "side": "present"}, [])
        for name in ("0_on_record", classes):
            cur.run(_text(name))
        with settled(cur):
            yield cur


@pytest.mark.parametrize("name", NAMES)
def test_both_routes_give_the_same_numbers_of_the_hand_made_store(
    name: str, hand_made: Cursor
) -> None:
    indicator = indicators()[name]
    asked = pairwise(factors(indicator, ("present", "lead"))) if name in FIRST else [PLAIN]

    assert differing(hand_made, indicator, asked) == {}


@pytest.mark.parametrize("name", NAMES)
def test_both_routes_give_the_same_numbers_of_the_demonstration(
    name: str, demonstration: Cursor
) -> None:
    indicator = indicators()[name]
    asked = pairwise(factors(indicator, ("present",)))

    assert differing(demonstration, indicator, asked if name in FIRST else asked[::4]) == {}


@pytest.mark.parametrize("name", ["lna_share_of_presence", "reporting_rate", "unknown_type"])
def test_both_routes_give_the_same_numbers_of_the_eleven_workbooks(
    name: str, eleven: Cursor
) -> None:
    indicator = indicators()[name]

    assert differing(eleven, indicator, pairwise(factors(indicator, get_args(Side)))) == {}


def test_what_every_view_and_dataset_tells_is_told_by_another_way_as_well() -> None:
    """An indicator on a view that is proven here needs its table worked out by hand, no more."""
    every = [one for one in indicators().values() if not one.over]

    proven = {(one.view, one.dataset) for one in every if one.id in NAMES}

    assert {(one.view, one.dataset) for one in every} == proven


def test_every_two_values_of_two_factors_meet() -> None:
    factors = {"one": ("a", "b", "c"), "two": (1, 2), "three": (True, False)}

    chosen = pairwise(factors)

    # Three times two is the fewest that can be.
    assert len(chosen) == 6
    for one, other in combinations(factors, 2):
        met = {(choice[one], choice[other]) for choice in chosen}
        assert met == set(product(factors[one], factors[other]))


def differing(
    cur: Cursor, indicator: Indicator, asked: list[Choice]
) -> dict[str, tuple[Numbers, Numbers]]:
    """Per question on which the routes disagree, what each says and the other does not."""
    found, told = {}, 0
    for choice in asked:
        by = [name for name in splits(indicator) if choice.get(f"by {name}")]
        ours = measured(cur, indicator, choice, by)
        theirs = told_apart(cur, indicator.id, choice, by)
        told += len(theirs)
        if ours != theirs:
            only_ours = {key: ours[key] for key in ours if ours[key] != theirs.get(key)}
            only_theirs = {key: theirs[key] for key in theirs if ours.get(key) != theirs[key]}
            found[str({**choice, "by": by})] = (only_ours, only_theirs)
    assert told > 0
    return found


def factors(indicator: Indicator, sides: tuple[Side, ...]) -> dict[str, tuple[Value, ...]]:
    """Scope, grain, level, which side of a row, and whether each dimension splits it."""
    of_rows = indicator.view == "v_presence"
    own = [n for n in splits(indicator) if n not in LEFT_OUT and not (of_rows and n == "role")]
    chosen: dict[str, tuple[Value, ...]] = {
        "grain": get_args(Grain),
        "level": tuple(LEVELS) if "level" in indicator.dimensions else ("every",),
        "scope": get_args(Scope),
        "side": sides if of_rows else ("present",),
    }
    return chosen | {f"by {name}": (False, True) for name in own}


def measured(cur: Cursor, indicator: Indicator, choice: Choice, by: list[Dimension]) -> Numbers:
    only: dict[str, str | Iterable[str | None] | None] = {}
    if "level" in indicator.dimensions:
        only["level"] = LEVELS[str(choice["level"])] or ["national", "subnational"]
    if indicator.view == "v_presence":
        only["role"] = str(choice["side"])
    grain = cast("Grain", choice["grain"])
    scope = cast("Scope", choice["scope"])
    question = ask(indicator, by=by, only=only, scope=scope, grain=grain)
    return keyed(answer(cur, question), by, grain)


def keyed(found: pd.DataFrame, by: list[Dimension], grain: Grain) -> Numbers:
    """Group, what facts say, and period -> the halves; groups of nothing are left out."""
    names = sorted(set(by) - {"period", *OF_FACTS})
    said = [name for name in by if name in OF_FACTS]
    numbers = {}
    for row in found.to_dict("records"):
        halves = tuple(0 if pd.isna(row[half]) else int(row[half]) for half in HALVES)
        group = "|".join("-" if pd.isna(row[name]) else str(row[name]) for name in names)
        fact = "".join("" if pd.isna(row[name]) else str(row[name]) for name in said)
        period = ""
        if "period" in by and grain != "all":
            months = Period.parse(row["period"])
            period = f"{months.start}..{months.end}"
        if any(halves):
            numbers[group, fact, period] = halves
    return numbers


def told_apart(cur: Cursor, name: str, choice: Choice, by: list[Dimension]) -> Numbers:
    put(cur, choice, by)
    text = _text(name)
    for shared, needs in SHARED.items():
        if any(word in text for word in needs):
            cur.run(_text(shared))
    found = cur.rows(text)
    return {
        (group, said or "", period): halves
        for group, said, period, *three in found
        if any(halves := tuple(int(number or 0) for number in three))
    }


def put(cur: Cursor, choice: Choice, by: list[Dimension]) -> None:
    """The question, as routes read it."""
    cur.run(
        "CREATE OR REPLACE TEMP TABLE question AS SELECT $by::VARCHAR[] AS dims, $grain AS grain,"
        " $months::INTEGER AS months, $scope AS scope, $levels::VARCHAR[] AS levels, $side AS side",
        {
            "by": by,
            "grain": choice["grain"],
            "months": MONTHS[str(choice["grain"])],
            "scope": choice["scope"],
            "levels": LEVELS[str(choice["level"])],
            "side": choice["side"],
        },
    )


def _text(name: str) -> str:
    return (ROUTES / f"{name}.sql").read_text(encoding="utf-8")
