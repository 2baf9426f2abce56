-- A return that says something else is changed.
UPDATE difference AS d
SET fate = 'changed'
FROM (
    SELECT
        r.report,
        NULL::INTEGER AS organisation,
        list_sort(list([
            s.language::VARCHAR,
            s.interpretation::VARCHAR,
            s.minutes_translated::VARCHAR,
            s.plan::VARCHAR,
            s.members::VARCHAR,
            s.members_ngo::VARCHAR,
            s.members_red_cross::VARCHAR,
            s.members_authority::VARCHAR,
            s.members_ingo::VARCHAR,
            s.members_un::VARCHAR,
            s.members_other::VARCHAR,
            s.source::VARCHAR,
            s.remarks::VARCHAR
        ])) AS said
    FROM staged AS s
    INNER JOIN incoming_report AS r ON r.slot = s.slot
    GROUP BY ALL
) AS a
CROSS JOIN (
    SELECT
        f.report,
        NULL::INTEGER AS organisation,
        list_sort(list([
            f.language::VARCHAR,
            f.interpretation::VARCHAR,
            f.minutes_translated::VARCHAR,
            f.plan::VARCHAR,
            f.members::VARCHAR,
            f.members_ngo::VARCHAR,
            f.members_red_cross::VARCHAR,
            f.members_authority::VARCHAR,
            f.members_ingo::VARCHAR,
            f.members_un::VARCHAR,
            f.members_other::VARCHAR,
            f.source::VARCHAR,
            f.remarks::VARCHAR
        ])) AS said
    FROM fact_mechanism AS f
    SEMI JOIN difference AS e ON e.earlier = f.report
    GROUP BY ALL
) AS b
WHERE d.fate = 'unchanged'
    AND a.report = d.report
    AND b.report = d.earlier
    AND a.organisation IS NOT DISTINCT FROM d.organisation
    AND b.organisation IS NOT DISTINCT FROM d.organisation
    AND a.said IS DISTINCT FROM b.said;
