-- Mechanisms that reported and that were expected, whatever the dataset.
WITH seen AS (
    SELECT DISTINCT
        dataset,
        country,
        cluster,
        mechanism,
        period_end // 3 AS quarter
    FROM current_fact
    WHERE true
),
expected AS (
    SELECT
        country,
        cluster,
        quarter,
        count(DISTINCT mechanism) AS expected
    FROM (SELECT country, cluster, mechanism, unnest([quarter, quarter + 1, quarter + 2, quarter + 3]) AS quarter FROM seen)
    WHERE quarter <= (SELECT max(quarter) FROM seen)
    GROUP BY ALL
)
SELECT
    e.country,
    e.cluster,
    e.quarter,
    count(DISTINCT s.mechanism) AS numerator,
    any_value(e.expected) AS denominator,
    count(DISTINCT s.mechanism) / any_value(e.expected) AS value,
    count(DISTINCT s.mechanism) AS reporting,
    any_value(e.expected) AS expected
FROM expected AS e
LEFT JOIN seen AS s USING (country, cluster, quarter)
GROUP BY ALL
