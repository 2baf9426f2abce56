-- v_role: one row is an organisation in one leadership role of a report. A file without types
-- tells the type of none of its organisations. A closed mechanism has no roles, whatever is listed.
-- grain: report, organisation, role
CREATE OR REPLACE VIEW v_role AS
SELECT
    f.report,
    f.organisation,                         -- NULL: the role is vacant
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
    CASE WHEN r.has_type THEN f.lna_scope END AS lna_scope, -- NULL: in no scope, or type not known
    r.has_type AND f.type_known AS type_known,
    f.rows,
    f.rows_unknown_type
FROM v_in_force AS r
INNER JOIN fact_org AS f ON f.report = r.report
WHERE r.dataset = 'roles'
    AND NOT r.said_closed;
