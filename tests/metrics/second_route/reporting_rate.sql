-- Every mechanism against every quarter of the store. It is expected from its first report on, for
-- three quarters after its last, and not once the last thing said about it is that it has closed.
WITH quarter AS (
    SELECT DISTINCT period, period_end // 3 AS number FROM in_force
),
told AS (
    SELECT m.country, m.mechanism, q.period, q.number,
        (SELECT count(*) FROM in_force AS r
            WHERE r.mechanism = m.mechanism AND r.period = q.period AND NOT r.closed AND r.rows > 0) AS now,
        (SELECT count(*) FROM in_force AS r
            WHERE r.mechanism = m.mechanism AND NOT r.closed
                AND q.number - r.period_end // 3 BETWEEN 0 AND 3) AS lately,
        (SELECT bool_or(r.closed) FROM in_force AS r
            WHERE r.mechanism = m.mechanism AND r.period_end // 3 <= q.number) AS closed
    FROM mechanism AS m, quarter AS q
)
SELECT
    country,
    period,
    count(*) FILTER (WHERE now > 0) AS numerator,
    count(*) FILTER (WHERE now > 0 OR (lately > 0 AND NOT closed)) AS denominator,
    NULL::BIGINT AS unknown
FROM told
WHERE lately > 0 OR now > 0
GROUP BY ALL
ORDER BY ALL;
