-- v_active_member: one row is a full member that a list names, and whether a presence report names it
-- present as well: in the same country and cluster, within the quarters that the list touches.
-- grain: report, named
CREATE OR REPLACE VIEW v_active_member AS
SELECT
    m.report,
    m.named,
    m.organisation,
    m.mechanism,
    m.period_end,
    m.batch,
    m.lna_scope,                            -- NULL: in no scope, or type not known
    m.type_known,
    m.organisation_type,                    -- NULL: not known
    CASE
        WHEN p.report IS NOT NULL THEN true
        WHEN k.report IS NOT NULL THEN false
    END AS active,                          -- NULL: nobody reported presence there and then
    p.source AS other_report                -- a report that names it present; NULL: none
FROM v_member AS m
INNER JOIN v_in_force AS r ON r.report = m.report AND r.dataset = 'members'
LEFT JOIN (
    SELECT DISTINCT l.report
    FROM v_in_force AS l
    INNER JOIN v_in_force AS s
        ON s.country = l.country
        AND s.cluster = l.cluster
        AND s.period_start // 3 >= l.period_start // 3
        AND s.period_end // 3 <= l.period_end // 3
    WHERE l.dataset = 'members'
        AND s.dataset = 'presence'
) AS k ON k.report = r.report
LEFT JOIN (
    SELECT
        l.report,
        v.organisation,
        max(v.report) AS source
    FROM v_in_force AS l
    INNER JOIN v_presence AS v
        ON v.country = l.country
        AND v.cluster = l.cluster
        AND v.period_start // 3 >= l.period_start // 3
        AND v.period_end // 3 <= l.period_end // 3
    WHERE l.dataset = 'members'
        AND v.role = 'present'
    GROUP BY l.report, v.organisation
) AS p ON p.report = r.report AND p.organisation = m.organisation
WHERE m.seat = 'full'
    AND m.organisation IS NOT NULL;
