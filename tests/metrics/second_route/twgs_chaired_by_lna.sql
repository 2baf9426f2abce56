-- A working group and quarter by the list of the types of those who chair it.
WITH chaired AS (
    SELECT r.country, r.period, r.mechanism, list(f.type_reported) AS types
    FROM in_force AS r
    INNER JOIN fact_role AS f ON f.report = r.report
    WHERE r.mechanism_type = 'twg'
    GROUP BY ALL
)
SELECT
    country,
    period,
    count(*) FILTER (WHERE list_has_any(types, ['NNGO', 'NS'])) AS numerator,
    count(*) AS denominator,
    0 AS unknown
FROM chaired
GROUP BY ALL
ORDER BY ALL;
