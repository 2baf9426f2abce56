"""A store with what a test tells, without files: reports in force and their organisations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from core.i18n.periods import Period
from core.storage.cursor import Cursor

# Narrowest scope, whether the type is known, and the code of the type.
TYPES: Mapping[str, tuple[int | None, bool, int | None]] = {
    "NNGO": (1, True, 441),
    "NS": (2, True, 445),
    "GOV": (3, True, 435),
    "DFA": (None, True, 901),
    "INGO": (None, True, 437),
    "UN": (None, True, 447),
    "?": (None, False, None),
}
_INSERT = {
    "organisation": "INSERT INTO organisation BY NAME FROM incoming",
    "mechanism": "INSERT INTO mechanism BY NAME FROM incoming",
    "report": "INSERT INTO report BY NAME FROM incoming",
    "batch_cell": "INSERT INTO batch_cell BY NAME FROM incoming",
    "fact_org": "INSERT INTO fact_org BY NAME FROM incoming",
}
_BATCH = """
INSERT INTO batch BY NAME
SELECT
    unnest([1, 2]) AS batch,
    unnest(['presence', 'roles']) AS dataset,
    'made' AS file_name,
    true AS has_type,
    '{}' AS choices
"""
_EVENT = """
INSERT INTO event
SELECT n, TIMESTAMP '2026-01-01 00:00:00', 'test office', 'commit', n, NULL
FROM range(1, 3) AS t (n)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a report says.

    Attributes:
        who: organisation to its type, and for roles to `role:type`.
    """

    country: str
    cluster: str
    period: str
    who: Mapping[str, str] = field(default_factory=dict)
    dataset: str = "presence"
    level: str = "national"
    closed: bool = False

    @property
    def mechanism(self) -> tuple[str, str, str]:
        return self.country, self.cluster, self.level


def fill(cur: Cursor, told: Sequence[Told]) -> None:
    """Write the reports into a store that holds none yet."""
    cur.run(_EVENT)
    cur.run(_BATCH)
    cur.run("UPDATE head SET event = 2")
    mechanisms = {key: n for n, key in enumerate(dict.fromkeys(t.mechanism for t in told), 1)}
    names = dict.fromkeys((t.country, name) for t in told for name in t.who)
    organisations = {key: n for n, key in enumerate(names, 1)}
    _write(cur, "organisation", (_organisation(n, *key) for key, n in organisations.items()))
    _write(cur, "mechanism", (_mechanism(n, *key) for key, n in mechanisms.items()))
    reports = [_report(n, t, mechanisms[t.mechanism]) for n, t in enumerate(told, 1)]
    _write(cur, "report", reports)
    _write(cur, "batch_cell", _cells(reports))
    _write(
        cur,
        "fact_org",
        (
            _fact(n, organisations[t.country, name], said)
            for n, t in enumerate(told, 1)
            for name, said in t.who.items()
        ),
    )


def _write(cur: Cursor, table: str, rows: Iterable[Mapping[str, object]]) -> None:
    listed = [dict(row) for row in rows]
    if not listed:
        return
    cur.lend("incoming", pa.Table.from_pylist(listed))
    cur.run(_INSERT[table])
    cur.take_back("incoming")


def _organisation(number: int, country: str, name: str) -> dict[str, object]:
    return {"organisation": number, "country": country, "identity_key": name, "name": name}


def _mechanism(number: int, country: str, cluster: str, level: str) -> dict[str, object]:
    return {
        "mechanism": number,
        "country": country,
        "mechanism_type": "aor" if "-" in cluster else "cluster",
        "cluster": cluster,
        "level": level,
        "name": cluster,
    }


def _report(number: int, told: Told, mechanism: int) -> dict[str, object]:
    period = Period.parse(told.period)
    return {
        "report": number,
        "batch": 1 if told.dataset == "presence" else 2,
        "dataset": told.dataset,
        "country": told.country,
        "cluster": told.cluster,
        "cluster_key": told.cluster,
        "cluster_reported": told.cluster,
        "mechanism": mechanism,
        "mechanism_type": "aor" if "-" in told.cluster else "cluster",
        "level": told.level,
        "period_start": period.start,
        "period_end": period.end,
        "closed": told.closed,
        "rows": max(len(told.who), int(told.closed)),
    }


def _cells(reports: Sequence[Mapping[str, object]]) -> Iterable[dict[str, object]]:
    number = 0
    for report in reports:
        for _ in range(int(str(report["period_start"])), int(str(report["period_end"])) + 1):
            number += 1
            yield {"batch": report["batch"], "report": report["report"], "cell": number}


def _fact(report: int, organisation: int, said: str) -> dict[str, object]:
    role, _, kind = said.rpartition(":")
    scope, known, code = TYPES[kind]
    return {
        "report": report,
        "organisation": organisation,
        "role": role or "present",
        "lna_scope": scope,
        "type_known": known,
        "organisation_type": code,
        "rows": 1,
        "rows_unknown_type": int(not known),
    }
