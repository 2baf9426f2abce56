-- v_role: one row is an organisation in one leadership role of a report. A file without types
-- tells the type of none of its organisations. A closed mechanism has no roles, whatever is listed.
-- Organisations that a decision counts together have one number and one class.
-- grain: report, named, role
CREATE OR REPLACE VIEW v_role AS
SELECT
    f.report,
    f.organisation AS named,                -- as its file tells it apart; NULL: the role is vacant
    coalesce(m.counted_as, f.organisation) AS organisation, -- NULL likewise
    f.role,                                 -- NULL: not in our list
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
    r.dataset,
    r.batch,
    r.period_start,
    r.period_end,
    CASE WHEN r.has_type THEN CASE WHEN m.batch IS NULL THEN f.lna_scope ELSE m.lna_scope END END
        AS lna_scope,                       -- NULL: in no scope, or type not known
    r.has_type AND coalesce(m.type_known, f.type_known) AS type_known,
    CASE WHEN m.batch IS NULL THEN f.organisation_type ELSE m.organisation_type END
        AS organisation_type,               -- NULL: not known
    f.rows,
    f.rows_unknown_type
FROM v_in_force AS r
INNER JOIN fact_org AS f ON f.report = r.report
LEFT JOIN v_merged AS m
    ON m.batch = r.batch
    AND m.organisation = f.organisation
    AND NOT m.leads
WHERE r.dataset = 'roles'
    AND NOT r.said_closed;
