    -- Mechanisms that reported, whatever the dataset.
    SELECT $dims, quarter, count(DISTINCT mechanism) AS numerator, count(DISTINCT mechanism) AS denominator,
        NULL::BIGINT AS unknown, count(DISTINCT mechanism) AS reporting
    FROM seen
    GROUP BY ALL
