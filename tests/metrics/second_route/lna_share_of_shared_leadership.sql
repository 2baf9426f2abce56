-- Of each mechanism and quarter only the report with no later one beside it.
SELECT
    r.country,
    r.period,
    count(*) FILTER (WHERE f.role LIKE 'co%' AND f.type_reported IN ('NNGO', 'NS')) AS numerator,
    count(f.type_reported) FILTER (WHERE f.role LIKE 'co%') AS denominator,
    count(*) FILTER (WHERE f.role LIKE 'co%' AND f.organisation IS NOT NULL AND f.type_reported IS NULL) AS unknown
FROM in_force AS r
LEFT JOIN fact_role AS f ON f.report = r.report
WHERE r.dataset = 'roles'
    AND NOT EXISTS (
        FROM in_force AS n
        WHERE n.dataset = 'roles'
            AND n.mechanism = r.mechanism
            AND n.period = r.period
            AND (n.period_end > r.period_end OR (n.period_end = r.period_end AND n.batch > r.batch))
    )
GROUP BY ALL
ORDER BY ALL;
