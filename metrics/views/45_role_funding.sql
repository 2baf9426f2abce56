-- v_role_funding: one row is an organisation in one leadership role of a report, and whether funds are
-- set aside for the role.
-- grain: report, named, role
CREATE OR REPLACE VIEW v_role_funding AS
SELECT
    v.report,
    v.named,
    v.organisation,
    v.role,                                 -- NULL: not in our list
    v.mechanism,
    v.period_end,
    v.batch,
    v.lna_scope,                            -- NULL: in no scope, or type not known
    v.type_known,
    v.organisation_type,                    -- NULL: not known
    f.funded                                -- NULL: not said, or said both ways
FROM v_role AS v
LEFT JOIN (
    SELECT
        s.report,
        s.organisation,
        s.role,
        CASE WHEN bool_and(s.funded) = bool_or(s.funded) THEN bool_and(s.funded) END AS funded
    FROM fact_role AS s
    WHERE s.funded IS NOT NULL
    GROUP BY s.report, s.organisation, s.role
) AS f
    ON f.report = v.report
    AND f.organisation = v.named
    AND f.role = v.role
WHERE v.organisation IS NOT NULL;
