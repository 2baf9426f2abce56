-- A meeting held otherwise than was said is changed, though who was there is the same.
UPDATE difference AS d
SET fate = 'changed'
FROM (
    SELECT
        r.report,
        o.organisation,
        list_sort(list([
            s.language::VARCHAR,
            s.interpretation::VARCHAR,
            s.minutes_translated::VARCHAR
        ])) AS said
    FROM staged AS s
    INNER JOIN incoming_report AS r ON r.slot = s.slot
    LEFT JOIN incoming_organisation AS o ON o.who = s.who
    GROUP BY ALL
) AS a
CROSS JOIN (
    SELECT
        f.report,
        f.organisation,
        list_sort(list([
            f.language::VARCHAR,
            f.interpretation::VARCHAR,
            f.minutes_translated::VARCHAR
        ])) AS said
    FROM fact_meeting AS f
    SEMI JOIN difference AS e ON e.earlier = f.report
    GROUP BY ALL
) AS b
WHERE d.fate = 'unchanged'
    AND a.report = d.report
    AND b.report = d.earlier
    AND a.organisation IS NOT DISTINCT FROM d.organisation
    AND b.organisation IS NOT DISTINCT FROM d.organisation
    AND a.said IS DISTINCT FROM b.said;
