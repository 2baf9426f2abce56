-- difference: one row is an organisation in a role, cluster, place and period, and what becomes of
-- it: new, changed (another type), unchanged, gone. Read before the batch itself is written. A report
-- that keeps a month elsewhere (the quarter of which one month comes anew) stays in force: nothing of
-- it is gone. Who leads what is done stands beside who is there, and is not counted with it.
CREATE OR REPLACE TEMP TABLE difference AS
WITH before AS (
    SELECT
        r.country,
        r.hub,
        r.cluster_key,
        r.mechanism,
        r.level,
        r.place_key,
        r.period_start,
        r.period_end,
        r.occasion,
        f.role,
        f.organisation,
        f.organisation_type,
        max(r.report) AS report
    FROM report AS r
    SEMI JOIN v_current_report AS v ON v.report = r.report
    SEMI JOIN (
        SELECT k.report
        FROM batch_cell AS k
        INNER JOIN v_current_cell AS w ON w.cell = k.cell AND w.batch = k.batch
        LEFT JOIN (SELECT DISTINCT cell FROM incoming_claim) AS i ON i.cell = k.cell
        GROUP BY k.report
        HAVING count(i.cell) = count(*)
    ) AS replaced ON replaced.report = r.report
    INNER JOIN fact_org AS f ON f.report = r.report
    WHERE r.dataset <> 'presence' OR f.role = 'present'
    GROUP BY ALL
),
after AS (
    SELECT
        r.country,
        r.hub,
        r.cluster_key,
        r.mechanism,
        r.level,
        r.place_key,
        r.period_start,
        r.period_end,
        r.occasion,
        f.role,
        f.organisation,
        f.organisation_type,
        max(r.report) AS report
    FROM incoming_fact AS f
    INNER JOIN incoming_report AS r ON r.report = f.report
    WHERE r.dataset <> 'presence' OR f.role = 'present'
    GROUP BY ALL
)
SELECT
    coalesce(a.country, b.country) AS country,
    coalesce(a.cluster_key, b.cluster_key) AS cluster_key,
    coalesce(a.place_key, b.place_key) AS place_key,
    coalesce(a.period_start, b.period_start) AS period_start,
    coalesce(a.period_end, b.period_end) AS period_end,
    coalesce(a.role, b.role) AS role,
    coalesce(a.organisation, b.organisation) AS organisation,
    a.report,
    b.report AS earlier,
    CASE
        WHEN b.country IS NULL THEN 'new'
        WHEN a.country IS NULL THEN 'gone'
        WHEN a.organisation_type IS DISTINCT FROM b.organisation_type THEN 'changed'
        ELSE 'unchanged'
    END AS fate
FROM after AS a
FULL JOIN before AS b
    ON b.country = a.country
    AND b.period_start = a.period_start
    AND b.period_end = a.period_end
    AND b.level = a.level
    AND b.hub IS NOT DISTINCT FROM a.hub
    AND b.cluster_key IS NOT DISTINCT FROM a.cluster_key
    AND b.mechanism IS NOT DISTINCT FROM a.mechanism
    AND b.place_key IS NOT DISTINCT FROM a.place_key
    AND b.occasion IS NOT DISTINCT FROM a.occasion
    AND b.role IS NOT DISTINCT FROM a.role
    AND b.organisation IS NOT DISTINCT FROM a.organisation;
