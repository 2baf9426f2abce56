"""Every indicator against tables worked out by hand from seed.sql."""

from pathlib import Path
from typing import cast

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from core.storage.cursor import Cursor
from metrics import Grain, Scope, indicators, measure

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.csv"))
KEYS = ("grain", "scope", "where")


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_matches_the_hand_worked_table(path: Path, seeded: Cursor) -> None:
    indicator_id, _, dimensions = path.stem.partition("__by_")
    by = dimensions.split("_and_")
    want = pd.read_csv(path, comment="#", dtype=dict.fromkeys(by, "string"))
    asked = _asked(path)

    got = measure(
        seeded,
        indicators()[indicator_id],
        by=by,
        only=_only(asked.get("where", [])),
        scope=cast("Scope", int(asked.get("scope", ["2"])[0])),
        grain=cast("Grain", asked.get("grain", ["reported"])[0]),
    )

    assert_frame_equal(got, want.astype(got.dtypes.to_dict()))


def test_every_indicator_has_a_hand_worked_table() -> None:
    assert {path.stem.partition("__by_")[0] for path in GOLDEN} == set(indicators())


def _asked(path: Path) -> dict[str, list[str]]:
    """The lines `# grain: quarter`, `# scope: 3` and `# where: country=YEM` at the head."""
    asked: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, colon, value = line.removeprefix("# ").partition(": ")
        if line.startswith("# ") and colon and key in KEYS:
            asked.setdefault(key, []).append(value)
    return asked


def _only(pairs: list[str]) -> dict[str, tuple[str, ...]]:
    only: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        only[name] = (*only.get(name, ()), value)
    return only
