"""The mechanisms of a country that the store knows, to choose from."""

from dataclasses import dataclass

from core.storage.cursor import Cursor

SAG = "sag"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMechanism:
    """A mechanism that somebody has reported on.

    Attributes:
        mechanism: its number in the store.
        hub, place: None: none, the whole country.
        mechanism_type: a code.
        cluster: its code, or as reported where it is in no list; None: none.
        level: a code.
        name: as reported; None: it has none of its own.
        last_month: year * 12 + month - 1, of the newest report in force.
    """

    mechanism: int
    country: str
    hub: str | None
    mechanism_type: str
    cluster: str | None
    level: str
    place: str | None
    name: str | None
    last_month: int

    @property
    def answers(self) -> dict[str, str]:
        """It as answers to which mechanism is meant."""
        told = {
            "country": self.country, "hub": self.hub, "mechanism_type": self.mechanism_type,
            "mechanism": self.name, "cluster": self.cluster, "level": self.level,
            "place": self.place,
        }  # fmt: skip
        return {name: text for name, text in told.items() if text}


_KNOWN = """
SELECT
    m.mechanism,
    m.country,
    m.hub,
    m.mechanism_type,
    coalesce(m.cluster, arg_max(r.cluster_reported, r.report)) AS cluster,
    m.level,
    CASE WHEN m.place_key IS NOT NULL THEN arg_max(r.place, r.report) END AS place,
    m.name,
    max(r.period_end) AS last_month
FROM mechanism AS m
INNER JOIN report AS r ON r.mechanism = m.mechanism
SEMI JOIN v_current_report AS v ON v.report = r.report
WHERE r.rows > 0
    AND m.country = $country
GROUP BY m.mechanism, m.country, m.hub, m.mechanism_type, m.cluster, m.level, m.place_key, m.name
ORDER BY m.level, m.mechanism_type, cluster NULLS FIRST, place NULLS FIRST, m.mechanism
"""


def known_mechanisms(cur: Cursor, country: str) -> list[KnownMechanism]:
    """Those of a country with a report in force, national ones first."""
    names = list(KnownMechanism.__dataclass_fields__)
    rows = cur.rows(_KNOWN, {"country": country})
    return [KnownMechanism(**dict(zip(names, row, strict=True))) for row in rows]


def advisory_group(cur: Cursor, mechanism: int) -> int | None:
    """The Strategic Advisory Group of a mechanism; None where the store knows none."""
    found: int | None = cur.value(
        "SELECT s.mechanism FROM mechanism AS m JOIN mechanism AS s ON s.country = m.country "
        "AND s.level = m.level AND s.hub IS NOT DISTINCT FROM m.hub "
        "AND s.cluster IS NOT DISTINCT FROM m.cluster "
        "AND s.place_key IS NOT DISTINCT FROM m.place_key "
        "WHERE m.mechanism = $mechanism AND s.mechanism_type = $sag "
        "ORDER BY s.mechanism = m.mechanism DESC, s.mechanism LIMIT 1",
        {"mechanism": mechanism, "sag": SAG},
    )
    return found
