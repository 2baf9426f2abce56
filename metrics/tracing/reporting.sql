-- One row is a mechanism that reported, or that reports of before make us expect: these are then
-- the ones to be read.
-- grain: mechanism
SELECT
    NULL::INTEGER AS organisation,
    p.mechanism,
    NULL::VARCHAR AS role,
    NULL::SMALLINT AS organisation_type,
    CASE WHEN p.reported THEN 'numerator' ELSE 'denominator' END AS counted_as,
    1 AS counts,
    p.reports
FROM (
    SELECT
        m.mechanism,
        bool_or(m.reported) AS reported,
        coalesce(
            list(DISTINCT m.report) FILTER (WHERE m.reported),
            list(DISTINCT m.report)
        ) AS reports
    FROM (
        SELECT
            t.mechanism,
            t.report,
            true AS reported
        FROM traced_report AS t
        WHERE t.fits
            AND NOT t.closed
        UNION ALL
        SELECT
            e.mechanism,
            e.report,
            false AS reported
        FROM v_expected AS e
        INNER JOIN traced_report AS t ON t.report = e.report
        WHERE $starts::INTEGER[] IS NULL OR EXISTS (
            SELECT 1
            FROM (SELECT unnest($starts::INTEGER[]) AS first_month, unnest($ends::INTEGER[]) AS last_month) AS q
            WHERE e.quarter BETWEEN q.first_month // 3 AND q.last_month // 3
        )
    ) AS m
    WHERE m.mechanism IS NOT NULL
    GROUP BY m.mechanism
) AS p;
