-- Rows of the files. Where a file has types, a blank cell is an unknown row; in the file without
-- types only the national society (organisation 22) is known, by its name.
SELECT
    r.country,
    r.period,
    count(p.report) FILTER (WHERE p.type_reported IS NULL AND p.organisation <> 22) AS numerator,
    count(p.report) AS denominator,
    NULL::BIGINT AS unknown
FROM in_force AS r
LEFT JOIN fact_presence AS p ON p.report = r.report
WHERE r.dataset = 'presence'
GROUP BY ALL
ORDER BY ALL;
