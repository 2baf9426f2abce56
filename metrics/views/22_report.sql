-- v_report: one row is a report in force, and whether its mechanism is closed: said by the report
-- itself, or known when the report is empty.
-- grain: report
CREATE OR REPLACE VIEW v_report AS
SELECT
    r.report,
    r.batch,
    r.has_type,
    r.lead_has_type,
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
    r.period_start,
    r.period_end,
    r.said_closed OR (
        r.rows = 0
        AND EXISTS (
            FROM v_closed AS c
            WHERE c.mechanism = r.mechanism
                AND r.period_end // 3 >= c.quarter_from
                AND (c.quarter_until IS NULL OR r.period_end // 3 < c.quarter_until)
        )
    ) AS closed,
    r.rows,
    r.occasion                              -- NULL: a month
FROM v_in_force AS r;
