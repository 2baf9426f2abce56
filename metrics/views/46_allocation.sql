-- v_allocation: one row is an amount that a fund gave to an organisation, in whole units of its
-- currency. A list without types tells the type of none of its recipients. Organisations that a
-- decision counts together have one number and one class.
-- grain: report, source_row
CREATE OR REPLACE VIEW v_allocation AS
SELECT
    f.report,
    f.source_row,
    coalesce(m.counted_as, f.organisation) AS organisation,
    NULL::INTEGER AS mechanism,             -- a fund is none
    round(f.amount)::BIGINT AS amount,      -- NULL: not given, or not understood
    f.currency,                             -- NULL: not given, or not known
    f.route,                                -- NULL: not said
    r.period_end,
    r.batch,
    CASE WHEN r.has_type THEN CASE WHEN m.batch IS NULL THEN o.lna_scope ELSE m.lna_scope END END
        AS lna_scope,                       -- NULL: in no scope, or type not known
    r.has_type AND coalesce(m.type_known, o.type_known, false) AS type_known,
    CASE WHEN m.batch IS NULL THEN o.organisation_type ELSE m.organisation_type END
        AS organisation_type                -- NULL: not known
FROM v_in_force AS r
INNER JOIN fact_funding AS f ON f.report = r.report
LEFT JOIN fact_org AS o ON o.report = f.report AND o.organisation = f.organisation
LEFT JOIN v_merged AS m
    ON m.batch = r.batch
    AND m.organisation = f.organisation
    AND NOT m.leads
WHERE r.dataset = 'funding';
