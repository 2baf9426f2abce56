"""What the mechanisms of a country reported last, as rows of a template to be corrected."""

from collections.abc import Iterator, Mapping
from typing import Any

from core.i18n import Lang
from core.storage.cursor import Cursor
from loaders.choice_lists import choice_lists

# Those of a mechanism, which a quarter's list repeats but for what has changed.
PREFILLED = ("roles", "members", "mechanisms", "meetings")

_NEWEST = """
SELECT
    r.report,
    r.country,
    r.hub,
    r.mechanism_type,
    m.name AS mechanism,
    r.cluster,
    r.cluster_reported,
    r.level,
    r.place
FROM report AS r
SEMI JOIN v_current_report AS v ON v.report = r.report
INNER JOIN mechanism AS m ON m.mechanism = r.mechanism
WHERE r.dataset = $dataset
    AND r.country = $country
    AND r.rows > 0
    AND ($cluster::VARCHAR IS NULL OR r.cluster = $cluster)
QUALIFY rank() OVER (PARTITION BY r.mechanism ORDER BY r.period_end DESC, r.batch DESC) = 1
ORDER BY r.mechanism, r.report
"""
_FACTS: Mapping[str, str] = {
    "roles": "SELECT f.role_reported AS role, f.role AS role_code, "
    "f.organisation_reported AS organisation, f.acronym_reported AS acronym, "
    "f.type_reported AS organisation_type, f.funded FROM fact_role AS f "
    "WHERE f.report = $report ORDER BY f.source_row",
    "members": "SELECT f.organisation_reported AS organisation, f.acronym_reported AS acronym, "
    "f.type_reported AS organisation_type, f.seat_reported AS seat, f.seat AS seat_code "
    "FROM fact_member AS f WHERE f.report = $report ORDER BY f.source_row",
    "mechanisms": "SELECT f.status_reported AS status, f.closed_on_reported AS closed_on, "
    "f.language_reported AS language, f.language AS language_code, f.interpretation, "
    "f.minutes_translated, f.plan, f.members, f.members_ngo, f.members_red_cross, "
    "f.members_authority, f.members_ingo, f.members_un, f.members_other, f.source "
    "FROM fact_mechanism AS f WHERE f.report = $report ORDER BY f.source_row",
    "meetings": "SELECT f.organisation_reported AS organisation, f.acronym_reported AS acronym, "
    "f.type_reported AS organisation_type, f.language_reported AS language, "
    "f.language AS language_code, f.interpretation, f.minutes_translated FROM fact_meeting AS f "
    "JOIN fact_org AS o ON o.report = f.report AND o.organisation = f.organisation "
    "AND o.role = 'attended' WHERE f.report = $report ORDER BY f.source_row",
}


def prefilled_rows(
    cur: Cursor, dataset: str, country: str, cluster: str | None, lang: Lang
) -> list[dict[str, str]]:
    """Field -> text for each row that the mechanisms of a country reported last.

    The period, or the day of the meeting, is left to the person: nothing is reported twice by
    sending the workbook back as it is. Organisations and their types stand as they were written;
    what is in a list of ours stands in the language asked for.

    Args:
        cur: sees the store now, or as of an event number.
        dataset: one of PREFILLED.
        country: ISO3.
        cluster: a code; None: every mechanism of the country.
        lang: of the words of lists.
    """
    lists = choice_lists(lang)
    asked = {"dataset": dataset, "country": country, "cluster": cluster}
    found = []
    for report in cur.frame(_NEWEST, asked).to_dict("records"):
        where = _where({str(k): v for k, v in report.items()}, lists)
        for fact in cur.arrow(_FACTS[dataset], {"report": int(report["report"])}).to_pylist():
            found.append({**where, **dict(_told(fact, lists))})
    return found


def _where(report: Mapping[str, Any], lists: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    told = {name: text if isinstance(text, str) else None for name, text in report.items()}
    kind, cluster, level = (told[n] or "" for n in ("mechanism_type", "cluster", "level"))
    texts = {
        "country": lists["country"].get(told["country"] or "", told["country"]),
        "hub": told["hub"],
        "mechanism_type": lists["mechanism_type"].get(kind, kind),
        "mechanism": told["mechanism"],
        "cluster": lists["cluster"].get(cluster) or told["cluster_reported"],
        "level": lists["level"].get(level, level),
        "place": told["place"],
    }
    return {name: text for name, text in texts.items() if text}


def _told(
    fact: Mapping[str, Any], lists: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    for name, value in fact.items():
        code = fact.get(f"{name}_code")
        if name.endswith("_code") or value is None:
            continue
        if isinstance(value, bool):
            yield name, lists["yes_no"]["yes" if value else "no"]
        else:
            yield name, lists.get(name, {}).get(code, str(value)) if code else str(value)
