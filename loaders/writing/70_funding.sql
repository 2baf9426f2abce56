-- The rows of a list of allocations, as reported.
INSERT INTO fact_funding
SELECT
    getvariable('batch')::BIGINT AS batch,
    s.report,
    s.organisation,
    s.source_row,
    s.country_reported,
    s.cluster_as_written AS cluster_reported,
    s.fund,
    s.reference,
    s.date,
    s.date_reported,
    s.organisation_reported,
    s.acronym_reported,
    s.type_reported,
    s.amount,
    s.amount_reported,
    s.currency,
    s.currency_reported,
    s.route,
    s.route_reported,
    s.through,
    s.period_reported
FROM staged_numbered AS s;
