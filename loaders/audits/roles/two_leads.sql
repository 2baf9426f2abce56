-- One row is a mechanism and period with more than one lead.
SELECT
    min(source_row) AS source_row,
    'role' AS column_name,
    coalesce(any_value(mechanism_name), any_value(cluster_reported), any_value(mechanism_type)) AS value,
    count(*) AS count,
    list(DISTINCT name ORDER BY name) AS others,
    list(source_row ORDER BY source_row)[:1000] AS rows
FROM staged
WHERE role = 'lead'
    AND who IS NOT NULL
    AND NOT closed
GROUP BY
    country,
    hub,
    mechanism_type,
    cluster,
    level,
    mechanism_place_key,
    mechanism_name_key,
    period_start,
    period_end
HAVING count(DISTINCT who) > 1
ORDER BY source_row;
