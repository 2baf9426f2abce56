"""What the indicator query reads, and what it leaves out: the part of metrics/query.py about rows.

Names come from closed lists, values are bound, as there. A dimension that follows from another is
joined only where it is asked for, so a question without one costs what it did.
"""

from collections.abc import Iterable

from metrics.dimensions import CLUSTER_LISTS
from metrics.fragments import view_of
from metrics.question import Question
from metrics.registry import OF_FACTS

# Authorities de facto are in no scope of L/NAs. Where segments are asked for, they stand in a
# fourth: the numerator of a scope less that of the one before it is a segment.
_DE_FACTO = (
    "coalesce({scope}, CASE WHEN v.type_known AND v.organisation_type IN"
    " (SELECT y.code FROM organisation_type AS y WHERE y.class = 'de_facto') THEN 4 END)"
)


def told(view: str, question: Question) -> str:
    """A view of reports with the dimensions that follow from its own.

    Where groups are languages, a report of a country with two of them is there twice, once a group.
    """
    asked = {*question.names, *question.only}
    columns = [f"k.{name}" for name in CLUSTER_LISTS if name in asked]
    joins = ["LEFT JOIN v_cluster_list AS k ON k.cluster = v.cluster"] if columns else []
    if "working_language" in question.names:
        columns.append("w.working_language")
        joins.append("LEFT JOIN v_working_language AS w ON w.country = v.country")
    if not joins:
        return view
    return f"(\nSELECT {', '.join(['v.*', *columns])}\nFROM {view} AS v\n{chr(10).join(joins)}\n)"


def reports(question: Question) -> str:
    """The reports that a question is about, as a view."""
    compound = question.indicator.is_compound
    return told("v_compound_report" if compound else "v_report", question)


def expectations(question: Question) -> str:
    """The quarters in which reports are expected, as a view."""
    compound = question.indicator.is_compound
    return told("v_compound_expected" if compound else "v_expected", question)


def source(question: Question, *conditions: str) -> str:
    """The rows of the view, `r`, in the reports that count, `c`, with the number of their group."""
    text = f"FROM {actors(question)} AS r\nINNER JOIN counted AS c ON c.report = r.report"
    said = [limit(name, question.only[name]) for name in OF_FACTS if name in question.only]
    return f"{text}\nWHERE {' AND '.join([*said, *conditions])}" if said or conditions else text


def actors(question: Question) -> str:
    """The view of an indicator; who is not known to have a flag asked for is of unknown type."""
    if not question.flags and not question.segmented:
        return view_of(question)
    flags = {name: f"f{number}" for number, name in enumerate(question.flags)}
    joins = [
        f"LEFT JOIN v_flag AS {f} ON {f}.organisation = v.organisation AND {f}.flag = $flag_{name}"
        for name, f in flags.items()
    ]
    fits = [
        f"({f}.holds IS NULL"
        f" OR list_contains($only_{name}::VARCHAR[], CASE WHEN {f}.holds THEN 'yes' ELSE 'no' END))"
        for name, f in flags.items()
    ]
    said = [f"{f}.holds IS NOT NULL" for n, f in flags.items() if None not in question.flags[n]]
    known = " AND ".join(said) or "true"
    scope = _DE_FACTO.format(scope="v.lna_scope") if question.segmented else "v.lna_scope"
    return (
        f"(\nSELECT v.* REPLACE (CASE WHEN {known} THEN {scope} END AS lna_scope,"
        f" v.type_known AND {known} AS type_known)\nFROM {view_of(question)} AS v\n"
        f"{chr(10).join(joins)}\nWHERE {' AND '.join(fits) or 'true'}\n)"
    )


def matching(question: Question) -> dict[str, str]:
    """The steps that find the mechanisms that reported in two periods, where only these count."""
    if not question.apart:
        return {}
    conditions = [*fitting(question), "r.mechanism IS NOT NULL", "NOT r.closed"]
    telling = (
        f"SELECT DISTINCT r.mechanism, {_start(question)} AS g_start\n"
        f"FROM {reports(question)} AS r\nWHERE {' AND '.join(conditions)}"
    )
    pair = "SELECT {a}.mechanism, {a}.g_start, {part} AS part\n" + (
        f"FROM telling AS b INNER JOIN telling AS a ON a.mechanism = b.mechanism"
        f" AND a.g_start = b.g_start + {question.apart}"
    )
    both = f"{pair.format(a='a', part=1)}\nUNION ALL\n{pair.format(a='b', part=2)}"
    return {"telling": telling, "matched": both}


def matched(question: Question) -> str:
    """What reports are joined to where only matched mechanisms count.

    A report is then there as part 1, beside the period before, and as part 2, beside the next one.
    """
    if not question.apart:
        return ""
    return (
        f"\nINNER JOIN matched AS k ON k.mechanism = r.mechanism AND k.g_start = {_start(question)}"
    )


def fitting(question: Question) -> list[str]:
    """The conditions on reports, `r`: those of the question, and that they fit in its periods."""
    fits = periods(question, "r.period_start >= $from_{n} AND r.period_end <= $to_{n}")
    months = question.months
    within = [f"r.period_start // {months} = r.period_end // {months}"] if months else []
    # A file that does not say who leads is silent about it: no zero.
    telling = ["r.lead_has_type IS NOT NULL"] if question.is_of_leads else []
    return [*limits(question), *fits, *within, *telling]


def periods(question: Question, condition: str) -> list[str]:
    """The condition that holds for one of the periods asked for."""
    each = [condition.format(n=n) for n in range(len(question.periods))]
    return [f"({' OR '.join(each)})"] if each else []


def limits(question: Question) -> list[str]:
    """The conditions on reports, `r`; what facts say, and flags, are conditions on facts."""
    dataset = question.indicator.dataset
    return [
        f"r.dataset = '{dataset}'" if dataset else "true",
        *(
            _speaks(texts) if _only_filters(name, question) else limit(name, texts)
            for name, texts in question.only.items()
            if name not in OF_FACTS and name not in question.flags
        ),
    ]


def limit(name: str, texts: Iterable[str | None]) -> str:
    """The condition that a dimension has one of the bound values, or none."""
    or_none = f" OR r.{name} IS NULL" if None in texts else ""
    return f"(list_contains($only_{name}::VARCHAR[], r.{name}){or_none})"


def _only_filters(name: str, question: Question) -> bool:
    return name == "working_language" and name not in question.names


def _speaks(texts: Iterable[str | None]) -> str:
    # A country with two of the languages asked for is there once.
    spoken = "FROM v_working_language AS w WHERE w.country IS NOT DISTINCT FROM r.country"
    or_none = f" OR NOT EXISTS ({spoken})" if None in texts else ""
    wanted = "list_contains($only_working_language::VARCHAR[], w.working_language)"
    return f"(EXISTS ({spoken} AND {wanted}){or_none})"


def _start(question: Question) -> str:
    return f"r.period_start // {question.months} * {question.months}"
