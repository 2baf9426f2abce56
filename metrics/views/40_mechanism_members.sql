-- v_mechanism_members: one row is what a list, or a return with numbers, says of the members of a
-- mechanism; closed ones and ones without any member included. A member of unknown type leaves the
-- answer open; so does an L/NA in a seat that is not in our list, which may be a full one or not.
-- grain: report
CREATE OR REPLACE VIEW v_mechanism_members AS
SELECT
    r.report,
    r.mechanism,
    r.closed,
    f.lna_scope,                            -- the narrowest among its full members; NULL: none is an L/NA
    coalesce(f.undecided, false) AS undecided
FROM v_compound_report AS r
LEFT JOIN (
    SELECT
        m.report,
        min(m.lna_scope) FILTER (WHERE m.seat = 'full') AS lna_scope,
        bool_or(
            (NOT m.type_known AND m.seat IS DISTINCT FROM 'observer')
            OR (m.seat IS NULL AND m.lna_scope IS NOT NULL)
        ) AS undecided
    FROM v_member AS m
    GROUP BY m.report
) AS f ON f.report = r.report
WHERE r.dataset = 'members_or_numbers'
    AND r.mechanism IS NOT NULL;
