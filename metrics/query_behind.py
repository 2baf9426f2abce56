"""The SQL of what stands behind a number: what is counted, and the reports that it comes from."""

from metrics import counted as texts
from metrics.fragments import listed, view_of
from metrics.query import counted, picked
from metrics.query_sources import source
from metrics.question import Question


def behind(question: Question) -> str:
    """The SQL of what a number is made of: what is counted, one by one, as declared.

    One row is an organisation, role, seat or mechanism with its own halves and its reports; in each
    group that the question splits reports into, whose columns come first.
    """
    keys = _keys(question)
    shown = [
        f"{f'r.{name}' if name in keys else 'NULL::INTEGER'} AS {name}"
        for name in ("organisation", "mechanism")
    ]
    role = next((f"r.{name}" for name in ("role", "seat") if name in keys), "NULL::VARCHAR")
    groups = [name for name in question.keys if name != "part"]
    columns = [
        *(f"g.{name} AS {name}" for name in groups), *shown, f"{role} AS role",
        "any_value(r.told_type) AS organisation_type", *_halves(question),
    ]  # fmt: skip
    grouped = ", ".join([listed("g", ["grouping", *groups]), listed("r", keys)])
    distinct = listed("c", ["grouping", *groups])
    return (
        f"WITH {_steps(question)},\ntold AS (\n{_told(question, keys)}\n)\n"
        f"SELECT {', '.join(columns)}, list_distinct(flatten(list(r.reports))) AS reports\n"
        f"FROM told AS r\nINNER JOIN (SELECT DISTINCT {distinct} FROM counted AS c) AS g"
        f" ON g.grouping = r.grouping\nGROUP BY {grouped}"
    )


def reports_behind(question: Question) -> str:
    """The SQL of the reports that count, and of those that their rows are compared with."""
    text = f"WITH {_steps(question)}\nSELECT c.report, true AS counts\nFROM counted AS c"
    if question.indicator.view not in texts.TWO_REPORTS:
        return text
    others = f"SELECT r.other_report, true\n{source(question, 'r.other_report IS NOT NULL')}"
    return f"{text}\nUNION\n{others}"


def _steps(question: Question) -> str:
    steps = {"picked": picked(question), "counted": counted(question)}
    return ",\n".join(f"{name} AS (\n{text}\n)" for name, text in steps.items())


def _keys(question: Question) -> tuple[str, ...]:
    """What tells apart what is counted."""
    entity, view = question.indicator.entity, view_of(question)
    if entity is None:
        return texts.TRACED[view]
    # Sides are never mixed: each organisation is on the one that was asked for.
    return (*texts.ENTITY[entity], *(["role"] if view == "v_presence" else []))


def _halves(question: Question) -> list[str]:
    indicator = question.indicator
    halves = (indicator.numerator, indicator.denominator, indicator.unknown or "0")
    named = zip(halves, ("numerator", "denominator", "unknown"), strict=True)
    return [f"coalesce({text}, 0)::BIGINT AS {name}" for text, name in named]


def _told(question: Question, keys: tuple[str, ...]) -> str:
    """Rows, or entities, with the type of the organisation and the reports that tell of it."""
    view = view_of(question)
    newest = "NULL::SMALLINT" if view in texts.NAMELESS else texts.NEWEST_TYPE
    reports = "list_value(r.report, r.other_report)" if view in texts.TWO_REPORTS else "[r.report]"
    grouped = f"c.grouping, {listed('r', keys)}"
    if question.indicator.entity is None:
        return (
            f"SELECT c.grouping, r.*, {newest} OVER (PARTITION BY {grouped}) AS told_type,"
            f" {reports} AS reports\n{source(question)}"
        )
    return (
        f"SELECT {grouped}, {texts.STATE[view]}, {newest} AS told_type,"
        f" flatten(list({reports})) AS reports\n{source(question)}\nGROUP BY {grouped}"
    )
