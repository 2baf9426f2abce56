-- Rows of the lists of events: an event of a country, an organisation and its part are one voice, of the
-- type that the newest list knows.
WITH voice AS (
    SELECT r.grp, r.period, r.country, r.occasion, f.organisation, f.event_role,
        list(coalesce(c.scope, 9) ORDER BY r.period_end, r.batch) FILTER (WHERE c.known)[-1] AS scope
    FROM in_force AS r
    INNER JOIN fact_event AS f ON f.report = r.report
    INNER JOIN class_of AS c ON c.report = f.report AND c.organisation = f.organisation
    WHERE f.event_role <> 'organiser'
    GROUP BY ALL
)
SELECT
    grp,
    NULL AS said,
    period,
    count(*) FILTER (WHERE local(scope)) AS numerator,
    count(scope) AS denominator,
    count(*) - count(scope) AS unknown
FROM voice
GROUP BY ALL;
