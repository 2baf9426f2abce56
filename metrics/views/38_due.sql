-- v_due: one row is a quarter (month // 3) for which a mechanism was expected to report in a dataset,
-- or did, and what came:
--   reported   a report that fits inside the quarter
--   longer     no such report, but one of a longer period that touches the quarter
--   nothing    neither
-- Whoever is expected is so by v_expected; the sums are those of the reporting rate.
-- grain: mechanism, dataset, quarter
CREATE OR REPLACE VIEW v_due AS
SELECT
    d.mechanism,
    d.dataset,
    d.quarter,
    CASE
        WHEN bool_or(d.fits) THEN 'reported'
        WHEN bool_or(d.touches) THEN 'longer'
        ELSE 'nothing'
    END AS came
FROM (
    SELECT
        r.mechanism,
        r.dataset,
        r.period_start // 3 AS quarter,
        true AS fits,
        true AS touches
    FROM v_report AS r
    WHERE r.mechanism IS NOT NULL
        AND NOT r.closed
        AND r.period_start // 3 = r.period_end // 3
    UNION ALL
    SELECT
        e.mechanism,
        e.dataset,
        e.quarter,
        false AS fits,
        e.quarter <= r.period_end // 3 AS touches
    FROM v_expected AS e
    INNER JOIN v_report AS r ON r.report = e.report
) AS d
GROUP BY d.mechanism, d.dataset, d.quarter;
