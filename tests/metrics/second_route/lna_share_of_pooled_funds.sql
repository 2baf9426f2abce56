-- Rows of the lists of allocations in dollars, each put in its place by hand.
SELECT
    r.country,
    r.period,
    coalesce(sum(round(f.amount)) FILTER (WHERE f.type_reported IN ('NNGO', 'NS') AND f.route = 'direct'), 0)::BIGINT AS numerator,
    coalesce(sum(round(f.amount)) FILTER (WHERE f.type_reported NOT IN ('NNGO', 'NS') OR (f.type_reported IN ('NNGO', 'NS') AND f.route IS NOT NULL)), 0)::BIGINT
        AS denominator,
    coalesce(sum(round(f.amount)) FILTER (WHERE f.type_reported IS NULL OR (f.type_reported IN ('NNGO', 'NS') AND f.route IS NULL)), 0)::BIGINT
        AS unknown
FROM in_force AS r
INNER JOIN fact_funding AS f ON f.report = r.report
WHERE f.currency = 'USD'
GROUP BY ALL
ORDER BY ALL;
