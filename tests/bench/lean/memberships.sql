-- Seats of the newest month of a mechanism in a quarter.
WITH seen AS (
    SELECT DISTINCT
        dataset,
        country,
        cluster,
        mechanism,
        period_end // 3 AS quarter
    FROM current_fact
    WHERE dataset = 'members'
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
),
measured AS (
    SELECT
        country,
        cluster,
        period_end // 3 AS quarter,
        count(DISTINCT (mechanism, organisation, role)) FILTER (WHERE lna_scope <= 2) AS numerator,
        count(DISTINCT (mechanism, organisation, role)) FILTER (WHERE type_known) AS denominator,
        count(DISTINCT (mechanism, organisation, role)) FILTER (WHERE NOT type_known) AS unknown,
        count(DISTINCT mechanism) AS reporting
    FROM current_fact
    SEMI JOIN (SELECT mechanism, max(period_end) AS period_end FROM current_fact WHERE dataset = 'members' GROUP BY mechanism, period_end // 3) USING (mechanism, period_end)
    WHERE dataset = 'members'
    GROUP BY ALL
)
SELECT
    m.country,
    m.cluster,
    m.quarter,
    m.numerator,
    m.denominator,
    m.unknown,
    m.denominator + m.unknown AS value,
    m.denominator + m.unknown AS low,
    m.denominator + m.unknown AS high,
    m.reporting,
    e.expected
FROM measured AS m
INNER JOIN expected AS e USING (country, cluster, quarter)
