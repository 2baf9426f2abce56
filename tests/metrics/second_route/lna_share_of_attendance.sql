-- Rows of the lists of who was there: an organisation at a meeting of a mechanism.
SELECT
    r.grp,
    NULL AS said,
    r.period,
    count(DISTINCT (r.mechanism, r.occasion, f.organisation)) FILTER (WHERE local(c.scope)) AS numerator,
    count(DISTINCT (r.mechanism, r.occasion, f.organisation)) FILTER (WHERE c.known) AS denominator,
    count(DISTINCT (r.mechanism, r.occasion, f.organisation)) FILTER (WHERE NOT c.known) AS unknown
FROM in_force AS r
INNER JOIN came AS f ON f.report = r.report AND f.came
INNER JOIN class_of AS c ON c.report = f.report AND c.organisation = f.organisation
WHERE within('mechanism_type', r.mechanism_type, ['cluster'])
GROUP BY ALL;
