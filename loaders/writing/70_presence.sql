-- The rows of a presence file, as reported.
INSERT INTO fact_presence
SELECT
    getvariable('batch')::BIGINT AS batch,
    s.report,
    s.organisation,
    s.source_row,
    s.country_reported,
    s.cluster_as_written AS cluster_reported,
    s.place_reported,
    s.place_code,
    s.organisation_reported,
    s.acronym_reported,
    s.type_reported,
    s.period_reported,
    s.lead_organisation,
    s.lead_organisation_reported,
    s.lead_acronym_reported,
    s.lead_type_reported
FROM staged_numbered AS s;
