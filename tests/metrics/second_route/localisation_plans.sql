-- Rows of the newest returns.
WITH newest AS (
    FROM in_force AS r
    WHERE r.dataset = 'mechanisms'
        AND NOT EXISTS (
            FROM in_force AS n
            WHERE n.dataset = 'mechanisms' AND n.grp = r.grp AND n.period = r.period AND n.mechanism = r.mechanism
                AND n.period_end::BIGINT * 100000 + n.batch > r.period_end::BIGINT * 100000 + r.batch
        )
),
judged AS (
    SELECT r.grp, r.period, r.mechanism, bool_and(r.closed) AS closed, bool_or(f.plan) AS plan
    FROM newest AS r
    LEFT JOIN fact_mechanism AS f ON f.report = r.report
    WHERE within('mechanism_type', r.mechanism_type, ['hct', 'iccg', 'cluster', 'aor', 'sag', 'twg', 'area_based'])
    GROUP BY ALL
)
SELECT
    grp,
    NULL AS said,
    period,
    count(*) FILTER (WHERE NOT closed AND plan) AS numerator,
    count(plan) FILTER (WHERE NOT closed) AS denominator,
    count(*) FILTER (WHERE NOT closed AND plan IS NULL) AS unknown
FROM judged
GROUP BY ALL;
