-- A mechanism and quarter is yes, no or unknown by the types on its newest list; where there is none, by
-- the number of NGOs in its return, and by whether anybody is left whose type nobody gives.
WITH said AS (
    SELECT r.country, r.period, r.mechanism,
        list(coalesce(m.type_reported, 'unknown')) FILTER (WHERE m.seat = 'full') AS types,
        bool_or(m.seat IS NULL AND m.type_reported IN ('NNGO', 'NS')) AS perhaps
    FROM in_force AS r
    INNER JOIN fact_member AS m ON m.report = r.report
    WHERE r.mechanism_type = 'cluster'
        AND NOT EXISTS (
            FROM in_force AS n
            WHERE n.dataset = 'members' AND n.mechanism = r.mechanism AND n.period = r.period
                AND n.period_end * 1000 + n.batch > r.period_end * 1000 + r.batch
        )
    GROUP BY ALL
),
judged AS (
    SELECT country, period,
        CASE
            WHEN list_has_any(coalesce(types, []), ['NNGO', 'NS']) THEN 'yes'
            WHEN perhaps OR list_contains(coalesce(types, []), 'unknown') THEN 'unknown'
            ELSE 'no'
        END AS answer
    FROM said
    UNION ALL
    SELECT r.country, r.period,
        CASE
            WHEN r.closed THEN 'closed'
            WHEN f.members_ngo > 0 THEN 'yes'
            WHEN f.members_red_cross + f.members_other > 0 THEN 'unknown'
            ELSE 'no'
        END AS answer
    FROM in_force AS r
    INNER JOIN fact_mechanism AS f ON f.report = r.report
    WHERE r.mechanism_type = 'cluster'
        AND (r.closed OR f.members IS NOT NULL OR f.members_other IS NOT NULL)
        AND NOT EXISTS (FROM said AS s WHERE s.mechanism = r.mechanism AND s.period = r.period)
)
SELECT
    country,
    period,
    count(*) FILTER (WHERE answer = 'yes') AS numerator,
    count(*) FILTER (WHERE answer IN ('yes', 'no')) AS denominator,
    count(*) FILTER (WHERE answer = 'unknown') AS unknown
FROM judged
GROUP BY ALL
ORDER BY ALL;
