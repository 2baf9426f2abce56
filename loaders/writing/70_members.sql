-- The rows of a membership list, as reported.
INSERT INTO fact_member
SELECT
    getvariable('batch')::BIGINT AS batch,
    s.report,
    s.organisation,
    s.source_row,
    s.country_reported,
    s.mechanism_name AS mechanism_reported,
    s.cluster_as_written AS cluster_reported,
    s.place_reported,
    s.organisation_reported,
    s.acronym_reported,
    s.type_reported,
    s.seat,
    s.seat_reported,
    s.period_reported
FROM staged_numbered AS s;
