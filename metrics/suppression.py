"""What a reader outside the team may see: fewer questions, and no small numbers.

    pattern = hidden_cells(cur, indicator)                 once for a data version and `as_of`
    found = measure(cur, indicator, by=by, only=only, scope=scope, grain=grain)
    shown = suppressed(found, indicator, by, only=only, grain=grain, hidden=pattern)

`published` does all three, and is what a page calls. `only` and `grain` must be those of the
measurement: a question that leaves the lattice is refused, because it differs from one inside it by
few organisations. The pattern is made from the store and never from the question, so what is hidden
in one answer does not stand in another. It depends on denominators alone; of memberships it hides
more in the scopes 1 and 3, whose difference from scope 2 would be a small number (see
metrics/dividing.py).
"""

from collections.abc import Sequence

import pandas as pd

from core.errors import NotAllowed
from core.storage.cursor import Cursor
from metrics.derived import derived
from metrics.exposure import organisations_behind
from metrics.lattice import Row, cell_of, refuse_outside
from metrics.lattice_cells import ENOUGH_ORGANISATIONS
from metrics.measurement import measure
from metrics.pattern import (
    Pattern,
    Switches,
    closed_countries,
    hidden_cells,
    hidden_itself,
    number,
)
from metrics.question import Grain, Only, Question, Scope, ask
from metrics.registry import Indicator

ENOUGH_FOR_PERCENT = 10
_SHARES = ["value", "low", "high"]
_COUNTS = ["numerator", "denominator", "unknown"]


def published(
    cur: Cursor,
    indicator: Indicator,
    *,
    by: Sequence[str] = (),
    only: Only | None = None,
    scope: Scope = 2,
    grain: Grain = "quarter",
    switches: Switches | None = None,
    hidden: Pattern | None = None,
) -> pd.DataFrame:
    """`measure`, as a reader outside the team may see it.

    Args:
        cur: sees the store now, or as of an event number.
        indicator: as for `measure`; so are `by`, `only` and `scope`, within the lattice.
        by: see `suppressed`.
        only: see `suppressed`.
        scope: exposure is shown in scope 2 alone.
        grain: `quarter`, `year`, or `all`.
        switches: see `suppressed`.
        hidden: from `hidden_cells` on the same store, `as_of`, switches and scope; None: made here.
            A derived indicator hides what its parts hide, each by its own.

    Raises:
        NotAllowed: `outside-the-lattice`.
        UnknownIndicator: as `measure`.
    """
    question = ask(indicator, by=by, only=only, scope=scope, grain=grain)
    if indicator.over:
        return _published_parts(cur, question, only, switches)
    checked(question, switches or {})
    found = measure(cur, indicator, by=by, only=only, scope=scope, grain=grain)
    if indicator.disclosure == "exposure":
        found["behind"] = organisations_behind(cur, found, question)
    pattern = hidden_cells(cur, indicator, switches, scope=scope) if hidden is None else hidden
    return suppressed(
        found, indicator, by, only=only, grain=grain, switches=switches, hidden=pattern
    )


def _published_parts(
    cur: Cursor, question: Question, only: Only | None, switches: Switches | None
) -> pd.DataFrame:
    """A derived indicator says what its two parts say outside the team, and nothing besides."""
    parts = [
        published(
            cur, part, by=question.by, only=only, scope=question.scope, grain=question.grain,
            switches=switches,
        )
        for part in question.indicator.parts
    ]  # fmt: skip
    return derived(question.indicator, question.by, parts)


def suppressed(
    found: pd.DataFrame,
    indicator: Indicator,
    by: Sequence[str],
    *,
    grain: Grain,
    hidden: Pattern,
    only: Only | None = None,
    switches: Switches | None = None,
) -> pd.DataFrame:
    """A measurement without what may not be seen outside the team.

    Args:
        found: what `measure` returned for the same `by`, `only` and `grain`; of exposure also with
            `behind`: how many organisations make its numerator, however often each counts.
        indicator: the one that was measured.
        by: dimensions of the lattice; those of structure also level, type, role and dataset.
        grain: `quarter`, `year`, or `all`.
        hidden: what `hidden_cells` returned for the same store, `as_of`, switches and scope.
        only: limits a dimension to one value or, if it is in `by`, to several.
        switches: country to `open` (memberships of any size are shown), `national` (these rules;
            also where a country is not named) or `context-only` (nothing of the country itself).
            Any other word counts as `context-only`.

    Returns:
        The same rows and columns. State `count-only`: structure below 10, no shares. State
        `hidden`: numbers are NA. Nothing there (`zero`, `closed`) stays. Where the type of five
        organisations or more is not known and no other is there, the state says so without numbers.

    Raises:
        NotAllowed: `outside-the-lattice`.
    """
    question = ask(indicator, by=by, only=only, grain=grain)
    checked(question, switches or {})
    states = [_state(row, question, switches or {}, hidden) for row in found.to_dict("records")]
    return _without(found, states)


def _without(found: pd.DataFrame, states: Sequence[str | None]) -> pd.DataFrame:
    """The rows that have a state lose what it hides."""
    shown = found.drop(columns="behind", errors="ignore").copy()
    for index, state in zip(found.index, states, strict=True):
        if state is None:
            continue
        shown.loc[index, _SHARES] = pd.NA
        if state != "count-only":
            shown.loc[index, _COUNTS] = pd.NA
        shown.loc[index, "state"] = state
    return shown


def checked(question: Question, switches: Switches) -> None:
    """Pass where the question may be asked outside; raises as `suppressed`."""
    structure = question.indicator.disclosure == "structure"
    refuse_outside(question, counts_are_public=structure and not closed_countries(switches))
    # Numbers of two scopes tell their difference where the whole itself is one of L/NAs.
    one_scope = question.indicator.disclosure == "exposure" or (
        not structure and "$scope" in str(question.indicator.denominator)
    )
    if one_scope and question.scope != 2:
        raise NotAllowed("outside-the-lattice")


def _state(row: Row, question: Question, switches: Switches, hidden: Pattern) -> str | None:
    """The state that takes the place of the numbers; None: the row may be seen as it is."""
    known, unknown = number(row["denominator"]), number(row["unknown"])
    cell = cell_of(row, question)
    if cell.kind == "country" and cell.place in closed_countries(switches):
        return "hidden"
    if known == 0 and unknown == 0:
        return None
    if question.indicator.disclosure == "structure":
        few = 0 < known < ENOUGH_FOR_PERCENT
        return "hidden" if cell in hidden else "count-only" if few else None
    if question.indicator.disclosure == "exposure":
        return "hidden" if number(row["behind"]) < ENOUGH_ORGANISATIONS else None
    if cell in hidden:
        return "hidden"
    if known == 0 and unknown >= ENOUGH_ORGANISATIONS:
        # Of a count there is a number even so; it is that of unknown ones, and not said.
        return "hidden" if row["state"] == "value" else str(row["state"])
    of_country = cell.place if cell.kind == "country" else None
    itself = hidden_itself(of_country, known, switches, membership=True)
    return "hidden" if itself else None
