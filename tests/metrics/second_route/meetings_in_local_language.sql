-- What the rows of returns and of meetings say, put together for each mechanism and quarter.
WITH said AS (
    SELECT report, language, interpretation, minutes_translated FROM fact_mechanism
    UNION ALL
    SELECT report, language, interpretation, minutes_translated FROM fact_meeting
),
answered AS (
    SELECT r.country, r.period, r.mechanism,
        bool_or(r.closed) AS closed,
        CASE
            WHEN bool_or(r.country = 'YEM' AND regexp_matches(s.language, '\bar\b')) THEN 'yes'
            WHEN bool_or(r.country = 'MLI' AND regexp_matches(s.language, '\bfr\b')) THEN 'yes'
            WHEN count(s.language) > 0 THEN 'no'
            ELSE 'unknown'
        END AS answer
    FROM in_force AS r
    INNER JOIN said AS s ON s.report = r.report
    WHERE r.closed OR r.dataset = 'meetings' OR concat(s.language, s.interpretation, s.minutes_translated) <> ''
    GROUP BY ALL
)
SELECT
    country,
    period,
    count(*) FILTER (WHERE NOT closed AND answer = 'yes') AS numerator,
    count(*) FILTER (WHERE NOT closed AND answer IN ('yes', 'no')) AS denominator,
    count(*) FILTER (WHERE NOT closed AND answer = 'unknown') AS unknown
FROM answered
GROUP BY ALL
ORDER BY ALL;
