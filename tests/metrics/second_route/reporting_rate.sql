-- Every group and period against the mechanisms of the group. One is expected from its first report on,
-- for three quarters after its last, and not in quarters in which it is closed. A group of which nobody
-- reported, but somebody was expected, is there as well, up to the newest month of the store.
WITH expecting AS (
    SELECT DISTINCT r.grp, r.mechanism, q.quarter
    FROM asked_about AS r, unnest(range(r.period_start // 3, r.period_end // 3 + 4)) AS q (quarter)
    WHERE r.mechanism IS NOT NULL
        AND NOT r.closed
        AND q.quarter <= (SELECT max(period_end) // 3 FROM on_record)
        AND NOT EXISTS (FROM closed_then AS c WHERE c.mechanism = r.mechanism AND c.quarter = q.quarter)
),
reported AS (
    SELECT DISTINCT grp, period, mechanism, closed,
        nullif(string_split(period, '..')[1], '')::INTEGER AS first,
        nullif(string_split(period, '..')[-1], '')::INTEGER AS last
    FROM in_force
),
silent AS (
    SELECT DISTINCT e.grp,
        CASE WHEN q.apart THEN (e.quarter * 3 + m.month) // q.months * q.months END AS first,
        CASE WHEN q.apart THEN (e.quarter * 3 + m.month) // q.months * q.months + q.months - 1 END AS last
    FROM (SELECT coalesce(months, 3) AS months, grain <> 'all' AND list_contains(dims, 'period') AS apart FROM question) AS q
    CROSS JOIN expecting AS e
    CROSS JOIN range(3) AS m (month)
),
grouped AS (
    SELECT grp, first, last FROM reported
    UNION
    SELECT s.grp, s.first, s.last
    FROM silent AS s, question AS q
    WHERE s.first IS NULL
        OR (
            s.first <= (SELECT max(period_end) FROM on_record)
            AND NOT (q.grain = 'reported' AND EXISTS (FROM reported AS r WHERE r.grp = s.grp AND r.last >= s.first AND r.first <= s.last))
        )
),
body AS (
    SELECT grp, first, last, mechanism, true AS there FROM reported WHERE NOT closed
    UNION ALL
    SELECT g.grp, g.first, g.last, e.mechanism, false
    FROM grouped AS g
    INNER JOIN expecting AS e ON e.grp = g.grp AND (g.first IS NULL OR e.quarter BETWEEN g.first // 3 AND g.last // 3)
)
SELECT
    grp,
    NULL AS said,
    concat(first || '..', last) AS period,
    count(DISTINCT mechanism) FILTER (WHERE there) AS numerator,
    count(DISTINCT mechanism) AS denominator,
    NULL::BIGINT AS unknown
FROM body
GROUP BY ALL;
