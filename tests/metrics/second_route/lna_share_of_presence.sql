-- Rows of the files, one organisation after the other: its types in the order of the reports, the
-- unknown ones left out, the last one taken. Who is present and who leads are two columns.
WITH row_of AS (
    SELECT p.report, CASE q.side WHEN 'lead' THEN p.lead_organisation ELSE p.organisation END AS organisation, q.side = 'lead' AS leads
    FROM fact_presence AS p, question AS q
),
typed AS (
    SELECT
        r.grp,
        r.period,
        p.organisation,
        list(coalesce(c.scope, 9) ORDER BY r.period_end, r.batch) FILTER (WHERE c.known) AS scopes
    FROM (SELECT DISTINCT * FROM row_of) AS p
    INNER JOIN in_force AS r ON r.report = p.report
    INNER JOIN class_of AS c ON c.report = p.report AND c.organisation = p.organisation AND c.leads = p.leads
    GROUP BY ALL
)
SELECT
    grp,
    NULL AS said,
    period,
    count(*) FILTER (WHERE local(scopes[-1])) AS numerator,
    count(scopes) AS denominator,
    count(*) - count(scopes) AS unknown
FROM typed
GROUP BY ALL;
