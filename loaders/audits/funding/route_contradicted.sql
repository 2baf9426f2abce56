-- One row: the first allocation that is said to be direct and names an organisation between.
SELECT
    min(source_row) AS source_row,
    'through' AS column_name,
    arg_min(through, source_row) AS value,
    count(*) AS count,
    []::VARCHAR[] AS others,
    list(source_row ORDER BY source_row)[:1000] AS rows
FROM staged
WHERE route = 'direct'
    AND through IS NOT NULL
HAVING count(*) > 0;
