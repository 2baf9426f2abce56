-- One row: the first amount without a known currency, and how many there are.
SELECT
    min(source_row) AS source_row,
    'currency' AS column_name,
    arg_min(amount_reported, source_row) AS value,
    count(*) AS count,
    []::VARCHAR[] AS others,
    list(source_row ORDER BY source_row)[:1000] AS rows
FROM staged
WHERE amount IS NOT NULL
    AND currency IS NULL
HAVING count(*) > 0;
