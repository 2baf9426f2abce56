-- The world that the tables in golden/ were worked out from, by hand. Months are year * 12 + month - 1:
-- 24300 is January 2025, 24302 March, 24305 June. Batch 11 is withdrawn by event 14.

INSERT INTO event
SELECT
    n,
    TIMESTAMP '2025-07-01 00:00:00' + to_days(n::INTEGER),
    'test office',
    'commit',
    n,
    NULL
FROM range(1, 14) AS t (n);
INSERT INTO event VALUES (14, TIMESTAMP '2025-07-15 00:00:00', 'test office', 'withdraw', 11, 'wrong file');
UPDATE head SET event = 14;

-- Batch 5 comes from a file without organisation types.
INSERT INTO batch
SELECT
    n,
    CASE WHEN n IN (7, 8, 9, 10, 12) THEN 'roles' ELSE 'presence' END,
    'file ' || n,
    '',
    '',
    'Sheet1',
    1,
    'name',
    1,
    1,
    n <> 5,
    '{}'
FROM range(1, 14) AS t (n);

INSERT INTO mechanism VALUES
    (1, 'YEM', NULL, 'cluster', 'WSH', 'national', NULL, NULL, 'WASH'),
    (2, 'YEM', NULL, 'cluster', 'HEA', 'national', NULL, NULL, 'Health'),
    (3, 'YEM', NULL, 'cluster', 'WSH', 'subnational', 'aden', NULL, 'WASH Aden'),
    (4, 'MLI', NULL, 'cluster', 'WSH', 'national', NULL, NULL, 'EHA'),
    (5, 'MLI', NULL, 'cluster', 'NUT', 'national', NULL, NULL, 'Nutrition'),
    (6, 'YEM', NULL, 'aor', 'PRO-CPN', 'national', NULL, NULL, 'Child Protection'),
    (7, 'LBY', NULL, 'cluster', 'WSH', 'national', NULL, NULL, 'WASH');

-- Flags, said before the first upload of Mali: Amal is women-led, Nour and Hayat are not; Staco is
-- refugee-led, and what was said of Benkadi was taken back. Of the others nobody has said anything.
INSERT INTO organisation
SELECT
    n,
    CASE WHEN n < 10 THEN 'YEM' WHEN n < 20 THEN 'MLI' ELSE 'LBY' END,
    'organisation ' || n,
    'Organisation ' || n
FROM range(1, 23) AS t (n);
INSERT INTO organisation_flag VALUES
    (3, 'YEM', 'organisation 1', 'women-led', false, 'test office'),
    (4, 'YEM', 'organisation 1', 'women-led', true, 'a women''s network'),
    (4, 'YEM', 'organisation 2', 'women-led', false, 'test office'),
    (4, 'YEM', 'organisation 6', 'women-led', false, 'test office'),
    (4, 'LBY', 'organisation 21', 'refugee-led', true, 'test office'),
    (4, 'MLI', 'organisation 11', 'women-led', true, 'test office'),
    (5, 'MLI', 'organisation 11', 'women-led', NULL, 'test office');

CREATE TEMP TABLE told (report INTEGER, batch INTEGER, mechanism INTEGER, label VARCHAR, first INTEGER, last INTEGER, closed BOOLEAN);
INSERT INTO told VALUES
    -- Presence. Yemen, first quarter, with Coordination, which is no mechanism.
    (1, 1, 1, 'WASH', 24300, 24302, false),
    (2, 1, 2, 'Health', 24300, 24302, false),
    (3, 1, NULL, 'Coordination', 24300, 24302, false),
    -- Yemen, April and May; then April again: report 4 is replaced by 6.
    (4, 2, 1, 'WASH', 24303, 24303, false),
    (5, 2, 1, 'WASH', 24304, 24304, false),
    (6, 3, 1, 'WASH', 24303, 24303, false),
    -- Mali, two quarters. In the second, Nutrition is claimed as empty: it has closed (report 27).
    (7, 4, 4, 'EHA', 24300, 24302, false),
    (8, 4, 5, 'Nutrition', 24300, 24302, false),
    (9, 6, 4, 'EHA', 24303, 24305, false),
    (10, 6, 5, NULL, 24303, 24305, false),
    -- Libya: no types. Then silence.
    (11, 5, 7, 'WASH', 24300, 24302, false),
    -- Withdrawn.
    (12, 11, 2, 'Health', 24303, 24305, false),
    -- Aden, subnational.
    (13, 13, 3, 'WASH', 24300, 24302, false),
    -- Roles. Yemen, first quarter; in the second only Health, where the one role is vacant.
    (20, 7, 1, 'WASH', 24300, 24302, false),
    (21, 7, 2, 'Health', 24300, 24302, false),
    (22, 7, 3, 'WASH Aden', 24300, 24302, false),
    (23, 7, 6, 'Child Protection', 24300, 24302, false),
    (29, 12, 2, 'Health', 24303, 24305, false),
    -- Mali, first quarter, second quarter, and June beside it, which is newer.
    (24, 8, 4, 'EHA', 24300, 24302, false),
    (25, 8, 5, 'Nutrition', 24300, 24302, false),
    (26, 9, 4, 'EHA', 24303, 24305, false),
    (27, 9, 5, 'Nutrition', 24303, 24305, true),
    (28, 10, 4, 'EHA', 24305, 24305, false);

