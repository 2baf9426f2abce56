-- An answer by dimensions and quarter: what is measured, and who reported of those that were expected.
WITH seen AS (
    SELECT DISTINCT $dims, mechanism, quarter FROM $table WHERE $reports
),
expected AS (
    SELECT $dims, quarter, count(DISTINCT mechanism) AS expected
    FROM (SELECT $dims, mechanism, unnest([quarter, quarter + 1, quarter + 2, quarter + 3]) AS quarter FROM seen)
    WHERE quarter <= (SELECT max(quarter) FROM seen)
    GROUP BY ALL
),
measured AS (
$measured
)
SELECT
    m.*,
    m.numerator / nullif(m.denominator, 0) AS value,
    m.numerator / nullif(m.denominator + m.unknown, 0) AS low,
    (m.numerator + m.unknown) / nullif(m.denominator + m.unknown, 0) AS high,
    e.expected
FROM measured AS m
INNER JOIN expected AS e USING ($dims, quarter)
