-- The international members among the members by how often they came.
SELECT
    grp,
    NULL AS said,
    period,
    count(*) FILTER (WHERE coalesce(type.international, false) AND meetings > 0 AND times >= meetings / 2) AS numerator,
    count(*) FILTER (WHERE coalesce(type.international, false) AND meetings > 0) AS denominator,
    count(*) FILTER (WHERE type IS NULL OR (coalesce(type.international, false) AND meetings = 0)) AS unknown
FROM regular
WHERE within('mechanism_type', mechanism_type, ['cluster'])
GROUP BY ALL;
