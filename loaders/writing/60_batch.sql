-- The batch itself: its reports, the cells it claims, and what indicators read.
INSERT INTO report
SELECT
    report,
    getvariable('batch')::BIGINT AS batch,
    dataset,
    country,
    hub,
    cluster,
    cluster_key,
    cluster_reported,
    mechanism,
    mechanism_type,
    level,
    place_key,
    place,
    period_start,
    period_end,
    closed,
    rows,
    occasion
FROM incoming_report;

INSERT INTO batch_cell
SELECT DISTINCT
    getvariable('batch')::BIGINT AS batch,
    report,
    cell
FROM incoming_claim;

INSERT INTO fact_org
SELECT
    report,
    organisation,
    role,
    lna_scope,
    type_known,
    organisation_type,
    rows,
    rows_unknown_type
FROM incoming_fact
ORDER BY report, organisation, role;
