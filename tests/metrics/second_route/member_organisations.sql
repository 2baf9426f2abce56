-- Rows of the lists, one organisation after the other.
SELECT
    r.country,
    r.period,
    count(DISTINCT m.organisation) FILTER (WHERE m.type_reported IN ('NNGO', 'NS')) AS numerator,
    count(DISTINCT m.organisation) FILTER (WHERE m.type_reported IS NOT NULL) AS denominator,
    count(DISTINCT m.organisation) FILTER (WHERE m.type_reported IS NULL) AS unknown
FROM in_force AS r
INNER JOIN fact_member AS m ON m.report = r.report
WHERE r.mechanism_type = 'cluster'
    AND m.seat = 'full'
GROUP BY ALL
ORDER BY ALL;
