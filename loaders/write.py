"""How staged lists get into the open transaction: one after the other, as if it were one list.

Lists of one file that speak for the whole of a country and month do so together: none of them
claims as empty what another one names.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from core.access import Office
from core.errors import DashboardError
from core.storage.cursor import Cursor
from loaders.difference import Difference
from loaders.events import record
from loaders.layouts import keep_layout
from loaders.numbering import names_leads, organisations, slots, with_numbers
from loaders.progress import Progress, Stage, tell
from loaders.staged import Staged

_WRITING = Path(__file__).parent / "writing"
# What these say of an organisation can differ while organisation, role and type stay.
_SAYS_MORE = frozenset(("meetings", "mechanisms", "funding", "events"))
# Rows that only lead a number back to its file: indicators read organisations by report.
_ONLY_KEPT = frozenset(("presence",))
_STEPS = 80


class SheetsOverlap(DashboardError):
    """Two lists of one upload speak for the same cluster, place and month."""


def begin(cur: Cursor, parts: Sequence[Staged]) -> None:
    """Note what every list names, before any of them is written."""
    _run(cur, "00_parts")
    for staged in parts:
        _lend(cur, staged)
        _run(cur, "10_mechanisms")
        if _any_claims_whole(parts):
            _run(cur, "15_named")


def _any_claims_whole(parts: Sequence[Staged]) -> bool:
    """Only then it matters what the other lists name: everything else is claimed as empty."""
    return any(staged.choices.claim == "whole" for staged in parts)


def _lend(cur: Cursor, staged: Staged) -> None:
    cur.lend("staged", staged.rows)
    cur.lend("staged_slot", slots(staged.rows))


def prepare(cur: Cursor, parts: Sequence[Staged], at: int) -> None:
    """Number the rows of a list, find the cells that it claims, and what would change.

    Raises:
        SheetsOverlap: `sheets-overlap`, an earlier list claims some of these cells.
    """
    staged = parts[at]
    cur.run("SET VARIABLE before = (SELECT report FROM head)")
    if len(parts) > 1:  # a single one is lent since the beginning
        _lend(cur, staged)
    cur.lend("staged_who", organisations(staged.rows))
    for step in _steps(staged):
        _run(cur, step)
    _take(cur, parts, at)
    if _any_claims_whole(parts):
        _run(cur, "80_spoken_for")


def _steps(staged: Staged) -> Iterator[str]:
    """What is to be done for this list, in order; what would find nothing is left out."""
    yield from ("20_organisations", "30_reports")
    if staged.choices.claim == "whole":
        yield "31_whole"
    yield "32_facts"
    if names_leads(staged.rows):
        yield "33_leads"
    yield from ("40_cells", "50_difference")
    if staged.dataset in _SAYS_MORE:
        yield f"51_{staged.dataset}"


def stand(cur: Cursor, parts: Sequence[Staged], at: int, batch: int) -> None:
    """Leave a list as it is in force; no other may claim what it names.

    Raises:
        SheetsOverlap: as `prepare`.
    """
    cur.run("SET VARIABLE batch = $batch", {"batch": batch})
    _run(cur, "81_repeated")
    _take(cur, parts, at)


def write(cur: Cursor, staged: Staged, office: Office, difference: Difference) -> int:
    """Write the list that was prepared last, as a batch of its own; returns its number.

    What the numbers rest on: the rest is left to `keep_rows`.
    """
    batch = record(cur, "commit", office, None, None)
    cur.run("UPDATE event SET batch = event WHERE event = $event", {"event": batch})
    cur.run("SET VARIABLE batch = $batch", {"batch": batch})
    _run(cur, "60_batch")
    if staged.dataset not in _ONLY_KEPT:
        _write_rows(cur, staged)
    cur.run(_INSERT_BATCH, _batch_values(staged, batch, difference))
    if staged.layout is not None:
        keep_layout(cur, batch, office.label, staged.dataset, staged.layout, staged.choices)
    return batch


def keep_rows(cur: Cursor, staged: Staged) -> None:
    """Keep the rows that no number rests on, of the list that was written last."""
    if staged.dataset in _ONLY_KEPT:
        _write_rows(cur, staged)


def _write_rows(cur: Cursor, staged: Staged) -> None:
    before = int(cur.value("SELECT getvariable('before')"))
    who = cur.arrow("SELECT who, organisation FROM incoming_organisation")
    cur.lend("staged_numbered", with_numbers(staged.rows, before, who))
    _run(cur, f"70_{staged.dataset}")


def in_force(cur: Cursor, parts: Sequence[Staged], at: int) -> int | None:
    """The batch of this content that holds every cell it claimed; None where there is none.

    A cell that another list of the same upload holds is none that it has lost.
    """
    staged = parts[at]
    known = "SELECT count(*) FROM batch WHERE content_sha256 = $content"
    if not cur.value(known, {"content": staged.content_sha256}):
        return None
    beside = [p.sheet for p in parts if p is not staged and p.dataset == staged.dataset]
    found: int | None = cur.value(
        "SELECT max(b.batch) FROM batch AS b SEMI JOIN v_live_batch USING (batch) "
        "WHERE b.content_sha256 = $content AND NOT EXISTS (FROM batch_cell AS c "
        "JOIN v_current_cell AS k USING (cell) JOIN batch AS h ON h.batch = k.batch "
        "WHERE c.batch = b.batch AND k.batch <> b.batch AND NOT ("
        "h.file_sha256 = b.file_sha256 AND list_contains($beside::VARCHAR[], h.sheet)))",
        {"content": staged.content_sha256, "beside": beside},
    )
    return found


def _take(cur: Cursor, parts: Sequence[Staged], at: int) -> None:
    ((earlier, count),) = cur.rows(
        "SELECT min(c.part), count(DISTINCT i.cell) FROM claimed AS c "
        "JOIN incoming_claim AS i ON i.cell = c.cell"
    )
    if count:
        first, second = parts[earlier].sheet, parts[at].sheet
        raise SheetsOverlap("sheets-overlap", first=first, second=second, count=count)
    cur.run("SET VARIABLE part = $part", {"part": at})
    _run(cur, "82_claimed")


def _run(cur: Cursor, step: str) -> None:
    # The steps are numbered by tens.
    tell(Progress(Stage.WRITING, min(int(step[:2]), _STEPS), _STEPS))
    cur.run((_WRITING / f"{step}.sql").read_text(encoding="utf-8"))


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
