-- Rows of the lists of allocations, each put in its place by hand: dollars, unless currencies are apart.
SELECT
    r.grp,
    CASE WHEN asked('currency') THEN f.currency END AS said,
    r.period,
    coalesce(sum(round(f.amount)) FILTER (WHERE local(c.scope) AND f.route = 'direct'), 0)::BIGINT AS numerator,
    coalesce(sum(round(f.amount)) FILTER (WHERE f.route = 'intermediary' OR (c.known AND NOT (local(c.scope) AND f.route IS NULL))), 0)::BIGINT
        AS denominator,
    coalesce(sum(round(f.amount)) FILTER (WHERE coalesce(f.route, '') <> 'intermediary' AND (NOT c.known OR (local(c.scope) AND f.route IS NULL))), 0)::BIGINT
        AS unknown
FROM in_force AS r
INNER JOIN fact_funding AS f ON f.report = r.report
INNER JOIN class_of AS c ON c.report = f.report AND c.organisation = f.organisation
WHERE within('currency', f.currency, ['USD'])
GROUP BY ALL;
