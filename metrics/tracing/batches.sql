-- One row is a batch of which a report counts, or makes us expect a mechanism where the indicator is
-- about who reports. The newest first.
-- grain: batch
SELECT
    r.batch,
    any_value(b.dataset) AS dataset,
    any_value(b.file_name) AS file_name,
    left(any_value(b.file_sha256), 12) AS file_sha256,
    any_value(e.who) AS office,
    any_value(e.moment) AS moment,
    count(DISTINCT r.report) AS reports
FROM traced_report AS t
INNER JOIN report AS r ON r.report = t.report
INNER JOIN batch AS b ON b.batch = r.batch
INNER JOIN event AS e ON e.event = r.batch
WHERE t.counts
    OR ($expecting AND EXISTS (
        SELECT 1
        FROM v_expected AS x
        WHERE x.report = t.report
            AND ($starts::INTEGER[] IS NULL OR EXISTS (
                SELECT 1
                FROM (SELECT unnest($starts::INTEGER[]) AS first_month, unnest($ends::INTEGER[]) AS last_month) AS q
                WHERE x.quarter BETWEEN q.first_month // 3 AND q.last_month // 3
            ))
    ))
GROUP BY r.batch
ORDER BY r.batch DESC;
