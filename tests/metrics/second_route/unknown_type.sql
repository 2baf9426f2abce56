-- Rows of the files by whether anything in them tells a type.
SELECT
    r.grp,
    NULL AS said,
    r.period,
    sum(t.untyped)::BIGINT AS numerator,
    sum(t.rows)::BIGINT AS denominator,
    NULL::BIGINT AS unknown
FROM question AS q
CROSS JOIN in_force AS r
INNER JOIN typed_row AS t ON t.report = r.report AND t.leads = (q.side = 'lead')
GROUP BY ALL;
