-- Rows of the lists of events: a title, an organisation and its part are one voice.
WITH voice AS (
    SELECT DISTINCT r.country, r.period, f.title, f.organisation, f.event_role, f.type_reported AS type
    FROM in_force AS r
    INNER JOIN fact_event AS f ON f.report = r.report
    WHERE f.event_role <> 'organiser'
)
SELECT
    country,
    period,
    count(*) FILTER (WHERE type IN ('NNGO', 'NS')) AS numerator,
    count(type) AS denominator,
    (count(*) - count(type))::BIGINT AS unknown
FROM voice
GROUP BY ALL
ORDER BY ALL;
