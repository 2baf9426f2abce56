-- An allocation of other terms is changed, though its recipient is the same.
UPDATE difference AS d
SET fate = 'changed'
FROM (
    SELECT
        r.report,
        o.organisation,
        list_sort(list([
            s.amount::VARCHAR,
            s.currency::VARCHAR,
            s.route::VARCHAR,
            s.through::VARCHAR
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
            f.amount::VARCHAR,
            f.currency::VARCHAR,
            f.route::VARCHAR,
            f.through::VARCHAR
        ])) AS said
    FROM fact_funding AS f
    SEMI JOIN difference AS e ON e.earlier = f.report
    GROUP BY ALL
) AS b
WHERE d.fate = 'unchanged'
    AND a.report = d.report
    AND b.report = d.earlier
    AND a.organisation IS NOT DISTINCT FROM d.organisation
    AND b.organisation IS NOT DISTINCT FROM d.organisation
    AND a.said IS DISTINCT FROM b.said;
