-- One row is an organisation on one side, present or leading, and what its rows count as; `counts` is
-- how many of its rows do.
-- grain: organisation, role, counted_as
SELECT
    p.organisation,
    NULL::INTEGER AS mechanism,
    p.role,
    p.organisation_type,
    h.half.counted_as AS counted_as,
    h.half.counts::INTEGER AS counts,
    p.reports
FROM (
    SELECT
        v.organisation,
        v.role,
        list(DISTINCT v.report) AS reports,
        arg_max(v.organisation_type, v.period_end::BIGINT << 40 | v.batch) AS organisation_type,
        sum(v.rows) AS rows,
        sum(v.rows_unknown_type) AS rows_unknown
    FROM v_presence AS v
    INNER JOIN traced_report AS t ON t.report = v.report AND t.counts
    WHERE $roles::VARCHAR[] IS NULL OR list_contains($roles, v.role)
    GROUP BY v.organisation, v.role
) AS p,
    LATERAL (
        SELECT unnest([
            {'counted_as': 'numerator', 'counts': p.rows_unknown},
            {'counted_as': 'denominator', 'counts': p.rows - p.rows_unknown}
        ]) AS half
    ) AS h
WHERE h.half.counts > 0;
