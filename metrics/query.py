"""The only place that assembles SQL: names come from closed lists, values are bound.

Every question becomes one statement of named steps:

    picked     the reports in force that the question is about, each in one group
    counted    of these, the ones whose content counts: all, or the newest of each mechanism
    expecting  the quarters in which mechanisms are expected to report
    groups     what the result has a row for
    coverage   mechanisms reporting and expected, by group
    standing   what the counted reports have in common: all closed, all without types
    measured   numerator, denominator and unknown, by group

A report is in one group and a fact in one report, so nothing can be counted twice by a join.
"""

from collections.abc import Iterable

from metrics.query_sources import (
    actors,
    fitting,
    limit,
    limits,
    matched,
    matching,
    periods,
    told,
)
from metrics.question import Question

# An entity's state in a group. An organisation: by its newest report that knows its type. Month,
# batch and scope are packed into one number, because its greatest is found faster than the scope of
# the greatest month and batch; 9 is a known type in no scope. A mechanism: its newest reports.
_NEWEST = (
    "max((r.period_end::BIGINT << 44) | (r.batch << 4) | coalesce(r.lna_scope, 9))"
    " FILTER (WHERE r.type_known)"
)
_ENTITY = {
    "organisation": f"nullif({_NEWEST} & 15, 9) AS lna_scope, {_NEWEST} IS NOT NULL AS type_known",
    "mechanism": "min(r.lna_scope) AS lna_scope, bool_or(r.undecided) AS undecided,"
    " bool_and(r.closed) AS closed",
}
# Where rows of a view are counted as they are.
_COLUMNS = {
    "v_presence": ("rows", "rows_unknown_type", "organisation", "lna_scope", "type_known"),
    "v_role": ("report", "mechanism", "organisation", "role", "lna_scope", "type_known"),
}


def statement(question: Question) -> str:
    """The SQL of a question."""
    steps = {
        **matching(question),
        "picked": _picked(question),
        "counted": _counted(question),
        "expecting": _expecting(question),
        "groups": _groups(question),
        "coverage": _coverage(question),
        "standing": _standing(question),
    }
    if not question.is_coverage:
        steps["measured"] = _measured(question)
    written = ",\n".join(f"{name} AS (\n{text}\n)" for name, text in steps.items())
    return f"WITH {written}\n{_answer(question)}"


def _picked(question: Question) -> str:
    conditions = fitting(question)
    return (
        f"SELECT r.report, r.batch, r.mechanism, r.has_type, r.closed, r.rows, r.period_start,"
        f" r.period_end, {_keys_of_report(question)}\n"
        f"FROM {told('v_report', question)} AS r{matched(question)}\n"
        f"WHERE {' AND '.join(conditions)}"
    )


def _counted(question: Question) -> str:
    # Groups get a number: organisations are then counted by it, not by several texts.
    keys = _listed("p", question.keys)
    text = (
        "SELECT p.report, p.has_type, p.closed, p.rows, p.period_start, p.period_end,"
        f" {keys}, dense_rank() OVER (ORDER BY {keys}) AS grouping\nFROM picked AS p"
    )
    if question.indicator.several_reports == "latest":
        text += (
            f"\nQUALIFY rank() OVER (PARTITION BY {keys}, coalesce(p.mechanism, -p.report)"
            " ORDER BY p.period_end DESC, p.batch DESC) = 1"
        )
    return text


def _expecting(question: Question) -> str:
    touches = periods(question, "r.quarter BETWEEN $from_{n} // 3 AND $to_{n} // 3")
    names = [f"r.{name}" for name in question.names]
    return (
        f"SELECT DISTINCT {', '.join([*names, '0 AS part', 'r.mechanism', 'r.quarter'])}\n"
        f"FROM {told('v_expected', question)} AS r\n"
        f"WHERE {' AND '.join([*limits(question), *touches])}"
    )


def _groups(question: Question) -> str:
    text = f"SELECT DISTINCT {_listed('p', question.keys)}\nFROM picked AS p"
    return f"{text}\nUNION\n{_silent_groups(question)}" if question.is_coverage else text


def _silent_groups(question: Question) -> str:
    # Where nobody of a group reported but something was expected: 0 of n, not silence.
    names = _listed("e", [*question.names, "part"])
    if not question.splits_periods:
        return f"SELECT DISTINCT {names}\nFROM expecting AS e"
    months = question.months or 3
    first = "unnest([0, 1, 2])" if months == 1 else "0"
    conditions = [
        "s.g_start <= (SELECT max(n.period_end) FROM v_report AS n)",
        *periods(question, "s.g_start >= $from_{n} AND s.g_end <= $to_{n}"),
    ]
    if question.grain == "reported":  # a quarter, unless part of it was reported in another form
        conditions.append(
            f"NOT EXISTS (FROM picked AS p WHERE {_same('p', 's', [*question.names, 'part'])}"
            " AND p.period_end >= s.g_start AND p.period_start <= s.g_end)"
        )
    return (
        f"SELECT {_listed('s', question.keys)}\nFROM (\n"
        f"SELECT DISTINCT {names}, g.g_start, g.g_start + {months - 1} AS g_end\n"
        f"FROM expecting AS e, LATERAL (SELECT (e.quarter * 3 + {first}) // {months} * {months}"
        f" AS g_start) AS g\n) AS s\nWHERE {' AND '.join(conditions)}"
    )


