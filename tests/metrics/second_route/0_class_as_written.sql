-- The types of the hand-made store, by the words in its rows: one row is an organisation in a report.
-- NNGO is scope 1, NS 2, GOV 3; a file without types tells none.
CREATE OR REPLACE TEMP TABLE class_of AS
WITH written AS (
    SELECT report, organisation, false AS leads, type_reported AS type FROM fact_presence
    UNION ALL SELECT report, lead_organisation, true, lead_type_reported FROM fact_presence
    UNION ALL SELECT report, organisation, false, type_reported FROM fact_role
    UNION ALL SELECT report, organisation, false, type_reported FROM fact_member
    UNION ALL SELECT report, organisation, false, type_reported FROM fact_meeting
    UNION ALL SELECT report, organisation, false, type_reported FROM fact_funding
    UNION ALL SELECT report, organisation, false, type_reported FROM fact_event
)
SELECT
    w.report,
    w.organisation,
    w.leads,
    MAP {'NNGO': 1, 'NS': 2, 'GOV': 3}[max(w.type)] AS scope,
    count(w.type) > 0 AS known,
    coalesce(max(w.type) IN ('UN', 'INGO'), false) AS international
FROM (
    SELECT n.* REPLACE (CASE WHEN CASE WHEN n.leads THEN r.lead_has_type ELSE r.has_type END THEN n.type END AS type)
    FROM written AS n
    INNER JOIN on_record AS r ON r.report = n.report
) AS w
WHERE w.organisation IS NOT NULL
GROUP BY ALL;

-- Who a row of a list names as having come; NULL: it cannot be read.
CREATE OR REPLACE TEMP TABLE came AS
SELECT report, organisation, CASE attended_reported WHEN 'attended' THEN true WHEN 'absent' THEN false END AS came
FROM fact_meeting;

-- Rows whose type is blank. The national society (organisation 22) is known by its name.
CREATE OR REPLACE TEMP TABLE typed_row AS
SELECT report, false AS leads, organisation, count(*) AS rows, count(*) FILTER (WHERE type_reported IS NULL AND organisation <> 22) AS untyped
FROM fact_presence
GROUP BY ALL
UNION ALL
SELECT report, true, lead_organisation, count(*), count(*) FILTER (WHERE lead_type_reported IS NULL AND lead_organisation <> 22)
FROM fact_presence
WHERE lead_organisation IS NOT NULL
GROUP BY ALL;
