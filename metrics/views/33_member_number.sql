-- v_member_number: one row is a class of members of which a return gives the number. A return that
-- gives neither how many members there are in all nor every class of them tells no share; one whose
-- classes are more than all of them tells nothing either. What is in no class is of unknown type, and
-- so is the Red Cross and Red Crescent: the host country's society or an international one.
-- grain: report, organisation_type
CREATE OR REPLACE VIEW v_member_number AS
SELECT
    n.report,
    n.class.organisation_type::SMALLINT AS organisation_type, -- NULL: not known
    n.class.lna_scope::TINYINT AS lna_scope, -- NULL: in no scope, or type not known
    n.class.organisation_type IS NOT NULL AS type_known,
    n.class.members::INTEGER AS members
FROM (
    SELECT
        t.report,
        unnest([
            {'organisation_type': 441, 'lna_scope': 1, 'members': t.ngo},
            {'organisation_type': 435, 'lna_scope': 3, 'members': t.authority},
            {'organisation_type': 437, 'lna_scope': NULL, 'members': t.ingo},
            {'organisation_type': 447, 'lna_scope': NULL, 'members': t.un},
            {
                'organisation_type': NULL,
                'lna_scope': NULL,
                'members': coalesce(t.members - t.typed, t.red_cross + t.other)
            }
        ]) AS class
    FROM (
        SELECT
            s.report,
            s.members,
            s.ngo,
            s.red_cross,
            s.authority,
            s.ingo,
            s.un,
            s.other,
            coalesce(s.ngo, 0) + coalesce(s.authority, 0) + coalesce(s.ingo, 0) + coalesce(s.un, 0)
                AS typed
        FROM (
            -- Where two rows of a return give different numbers, neither is known.
            SELECT
                f.report,
                CASE WHEN min(f.members) = max(f.members) THEN max(f.members) END AS members,
                CASE WHEN min(f.members_ngo) = max(f.members_ngo) THEN max(f.members_ngo) END AS ngo,
                CASE WHEN min(f.members_red_cross) = max(f.members_red_cross) THEN max(f.members_red_cross) END AS red_cross,
                CASE WHEN min(f.members_authority) = max(f.members_authority) THEN max(f.members_authority) END AS authority,
                CASE WHEN min(f.members_ingo) = max(f.members_ingo) THEN max(f.members_ingo) END AS ingo,
                CASE WHEN min(f.members_un) = max(f.members_un) THEN max(f.members_un) END AS un,
                CASE WHEN min(f.members_other) = max(f.members_other) THEN max(f.members_other) END AS other
            FROM fact_mechanism AS f
            GROUP BY f.report
        ) AS s
    ) AS t
    WHERE (t.members IS NOT NULL AND t.typed + coalesce(t.red_cross, 0) + coalesce(t.other, 0) <= t.members)
        OR (
            t.members IS NULL
            AND t.ngo IS NOT NULL
            AND t.red_cross IS NOT NULL
            AND t.authority IS NOT NULL
            AND t.ingo IS NOT NULL
            AND t.un IS NOT NULL
            AND t.other IS NOT NULL
        )
) AS n
WHERE n.class.members > 0;
