-- What the rows of returns and of meetings say of how a mechanism meets. Of a group and period: every
-- meeting (the newest list of a day), and the newest return that says something of it, or that the
-- mechanism has closed.
CREATE OR REPLACE TEMP TABLE practice AS
WITH said AS (
    SELECT report, language, interpretation, minutes_translated, plan FROM fact_mechanism
    UNION ALL
    SELECT report, language, interpretation, minutes_translated, NULL FROM fact_meeting
),
told AS (
    SELECT r.grp, r.period, r.mechanism, r.mechanism_type, r.closed, r.dataset, r.report,
        coalesce(r.occasion, 'return') AS day,
        r.period_end::BIGINT * 100000000000 + r.batch * 1000000 - CASE r.dataset WHEN 'mechanisms' THEN r.report ELSE 0 END AS place,
        bool_or(list_has_any(
            string_split(s.language, ' '),
            string_split(coalesce(r.official_languages, ''), ' ') || ['local', 'ht', 'ku', 'so', 'sw']
        )) AS local_language,
        bool_or(s.interpretation) OR bool_or(s.minutes_translated) AS translated
    FROM in_force AS r
    LEFT JOIN said AS s ON s.report = r.report
    WHERE (r.dataset = 'meetings' AND r.rows > 0)
        OR (r.dataset = 'mechanisms' AND (r.closed OR concat(s.language, s.interpretation, s.minutes_translated) <> ''))
    GROUP BY ALL
)
FROM told AS t
WHERE t.place = (
    SELECT max(n.place) FROM told AS n
    WHERE n.mechanism = t.mechanism AND n.grp = t.grp AND n.period = t.period AND n.day = t.day
);

CREATE OR REPLACE TEMP MACRO mechanisms_that(answer_of) AS TABLE
WITH judged AS (
    SELECT grp, period, mechanism, bool_and(closed) AS closed, bool_or(answer) AS answer
    FROM (
        SELECT *, CASE answer_of WHEN 'language' THEN local_language ELSE translated END AS answer
        FROM practice
    )
    WHERE within('mechanism_type', mechanism_type, ['hct', 'iccg', 'cluster', 'aor', 'sag', 'twg', 'area_based'])
    GROUP BY ALL
)
SELECT
    grp,
    NULL AS said,
    period,
    count(*) FILTER (WHERE NOT closed AND answer) AS numerator,
    count(answer) FILTER (WHERE NOT closed) AS denominator,
    count(*) FILTER (WHERE NOT closed AND answer IS NULL) AS unknown
FROM judged
GROUP BY ALL;
