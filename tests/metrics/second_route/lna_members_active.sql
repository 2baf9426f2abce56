-- Rows of the newest lists; each L/NA is looked for in the rows of the 3W of its cluster and of the
-- quarters of its list, at any level. Where there is no such 3W, nobody knows.
WITH threew AS (
    SELECT r.country, r.cluster, r.period_start // 3 AS first, r.period_end // 3 AS last, list(DISTINCT p.organisation) AS who
    FROM on_record AS r
    LEFT JOIN fact_presence AS p ON p.report = r.report
    WHERE r.dataset = 'presence'
    GROUP BY ALL
),
member AS (
    SELECT l.grp, l.period, l.body, l.report, l.period_end, l.batch, m.organisation, c.scope, c.known,
        count(t.country) > 0 AS any_3w,
        bool_or(list_contains(t.who, m.organisation)) AS found
    FROM newest_list AS l
    INNER JOIN fact_member AS m ON m.report = l.report AND m.seat = 'full'
    INNER JOIN class_of AS c ON c.report = m.report AND c.organisation = m.organisation
    LEFT JOIN threew AS t
        ON t.country = l.country
        AND t.cluster = l.cluster
        AND t.first >= l.period_start // 3
        AND t.last <= l.period_end // 3
    WHERE within('mechanism_type', l.mechanism_type, ['cluster'])
    GROUP BY ALL
),
seat AS (
    SELECT grp, period, body, organisation,
        list(coalesce(scope, 9) ORDER BY period_end, batch) FILTER (WHERE known)[-1] AS scope,
        bool_or(any_3w) AS any_3w,
        bool_or(found) AS found
    FROM member
    GROUP BY ALL
)
SELECT
    grp,
    NULL AS said,
    period,
    count(*) FILTER (WHERE local(scope) AND found) AS numerator,
    count(*) FILTER (WHERE local(scope) AND any_3w) AS denominator,
    count(*) FILTER (WHERE scope IS NULL OR (local(scope) AND NOT any_3w)) AS unknown
FROM seat
GROUP BY ALL;
