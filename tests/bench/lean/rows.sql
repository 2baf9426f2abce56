    -- Rows as they are.
    SELECT $dims, quarter, $numerator AS numerator, $denominator AS denominator, $unknown AS unknown,
        count(DISTINCT mechanism) AS reporting
    FROM $table
    WHERE $reports AND $rows
    GROUP BY ALL
