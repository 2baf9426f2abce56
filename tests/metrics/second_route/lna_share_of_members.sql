-- Rows of the newest list of each mechanism and quarter; where there is none, the numbers of its return,
-- one class after the other, and what is left over of all of them.
WITH newest_list AS (
    SELECT r.country, r.period, r.mechanism, r.report
    FROM in_force AS r
    WHERE r.dataset = 'members'
        AND r.mechanism_type IN ('cluster')
        AND r.period_end * 1000 + r.batch = (
            SELECT max(n.period_end * 1000 + n.batch) FROM in_force AS n
            WHERE n.dataset = 'members' AND n.mechanism = r.mechanism AND n.period = r.period
        )
),
by_name AS (
    SELECT l.country, l.period, m.type_reported AS type, 1 AS n
    FROM newest_list AS l
    INNER JOIN fact_member AS m ON m.report = l.report
    WHERE m.seat = 'full'
),
newest_return AS (
    SELECT r.country, r.period, f.*
    FROM in_force AS r
    INNER JOIN fact_mechanism AS f ON f.report = r.report
    WHERE r.mechanism_type IN ('cluster')
        AND NOT r.closed
        AND (f.members IS NOT NULL OR f.members_other IS NOT NULL)
        AND NOT EXISTS (FROM newest_list AS l WHERE l.mechanism = r.mechanism AND l.period = r.period)
),
told AS (
    FROM by_name
    UNION ALL SELECT country, period, 'NNGO', members_ngo FROM newest_return
    UNION ALL SELECT country, period, 'GOV', members_authority FROM newest_return
    UNION ALL SELECT country, period, 'INGO', members_ingo FROM newest_return
    UNION ALL SELECT country, period, 'UN', members_un FROM newest_return
    UNION ALL
    SELECT country, period, NULL,
        coalesce(members, members_ngo + members_red_cross + members_authority + members_ingo + members_un + members_other)
            - members_ngo - members_authority - members_ingo - members_un
    FROM newest_return
    UNION ALL
    SELECT r.country, r.period, NULL, 0 FROM in_force AS r
    WHERE r.closed AND r.dataset = 'mechanisms' AND r.mechanism_type IN ('cluster')
)
SELECT
    country,
    period,
    coalesce(sum(n) FILTER (WHERE type IN ('NNGO', 'NS')), 0)::BIGINT AS numerator,
    coalesce(sum(n) FILTER (WHERE type IS NOT NULL), 0)::BIGINT AS denominator,
    coalesce(sum(n) FILTER (WHERE type IS NULL), 0)::BIGINT AS unknown
FROM told
GROUP BY ALL
ORDER BY ALL;
