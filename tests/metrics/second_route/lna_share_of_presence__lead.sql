-- The same of the other column: who leads, by the types that stand beside that name alone. A file that
-- names nobody there has said nothing.
WITH typed AS (
    SELECT
        r.country,
        r.period,
        p.lead_organisation,
        list(p.lead_type_reported ORDER BY r.period_end, r.batch)
            FILTER (WHERE p.lead_type_reported IS NOT NULL AND r.has_type) AS types
    FROM fact_presence AS p
    INNER JOIN in_force AS r ON r.report = p.report
    WHERE p.lead_organisation IS NOT NULL
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
