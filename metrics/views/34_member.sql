-- v_member: one row is an organisation with a seat that a membership list names; or, from a return of
-- the mechanism, a class of members of which only the number is known. Which of the two counts is
-- said by v_compound_report. A list without types tells the type of none of its organisations.
-- Organisations that a decision counts together have one number and one class.
-- grain: report, named, seat, organisation_type
CREATE OR REPLACE VIEW v_member AS
SELECT
    f.report,
    f.organisation AS named,                -- as its file tells it apart; NULL: a number of members
    coalesce(m.counted_as, f.organisation) AS organisation, -- NULL likewise
    CASE f.role
        WHEN 'member' THEN 'full'
        WHEN 'observer' THEN 'observer'
    END AS seat,                            -- NULL: not in our list
    NULL::INTEGER AS members,               -- NULL: one organisation, by name
    r.mechanism,
    r.period_end,
    r.batch,
    CASE WHEN r.has_type THEN CASE WHEN m.batch IS NULL THEN f.lna_scope ELSE m.lna_scope END END
        AS lna_scope,                       -- NULL: in no scope, or type not known
    r.has_type AND coalesce(m.type_known, f.type_known) AS type_known,
    CASE WHEN m.batch IS NULL THEN f.organisation_type ELSE m.organisation_type END
        AS organisation_type                -- NULL: not known
FROM v_in_force AS r
INNER JOIN fact_org AS f ON f.report = r.report
LEFT JOIN v_merged AS m
    ON m.batch = r.batch
    AND m.organisation = f.organisation
    AND NOT m.leads
WHERE r.dataset = 'members'
UNION ALL
SELECT
    n.report,
    NULL AS named,
    NULL AS organisation,
    'full' AS seat,
    n.members,
    r.mechanism,
    r.period_end,
    r.batch,
    n.lna_scope,
    n.type_known,
    n.organisation_type
FROM v_in_force AS r
INNER JOIN v_member_number AS n ON n.report = r.report
WHERE r.dataset = 'mechanisms'
    AND NOT r.said_closed;
