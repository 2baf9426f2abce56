-- One row is an organisation that is both a full member and an observer of a mechanism in a period.
SELECT
    min(source_row) AS source_row,
    'seat' AS column_name,
    any_value(name) AS value,
    count(*) AS count,
    []::VARCHAR[] AS others,
    list(source_row ORDER BY source_row)[:1000] AS rows
FROM staged
WHERE who IS NOT NULL
    AND seat IS NOT NULL
GROUP BY slot, who
HAVING count(DISTINCT seat) > 1
ORDER BY source_row;
