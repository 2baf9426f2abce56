"""The names of codes in a language, dimension by dimension."""

from collections.abc import Mapping

from core.i18n import Lang, Trilingual
from core.storage.cursor import Cursor
from metrics.dimensions import CLUSTER_LISTS

# Names of countries, clusters, types and terms come from data/reference; these have no table.
_WORDS: Mapping[str, Mapping[str, Trilingual]] = {
    "region": {
        "ROAP": Trilingual(
            en="Asia and the Pacific (ROAP)",
            fr="Asie et Pacifique (ROAP)",
            ar="آسيا والمحيط الهادئ (ROAP)",
        ),
        "ROCCA": Trilingual(
            en="Caucasus and Central Asia (ROCCA)",
            fr="Caucase et Asie centrale (ROCCA)",
            ar="القوقاز وآسيا الوسطى (ROCCA)",
        ),
        "ROLAC": Trilingual(
            en="Latin America and the Caribbean (ROLAC)",
            fr="Amérique latine et Caraïbes (ROLAC)",
            ar="أمريكا اللاتينية والبحر الكاريبي (ROLAC)",
        ),
        "ROMENA": Trilingual(
            en="Middle East and North Africa (ROMENA)",
            fr="Moyen-Orient et Afrique du Nord (ROMENA)",
            ar="الشرق الأوسط وشمال أفريقيا (ROMENA)",
        ),
        "ROSEA": Trilingual(
            en="Southern and Eastern Africa (ROSEA)",
            fr="Afrique australe et orientale (ROSEA)",
            ar="أفريقيا الجنوبية والشرقية (ROSEA)",
        ),
        "ROWCA": Trilingual(
            en="West and Central Africa (ROWCA)",
            fr="Afrique de l’Ouest et du Centre (ROWCA)",
            ar="غرب ووسط أفريقيا (ROWCA)",
        ),
    },
    "context": {
        "mena": Trilingual(
            en="Middle East and North Africa",
            fr="Moyen-Orient et Afrique du Nord",
            ar="الشرق الأوسط وشمال أفريقيا",
        ),
        "francophone": Trilingual(
            en="Francophone countries", fr="Pays francophones", ar="البلدان الناطقة بالفرنسية"
        ),
        "other": Trilingual(en="Other countries", fr="Autres pays", ar="بلدان أخرى"),
    },
    "dataset": {
        "presence": Trilingual(
            en="Operational presence (3W)",
            fr="Présence opérationnelle (3W)",
            ar="الوجود العملياتي (3W)",
        ),
        "members": Trilingual(en="Members", fr="Membres", ar="الأعضاء"),
        "roles": Trilingual(en="Leadership roles", fr="Rôles de direction", ar="أدوار القيادة"),
        "meetings": Trilingual(en="Meetings", fr="Réunions", ar="الاجتماعات"),
        "mechanisms": Trilingual(
            en="Returns of mechanisms", fr="Fiches des mécanismes", ar="استمارات الآليات"
        ),
        "funding": Trilingual(en="Funding", fr="Financement", ar="التمويل"),
        "events": Trilingual(en="Learning events", fr="Événements", ar="الفعاليات"),
    },
}
_NAMED = """
SELECT 'country' AS dimension, c.iso3 AS code, c.name_en AS en, c.name_fr AS fr, c.name_ar AS ar
FROM country AS c
UNION ALL
SELECT 'cluster', k.code, k.name_en, k.name_fr, k.name_ar
FROM cluster AS k
UNION ALL
SELECT 'organisation_type', y.code::VARCHAR, y.name_en, y.name_fr, y.name_ar
FROM organisation_type AS y
UNION ALL
SELECT t.kind, t.code, t.name_en, t.name_fr, t.name_ar
FROM term AS t
"""


def names(cur: Cursor, lang: str) -> dict[str, dict[str, str]]:
    """The names of codes.

    Args:
        cur: a cursor on the store.
        lang: `en`, `fr` or `ar`.

    Returns:
        Dimension (country, region, context, cluster and its lists, working_language, level,
        mechanism_type, role, dataset, organisation_type) to code to name. A code without a name in
        the language is not in it.

    Raises:
        ValueError: it is none of the three languages.
    """
    chosen = Lang(lang)
    found = {
        dimension: {code: words.in_(chosen) for code, words in coded.items()}
        for dimension, coded in _WORDS.items()
    }
    column = [*Lang].index(chosen)
    for dimension, code, *words in cur.rows(_NAMED):
        if words[column]:
            found.setdefault(dimension, {})[code] = words[column]
    same = {**dict.fromkeys(CLUSTER_LISTS, "cluster"), "working_language": "language"}
    return found | {name: found[of] for name, of in same.items() if of in found}


def ranked_clusters(cur: Cursor) -> frozenset[str]:
    """Codes of clusters and areas of responsibility; other labels appear in no ranking."""
    return frozenset(code for (code,) in cur.rows("SELECT code FROM cluster WHERE kind <> 'other'"))


def provisional_clusters(cur: Cursor) -> frozenset[str]:
    """Codes of clusters that are ours, because none is published yet; to be marked as such."""
    return frozenset(
        code
        for (code,) in cur.rows("SELECT code FROM cluster WHERE provisional AND kind <> 'other'")
    )


def countries_without_clusters(cur: Cursor) -> frozenset[str]:
    """Codes of countries outside cluster coverage, of which no report is waited for."""
    return frozenset(
        code for (code,) in cur.rows("SELECT iso3 FROM country WHERE NOT has_clusters")
    )
