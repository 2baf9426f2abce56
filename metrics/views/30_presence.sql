-- v_presence: one row is an organisation that a report names as present (3W). A file without types
-- tells the type of none of its organisations.
-- grain: report, organisation, role
CREATE OR REPLACE VIEW v_presence AS
SELECT
    f.report,
    f.organisation,
    f.role,
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
WHERE r.dataset = 'presence';
