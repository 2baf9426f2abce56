"""Rehearse and commit: all or nothing, and one event.

A rehearsal is a commit without its last word: one code path, so the two cannot disagree.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Generic, TypeVar

from core.access import Office, Permission, require
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders.events import record
from loaders.layouts import keep_layout
from loaders.numbering import organisations, slots, with_numbers
from loaders.progress import Progress, Stage, tell
from loaders.reasons import Gone, Standing, gone, standing
from loaders.staged import Staged

Seen = TypeVar("Seen")

_WRITING = Path(__file__).parent / "writing"
_STEPS = 80
# What these say of an organisation can differ while organisation, role and type stay.
_SAYS_MORE = frozenset(("meetings", "mechanisms", "funding", "events"))
_BEFORE_BATCH = ("10_mechanisms", "20_organisations", "30_reports")
# Facts that the rows of one dataset hold besides.
_BESIDES = {"presence": ("31_leads",)}
_CLAIMS = ("40_cells", "50_difference")


@dataclass(frozen=True, slots=True)
class Difference:
    """Organisations by cluster, place, role and period: what becomes of them.

    Attributes:
        gone: those that the store has now in the claimed cells, and would have no more.
    """

    new: int
    changed: int
    unchanged: int
    gone: int


@dataclass(frozen=True, slots=True)
class Rehearsal(Generic[Seen]):
    """What a commit would do.

    Attributes:
        difference: organisations new, changed, unchanged, gone.
        gone: up to fifty of those that would disappear, to be confirmed; `standing`: what the
            numbers of these countries rest on until now.
        cells: how many cells would be claimed.
        before: what the observer saw before; `after`: with the batch in place.
    """

    difference: Difference
    gone: tuple[Gone, ...]
    standing: tuple[Standing, ...]
    cells: int
    before: Seen
    after: Seen

    @property
    def gone_names(self) -> tuple[str, ...]:
        """The names of those that would disappear, each once."""
        return tuple(dict.fromkeys(one.name for one in self.gone))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a commit did.

    Attributes:
        batch: its number, by which it is withdrawn or purged.
        repeated: the same file with the same decisions is in force already: nothing was stored.
    """

    batch: int
    repeated: bool
    rows_stored: int
    difference: Difference | None


def rehearse(
    database: Database, staged: Staged, *, observe: Callable[[Cursor], Seen]
) -> Rehearsal[Seen]:
    """Write the batch, look, and undo it.

    Args:
        database: the open store.
        staged: what `check` returned.
        observe: measures on the cursor that it is given, which alone sees the batch.
    """
    with database.rehearsal() as cur:
        tell(Progress(Stage.MEASURING))
        before, known = observe(cur), standing(cur, staged)
        _prepare(cur, staged)
        difference, vanishing = _difference(cur), gone(cur)
        _write(cur, staged, Office("rehearsal"), difference)
        cells = int(cur.value("SELECT count(DISTINCT cell) FROM incoming_claim"))
        return Rehearsal(difference, vanishing, known, cells, before, observe(cur))


def commit(database: Database, staged: Staged, office: Office) -> Receipt:
    """Publish a batch: rows, claimed cells, what indicators read, one event. All or nothing.

    Raises:
        NotAllowed: this office may not publish.
        StorageBusy: another writer holds on too long.
        ValueError: the report blocks the file; the caller had to look at it.
    """
    require(office, Permission.PUBLISH)
    if staged.report.blocks:
        raise ValueError("a file that its report blocks cannot be published")
    with database.transaction() as cur:
        repeated = _in_force(cur, staged.content_sha256)
        if repeated is not None:
            return Receipt(repeated, repeated=True, rows_stored=0, difference=None)
        _prepare(cur, staged)
        difference = _difference(cur)
        batch = _write(cur, staged, office, difference)
        return Receipt(batch, False, staged.rows_stored, difference)


