    -- Rows of the newest report of a mechanism in the quarter.
    SELECT $dims, quarter, $numerator AS numerator, $denominator AS denominator, $unknown AS unknown,
        count(DISTINCT mechanism) AS reporting
    FROM $table
    SEMI JOIN (SELECT mechanism, max(period_end) AS period_end FROM $table WHERE $reports GROUP BY mechanism, quarter)
        USING (mechanism, period_end)
    WHERE $reports AND $rows
    GROUP BY ALL
