-- A mechanism and quarter is yes, no or unknown by the list of its holders' types.
WITH answered AS (
    SELECT
        r.country,
        r.period,
        r.mechanism,
        r.closed,
        list(coalesce(f.type_reported, 'unknown')) FILTER (WHERE f.organisation IS NOT NULL) AS types
    FROM in_force AS r
    LEFT JOIN fact_role AS f ON f.report = r.report
    WHERE r.dataset = 'roles'
        AND r.mechanism_type = 'cluster'
        AND NOT EXISTS (
            FROM in_force AS n
            WHERE n.dataset = 'roles'
                AND n.mechanism = r.mechanism
                AND n.period = r.period
                AND n.period_end * 1000 + n.batch > r.period_end * 1000 + r.batch
        )
    GROUP BY ALL
),
judged AS (
    SELECT
        country,
        period,
        CASE
            WHEN closed THEN 'closed'
            WHEN list_has_any(coalesce(types, []), ['NNGO', 'NS']) THEN 'yes'
            WHEN list_contains(coalesce(types, []), 'unknown') THEN 'unknown'
            ELSE 'no'
        END AS answer
    FROM answered
)
SELECT
    country,
    period,
    count(*) FILTER (WHERE answer = 'yes') AS numerator,
    count(*) FILTER (WHERE answer IN ('yes', 'no')) AS denominator,
    count(*) FILTER (WHERE answer = 'unknown') AS unknown
FROM judged
GROUP BY ALL
ORDER BY ALL;
