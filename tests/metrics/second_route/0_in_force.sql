-- The reports in force, without the views of the store: not withdrawn, and of at least one month no
-- later batch says anything about the same mechanism (or country, where there is none); or of one day.
CREATE OR REPLACE TEMP VIEW in_force AS
WITH month_told AS (
    SELECT
        r.report,
        r.batch,
        concat_ws('/', r.dataset, r.country, coalesce(r.mechanism, 0), coalesce(r.occasion, m.month::VARCHAR)) AS about
    FROM report AS r, unnest(range(r.period_start, r.period_end + 1)) AS m (month)
    WHERE r.batch NOT IN (SELECT e.batch FROM event AS e WHERE e.kind = 'withdraw')
)
SELECT
    r.*,
    printf('%d-Q%d', r.period_end // 12, r.period_end % 12 // 3 + 1) AS period,
    b.has_type
FROM report AS r
INNER JOIN batch AS b ON b.batch = r.batch
WHERE r.level = 'national'
    AND r.period_start // 3 = r.period_end // 3
    AND r.report IN (
        SELECT t.report FROM month_told AS t
        WHERE t.batch = (SELECT max(n.batch) FROM month_told AS n WHERE n.about = t.about)
    );
