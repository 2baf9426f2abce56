-- The rows of a membership list, as reported.
INSERT INTO fact_member
SELECT
    getvariable('batch')::BIGINT AS batch,
    r.report,
    o.organisation,
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
FROM staged AS s
INNER JOIN incoming_report AS r ON r.slot = s.slot
LEFT JOIN incoming_organisation AS o ON o.who = s.who;
