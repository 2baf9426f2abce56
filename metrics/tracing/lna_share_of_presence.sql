-- One row is an organisation of the reports that count, on one side: present, or leading; in the newest
-- state that is known.
-- grain: organisation, role
SELECT
    p.organisation,
    NULL::INTEGER AS mechanism,
    p.role,
    p.newest_type AS organisation_type,
    CASE
        WHEN nullif(p.newest & 15, 9) <= $scope THEN 'numerator'
        WHEN p.newest IS NOT NULL THEN 'denominator'
        ELSE 'unknown'
    END AS counted_as,
    1 AS counts,
    p.reports
FROM (
    SELECT
        v.organisation,
        v.role,
        list(DISTINCT v.report) AS reports,
        -- Packed as in metrics/query.py: month, batch, scope; 9 is a known type in no scope.
        max(v.period_end::BIGINT << 44 | v.batch << 4 | coalesce(v.lna_scope, 9)) FILTER (WHERE v.type_known) AS newest,
        arg_max(v.organisation_type, v.period_end::BIGINT << 44 | v.batch << 4 | coalesce(v.lna_scope, 9))
            FILTER (WHERE v.type_known) AS newest_type
    FROM v_presence AS v
    INNER JOIN traced_report AS t ON t.report = v.report AND t.counts
    WHERE $roles::VARCHAR[] IS NULL OR list_contains($roles, v.role)
    GROUP BY v.organisation, v.role
) AS p;
