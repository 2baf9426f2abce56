"""What a batch recorded when it was published: the decisions, and the cells that it claims."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from core.storage.cursor import Cursor
from loaders.commit import Difference
from loaders.issues import Code, Issue, Severity
from loaders.join import Join, Joined, JoinedType
from loaders.mending import Correction
from loaders.normalise import Conversion, ConversionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person confirmed.

    Attributes:
        claim: whole or as-found.
        identity: name or acronym: what tells organisations apart.
        heading_row: the first line is 1; None: the file has no heading.
        columns: (heading, field) of each column that was used.
        guesses: what was taken from names instead of cells: (field, from which name, value).
        corrections: cells mended by hand.
        said: what a person said of every row, see `Choices.said`.
        difference: what it changed; None for a batch from before this was recorded.
        known: the version of our lists by which it was understood; None as above.
        split: signs at which cells that name several organisations were split.
        whole: names that a person said are one organisation, whatever signs they hold.
        joined: the types that were taken from another sheet.
    """

    claim: str
    identity: str
    heading_row: int | None
    columns: tuple[tuple[str, str], ...]
    guesses: tuple[tuple[str, str, str], ...]
    conversions: tuple[Conversion, ...]
    issues: tuple[Issue, ...]
    corrections: tuple[Correction, ...]
    said: Mapping[str, str]
    difference: Difference | None
    known: str | None
    split: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    joined: Joined | None = None


@dataclass(frozen=True, slots=True)
class ClaimedMonth:
    """What a batch claims in one month of one country and cluster.

    Attributes:
        cluster: code; None: not in our list, or none.
        cluster_reported: as the file spells it; None: claimed without being named, or none.
        month: year * 12 + month - 1.
        cells: claimed; `held` of them are still in force.
        empty: claimed, and nothing is there: zero, not silence.
    """

    country: str
    cluster: str | None
    cluster_reported: str | None
    month: int
    cells: int
    held: int
    empty: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a batch after it was published: withdraw or purge."""

    event: int
    moment: datetime
    who: str
    kind: str
    why: str | None


def decisions(cur: Cursor, batch: int) -> list[Decision]:
    """What became of a batch, the oldest first, as of the day of the cursor; moments in UTC."""
    return [
        Decision(event, moment.replace(tzinfo=UTC), who, kind, why)
        for event, moment, who, kind, why in cur.rows(
            "SELECT event, moment, who, kind, why FROM event WHERE batch = $batch "
            "AND kind <> 'commit' AND event <= coalesce(getvariable('as_of')::BIGINT, event) "
            "ORDER BY event",
            {"batch": batch},
        )
    ]


def decided(cur: Cursor, batch: int) -> Decided | None:
    """The decisions behind a batch; None where there is none of this number, or it was purged."""
    found = cur.rows(
        "SELECT choices, identity, heading_row FROM batch WHERE batch = $batch", {"batch": batch}
    )
    if not found or found[0][0] is None:
        return None
    choices, identity, heading_row = found[0]
    said: Mapping[str, Any] = json.loads(choices)
    return Decided(
        claim=said["claim"],
        identity=identity,
        heading_row=heading_row,
        columns=tuple((heading, field) for heading, field in said["columns"]),
        guesses=tuple((field, name, value) for field, name, value in said["guesses"]),
        conversions=tuple(map(_conversion, said["conversions"])),
        issues=tuple(map(_issue, said["issues"])),
        # Batches from before cells could be mended have none.
        corrections=tuple(Correction(**one) for one in said.get("corrections", ())),
        said=said.get("said", {}),
        difference=Difference(**said["difference"]) if "difference" in said else None,
        known=said.get("known"),
        # Nor could these split or join.
        split=tuple(said.get("split", ())),
        whole=tuple(said.get("whole", ())),
        joined=_joined(said.get("joined")),
    )


def _joined(said: Mapping[str, Any] | None) -> Joined | None:
    if said is None:
        return None
    types = tuple(JoinedType(**one) for one in said["types"])
    return Joined(**{**said, "join": Join(**said["join"]), "types": types})


def _conversion(said: Mapping[str, Any]) -> Conversion:
    return Conversion(**{**said, "kind": ConversionKind(said["kind"])})


def _issue(said: Mapping[str, Any]) -> Issue:
    typed = {
        "code": Code(said["code"]),
        "severity": Severity(said["severity"]),
        "others": tuple(said["others"]),
        # Batches from before rows were named one by one have none.
        "rows": tuple(said.get("rows", ())),
    }
    return Issue(**{**said, **typed})


_CLAIMED = """
SELECT
    r.country,
    r.cluster,
    r.cluster_reported,
    coalesce(k.month, r.period_start) AS month,
    count(DISTINCT c.cell) AS cells,
    count(DISTINCT c.cell) FILTER (v.batch = c.batch) AS held,
    bool_and(r.rows = 0) AS empty
FROM batch_cell AS c
INNER JOIN report AS r ON r.report = c.report
INNER JOIN cell AS k ON k.cell = c.cell
LEFT JOIN v_current_cell AS v ON v.cell = c.cell
WHERE c.batch = $batch
GROUP BY r.country, r.cluster, r.cluster_reported, coalesce(k.month, r.period_start)
ORDER BY r.country, r.cluster NULLS LAST, r.cluster_reported NULLS LAST, month
"""


def claimed_months(cur: Cursor, batch: int) -> list[ClaimedMonth]:
    """What a batch claims, by country, cluster and month, as of the day of the cursor."""
    return [ClaimedMonth(*row) for row in cur.rows(_CLAIMED, {"batch": batch})]
