UPDATE head SET report = greatest(report, (SELECT coalesce(max(r.report), 0) FROM incoming_report AS r));

-- incoming_fact: one row is an organisation in a role of a report; a vacant role has none.
CREATE OR REPLACE TEMP TABLE incoming_fact AS
SELECT
    r.report,
    o.organisation,
    s.role,
    s.lna_scope,
    s.type_known,
    s.organisation_type,
    s.rows,
    s.rows_unknown_type
FROM (
    SELECT
        slot,
        who,
        role,
        any_value(lna_scope) AS lna_scope,
        coalesce(any_value(type_known), false) AS type_known,
        any_value(judged_type) AS organisation_type,
        count(*) AS rows,
        count(*) FILTER (WHERE row_type_unknown) AS rows_unknown_type
    FROM staged
    WHERE NOT closed
    GROUP BY ALL
) AS s
INNER JOIN incoming_report AS r ON r.slot = s.slot
LEFT JOIN incoming_organisation AS o ON o.who = s.who;
