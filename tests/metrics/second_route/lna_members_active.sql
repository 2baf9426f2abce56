-- Rows of the newest lists; each L/NA is looked for in the rows of the 3W of its cluster and quarter, at
-- any level. Where there is no such 3W, nobody knows.
WITH threew AS (
    SELECT r.country, r.cluster, r.period_end // 3 AS quarter, p.organisation
    FROM report AS r
    INNER JOIN fact_presence AS p ON p.report = r.report
    WHERE r.report IN (SELECT report FROM in_force)
        OR (r.level = 'subnational' AND r.dataset = 'presence')
),
member AS (
    SELECT r.country, r.cluster, r.period, r.period_end // 3 AS quarter, m.organisation, m.type_reported AS type
    FROM in_force AS r
    INNER JOIN fact_member AS m ON m.report = r.report
    WHERE r.mechanism_type = 'cluster' AND m.seat = 'full'
)
SELECT
    country,
    period,
    count(*) FILTER (WHERE type IN ('NNGO', 'NS') AND found) AS numerator,
    count(*) FILTER (WHERE type IN ('NNGO', 'NS') AND any_3w) AS denominator,
    count(*) FILTER (WHERE type IS NULL OR (type IN ('NNGO', 'NS') AND NOT any_3w)) AS unknown
FROM (
    SELECT m.*,
        EXISTS (FROM threew AS t WHERE t.country = m.country AND t.cluster = m.cluster AND t.quarter = m.quarter) AS any_3w,
        EXISTS (
            FROM threew AS t
            WHERE t.country = m.country AND t.cluster = m.cluster AND t.quarter = m.quarter AND t.organisation = m.organisation
        ) AS found
    FROM member AS m
)
GROUP BY ALL
ORDER BY ALL;
