    -- One of a kind each, in its state in the quarter.
    SELECT $dims, quarter, $numerator AS numerator, $denominator AS denominator, $unknown AS unknown,
        any_value(reporting) AS reporting
    FROM (
        SELECT $dims, quarter, $entity, $state
        FROM $table
        WHERE $reports AND $rows
        GROUP BY ALL
    )
    INNER JOIN (SELECT $dims, quarter, count(DISTINCT mechanism) AS reporting FROM seen GROUP BY ALL) USING ($dims, quarter)
    GROUP BY ALL
