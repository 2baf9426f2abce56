-- The rows of a list of who was at a meeting, as reported.
INSERT INTO fact_meeting
SELECT
    getvariable('batch')::BIGINT AS batch,
    s.report,
    s.organisation,
    s.source_row,
    s.country_reported,
    s.mechanism_name AS mechanism_reported,
    s.cluster_as_written AS cluster_reported,
    s.place_reported,
    s.date,
    s.date_reported,
    s.organisation_reported,
    s.acronym_reported,
    s.type_reported,
    s.attended_reported,
    s.language,
    s.language_reported,
    s.interpretation,
    s.minutes_translated
FROM staged_numbered AS s;