def _coverage(question: Question) -> str:
    keys = question.keys
    match = _same("g", "e", [*question.names, "part"])
    if question.splits_periods:
        match += " AND e.quarter BETWEEN g.g_start // 3 AND g.g_end // 3"
    return (
        f"SELECT {_listed('m', keys)},"
        " count(DISTINCT m.mechanism) FILTER (WHERE m.reported) AS reporting,"
        " count(DISTINCT m.mechanism) AS expected\nFROM (\n"
        f"SELECT {_listed('p', keys)}, p.mechanism, true AS reported\n"
        "FROM picked AS p WHERE NOT p.closed\nUNION ALL\n"
        f"SELECT {_listed('g', keys)}, e.mechanism, false\n"
        f"FROM groups AS g LEFT JOIN expecting AS e ON {match}\n"
        f") AS m\nGROUP BY {_listed('m', keys)}"
    )


def _standing(question: Question) -> str:
    keys = _listed("c", question.keys)
    return (
        f"SELECT c.grouping, {keys}, bool_and(c.closed) AS all_closed,"
        " bool_and(NOT c.has_type) FILTER (WHERE c.rows > 0) AS without_types,"
        " min(c.period_start) AS first_month, max(c.period_end) AS last_month\n"
        f"FROM counted AS c\nGROUP BY c.grouping, {keys}"
    )


def _measured(question: Question) -> str:
    indicator = question.indicator
    keys = ", ".join(["r.grouping", *(f"r.{name}" for name in question.roles)])
    scopes = "".join(
        f", {indicator.numerator.replace('$scope', str(scope))} AS scope_{scope}"
        for scope in question.scopes_apart
    )
    return (
        f"SELECT {keys}, {indicator.numerator} AS numerator,"
        f" {indicator.denominator} AS denominator,"
        f" {indicator.unknown or 'NULL::BIGINT'} AS unknown{scopes}\n"
        f"FROM ({_rows(question)}) AS r\nGROUP BY {keys}"
    )


def _rows(question: Question) -> str:
    """What the declared expressions are about: rows of the view, or one for each entity."""
    source = f"FROM {actors(question)} AS r\nINNER JOIN counted AS c ON c.report = r.report"
    if "role" in question.only:
        source += f"\nWHERE {limit('role', question.only['role'])}"
    if question.indicator.entity is None:
        columns = _listed("r", _COLUMNS[question.indicator.view])
        return f"SELECT c.grouping, {columns}\n{source}"
    entity = question.indicator.entity
    return (
        f"SELECT c.grouping, r.{entity}, {_ENTITY[entity]}\n{source}"
        f"\nGROUP BY c.grouping, r.{entity}"
    )


def _answer(question: Question) -> str:
    shown = [f"m.{d}" if d == "role" else f"v.{d}" for d in question.by if d != "period"]
    period = _period_columns(question)
    columns = [*shown, *(f"{text} AS {name}" for name, text in period.items())]
    columns += [f"coalesce(m.scope_{n}, 0) AS scope_{n}" for n in question.scopes_apart]
    columns += ["v.part"] if question.apart else []
    order = ", ".join(f"{name} NULLS LAST" for name in [*shown, *period]) or "1"
    return (
        f"SELECT {''.join(f'{c}, ' for c in columns)}a.numerator, a.denominator, a.unknown,"
        " a.numerator / nullif(a.denominator, 0) AS value,"
        " a.numerator / nullif(a.denominator + a.unknown, 0) AS low,"
        " (a.numerator + a.unknown) / nullif(a.denominator + a.unknown, 0) AS high,"
        " v.reporting, v.expected,"
        " CASE WHEN a.denominator > 0 THEN 'value' WHEN s.all_closed THEN 'closed'"
        " WHEN a.unknown > 0 AND s.without_types THEN 'no-type'"
        " WHEN a.unknown > 0 THEN 'nothing-known' ELSE 'zero' END AS state\n"
        f"FROM coverage AS v\nLEFT JOIN standing AS s ON {_same('v', 's', question.keys)}\n"
        f"{_halves(question)}\nORDER BY {order}"
    )


def _halves(question: Question) -> str:
    indicator = question.indicator
    if question.is_coverage:
        return (
            f"CROSS JOIN LATERAL (SELECT v.{indicator.numerator} AS numerator,"
            f" v.{indicator.denominator} AS denominator, NULL::BIGINT AS unknown) AS a"
        )
    join = "INNER JOIN" if question.roles else "LEFT JOIN"
    unknown = "coalesce(m.unknown, 0)" if indicator.unknown else "NULL::BIGINT"
    return (
        f"{join} measured AS m ON m.grouping = s.grouping\n"
        "CROSS JOIN LATERAL (SELECT coalesce(m.numerator, 0) AS numerator,"
        f" coalesce(m.denominator, 0) AS denominator, {unknown} AS unknown) AS a"
    )


def _period_columns(question: Question) -> dict[str, str]:
    if "period" not in question.by:
        return {}
    if question.grain == "all":
        return {"g_start": "s.first_month", "g_end": "s.last_month"}
    return {"g_start": "v.g_start", "g_end": "v.g_end"}


def _keys_of_report(question: Question) -> str:
    columns = [*(f"r.{name}" for name in question.names), f"{question.part} AS part"]
    if not question.splits_periods:
        return ", ".join(columns)
    if months := question.months:
        start = f"r.period_start // {months} * {months}"
        return ", ".join([*columns, f"{start} AS g_start", f"{start} + {months - 1} AS g_end"])
    return ", ".join([*columns, "r.period_start AS g_start", "r.period_end AS g_end"])


def _listed(alias: str, names: Iterable[str]) -> str:
    return ", ".join(f"{alias}.{name}" for name in names)


def _same(left: str, right: str, names: Iterable[str]) -> str:
    return " AND ".join(f"{left}.{name} IS NOT DISTINCT FROM {right}.{name}" for name in names)
