-- One row is a meeting of which two rows say different things: its language, interpretation, minutes.
SELECT
    min(source_row) AS source_row,
    'language' AS column_name,
    concat_ws(' ', coalesce(any_value(mechanism_name), any_value(cluster_reported)), any_value(date)) AS value,
    count(*) AS count,
    list(DISTINCT language_reported ORDER BY language_reported) FILTER (WHERE language_reported IS NOT NULL)
        AS others,
    list(source_row ORDER BY source_row)[:1000] AS rows
FROM staged
GROUP BY slot
HAVING count(DISTINCT language) > 1
    OR count(DISTINCT interpretation) > 1
    OR count(DISTINCT minutes_translated) > 1
ORDER BY source_row;
