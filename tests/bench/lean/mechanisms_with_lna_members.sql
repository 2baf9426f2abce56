-- Mechanisms by what the newest month of a quarter says of their members.
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
        quarter,
        count(*) FILTER (WHERE lna_scope <= 2) AS numerator,
        count(*) FILTER (WHERE coalesce(lna_scope <= 2, false) OR NOT undecided) AS denominator,
        count(*) FILTER (WHERE NOT coalesce(lna_scope <= 2, false) AND undecided) AS unknown,
        count(*) AS reporting
    FROM (
        SELECT
            country,
            cluster,
            mechanism,
            period_end // 3 AS quarter,
            min(lna_scope) AS lna_scope,
            bool_or(NOT type_known) AS undecided
        FROM current_fact
        SEMI JOIN (SELECT mechanism, max(period_end) AS period_end FROM current_fact WHERE dataset = 'members' GROUP BY mechanism, period_end // 3) USING (mechanism, period_end)
        WHERE dataset = 'members'
        GROUP BY ALL
    )
    GROUP BY ALL
)
SELECT
    m.country,
    m.cluster,
    m.quarter,
    m.numerator,
    m.denominator,
    m.unknown,
    m.numerator / nullif(m.denominator, 0) AS value,
    m.numerator / nullif(m.denominator + m.unknown, 0) AS low,
    (m.numerator + m.unknown) / nullif(m.denominator + m.unknown, 0) AS high,
    m.reporting,
    e.expected
FROM measured AS m
INNER JOIN expected AS e USING (country, cluster, quarter)
