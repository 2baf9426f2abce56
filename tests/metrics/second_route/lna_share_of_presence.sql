-- Rows of the files, one organisation after the other: its types in the order of the reports, the
-- blanks left out, the last one taken.
WITH typed AS (
    SELECT
        r.country,
        r.period,
        p.organisation,
        list(p.type_reported ORDER BY r.period_end, r.batch)
            FILTER (WHERE p.type_reported IS NOT NULL AND r.has_type) AS types
    FROM fact_presence AS p
    INNER JOIN in_force AS r ON r.report = p.report
    GROUP BY ALL
)
SELECT
    country,
    period,
    sum(CASE WHEN types[-1] IN ('NNGO', 'NS') THEN 1 ELSE 0 END)::BIGINT AS numerator,
    count(types) AS denominator,
    (count(*) - count(types))::BIGINT AS unknown
FROM typed
GROUP BY ALL
ORDER BY ALL;
