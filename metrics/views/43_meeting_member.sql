-- v_meeting_member: one row is a meeting and a full member of its mechanism, and whether it was there.
-- The members and their types are those of the newest list then; who is not on a list of who was
-- there was not.
-- grain: report, organisation
CREATE OR REPLACE VIEW v_meeting_member AS
SELECT
    r.report,
    r.mechanism,
    r.occasion,
    r.period_end,
    m.organisation,
    m.batch,
    m.lna_scope,                            -- NULL: in no scope, or type not known
    m.type_known,
    m.organisation_type,                    -- NULL: not known
    coalesce(y.class = 'international', false) AS international,
    CASE WHEN a.organisation IS NULL THEN false ELSE a.attended END
        AS attended,                        -- NULL: the list leaves it open
    m.list AS other_report
FROM v_in_force AS r
INNER JOIN (
    SELECT
        l.report,
        n.organisation,
        max(n.batch) AS batch,
        min(n.lna_scope) AS lna_scope,
        bool_or(n.type_known) AS type_known,
        max(n.organisation_type) FILTER (WHERE n.type_known) AS organisation_type,
        max(l.list) AS list
    FROM v_list_of_meeting AS l
    INNER JOIN v_member AS n ON n.report = l.list
    WHERE n.seat = 'full'
        AND n.organisation IS NOT NULL
    GROUP BY l.report, n.organisation
) AS m ON m.report = r.report
LEFT JOIN organisation_type AS y ON y.code = m.organisation_type
LEFT JOIN (
    SELECT
        f.report,
        coalesce(s.counted_as, f.organisation) AS organisation,
        CASE
            WHEN bool_or(f.role = 'attended') THEN true
            WHEN count(f.role) = count(f.report) THEN false
        END AS attended
    FROM fact_org AS f
    INNER JOIN v_in_force AS i ON i.report = f.report AND i.dataset = 'meetings'
    LEFT JOIN v_merged AS s
        ON s.batch = i.batch
        AND s.organisation = f.organisation
        AND NOT s.leads
    GROUP BY f.report, coalesce(s.counted_as, f.organisation)
) AS a ON a.report = r.report AND a.organisation = m.organisation
WHERE r.dataset = 'meetings';
