-- Reports of every dataset, by the table `size` (countries, months): with 40 and 48 there are 9,984,000
-- rows of presence (13 clusters, 25 organisations, 16 rows of each a month), and as many lists as offices
-- keep: members and roles by quarter, meetings by month, returns, allocations, events.
CREATE TEMP TABLE place AS
SELECT
    iso3 AS country,
    row_number() OVER (ORDER BY iso3) AS n
FROM country
QUALIFY n <= (SELECT countries FROM size);

CREATE TEMP TABLE subject AS
SELECT
    code AS cluster,
    row_number() OVER (ORDER BY code) AS n
FROM cluster
WHERE kind = 'cluster'
QUALIFY n <= 13;

CREATE TEMP TABLE kept AS
SELECT *
FROM (VALUES
    (0, 'presence', 1), (1, 'roles', 3), (2, 'members', 3), (3, 'meetings', 1), (4, 'mechanisms', 3), (5, 'funding', 1),
    (6, 'events', 3)
) AS t (n, dataset, months);

INSERT INTO batch BY NAME
SELECT
    c.n + d.n * 100 AS batch,
    d.dataset,
    'generated.csv' AS file_name,
    1 AS heading_row,
    'name' AS identity,
    0 AS rows_read,
    0 AS rows_stored,
    true AS has_type
FROM place AS c
CROSS JOIN kept AS d;

INSERT INTO event
SELECT batch, TIMESTAMP '2026-01-01', 'bench', 'commit', batch, NULL FROM batch;

INSERT INTO mechanism BY NAME
SELECT
    row_number() OVER (ORDER BY p.n, t.n, s.n) AS mechanism,
    p.country,
    t.mechanism_type,
    s.cluster,
    'national' AS level,
    CASE t.mechanism_type WHEN 'twg' THEN 'group' END AS name_key
FROM place AS p
CROSS JOIN (VALUES (1, 'cluster'), (2, 'sag'), (3, 'twg'), (4, 'hct'), (5, 'iccg'), (6, 'pooled_fund_board')) AS t (n, mechanism_type)
INNER JOIN (FROM subject UNION ALL SELECT NULL, 0) AS s ON (s.cluster IS NULL) = (t.n > 3);

INSERT INTO report BY NAME
SELECT
    row_number() OVER (ORDER BY d.n, m.mechanism, t.month, o.n) AS report,
    p.n + d.n * 100 AS batch,
    d.dataset,
    p.country,
    m.cluster,
    coalesce(m.cluster, '-') AS cluster_key,
    m.cluster AS cluster_reported,
    m.mechanism,
    m.mechanism_type,
    'national' AS level,
    t.month AS period_start,
    t.month + d.months - 1 AS period_end,
    false AS closed,
    400 AS rows,
    CASE
        WHEN d.dataset IN ('meetings', 'funding', 'events') THEN concat(d.dataset, t.month, '-', o.n)
    END AS occasion
FROM place AS p
CROSS JOIN kept AS d
CROSS JOIN (SELECT unnest(range(2022 * 12, 2022 * 12 + (SELECT months FROM size))) AS month) AS t
CROSS JOIN range(5) AS o (n)
LEFT JOIN mechanism AS m ON m.country = p.country AND d.dataset NOT IN ('funding', 'events')
WHERE t.month % d.months = 0
    AND (o.n = 0 OR d.dataset = 'funding')
    AND CASE d.dataset
        WHEN 'members' THEN true
        WHEN 'roles' THEN m.mechanism_type IN ('cluster', 'twg')
        WHEN 'funding' THEN true
        WHEN 'events' THEN true
        ELSE m.mechanism_type = 'cluster'
    END;

INSERT INTO cell BY NAME
SELECT
    report AS cell,
    dataset,
    country,
    cluster_key,
    level,
    mechanism,
    CASE WHEN occasion IS NULL THEN period_start END AS month,
    occasion
FROM report;

INSERT INTO batch_cell
SELECT batch, report, report FROM report;

-- How many organisations a report names: 25, 3 roles, 40 members of a cluster or 10 of another
-- mechanism, 20 at a meeting, one that received, 3 that spoke.
CREATE TEMP TABLE named AS
SELECT
    r.report,
    r.dataset,
    i.n,
    p.n * 300 + hash(CASE WHEN r.dataset = 'presence' THEN r.report * 31 + i.n * 7919 ELSE coalesce(r.mechanism, r.report) + i.n END) % 12 * 25 + i.n % 25
        AS organisation,
    CASE r.dataset
        WHEN 'presence' THEN 'present'
        WHEN 'members' THEN 'member'
        WHEN 'meetings' THEN 'attended'
        WHEN 'funding' THEN 'recipient'
        WHEN 'events' THEN 'speaker'
        ELSE (['lead', 'co_lead', 'co_coordinator'])[i.n + 1]
    END AS role
FROM report AS r
INNER JOIN place AS p ON p.country = r.country
CROSS JOIN range(40) AS i (n)
WHERE i.n < CASE r.dataset
    WHEN 'presence' THEN 25
    WHEN 'members' THEN CASE r.mechanism_type WHEN 'cluster' THEN 40 ELSE 10 END
    WHEN 'meetings' THEN 20
    WHEN 'roles' THEN 3
    WHEN 'events' THEN 3
    WHEN 'funding' THEN 1
    ELSE 0
