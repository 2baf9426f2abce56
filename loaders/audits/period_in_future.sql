-- One row is a period that has begun and is not over in the month of the variable `this_month`.
-- Periods that have not begun were left out row by row.
SELECT
    min(source_row) AS source_row,
    'period' AS column_name,
    printf(
        '%04d-%02d..%04d-%02d',
        period_start // 12, period_start % 12 + 1, period_end // 12, period_end % 12 + 1
    ) AS value,
    count(*) AS count,
    []::VARCHAR[] AS others,
    list(source_row ORDER BY source_row)[:1000] AS rows
FROM staged
WHERE period_end > getvariable('this_month')::INTEGER
GROUP BY period_start, period_end
ORDER BY source_row;
