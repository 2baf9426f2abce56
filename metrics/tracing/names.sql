-- One row is what was counted, by name, in the order in which it is read.
-- grain: as traced_entity
SELECT
    e.organisation,
    e.mechanism,
    o.name AS organisation_name,
    m.name AS mechanism_name,
    coalesce(o.country, m.country) AS country,
    e.role,
    e.organisation_type,
    y.class,
    e.counted_as,
    e.counts,
    e.reports,
    row_number() OVER (
        ORDER BY
            list_position(['numerator', 'denominator', 'unknown'], e.counted_as),
            o.name NULLS LAST, m.name NULLS LAST, e.organisation, e.mechanism, e.role, e.reports
    ) AS number
FROM traced_entity AS e
LEFT JOIN organisation AS o ON o.organisation = e.organisation
LEFT JOIN mechanism AS m ON m.mechanism = e.mechanism
LEFT JOIN organisation_type AS y ON y.code = e.organisation_type
ORDER BY number;