END;

INSERT INTO fact_org BY NAME
SELECT
    n.report,
    n.organisation,
    n.role,
    CASE WHEN n.organisation % 25 % 20 = 0 THEN NULL WHEN n.organisation % 25 % 3 = 0 THEN 1 WHEN n.organisation % 25 % 11 = 0 THEN 3 END AS lna_scope,
    n.organisation % 25 % 20 <> 0 AS type_known,
    CASE WHEN n.organisation % 25 % 20 = 0 THEN NULL WHEN n.organisation % 25 % 3 = 0 THEN 441 WHEN n.organisation % 25 % 11 = 0 THEN 435 ELSE 437 END
        AS organisation_type,
    CASE n.dataset WHEN 'presence' THEN 16 ELSE 1 END AS rows,
    CASE WHEN n.organisation % 25 % 20 <> 0 THEN 0 WHEN n.dataset = 'presence' THEN 16 ELSE 1 END AS rows_unknown_type
FROM (SELECT DISTINCT report, dataset, organisation, role FROM named) AS n
ORDER BY n.report;

INSERT INTO fact_role BY NAME
SELECT report, organisation, role, CASE report % 3 WHEN 0 THEN true WHEN 1 THEN false END AS funded
FROM fact_org
SEMI JOIN (FROM report WHERE dataset = 'roles') USING (report);

INSERT INTO fact_meeting BY NAME
SELECT report, organisation, CASE report % 4 WHEN 0 THEN NULL WHEN 1 THEN 'ar' ELSE 'en' END AS language, report % 5 = 0 AS interpretation
FROM fact_org
SEMI JOIN (FROM report WHERE dataset = 'meetings') USING (report);

INSERT INTO fact_mechanism BY NAME
SELECT report, 'fr' AS language, CASE report % 3 WHEN 0 THEN true WHEN 1 THEN false END AS plan
FROM report
WHERE dataset = 'mechanisms';

INSERT INTO fact_funding BY NAME
SELECT f.report, f.organisation, f.report AS source_row, f.report % 1000 * 100.0 AS amount, 'USD' AS currency,
    CASE f.report % 4 WHEN 0 THEN 'intermediary' ELSE 'direct' END AS route
FROM fact_org AS f
SEMI JOIN (FROM report WHERE dataset = 'funding') USING (report);

-- What the lean way reads: one row is a current fact, with every dimension beside it. Nothing is NULL
-- that groups are made of.
CREATE TABLE current_fact AS
SELECT
    r.dataset,
    r.country,
    coalesce(c.region, '-') AS region,
    coalesce(c.context, '-') AS context,
    '-' AS hub,
    '-' AS place,
    coalesce(r.cluster, '-') AS cluster,
    coalesce(r.cluster, '-') AS cluster_reported,
    r.level,
    coalesce(r.mechanism_type, '-') AS mechanism_type,
    r.mechanism,
    r.occasion,
    r.period_start,
    r.period_end,
    r.period_end // 3 AS quarter,
    f.organisation,
    f.role,
    'full' AS seat,
    'USD' AS currency,
    f.lna_scope,
    f.type_known,
    coalesce(f.organisation_type = 437, false) AS international,
    CASE r.report % 3 WHEN 0 THEN true WHEN 1 THEN false END AS funded,
    (r.report % 1000 * 100)::BIGINT AS amount,
    CASE r.report % 4 WHEN 0 THEN 'intermediary' ELSE 'direct' END AS route
FROM fact_org AS f
INNER JOIN report AS r ON r.report = f.report
LEFT JOIN country AS c ON c.iso3 = r.country
CROSS JOIN range(16) AS i (n)
WHERE i.n < f.rows;

-- The same of what mechanisms do: one row is a return, or a meeting.
CREATE TABLE current_practice AS
SELECT
    r.dataset,
    r.country,
    coalesce(c.region, '-') AS region,
    coalesce(c.context, '-') AS context,
    '-' AS hub,
    '-' AS place,
    coalesce(r.cluster, '-') AS cluster,
    coalesce(r.cluster, '-') AS cluster_reported,
    r.level,
    r.mechanism_type,
    r.mechanism,
    r.period_end // 3 AS quarter,
    CASE
        WHEN r.dataset = 'mechanisms' THEN list_contains(string_split(coalesce(c.official_languages, ''), ' '), 'fr')
        WHEN r.report % 4 = 1 THEN list_contains(string_split(coalesce(c.official_languages, ''), ' '), 'ar')
        WHEN r.report % 4 > 1 THEN list_contains(string_split(coalesce(c.official_languages, ''), ' '), 'en')
    END AS local_language,
    CASE WHEN r.dataset = 'meetings' AND r.report % 5 = 0 THEN true END AS translated,
    CASE WHEN r.dataset = 'mechanisms' THEN CASE r.report % 3 WHEN 0 THEN true WHEN 1 THEN false END END AS plan
FROM report AS r
LEFT JOIN country AS c ON c.iso3 = r.country
WHERE r.dataset IN ('meetings', 'mechanisms');
