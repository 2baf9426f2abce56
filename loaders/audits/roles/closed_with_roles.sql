-- One row is a mechanism that some rows call closed in a period in which others give roles.
SELECT
    min(source_row) FILTER (WHERE closed) AS source_row,
    'closed_on' AS column_name,
    coalesce(any_value(mechanism_name), any_value(cluster_reported), any_value(mechanism_type)) AS value,
    count(*) FILTER (WHERE NOT closed) AS count,
    []::VARCHAR[] AS others,
    list_slice(list(source_row ORDER BY source_row) FILTER (WHERE closed), 1, 1000) AS rows
FROM staged
-- Most files close nothing, and need no grouping.
WHERE (SELECT bool_or(c.closed) FROM staged AS c)
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
HAVING bool_or(closed) AND NOT bool_and(closed)
ORDER BY source_row;
