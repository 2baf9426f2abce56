-- One row is a mechanism and period of which two rows of returns say different things.
SELECT
    min(source_row) AS source_row,
    'mechanism' AS column_name,
    coalesce(any_value(mechanism_name), any_value(cluster_reported), any_value(mechanism_type)) AS value,
    count(*) AS count,
    []::VARCHAR[] AS others,
    list(source_row ORDER BY source_row)[:1000] AS rows
FROM staged
GROUP BY slot
HAVING count(DISTINCT detail) > 1
ORDER BY source_row;
