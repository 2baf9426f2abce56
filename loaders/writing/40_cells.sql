-- incoming_cell: one row is a month that a report of this batch claims; or its occasion, whatever the
-- month: a meeting of a mechanism, or an allocation or event, where country and occasion are enough.
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
    unnest(range(r.period_start, r.period_end + 1))::INTEGER AS month,
    r.occasion
FROM incoming_report AS r
WHERE r.occasion IS NULL
UNION ALL
SELECT
    r.report,
    r.dataset,
    r.country,
    NULL AS hub,
    NULL AS cluster_key,
    NULL AS level,
    NULL AS place_key,
    CASE WHEN r.dataset = 'meetings' THEN r.mechanism END AS mechanism,
    NULL AS month,
    r.occasion
FROM incoming_report AS r
WHERE r.occasion IS NOT NULL;

-- Cells that nobody has claimed before get the next numbers.
INSERT INTO cell
SELECT
    h.cell + row_number() OVER (ORDER BY n.country, n.month, n.cluster_key, n.place_key, n.level, n.hub, n.mechanism, n.occasion) AS cell,
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
        i.month,
        i.occasion
    FROM incoming_cell AS i
    ANTI JOIN cell AS c
        ON c.dataset = i.dataset
        AND c.country = i.country
        AND c.month IS NOT DISTINCT FROM i.month
        AND c.level IS NOT DISTINCT FROM i.level
        AND c.hub IS NOT DISTINCT FROM i.hub
        AND c.cluster_key IS NOT DISTINCT FROM i.cluster_key
        AND c.place_key IS NOT DISTINCT FROM i.place_key
        AND c.mechanism IS NOT DISTINCT FROM i.mechanism
    AND c.occasion IS NOT DISTINCT FROM i.occasion
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
    AND c.month IS NOT DISTINCT FROM i.month
    AND c.level IS NOT DISTINCT FROM i.level
    AND c.hub IS NOT DISTINCT FROM i.hub
    AND c.cluster_key IS NOT DISTINCT FROM i.cluster_key
    AND c.place_key IS NOT DISTINCT FROM i.place_key
    AND c.mechanism IS NOT DISTINCT FROM i.mechanism
    AND c.occasion IS NOT DISTINCT FROM i.occasion;
