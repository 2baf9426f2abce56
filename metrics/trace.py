"""From a number to what it is made of, down to the rows of the files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import pyarrow as pa

from core.errors import UnknownIndicator
from core.storage.cursor import Cursor
from metrics import query_behind
from metrics.question import Grain, Only, Question, Scope, ask
from metrics.registry import Indicator
from metrics.settled import settled

_TEXTS = Path(__file__).parent / "tracing"
_LIMITS = (
    "country", "region", "context", "hub", "cluster", "cluster_reported", "level",
    "mechanism_type", "place", "cluster_before", "cluster_before_with_aors", "cluster_reduced",
    "cluster_reduced_aors_apart", "working_language",
)  # fmt: skip
_COLUMNS = {
    "organisation_name": "organisation",
    "mechanism_name": "mechanism",
    "country": "country",
    "role": "role",
    "organisation_type": "organisation_type",
    "class": "class",
    "counted_as": "counted_as",
    "counts": "counts",
}
_BATCH = ("dataset", "file_name", "file_sha256", "office")
_TEXT = ("organisation", "mechanism", "country", "role", "class", "counted_as")


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """What a number is made of.

    Attributes:
        frame: one row an organisation, a role or a mechanism, as the indicator counts them: names
            of organisation and mechanism, country, role, code and class of the organisation's type,
            counted_as (`numerator`: in both halves; `denominator`: in that half alone; `unknown`:
            in neither), counts (1, or how many rows, meetings, members or units of a currency
            where the indicator counts these), sources.
            `sources` is a list, one a batch: batch, file_name, file_sha256 (12 digits), sheet,
            source_rows (the first 20), rows (how many), mended_rows (the first 20 in which a cell
            was mended by hand, or None), clusters_reported, places_reported, types_reported (each
            spelling once), and beside_reported (the first 20 names on the other side of its rows:
            who leads where it is present, who is present where it leads).
        total: how many rows there are without limit and offset.
    """

    frame: pd.DataFrame
    total: int


def trace(
    cur: Cursor,
    indicator: Indicator,
    *,
    only: Only | None = None,
    scope: Scope = 2,
    limit: int = 500,
    offset: int = 0,
) -> Trace:
    """What the one number `measure(cur, indicator, only=only, scope=scope)` is made of.

    It names organisations: for readers inside the team only. The page asks `core.access` before.
    The sum of `counts` over numerators is the numerator; with denominators, the denominator; over
    unknowns, the unknown. Reports in force count, as of the event number of the cursor.

    Args:
        cur: sees the store now, or as of an event number.
        indicator: one of the declared ones.
        only: as for `measure`; to trace one group, name each of its dimensions.
        scope: as for `measure`.
        limit: rows at most.
        offset: rows to leave out before.

    Raises:
        UnknownIndicator: `unknown-dimension`, `wrong-period`, `one-side`, or `unknown-indicator`
            for a derived one, which is made of two numbers: `suggestion` is the first of them.
    """
    _refuse_derived(indicator)
    question = ask(indicator, only=only, scope=scope)
    entities = _entities(cur, question)
    wanted = entities.slice(offset, limit)
    return Trace(_shaped(wanted, _sources(cur, wanted, indicator)), entities.num_rows)


def counted_entities(cur: Cursor, question: Question) -> pa.Table:
    """What the one number of a question counts, by name, on a cursor that is settled already.

    One row an organisation, role or mechanism, with `organisation_name`, `mechanism_name`, `role`,
    `counted_as` and `counts` as in the frame of a trace; without files and rows.
    """
    halves = cur.arrow(query_behind.behind(question), question.values)
    return _with(cur, _with(cur, halves, "halves", {}), "names", {})


def counted_reports(cur: Cursor, question: Question) -> pa.Table:
    """The reports in force whose content counts for the one number of a question.

    One row a report, with the column `report`; and those that make us expect a mechanism, with
    `counts` false, where the question is about who reports.
    """
    if question.is_coverage:
        return cur.arrow(_text("reports"), _values(question))
    with settled(cur):
        text = query_behind.reports_behind(question)
        # Scope and flags are about organisations: the engine refuses values that nobody uses.
        used = {n: v for n, v in question.values.items() if re.search(rf"\${n}\b", text)}
        return cur.arrow(text, used)


def batches_behind(
    cur: Cursor, indicator: Indicator, *, only: Only | None = None, grain: Grain = "reported"
) -> pd.DataFrame:
    """The uploads that made the one number `measure(cur, indicator, only=only, grain=grain)`.

    As of the event number of the cursor; it names offices and files, never organisations. Where
    only the newest report of a mechanism counts, older uploads are not in it. Of the reporting
    rate, those are in it as well that make us expect a mechanism. A limit to a flag leaves uploads
    out of the number, not out of this list.

    Returns:
        One row a batch, the newest first: batch, dataset, file_name, file_sha256 (12 digits),
        office, moment (UTC), reports (how many of it count).

    Raises:
        UnknownIndicator: as `trace`.
    """
    _refuse_derived(indicator)
    question = ask(indicator, only=only, grain=grain)
    values = _values(question)
    reports = counted_reports(cur, question)
    cur.lend("traced_report", reports)
    try:
        spans = {name: values[name] for name in ("starts", "ends")}
        found = cur.frame(_text("batches"), {**spans, "expecting": question.is_coverage})
    finally:
        cur.take_back("traced_report")
    return found.astype(dict.fromkeys(_BATCH, "string"))


def _refuse_derived(indicator: Indicator) -> None:
    if indicator.over:
        suggestion = indicator.over[0]
        raise UnknownIndicator("unknown-indicator", value=indicator.id, suggestion=suggestion)


def _entities(cur: Cursor, question: Question) -> pa.Table:
    if question.is_coverage:
        found = _reporting(cur, question)
    else:
        with settled(cur):
            return counted_entities(cur, question)
    return _with(cur, found, "names", {})


def _reporting(cur: Cursor, question: Question) -> pa.Table:
    values = _values(question)
    reports = cur.arrow(_text("reports"), values)
    cur.lend("traced_report", reports)
    try:
        return cur.arrow(_text("reporting"), {n: values[n] for n in ("starts", "ends")})
    finally:
        cur.take_back("traced_report")


def _sources(
    cur: Cursor, wanted: pa.Table, indicator: Indicator
) -> dict[int, list[dict[str, object]]]:
    by_role = indicator.view in {"v_role", "v_role_funding", "v_voice", "v_presence"}
    sources: dict[int, list[dict[str, object]]] = {}
    for source in _with(cur, wanted, "sources", {"by_role": by_role}).to_pylist():
        sources.setdefault(source.pop("number"), []).append(source)
    return sources


def _with(cur: Cursor, entities: pa.Table, name: str, values: dict[str, object]) -> pa.Table:
    cur.lend("traced_entity", entities)
    try:
        return cur.arrow(_text(name), values)
    finally:
        cur.take_back("traced_entity")


def _values(question: Question) -> dict[str, object]:
    limits = {str(name): _texts(texts) for name, texts in question.only.items()}
    periods = question.periods
    return {
        **{name: limits.get(name) for name in _LIMITS},
        "dataset": question.indicator.dataset,
        "datasets": limits.get("dataset"),
        "starts": [period.start for period in periods] or None,
        "ends": [period.end for period in periods] or None,
        "months": question.months,
        "latest": question.indicator.several_reports == "latest",
    }


def _texts(values: Iterable[str | None] | None) -> list[str] | None:
    return None if values is None else [value or "" for value in values]


def _shaped(wanted: pa.Table, sources: dict[int, list[dict[str, object]]]) -> pd.DataFrame:
    named = wanted.select(list(_COLUMNS)).rename_columns(list(_COLUMNS.values()))
    frame = pd.DataFrame(named.to_pandas())
    numbers = wanted["number"].to_pylist()
    frame["sources"] = pd.Series([sources.get(n, []) for n in numbers], dtype="object")
    whole = dict.fromkeys(("organisation_type", "counts"), "Int64")
    return frame.astype(dict.fromkeys(_TEXT, "string") | whole)


@cache
def _text(name: str) -> str:
    return (_TEXTS / f"{name}.sql").read_text(encoding="utf-8")
