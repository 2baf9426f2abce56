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

from metrics import counted as texts
from metrics.fragments import keys_of_report, listed, period_columns, same, view_of
from metrics.query_sources import (
    expectations,
    fitting,
    limits,
    matched,
    matching,
    periods,
    reports,
    source,
)
from metrics.question import Question
from metrics.registry import OF_FACTS


def statement(question: Question) -> str:
    """The SQL of a question."""
    steps = {
        **matching(question),
        "picked": picked(question),
        "counted": counted(question),
        "expecting": _expecting(question),
        "groups": _groups(question),
        "coverage": _coverage(question),
        "standing": _standing(question),
    }
    if not question.is_coverage:
        steps["measured"] = _measured(question)
    written = ",\n".join(f"{name} AS (\n{text}\n)" for name, text in steps.items())
    return f"WITH {written}\n{_answer(question)}"


def picked(question: Question) -> str:
    """The step of that name."""
    compound = question.indicator.is_compound
    return (
        f"SELECT r.report, r.batch, r.mechanism, {question.has_type} AS has_type, r.closed,"
        f" r.rows, r.period_start, r.period_end,{' r.occasion, r.by_return,' if compound else ''}"
        f" {keys_of_report(question)}\n"
        f"FROM {reports(question)} AS r{matched(question)}\n"
        f"WHERE {' AND '.join(fitting(question))}"
    )


def counted(question: Question) -> str:
    """The step of that name."""
    # Groups get a number first: all else goes by it, not by several texts.
    keys = listed("p", question.keys)
    text = (
        "SELECT p.report, p.has_type, p.closed, p.rows, p.period_start, p.period_end,"
        f" {keys}, p.grouping\n"
        f"FROM (SELECT p.*, dense_rank() OVER (ORDER BY {keys}) AS grouping FROM picked AS p) AS p"
    )
    if question.indicator.several_reports == "latest":
        # Every meeting is the newest of its day. A list comes before a return, and of returns under
        # two labels one counts, because their numbers name nobody whom one could recognise.
        meeting, first, last = (
            (", p.occasion", "p.by_return, ", ", CASE WHEN p.by_return THEN p.report END")
            if question.indicator.is_compound
            else ("", "", "")
        )
        text += (
            "\nQUALIFY rank() OVER"
            f" (PARTITION BY p.grouping, coalesce(p.mechanism, -p.report){meeting}"
            f" ORDER BY {first}p.period_end DESC, p.batch DESC{last}) = 1"
        )
    return text


def _expecting(question: Question) -> str:
    touches = periods(question, "r.quarter BETWEEN $from_{n} // 3 AND $to_{n} // 3")
    names = [f"r.{name}" for name in question.names]
    return (
        f"SELECT DISTINCT {', '.join([*names, '0 AS part', 'r.mechanism', 'r.quarter'])}\n"
        f"FROM {expectations(question)} AS r\n"
        f"WHERE {' AND '.join([*limits(question), *touches])}"
    )


def _groups(question: Question) -> str:
    text = f"SELECT DISTINCT {listed('p', question.keys)}\nFROM picked AS p"
    return f"{text}\nUNION\n{_silent_groups(question)}" if question.is_coverage else text


def _silent_groups(question: Question) -> str:
    # Where nobody of a group reported but something was expected: 0 of n, not silence.
    names = listed("e", [*question.names, "part"])
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
            f"NOT EXISTS (FROM picked AS p WHERE {same('p', 's', [*question.names, 'part'])}"
            " AND p.period_end >= s.g_start AND p.period_start <= s.g_end)"
        )
    return (
        f"SELECT {listed('s', question.keys)}\nFROM (\n"
        f"SELECT DISTINCT {names}, g.g_start, g.g_start + {months - 1} AS g_end\n"
        f"FROM expecting AS e, LATERAL (SELECT (e.quarter * 3 + {first}) // {months} * {months}"
        f" AS g_start) AS g\n) AS s\nWHERE {' AND '.join(conditions)}"
    )


def _coverage(question: Question) -> str:
    keys = question.keys
    match = same("g", "e", [*question.names, "part"])
    if question.splits_periods:
        match += " AND e.quarter BETWEEN g.g_start // 3 AND g.g_end // 3"
    return (
        f"SELECT {listed('m', keys)},"
        " count(DISTINCT m.mechanism) FILTER (WHERE m.reported) AS reporting,"
        " count(DISTINCT m.mechanism) AS expected\nFROM (\n"
        f"SELECT {listed('p', keys)}, p.mechanism, true AS reported\n"
        "FROM picked AS p WHERE NOT p.closed\nUNION ALL\n"
        f"SELECT {listed('g', keys)}, e.mechanism, false\n"
        f"FROM groups AS g LEFT JOIN expecting AS e ON {match}\n"
        f") AS m\nGROUP BY {listed('m', keys)}"
    )


