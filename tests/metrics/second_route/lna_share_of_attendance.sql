-- Rows of the lists of who was there; no organisation is twice on one.
SELECT
    r.country,
    r.period,
    count(*) FILTER (WHERE f.type_reported IN ('NNGO', 'NS')) AS numerator,
    count(f.type_reported) AS denominator,
    (count(*) - count(f.type_reported))::BIGINT AS unknown
FROM in_force AS r
INNER JOIN fact_meeting AS f ON f.report = r.report
WHERE f.attended_reported = 'attended'
    AND r.mechanism_type = 'cluster'
GROUP BY ALL
ORDER BY ALL;
