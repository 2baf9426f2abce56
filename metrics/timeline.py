"""What happened that a line in time should show: a mechanism closed, a learning event held."""

from collections.abc import Mapping, Sequence

import pandas as pd

from core.storage.cursor import Cursor

# A mechanism that says every quarter that it is closed closed once.
_HAPPENED = """
SELECT DISTINCT
    'closed' AS kind,
    c.quarter_from * 3 AS month,
    r.country,
    r.cluster,
    r.cluster_reported,
    r.mechanism_type,
    c.mechanism::VARCHAR AS occasion,
    NULL::VARCHAR AS title
FROM v_closed AS c
INNER JOIN v_in_force AS r
    ON r.mechanism = c.mechanism
    AND r.said_closed
    AND r.period_end // 3 = c.quarter_from
WHERE NOT EXISTS (
        FROM v_closed AS b
        WHERE b.mechanism = c.mechanism
            AND b.quarter_until = c.quarter_from
    )
    AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], r.country))
    AND ($context::VARCHAR[] IS NULL OR list_contains($context::VARCHAR[], r.context))
    AND ($cluster::VARCHAR[] IS NULL OR list_contains($cluster::VARCHAR[], r.cluster))
UNION ALL
SELECT DISTINCT
    f.event_kind,
    r.period_start,
    r.country,
    NULL,
    NULL,
    NULL,
    r.occasion,
    f.title
FROM fact_event AS f
INNER JOIN v_in_force AS r ON r.report = f.report
WHERE r.dataset = 'events'
    AND f.event_kind = 'learning_event'
    AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], r.country))
    AND ($context::VARCHAR[] IS NULL OR list_contains($context::VARCHAR[], r.context))
ORDER BY 2, 1, 3, 4, 7, 8
"""
_LIMITS = ("country", "context", "cluster")


def timeline(
    cur: Cursor, *, only: Mapping[str, Sequence[str | None]] | None = None
) -> pd.DataFrame:
    """What happened in countries, in order of time.

    Args:
        cur: sees the store, now or as of an event number.
        only: country, context and cluster limit what closed, the first two also events; what else
            stands in it limits nothing.

    Returns:
        kind (`closed`, the first quarter of being so; or `learning_event`), month (year * 12 +
        month - 1), country, cluster, cluster_reported and mechanism_type of what closed, occasion
        (which mechanism or event), title of an event (NA: none was given).
    """
    chosen = {name: (only or {}).get(name) for name in _LIMITS}
    bound = {name: None if codes is None else list(codes) for name, codes in chosen.items()}
    found = cur.frame(_HAPPENED, bound)
    texts = (
        "kind",
        "country",
        "cluster",
        "cluster_reported",
        "mechanism_type",
        "occasion",
        "title",
    )
    return found.astype({"month": "Int64"} | dict.fromkeys(texts, "string"))
