-- One row is an organisation in a leadership role of a mechanism; vacant roles are out, and so are roles that
-- are not in our list.
-- grain: mechanism (or report, where there is none), organisation, role
SELECT
    p.organisation,
    p.mechanism,
    p.role,
    p.organisation_type,
    CASE
        WHEN p.lna_scope <= $scope THEN 'numerator'
        WHEN p.type_known THEN 'denominator'
        ELSE 'unknown'
    END AS counted_as,
    1 AS counts,
    p.reports
FROM (
    SELECT
        v.organisation,
        any_value(v.mechanism) AS mechanism,
        v.role,
        list(DISTINCT v.report) AS reports,
        min(v.lna_scope) AS lna_scope,
        bool_or(v.type_known) AS type_known,
        any_value(v.organisation_type) AS organisation_type
    FROM v_role AS v
    INNER JOIN traced_report AS t ON t.report = v.report AND t.counts
    WHERE v.role IS NOT NULL
        AND v.organisation IS NOT NULL
        AND ($roles::VARCHAR[] IS NULL OR list_contains($roles, coalesce(v.role, '')))
    GROUP BY coalesce(v.mechanism, -v.report), v.organisation, v.role
) AS p;
