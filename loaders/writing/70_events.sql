-- The rows of a list of events, as reported.
INSERT INTO fact_event
SELECT
    getvariable('batch')::BIGINT AS batch,
    s.report,
    s.organisation,
    s.source_row,
    s.country_reported,
    s.cluster_as_written AS cluster_reported,
    s.place_reported,
    s.event_kind,
    s.event_kind_reported,
    s.title,
    s.date,
    s.date_reported,
    s.organisation_reported,
    s.acronym_reported,
    s.type_reported,
    s.role AS event_role,
    s.event_role_reported,
    s.language,
    s.language_reported,
    s.summary,
    s.link,
    s.period_reported
FROM staged_numbered AS s;
