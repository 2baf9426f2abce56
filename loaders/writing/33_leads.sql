-- Who leads, of the rows that say so: facts of their own, in the same reports. Their class is that of
-- the columns about those who lead.
INSERT INTO incoming_fact
SELECT
    r.report,
    o.organisation,
    'lead' AS role,
    s.lna_scope,
    s.type_known,
    s.organisation_type,
    s.rows,
    s.rows_unknown_type
FROM (
    SELECT
        slot,
        lead_who,
        any_value(lead_lna_scope) AS lna_scope,
        coalesce(any_value(lead_type_known), false) AS type_known,
        any_value(lead_judged_type) AS organisation_type,
        count(*) AS rows,
        count(*) FILTER (WHERE lead_row_type_unknown) AS rows_unknown_type
    FROM staged
    WHERE lead_who IS NOT NULL
    GROUP BY slot, lead_who
) AS s
INNER JOIN incoming_report AS r ON r.slot = s.slot
INNER JOIN incoming_organisation AS o ON o.who = s.lead_who;
