-- Every meeting against the full members of the list that was the newest then, begun by that month and
-- no older than three quarters. One row is a member in a group: the number of meetings that it was at,
-- out of those of which that can be read, and its type in the newest list that knows it.
CREATE OR REPLACE TEMP TABLE regular AS
WITH met AS (
    SELECT r.grp, r.period, r.mechanism, r.mechanism_type, r.report, r.occasion, r.period_end,
        (
            SELECT l.report FROM on_record AS l
            WHERE l.dataset = 'members' AND l.mechanism = r.mechanism AND l.rows > 0
                AND l.period_start <= r.period_end AND l.period_end // 3 >= r.period_start // 3 - 3
            ORDER BY l.period_end DESC, l.batch DESC
            LIMIT 1
        ) AS list
    FROM in_force AS r
    WHERE r.dataset = 'meetings' AND r.rows > 0
),
seen AS (
    SELECT t.*, m.organisation, c.scope, c.known, c.international, n.batch, coalesce(f.came, f.report IS NULL AND false) AS came,
        f.report IS NULL OR f.came IS NOT NULL AS legible
    FROM met AS t
    INNER JOIN report AS n ON n.report = t.list
    INNER JOIN fact_member AS m ON m.report = t.list AND m.seat = 'full'
    INNER JOIN class_of AS c ON c.report = m.report AND c.organisation = m.organisation
    LEFT JOIN came AS f ON f.report = t.report AND f.organisation = m.organisation
)
SELECT
    grp,
    period,
    mechanism,
    mechanism_type,
    organisation,
    list({'scope': scope, 'international': international} ORDER BY period_end, batch) FILTER (WHERE known)[-1] AS type,
    count(DISTINCT occasion) FILTER (WHERE came) AS times,
    count(DISTINCT occasion) FILTER (WHERE legible) AS meetings
FROM seen
GROUP BY ALL;
