-- Rows that say who leads; the society of Libya (organisation 22) is known by its name.
SELECT
    r.country,
    r.period,
    count(*) FILTER (WHERE p.lead_type_reported IS NULL AND p.lead_organisation <> 22) AS numerator,
    count(*) AS denominator,
    NULL::BIGINT AS unknown
FROM in_force AS r
INNER JOIN fact_presence AS p ON p.report = r.report
WHERE p.lead_organisation IS NOT NULL
GROUP BY ALL
ORDER BY ALL;
