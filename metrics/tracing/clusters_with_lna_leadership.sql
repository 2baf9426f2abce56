-- One row is a mechanism that reported its leadership roles and is not closed. Scope 3 counts none
-- besides: a ministry that leads is no non-state actor.
-- grain: mechanism
SELECT
    NULL::INTEGER AS organisation,
    p.mechanism,
    NULL::VARCHAR AS role,
    NULL::SMALLINT AS organisation_type,
    CASE
        WHEN p.lna_scope <= least($scope, 2) THEN 'numerator'
        WHEN NOT p.undecided THEN 'denominator'
        ELSE 'unknown'
    END AS counted_as,
    1 AS counts,
    p.reports
FROM (
    SELECT
        v.mechanism,
        list(DISTINCT v.report) AS reports,
        min(v.lna_scope) AS lna_scope,
        bool_or(v.undecided) AS undecided,
        bool_and(v.closed) AS closed
    FROM v_mechanism_report AS v
    INNER JOIN traced_report AS t ON t.report = v.report AND t.counts
    GROUP BY v.mechanism
) AS p
WHERE NOT p.closed;
