-- 40 countries × 13 clusters × 48 months, 25 organisations each, for presence, roles and members:
-- 624,000 rows of fact_org a dataset, and 16 times as many current facts (9,984,000).
INSERT INTO batch BY NAME
SELECT
    c.n + d.n * 100 AS batch,
    d.dataset,
    'generated.csv' AS file_name,
    NULL AS file_sha256,
    NULL AS content_sha256,
    NULL AS sheet,
    1 AS heading_row,
    'name' AS identity,
    0 AS rows_read,
    0 AS rows_stored,
    true AS has_type,
    NULL AS choices
FROM (SELECT unnest(range(1, 41)) AS n) AS c
CROSS JOIN (VALUES (0, 'presence'), (1, 'roles'), (2, 'members')) AS d (n, dataset);

INSERT INTO event
SELECT batch, TIMESTAMP '2026-01-01', 'bench', 'commit', batch, NULL FROM batch;

CREATE TEMP TABLE place AS
SELECT
    iso3 AS country,
    row_number() OVER (ORDER BY iso3) AS n
FROM country
QUALIFY n <= 40;

CREATE TEMP TABLE subject AS
SELECT
    code AS cluster,
    row_number() OVER (ORDER BY code) AS n
FROM cluster
WHERE kind = 'cluster'
QUALIFY n <= 13;

INSERT INTO mechanism BY NAME
SELECT
    (p.n - 1) * 13 + s.n AS mechanism,
    p.country,
    NULL AS hub,
    'cluster' AS mechanism_type,
    s.cluster,
    'national' AS level,
    NULL AS place_key,
    NULL AS name_key,
    NULL AS name
FROM place AS p
CROSS JOIN subject AS s;

INSERT INTO report BY NAME
SELECT
    row_number() OVER (ORDER BY d.n, m.mechanism, t.month) AS report,
    p.n + d.n * 100 AS batch,
    d.dataset,
    m.country,
    NULL AS hub,
    m.cluster,
    m.cluster AS cluster_key,
    m.cluster AS cluster_reported,
    m.mechanism,
    'cluster' AS mechanism_type,
    'national' AS level,
    NULL AS place_key,
    NULL AS place,
    t.month AS period_start,
    t.month AS period_end,
    false AS closed,
    400 AS rows
FROM mechanism AS m
INNER JOIN place AS p ON p.country = m.country
CROSS JOIN (SELECT unnest(range(2022 * 12, 2026 * 12)) AS month) AS t
CROSS JOIN (VALUES (0, 'presence'), (1, 'roles'), (2, 'members')) AS d (n, dataset);

INSERT INTO cell BY NAME
SELECT report AS cell, dataset, country, hub, cluster_key, level, place_key, mechanism, period_start AS month FROM report;

INSERT INTO batch_cell
SELECT batch, report, report FROM report;

INSERT INTO fact_org BY NAME
SELECT
    r.report,
    (r.mechanism - 1) // 13 * 300 + hash(r.report * 31 + i.n * 7919) % 12 * 25 + i.n AS organisation,
    CASE
        WHEN r.dataset = 'presence' THEN 'present'
        WHEN r.dataset = 'members' THEN 'member'
        ELSE (['lead', 'co_lead', 'co_coordinator', 'co_facilitator', 'chair', 'co_chair'])[(1 + hash(i.n + r.report) % 6)::BIGINT]
    END AS role,
    CASE WHEN i.n % 20 = 0 THEN NULL WHEN i.n % 3 = 0 THEN 1 WHEN i.n % 11 = 0 THEN 3 END AS lna_scope,
    i.n % 20 <> 0 AS type_known,
    441 AS organisation_type,
    16 AS rows,
    CASE WHEN i.n % 20 = 0 THEN 16 ELSE 0 END AS rows_unknown_type
FROM report AS r
CROSS JOIN (SELECT unnest(range(0, 25)) AS n) AS i
ORDER BY r.report;

-- What the lean way reads: one row is a current fact, with every dimension beside it.
CREATE TABLE current_fact AS
SELECT
    r.dataset,
    r.country,
    r.cluster,
    r.mechanism,
    r.period_start,
    r.period_end,
    f.organisation,
    f.role,
    f.lna_scope,
    f.type_known
FROM fact_org AS f
INNER JOIN report AS r ON r.report = f.report
CROSS JOIN (SELECT unnest(range(0, 16)) AS n) AS i;
