-- The rows of the returns of mechanisms, as reported.
INSERT INTO fact_mechanism
SELECT
    getvariable('batch')::BIGINT AS batch,
    s.report,
    s.source_row,
    s.country_reported,
    s.mechanism_name AS mechanism_reported,
    s.cluster_as_written AS cluster_reported,
    s.place_reported,
    s.status_reported,
    s.closed_on_reported,
    s.language,
    s.language_reported,
    s.interpretation,
    s.minutes_translated,
    s.plan,
    s.members,
    s.members_ngo,
    s.members_red_cross,
    s.members_authority,
    s.members_ingo,
    s.members_un,
    s.members_other,
    s.period_reported,
    s.source,
    s.remarks
FROM staged_numbered AS s;
