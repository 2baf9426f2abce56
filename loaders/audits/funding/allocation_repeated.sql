-- One row is the second of several rows that say the same of one allocation; all are added up.
SELECT
    min(source_row, 2)[2] AS source_row,
    'amount' AS column_name,
    any_value(coalesce(reference, name)) AS value,
    count(*) AS count,
    []::VARCHAR[] AS others,
    list(source_row ORDER BY source_row)[2:1001] AS rows
FROM staged
GROUP BY slot, who, detail
HAVING count(*) > 1
ORDER BY source_row;
