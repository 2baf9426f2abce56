-- Roles of L/NAs by whether funds are set aside; whose type is not known may be one.
SELECT
    grp,
    CASE WHEN asked('role') THEN role END AS said,
    period,
    count(DISTINCT (body, organisation, role)) FILTER (WHERE local(scope) AND funded) AS numerator,
    count(DISTINCT (body, organisation, role)) FILTER (WHERE local(scope) AND funded IS NOT NULL) AS denominator,
    count(DISTINCT (body, organisation, role)) FILTER (WHERE NOT known OR (local(scope) AND funded IS NULL)) AS unknown
FROM role_held
WHERE role IS NOT NULL
GROUP BY ALL;
