-- One row is an event that two rows call by different kinds.
SELECT
    min(source_row) AS source_row,
    'event_kind' AS column_name,
    any_value(title) AS value,
    count(*) AS count,
    list(DISTINCT event_kind_reported ORDER BY event_kind_reported) AS others,
    list(source_row ORDER BY source_row)[:1000] AS rows
FROM staged
GROUP BY occasion
HAVING count(DISTINCT event_kind) > 1
ORDER BY source_row;
