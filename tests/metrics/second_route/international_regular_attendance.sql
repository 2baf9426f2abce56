-- Every meeting against the members of the list that was the newest then; each member by the number of
-- meetings that it was at, out of those of which that can be read.
WITH met AS (
    SELECT r.country, r.period, r.mechanism, r.report,
        (
            SELECT l.report FROM in_force AS l
            WHERE l.dataset = 'members' AND l.mechanism = r.mechanism AND l.period_start <= r.period_end
            ORDER BY l.period_end DESC, l.batch DESC
            LIMIT 1
        ) AS list
    FROM in_force AS r
    WHERE r.dataset = 'meetings' AND r.mechanism_type = 'cluster'
),
came AS (
    SELECT t.country, t.period, t.mechanism, m.organisation, m.type_reported AS type,
        sum(CASE f.attended_reported WHEN 'attended' THEN 1 ELSE 0 END) AS times,
        count(*) - count(*) FILTER (WHERE f.attended_reported = 'illegible') AS meetings
    FROM met AS t
    INNER JOIN fact_member AS m ON m.report = t.list AND m.seat = 'full'
    LEFT JOIN fact_meeting AS f ON f.report = t.report AND f.organisation = m.organisation
    GROUP BY ALL
)
SELECT
    country,
    period,
    count(*) FILTER (WHERE type IN ('UN', 'INGO') AND times / meetings >= 0.5) AS numerator,
    count(*) FILTER (WHERE type IN ('UN', 'INGO')) AS denominator,
    count(*) FILTER (WHERE type IS NULL) AS unknown
FROM came
GROUP BY ALL
ORDER BY ALL;
