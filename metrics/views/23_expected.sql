-- v_expected: one row is a quarter (month // 3) in which a report makes us expect its mechanism: the
-- quarters that it touches and the three after, none beyond the newest quarter of the store and none
-- in which the mechanism is closed.
-- grain: report, quarter
CREATE OR REPLACE VIEW v_expected AS
SELECT
    e.report,
    e.dataset,
    e.country,
    e.region,
    e.context,
    e.hub,
    e.cluster,
    e.cluster_reported,
    e.mechanism,
    e.mechanism_type,
    e.level,
    e.place,
    e.quarter
FROM (
    SELECT
        r.report,
        r.dataset,
        r.country,
        r.region,
        r.context,
        r.hub,
        r.cluster,
        r.cluster_reported,
        r.mechanism,
        r.mechanism_type,
        r.level,
        r.place,
        unnest(range(
            r.period_start // 3,
            least(r.period_end // 3 + 3, (SELECT max(n.period_end) // 3 FROM v_in_force AS n)) + 1
        )) AS quarter
    FROM v_report AS r
    WHERE r.mechanism IS NOT NULL
        AND NOT r.closed
) AS e
WHERE NOT EXISTS (
    FROM v_closed AS c
    WHERE c.mechanism = e.mechanism
        AND e.quarter >= c.quarter_from
        AND (c.quarter_until IS NULL OR e.quarter < c.quarter_until)
);
