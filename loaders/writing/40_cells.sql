-- incoming_cell: one row is a month that a report of this batch claims.
CREATE OR REPLACE TEMP TABLE incoming_cell AS
SELECT
    r.report,
    r.dataset,
    r.country,
    r.hub,
    r.cluster_key,
    r.level,
    r.place_key,
    r.mechanism,
    unnest(range(r.period_start, r.period_end + 1))::INTEGER AS month
FROM incoming_report AS r;

-- Cells that nobody has claimed before get the next numbers.
INSERT INTO cell
SELECT
    h.cell + row_number() OVER (ORDER BY n.country, n.month, n.cluster_key, n.place_key, n.level, n.hub, n.mechanism) AS cell,
    n.*
FROM (
    SELECT DISTINCT
        i.dataset,
        i.country,
        i.hub,
        i.cluster_key,
        i.level,
        i.place_key,
        i.mechanism,
        i.month
    FROM incoming_cell AS i
    ANTI JOIN cell AS c
        ON c.dataset = i.dataset
        AND c.country = i.country
        AND c.month = i.month
        AND c.level = i.level
        AND c.hub IS NOT DISTINCT FROM i.hub
        AND c.cluster_key IS NOT DISTINCT FROM i.cluster_key
        AND c.place_key IS NOT DISTINCT FROM i.place_key
        AND c.mechanism IS NOT DISTINCT FROM i.mechanism
) AS n
CROSS JOIN head AS h;

UPDATE head SET cell = greatest(cell, (SELECT coalesce(max(c.cell), 0) FROM cell AS c));

CREATE OR REPLACE TEMP TABLE incoming_claim AS
SELECT
    i.report,
    c.cell
FROM incoming_cell AS i
INNER JOIN cell AS c
    ON c.dataset = i.dataset
    AND c.country = i.country
    AND c.month = i.month
    AND c.level = i.level
    AND c.hub IS NOT DISTINCT FROM i.hub
    AND c.cluster_key IS NOT DISTINCT FROM i.cluster_key
    AND c.place_key IS NOT DISTINCT FROM i.place_key
    AND c.mechanism IS NOT DISTINCT FROM i.mechanism;
