-- Rows of the returns: no mechanism has two of one quarter.
SELECT
    r.country,
    r.period,
    count(*) FILTER (WHERE NOT r.closed AND f.plan) AS numerator,
    count(f.plan) FILTER (WHERE NOT r.closed) AS denominator,
    count(*) FILTER (WHERE NOT r.closed AND f.plan IS NULL) AS unknown
FROM in_force AS r
INNER JOIN fact_mechanism AS f ON f.report = r.report
GROUP BY ALL
ORDER BY ALL;