-- The organisation's type as the file says it; `rows` times the same. NNGO is scope 1, NS (the host
-- country's society) 2, GOV 3; INGO and UN are international; NULL is a blank; LRC is a national
-- society in a file without types: known by name, and still in no share.
CREATE TEMP TABLE said (report INTEGER, organisation INTEGER, role VARCHAR, type VARCHAR, rows INTEGER);
INSERT INTO said VALUES
    -- Yemen: 1 Amal, 2 Nour, 3 the national society, 4 a ministry, 5 UNICEF, 6 Hayat, 7 Sahara
    (1, 1, 'present', 'NNGO', 2), (1, 3, 'present', 'NS', 1), (1, 5, 'present', 'UN', 3),
    (1, 7, 'present', NULL, 2), (1, 4, 'present', 'GOV', 1),
    (2, 1, 'present', 'NNGO', 1), (2, 2, 'present', 'NNGO', 1), (2, 5, 'present', 'UN', 1),
    (3, 6, 'present', 'INGO', 1),
    (4, 1, 'present', 'NNGO', 1), (4, 7, 'present', 'NNGO', 1), (4, 4, 'present', 'GOV', 1),
    (5, 2, 'present', NULL, 1), (5, 5, 'present', 'UN', 1), (5, 7, 'present', 'NNGO', 1),
    (6, 1, 'present', 'NNGO', 1), (6, 6, 'present', 'NNGO', 1),
    -- Mali: 11 Benkadi, 12 the national society, 13 WFP
    (7, 11, 'present', 'NNGO', 1), (7, 12, 'present', 'NS', 1), (7, 13, 'present', 'UN', 2),
    (8, 13, 'present', 'UN', 1),
    (9, 11, 'present', NULL, 2),
    -- Libya: 21 Staco, 22 the national society
    (11, 21, 'present', NULL, 2), (11, 22, 'present', 'LRC', 1),
    -- withdrawn, and Aden: 8 Aden Youth
    (12, 9, 'present', 'NNGO', 5),
    (13, 2, 'present', 'NNGO', 1), (13, 8, 'present', 'NNGO', 1),
    -- Roles. Yemen: 5 UNICEF, 1 Amal, 10 of a type that nobody recorded, 4 the ministry
    (20, 5, 'lead', 'UN', 1), (20, 1, 'co_lead', 'NNGO', 1),
    (21, 10, 'co_lead', NULL, 1),
    (22, 4, 'chair', 'GOV', 1),
    (23, 5, 'lead', 'UN', 1), (23, 2, 'co_lead', 'NNGO', 1),
    (29, NULL, 'co_lead', NULL, 1),
    -- Mali: 14 UNICEF
    (24, 14, 'lead', 'UN', 1), (24, 12, 'co_lead', 'NS', 1),
    (25, 14, 'lead', 'UN', 1), (25, NULL, 'co_lead', NULL, 1),
    (26, 14, 'lead', 'UN', 1), (26, 11, 'co_lead', 'NNGO', 1),
    (28, 14, 'lead', 'UN', 1), (28, NULL, 'co_lead', NULL, 1);

INSERT INTO report BY NAME
SELECT
    t.report,
    t.batch,
    b.dataset,
    coalesce(m.country, 'YEM') AS country,
    m.cluster,
    coalesce(m.cluster, 'coordination') AS cluster_key,
    t.label AS cluster_reported,
    t.mechanism,
    m.mechanism_type,
    coalesce(m.level, 'national') AS level,
    m.place_key,
    CASE WHEN m.place_key IS NOT NULL THEN 'Aden' END AS place,
    t.first AS period_start,
    t.last AS period_end,
    t.closed,
    coalesce(s.rows, t.closed::INTEGER) AS rows
FROM told AS t
INNER JOIN batch AS b ON b.batch = t.batch
LEFT JOIN mechanism AS m ON m.mechanism = t.mechanism
LEFT JOIN (SELECT report, sum(rows) AS rows FROM said GROUP BY report) AS s ON s.report = t.report;

-- A cell is a dataset, mechanism (or country, where there is none) and month.
INSERT INTO batch_cell
SELECT
    r.batch,
    r.report,
    dense_rank() OVER (ORDER BY r.dataset, r.country, r.mechanism, m.month)
FROM report AS r, unnest(range(r.period_start, r.period_end + 1)) AS m (month);

INSERT INTO fact_org
SELECT
    s.report,
    s.organisation,
    s.role,
    CASE s.type WHEN 'NNGO' THEN 1 WHEN 'NS' THEN 2 WHEN 'LRC' THEN 2 WHEN 'GOV' THEN 3 END,
    s.type IS NOT NULL,
    NULL,
    s.rows,
    CASE WHEN s.type IS NULL THEN s.rows ELSE 0 END
FROM said AS s;

INSERT INTO fact_presence BY NAME
SELECT
    t.batch,
    s.report,
    s.organisation,
    nullif(s.type, 'LRC') AS type_reported
FROM said AS s
INNER JOIN told AS t ON t.report = s.report
CROSS JOIN range(s.rows)
WHERE s.role = 'present';

INSERT INTO fact_role BY NAME
SELECT
    t.batch,
    s.report,
    s.organisation,
    s.role,
    s.type AS type_reported
FROM said AS s
INNER JOIN told AS t ON t.report = s.report
WHERE s.role <> 'present';