def _prepare(cur: Cursor, staged: Staged) -> None:
    cur.run("SET VARIABLE claim = $claim", {"claim": staged.choices.claim})
    before = int(cur.value("SELECT report FROM head"))
    cur.lend("staged", staged.rows)
    cur.lend("staged_slot", slots(staged.rows))
    cur.lend("staged_who", organisations(staged.rows))
    for step in (*_BEFORE_BATCH, *_BESIDES.get(staged.dataset, ()), *_CLAIMS):
        _run(cur, step)
    if staged.dataset in _SAYS_MORE:
        _run(cur, f"51_{staged.dataset}")
    who = cur.arrow("SELECT who, organisation FROM incoming_organisation")
    cur.lend("staged_numbered", with_numbers(staged.rows, before, who))


def _write(cur: Cursor, staged: Staged, office: Office, difference: Difference) -> int:
    batch = record(cur, "commit", office, None, None)
    cur.run("UPDATE event SET batch = event WHERE event = $event", {"event": batch})
    cur.run("SET VARIABLE batch = $batch", {"batch": batch})
    _run(cur, "60_batch")
    _run(cur, f"70_{staged.dataset}")
    cur.run(_INSERT_BATCH, _batch_values(staged, batch, difference))
    if staged.layout is not None:
        keep_layout(cur, batch, office.label, staged.dataset, staged.layout, staged.choices)
    return batch


def _run(cur: Cursor, step: str) -> None:
    # The steps are numbered by tens.
    tell(Progress(Stage.WRITING, int(step[:2]), _STEPS))
    cur.run((_WRITING / f"{step}.sql").read_text(encoding="utf-8"))


def _in_force(cur: Cursor, content_sha256: str) -> int | None:
    """The batch of this content that holds every cell it claimed; None where there is none."""
    found: int | None = cur.value(
        "SELECT max(b.batch) FROM batch AS b SEMI JOIN v_live_batch USING (batch) "
        "WHERE b.content_sha256 = $content AND NOT EXISTS (FROM batch_cell AS c "
        "JOIN v_current_cell AS k USING (cell) WHERE c.batch = b.batch AND k.batch <> b.batch)",
        {"content": content_sha256},
    )
    return found


def _difference(cur: Cursor) -> Difference:
    counted = dict(cur.rows("SELECT fate, count(*) FROM difference GROUP BY fate"))
    return Difference(
        **{fate: counted.get(fate, 0) for fate in ("new", "changed", "unchanged", "gone")}
    )


_INSERT_BATCH = (
    "INSERT INTO batch VALUES ($batch, $dataset, $file_name, $file_sha256, $content_sha256, "
    "$sheet, $heading_row, $identity, $rows_read, $rows_stored, $has_type, $choices, "
    "$lead_has_type, $side)"
)


def _batch_values(staged: Staged, batch: int, difference: Difference) -> dict[str, object]:
    return {
        "batch": batch,
        "dataset": staged.dataset,
        "file_name": staged.file_name,
        "file_sha256": staged.file_sha256,
        "content_sha256": staged.content_sha256,
        "sheet": staged.sheet,
        "heading_row": staged.heading_row,
        "identity": staged.identity,
        "rows_read": staged.rows_read,
        "rows_stored": staged.rows_stored,
        "has_type": staged.has_type,
        "choices": json.dumps(_decided(staged, difference), ensure_ascii=False),
        "lead_has_type": staged.lead_has_type,
        "side": staged.side or None,
    }


def _decided(staged: Staged, difference: Difference) -> dict[str, object]:
    return {
        "claim": staged.choices.claim,
        "columns": staged.columns,
        "guesses": staged.guesses,
        "conversions": [asdict(conversion) for conversion in staged.conversions],
        "issues": [asdict(issue) for issue in staged.report.issues],
        "corrections": [asdict(correction) for correction in staged.corrections],
        "said": staged.choices.said,
        "difference": asdict(difference),
        "known": staged.known,
        "split": staged.choices.split,
        "whole": staged.choices.whole,
        "joined": asdict(staged.joined) if staged.joined else None,
    }