def _standing(question: Question) -> str:
    keys = listed("c", question.keys)
    return (
        f"SELECT c.grouping, {keys}, bool_and(c.closed) AS all_closed,"
        " bool_and(NOT c.has_type) FILTER (WHERE c.rows > 0) AS without_types,"
        " min(c.period_start) AS first_month, max(c.period_end) AS last_month\n"
        f"FROM counted AS c\nGROUP BY c.grouping, {keys}"
    )


def _measured(question: Question) -> str:
    indicator = question.indicator
    keys = ", ".join(["r.grouping", *(f"r.{name}" for name in question.of_facts)])
    scopes = "".join(
        f", {str(indicator.numerator).replace('$scope', str(scope))} AS scope_{scope}"
        for scope in question.scopes_apart
    )
    mixed = texts.MIXED.get(view_of(question), "false")
    return (
        f"SELECT {keys}, {mixed} AS mixed, {indicator.numerator} AS numerator,"
        f" {indicator.denominator} AS denominator,"
        f" {indicator.unknown or 'NULL::BIGINT'} AS unknown{scopes}\n"
        f"FROM ({_rows(question)}) AS r\nGROUP BY {keys}"
    )


def _rows(question: Question) -> str:
    """What the declared expressions are about: rows of the view, or one for each entity."""
    indicator = question.indicator
    if indicator.entity is None:
        columns = listed("r", texts.COLUMNS[view_of(question)])
        return f"SELECT c.grouping, {columns}\n{source(question)}"
    keys = listed("r", dict.fromkeys([*texts.ENTITY[indicator.entity], *question.of_facts]))
    return (
        f"SELECT c.grouping, {keys}, {texts.STATE[view_of(question)]}\n{source(question)}"
        f"\nGROUP BY c.grouping, {keys}"
    )


def _answer(question: Question) -> str:
    shares, all_there, no_type = texts.SHARE, "a.denominator", texts.NO_TYPE
    if question.indicator.unit == "count":
        shares, all_there = texts.COUNT, "a.denominator + a.unknown"
    if question.indicator.view in texts.TYPELESS:
        no_type = ""
    shown = [f"m.{d}" if d in OF_FACTS else f"v.{d}" for d in question.by if d != "period"]
    period = period_columns(question)
    columns = [*shown, *(f"{text} AS {name}" for name, text in period.items())]
    columns += [f"coalesce(m.scope_{n}, 0) AS scope_{n}" for n in question.scopes_apart]
    columns += ["v.part"] if question.apart else []
    order = ", ".join(f"{name} NULLS LAST" for name in [*shown, *period]) or "1"
    return (
        f"SELECT {''.join(f'{c}, ' for c in columns)}a.numerator, a.denominator, a.unknown,"
        f"{shares} v.reporting, v.expected,"
        f" CASE{_mixed(question)} WHEN {all_there} > 0 THEN 'value'"
        f" WHEN s.all_closed THEN 'closed'{no_type}"
        " WHEN a.unknown > 0 THEN 'nothing-known' ELSE 'zero' END AS state\n"
        f"FROM coverage AS v\nLEFT JOIN standing AS s ON {same('v', 's', question.keys)}\n"
        f"{_halves(question)}\nORDER BY {order}"
    )


def _mixed(question: Question) -> str:
    adds = question.indicator.view in texts.MIXED
    return " WHEN m.mixed THEN 'several-currencies'" if adds else ""


def _halves(question: Question) -> str:
    indicator = question.indicator
    if question.is_coverage:
        return (
            f"CROSS JOIN LATERAL (SELECT v.{indicator.numerator} AS numerator,"
            f" v.{indicator.denominator} AS denominator, NULL::BIGINT AS unknown) AS a"
        )
    join = "INNER JOIN" if question.of_facts else "LEFT JOIN"
    halves = [
        f"CASE WHEN m.mixed THEN NULL ELSE coalesce(m.{name}, 0) END AS {name}"
        for name in ("numerator", "denominator", "unknown")
    ]
    if not indicator.unknown:
        halves[2] = "NULL::BIGINT AS unknown"
    return (
        f"{join} measured AS m ON m.grouping = s.grouping\n"
        f"CROSS JOIN LATERAL (SELECT {', '.join(halves)}) AS a"
    )
