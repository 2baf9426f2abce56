-- v_presence: one row is an organisation that a report (3W) names as present, or as leading what is
-- done there: two questions, told apart by the role and never added up. A file without types
-- tells the type of none of its organisations. Organisations that a decision counts together have one
-- number and one class.
-- grain: report, named, role
CREATE OR REPLACE VIEW v_presence AS
SELECT
    f.report,
    f.organisation AS named,                -- as its file tells it apart
    coalesce(m.counted_as, f.organisation) AS organisation,
    f.role,                                 -- present, lead
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
    CASE
        WHEN CASE f.role WHEN 'lead' THEN r.lead_has_type ELSE r.has_type END
            THEN CASE WHEN m.batch IS NULL THEN f.lna_scope ELSE m.lna_scope END
    END AS lna_scope,                       -- NULL: in no scope, or type not known
    CASE f.role WHEN 'lead' THEN r.lead_has_type ELSE r.has_type END
    AND coalesce(m.type_known, f.type_known) AS type_known,
    CASE WHEN m.batch IS NULL THEN f.organisation_type ELSE m.organisation_type END
        AS organisation_type,               -- NULL: not known
    f.rows,
    f.rows_unknown_type
FROM v_in_force AS r
INNER JOIN fact_org AS f ON f.report = r.report
LEFT JOIN v_merged AS m
    ON m.batch = r.batch
    AND m.organisation = f.organisation
    AND m.leads = (f.role = 'lead')
WHERE r.dataset = 'presence';
