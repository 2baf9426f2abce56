-- v_practice: one row is what a report says of how a mechanism works: a return of the mechanism, or
-- the list of a meeting. A language is a local one if it is official in the country or one of those that
-- are spoken in some places only; a language in which humanitarian offices work is none for that.
-- grain: report
CREATE OR REPLACE VIEW v_practice AS
SELECT
    r.report,
    r.mechanism,
    r.closed,
    f.local_language,                       -- NULL: the language is not said
    f.translated,                           -- NULL: neither interpretation nor minutes are known of
    f.plan                                  -- NULL: not said
FROM v_report AS r
LEFT JOIN (
    SELECT
        s.report,
        bool_or(
            list_has_any(
                string_split(s.language, ' '),
                string_split(coalesce(c.official_languages, ''), ' ') || ['local', 'ht', 'ku', 'so', 'sw']
            )
        ) AS local_language,
        bool_or(s.interpretation) OR bool_or(s.minutes_translated) AS translated,
        CASE WHEN bool_and(s.plan) = bool_or(s.plan) THEN bool_and(s.plan) END AS plan
    FROM (
        SELECT
            report,
            language,
            interpretation,
            minutes_translated,
            plan
        FROM fact_mechanism
        UNION ALL
        SELECT
            report,
            language,
            interpretation,
            minutes_translated,
            NULL AS plan
        FROM fact_meeting
    ) AS s
    INNER JOIN v_in_force AS i ON i.report = s.report
    LEFT JOIN country AS c ON c.iso3 = i.country
    GROUP BY s.report
) AS f ON f.report = r.report
WHERE r.dataset IN ('mechanisms', 'meetings')
    AND r.mechanism IS NOT NULL;
