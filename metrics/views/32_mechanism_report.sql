-- v_mechanism_report: one row is a mechanism's own report on its leadership roles, closed ones and
-- ones without any role included. A holder of unknown type leaves the answer open; so does an L/NA
-- in a role that is not in our list, which may be one of leadership or not.
-- grain: report
CREATE OR REPLACE VIEW v_mechanism_report AS
SELECT
    r.report,
    r.country,
    r.region,
    r.context,
    r.hub,
    r.cluster,
    r.cluster_reported,
    r.mechanism,
    r.mechanism_type,
    r.level,
    r.place,
    r.dataset,
    r.batch,
    r.period_start,
    r.period_end,
    r.closed,
    f.lna_scope,                            -- the narrowest among its leaders; NULL: none is an L/NA
    coalesce(f.undecided, false) AS undecided
FROM v_report AS r
LEFT JOIN (
    SELECT
        v.report,
        min(v.lna_scope) FILTER (WHERE v.leads) AS lna_scope,
        bool_or(v.organisation IS NOT NULL AND (NOT v.type_known OR (NOT v.leads AND v.lna_scope <= 2)))
            AS undecided
    FROM (
        SELECT
            w.report,
            w.organisation,
            w.lna_scope,
            w.type_known,
            coalesce(
                w.role IN ('lead', 'co_lead', 'co_coordinator', 'co_facilitator', 'chair', 'co_chair'),
                false
            ) AS leads
        FROM v_role AS w
    ) AS v
    GROUP BY v.report
) AS f ON f.report = r.report
WHERE r.dataset = 'roles'
    AND r.mechanism IS NOT NULL;
