-- v_attendance: one row is an organisation that was at a meeting. A list without types tells the type
-- of none of its organisations. Organisations that a decision counts together have one number and one
-- class.
-- grain: report, named
CREATE OR REPLACE VIEW v_attendance AS
SELECT
    f.report,
    f.organisation AS named,                -- as its file tells it apart
    coalesce(m.counted_as, f.organisation) AS organisation,
    r.mechanism,
    r.occasion,
    r.period_end,
    r.batch,
    CASE WHEN r.has_type THEN CASE WHEN m.batch IS NULL THEN f.lna_scope ELSE m.lna_scope END END
        AS lna_scope,                       -- NULL: in no scope, or type not known
    r.has_type AND coalesce(m.type_known, f.type_known) AS type_known,
    CASE WHEN m.batch IS NULL THEN f.organisation_type ELSE m.organisation_type END
        AS organisation_type                -- NULL: not known
FROM v_in_force AS r
INNER JOIN fact_org AS f ON f.report = r.report
LEFT JOIN v_merged AS m
    ON m.batch = r.batch
    AND m.organisation = f.organisation
    AND NOT m.leads
WHERE r.dataset = 'meetings'
    AND f.role = 'attended';
