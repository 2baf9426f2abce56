-- The types as loading decided them, once for a file and an organisation (the key of the published
-- workbooks is about that): one row is an organisation in a report. A file without types tells none.
CREATE OR REPLACE TEMP TABLE class_of AS
SELECT
    f.report,
    f.organisation,
    f.leads,
    any_value(f.lna_scope) FILTER (WHERE f.typed AND f.type_known) AS scope,
    bool_or(f.typed AND f.type_known) AS known,
    coalesce(bool_or(f.typed AND f.class = 'international'), false) AS international
FROM (
    SELECT
        n.report,
        n.organisation,
        n.lna_scope,
        n.type_known,
        r.dataset = 'presence' AND n.role = 'lead' AS leads,
        CASE WHEN r.dataset = 'presence' AND n.role = 'lead' THEN r.lead_has_type ELSE r.has_type END AS typed,
        y.class
    FROM fact_org AS n
    INNER JOIN on_record AS r ON r.report = n.report
    LEFT JOIN organisation_type AS y ON y.code = n.organisation_type
    WHERE n.organisation IS NOT NULL
) AS f
GROUP BY ALL;

-- Whoever these lists name has come: they have no column of marks.
CREATE OR REPLACE TEMP TABLE came AS
SELECT report, organisation, attended_reported IS NULL AS came
FROM fact_meeting;

CREATE OR REPLACE TEMP TABLE typed_row AS
SELECT report, role = 'lead' AS leads, organisation, rows, rows_unknown_type AS untyped
FROM fact_org
WHERE role IN ('present', 'lead');
