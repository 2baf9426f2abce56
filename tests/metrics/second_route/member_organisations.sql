-- Rows of the newest lists, one organisation after the other: its types in the order of the lists, the
-- unknown ones left out, the last one taken.
WITH typed AS (
    SELECT
        l.grp,
        CASE WHEN asked('seat') THEN m.seat END AS said,
        l.period,
        m.organisation,
        list(coalesce(c.scope, 9) ORDER BY l.period_end, l.batch) FILTER (WHERE c.known) AS scopes
    FROM newest_list AS l
    INNER JOIN fact_member AS m ON m.report = l.report
    INNER JOIN class_of AS c ON c.report = m.report AND c.organisation = m.organisation
    WHERE within('mechanism_type', l.mechanism_type, ['cluster'])
        AND within('seat', m.seat, ['full'])
    GROUP BY ALL
)
SELECT
    grp,
    said,
    period,
    count(*) FILTER (WHERE local(scopes[-1])) AS numerator,
    count(scopes) AS denominator,
    count(*) - count(scopes) AS unknown
FROM typed
GROUP BY ALL;
