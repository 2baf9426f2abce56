"""What a number is made of, as a reader outside the team may see it."""

from collections.abc import Sequence

import pandas as pd

from core.errors import NotAllowed
from core.storage.cursor import Cursor
from metrics.dividing import undivided_cells
from metrics.lattice import cell_of
from metrics.pattern import Pattern, Switches, hidden_cells
from metrics.question import Grain, Only, Question, Scope, ask
from metrics.registry import Indicator
from metrics.segments import SEGMENTS, segments
from metrics.suppression import suppressed


def published_segments(
    cur: Cursor,
    indicator: Indicator,
    *,
    by: Sequence[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
    grain: Grain = "quarter",
    switches: Switches | None = None,
    hidden: Pattern | None = None,
    undivided: Pattern | None = None,
) -> pd.DataFrame:
    """`segments` with the numbers of `published`; the kinds are NA where they may not be seen.

    Args:
        cur: as for `segments`; so are `indicator`, `by`, `only` and `scope`, within the lattice.
        indicator: see `cur`.
        by: see `suppressed`.
        only: see `suppressed`.
        scope: see `published`.
        grain: `quarter`, `year`, or `all`.
        switches: see `suppressed`.
        hidden: from `hidden_cells` in the same scope; made here if left out.
        undivided: from `undivided_cells`; made here if left out.

    Raises:
        NotAllowed: `outside-the-lattice`; exposure is never divided.
        UnknownIndicator: as `segments`.
    """
    if indicator.disclosure == "exposure":
        raise NotAllowed("outside-the-lattice")
    question = ask(indicator, by=by, only=only, scope=scope, grain=grain)
    found = segments(cur, indicator, by=by, only=only, scope=scope, grain=grain)
    pattern = hidden_cells(cur, indicator, switches, scope=scope) if hidden is None else hidden
    shown = suppressed(
        found, indicator, by, only=only, grain=grain, switches=switches, hidden=pattern
    )
    whole = undivided_cells(cur, indicator, switches) if undivided is None else undivided
    return _divided(shown, question, whole)


def _divided(shown: pd.DataFrame, question: Question, whole: Pattern) -> pd.DataFrame:
    kept = [cell_of(row, question) not in whole for row in shown.to_dict("records")]
    seen = shown["numerator"].notna() & pd.Series(kept, index=shown.index)
    shown[list(SEGMENTS)] = shown[list(SEGMENTS)].where(seen)
    return shown
