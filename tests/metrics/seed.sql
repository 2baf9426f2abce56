-- The world that the tables in golden/ were worked out from, by hand. Months are year * 12 + month - 1:
-- 24300 is January 2025, 24302 March, 24305 June. Batch 11 is withdrawn by event 14. Batches 15 to 27
-- hold members, returns, meetings, funding and events; 23 holds roles of working groups.

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
INSERT INTO event
SELECT
    n,
    TIMESTAMP '2025-07-01 00:00:00' + to_days(n::INTEGER),
    'test office',
    'commit',
    n,
    NULL
FROM range(15, 28) AS t (n);
UPDATE head SET event = 27;

-- Batch 5 comes from a file without organisation types. Two files say who leads: that of batch 1, with
-- types, and that of batch 5.
INSERT INTO batch
SELECT
    n,
    CASE
        WHEN n IN (7, 8, 9, 10, 12, 23) THEN 'roles'
        WHEN n IN (15, 16, 17) THEN 'members'
        WHEN n IN (18, 19) THEN 'mechanisms'
        WHEN n IN (20, 21, 22) THEN 'meetings'
        WHEN n IN (24, 25) THEN 'funding'
        WHEN n IN (26, 27) THEN 'events'
        ELSE 'presence'
    END,
    'file ' || n,
    '',
    '',
    'Sheet1',
    1,
    'name',
    1,
    1,
    n NOT IN (5, 18, 19),
    '{}',
    CASE n WHEN 1 THEN true WHEN 5 THEN false END,
    CASE WHEN n IN (1, 5) THEN 'implementer' END
FROM range(1, 28) AS t (n)
WHERE n <> 14;

INSERT INTO mechanism VALUES
    (1, 'YEM', NULL, 'cluster', 'WSH', 'national', NULL, NULL, 'WASH'),
    (2, 'YEM', NULL, 'cluster', 'HEA', 'national', NULL, NULL, 'Health'),
    (3, 'YEM', NULL, 'cluster', 'WSH', 'subnational', 'aden', NULL, 'WASH Aden'),
    (4, 'MLI', NULL, 'cluster', 'WSH', 'national', NULL, NULL, 'EHA'),
    (5, 'MLI', NULL, 'cluster', 'NUT', 'national', NULL, NULL, 'Nutrition'),
    (6, 'YEM', NULL, 'aor', 'PRO-CPN', 'national', NULL, NULL, 'Child Protection'),
    (7, 'LBY', NULL, 'cluster', 'WSH', 'national', NULL, NULL, 'WASH'),
    (8, 'YEM', NULL, 'hct', NULL, 'national', NULL, NULL, 'HCT'),
    (9, 'YEM', NULL, 'sag', 'WSH', 'national', NULL, NULL, 'WASH SAG'),
    (10, 'YEM', NULL, 'twg', 'WSH', 'national', NULL, 'hygiene', 'Hygiene'),
    (11, 'MLI', NULL, 'sag', 'WSH', 'national', NULL, NULL, 'SAG EHA'),
    (12, 'MLI', NULL, 'twg', 'HEA', 'national', NULL, 'cmam', 'CMAM'),
    (13, 'YEM', NULL, 'pooled_fund_board', NULL, 'national', NULL, NULL, 'YHF'),
    (14, 'YEM', NULL, 'outside_iasc', NULL, 'national', NULL, 'forum', 'Forum'),
    (15, 'MLI', NULL, 'iccg', NULL, 'national', NULL, NULL, 'ICCG'),
    (16, 'YEM', NULL, 'cluster', 'EDU', 'national', NULL, NULL, 'Education');

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
    (28, 10, 4, 'EHA', 24305, 24305, false),
    (30, 23, 10, 'Hygiene', 24300, 24302, false),
    (31, 23, 12, 'CMAM', 24300, 24302, false),
    -- Members. Yemen, first quarter; WASH again in May, Health in the second quarter. Mali once.
    (40, 15, 1, 'WASH', 24300, 24302, false),
    (41, 15, 2, 'Health', 24300, 24302, false),
    (42, 15, 9, 'WASH SAG', 24300, 24302, false),
    (43, 15, 10, 'Hygiene', 24300, 24302, false),
    (44, 15, 8, 'HCT', 24300, 24302, false),
    (45, 15, 13, 'YHF', 24300, 24302, false),
    (46, 15, 14, 'Forum', 24300, 24302, false),
    (47, 16, 1, 'WASH', 24304, 24304, false),
    (52, 16, 2, 'Health', 24303, 24305, false),
    (48, 17, 4, 'EHA', 24300, 24302, false),
    (49, 17, 11, 'SAG EHA', 24300, 24302, false),
    (50, 17, 15, 'ICCG', 24300, 24302, false),
    (51, 17, 12, 'CMAM', 24300, 24302, false),
    -- Returns of mechanisms, first quarter; Nutrition of Mali says in the second that it has closed.
    (60, 18, 1, 'WASH', 24300, 24302, false),
    (61, 18, 16, 'Education', 24300, 24302, false),
    (62, 18, 6, 'Child Protection', 24300, 24302, false),
    (63, 19, 4, 'EHA', 24300, 24302, false),
    (64, 19, 5, 'Nutrition', 24300, 24302, false),
    (65, 19, 5, 'Nutrition', 24303, 24305, true),
    -- Meetings, each on one day: see `held`.
    (70, 20, 1, 'WASH', 24300, 24300, false),
    (71, 20, 1, 'WASH', 24301, 24301, false),
    (72, 20, 1, 'WASH', 24301, 24301, false),
    (73, 20, 2, 'Health', 24302, 24302, false),
    (74, 21, 4, 'EHA', 24300, 24300, false),
    (75, 21, 4, 'EHA', 24303, 24303, false),
    (76, 22, 1, 'WASH', 24305, 24305, false),
    -- Allocations and events, of no mechanism: see `held`.
    (80, 24, NULL, NULL, 24300, 24300, false),
    (81, 24, NULL, NULL, 24300, 24300, false),
    (82, 24, NULL, NULL, 24301, 24301, false),
    (83, 24, NULL, NULL, 24301, 24301, false),
    (84, 24, NULL, NULL, 24302, 24302, false),
    (85, 24, NULL, NULL, 24302, 24302, false),
    (86, 24, NULL, NULL, 24302, 24302, false),
    (87, 25, NULL, NULL, 24300, 24300, false),
    (88, 25, NULL, NULL, 24301, 24301, false),
    (89, 25, NULL, NULL, 24304, 24304, false),
    (120, 26, NULL, 'WASH', 24300, 24300, false),
    (121, 26, NULL, NULL, 24301, 24301, false),
    (124, 26, NULL, 'Health', 24300, 24300, false),
    (122, 27, NULL, NULL, 24300, 24300, false),
    (123, 27, NULL, NULL, 24303, 24303, false);

-- What is about an occasion; the workshop of 120 was one of two clusters, so it is told twice (124).
CREATE TEMP TABLE held (report INTEGER, occasion VARCHAR, country VARCHAR, cluster VARCHAR);
INSERT INTO held VALUES
    (70, '2025-01-14', NULL, NULL), (71, '2025-02-11', NULL, NULL), (72, '2025-02-25', NULL, NULL),
    (73, '2025-03-04', NULL, NULL), (74, '2025-01-20', NULL, NULL), (75, '2025-04-15', NULL, NULL),
    (76, '2025-06-10', NULL, NULL),
    (80, 'yhf||a', 'YEM', NULL), (81, 'yhf||b', 'YEM', NULL), (82, 'yhf||c', 'YEM', NULL),
    (83, 'yhf||d', 'YEM', NULL), (84, 'yhf||e', 'YEM', NULL), (85, 'yhf||f', 'YEM', NULL),
    (86, 'yhf||g', 'YEM', NULL), (87, 'rhf||a', 'MLI', NULL), (88, 'rhf||b', 'MLI', NULL),
    (89, 'rhf||c', 'MLI', NULL),
    (120, 'workshop', 'YEM', 'WSH'), (124, 'workshop', 'YEM', 'HEA'), (121, 'lessons', 'YEM', NULL),
    (122, 'atelier', 'MLI', NULL), (123, 'bilan', 'MLI', NULL);

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
    (28, 14, 'lead', 'UN', 1), (28, NULL, 'co_lead', NULL, 1),
    -- Working groups: in Yemen UNICEF and Nour chair, in Mali UNICEF alone.
    (30, 5, 'chair', 'UN', 1), (30, 2, 'co_chair', 'NNGO', 1),
    (31, 14, 'chair', 'UN', 1),
    -- Members. WASH of Yemen: 8 Aden Youth, 9 is in no 3W in force; Hayat observes. Health: the seat
    -- of Nour is not understood.
    (40, 1, 'member', 'NNGO', 1), (40, 3, 'member', 'NS', 1), (40, 5, 'member', 'UN', 1),
    (40, 8, 'member', 'NNGO', 1), (40, 9, 'member', 'NNGO', 1), (40, 4, 'member', 'GOV', 1),
    (40, 7, 'member', NULL, 1), (40, 6, 'observer', 'INGO', 1),
    (41, 5, 'member', 'UN', 1), (41, 2, NULL, 'NNGO', 1),
    (42, 1, 'member', 'NNGO', 1), (42, 5, 'member', 'UN', 1), (42, 6, 'member', 'INGO', 1),
    (42, 4, 'member', 'GOV', 1),
    (43, 2, 'member', 'NNGO', 1), (43, 5, 'member', 'UN', 1),
    (44, 5, 'member', 'UN', 1), (44, 6, 'member', 'INGO', 1), (44, 1, 'observer', 'NNGO', 1),
    (45, 1, 'member', 'NNGO', 1), (45, 5, 'member', 'UN', 1), (45, 6, 'member', 'INGO', 1),
    (46, 1, 'member', 'NNGO', 1), (46, 2, 'member', 'NNGO', 1),
    (47, 1, 'member', 'NNGO', 1), (47, 2, 'member', 'NNGO', 1), (47, 5, 'member', 'UN', 1),
    (52, 2, 'member', 'NNGO', 1), (52, 5, 'member', 'UN', 1),
    (48, 11, 'member', 'NNGO', 1), (48, 13, 'member', 'UN', 1), (48, 14, 'member', 'UN', 1),
    (49, 13, 'member', 'UN', 1), (49, 14, 'member', 'UN', 1),
    (50, 12, 'member', 'NS', 1), (50, 13, 'member', 'UN', 1), (50, 14, 'member', 'UN', 1),
    (51, 14, 'member', 'UN', 1),
    -- Meetings: who was there. On 11 February a mark says that Aden Youth was not; that of UNICEF
    -- cannot be read.
    (70, 1, 'attended', 'NNGO', 1), (70, 5, 'attended', 'UN', 1), (70, 7, 'attended', NULL, 1),
    (71, 1, 'attended', 'NNGO', 1), (71, 3, 'attended', 'NS', 1), (71, 6, 'attended', 'INGO', 1),
    (71, 8, 'absent', 'NNGO', 1), (71, 5, NULL, 'UN', 1),
    (72, 3, 'attended', 'NS', 1), (72, 5, 'attended', 'UN', 1),
    (73, 5, 'attended', 'UN', 1), (73, 2, 'attended', 'NNGO', 1),
    (74, 11, 'attended', 'NNGO', 1), (74, 13, 'attended', 'UN', 1), (74, 14, 'attended', 'UN', 1),
    (75, 13, 'attended', 'UN', 1),
    (76, 1, 'attended', 'NNGO', 1), (76, 2, 'attended', 'NNGO', 1),
    -- Allocations: who received.
    (80, 1, 'recipient', 'NNGO', 1), (81, 5, 'recipient', 'UN', 1), (82, 2, 'recipient', 'NNGO', 1),
    (83, 2, 'recipient', 'NNGO', 1), (84, 7, 'recipient', NULL, 1), (85, 1, 'recipient', 'NNGO', 1),
    (86, 5, 'recipient', 'UN', 1), (87, 11, 'recipient', 'NNGO', 1), (88, 13, 'recipient', 'UN', 1),
    (89, 13, 'recipient', 'UN', 1),
    -- Events: Amal spoke and wrote at the workshop; Nour organised it.
    (120, 1, 'speaker', 'NNGO', 1), (120, 1, 'co_author', 'NNGO', 1), (120, 5, 'speaker', 'UN', 1),
    (120, 2, 'organiser', 'NNGO', 1), (124, 1, 'speaker', 'NNGO', 1),
    (121, 6, 'speaker', 'INGO', 1), (121, 7, 'speaker', NULL, 1),
    (122, 11, 'speaker', 'NNGO', 1),
    (123, 13, 'speaker', 'UN', 1);

-- What returns say. Education: 12 members, of which 10 are said: one of the Red Cross or Red Crescent,
-- of which nobody knows which, and 2 in no class. Child Protection gives one class of members only:
-- that is no share. Nutrition gives every class, and no total.
INSERT INTO fact_mechanism BY NAME
SELECT * FROM (VALUES
    (18, 60, 2, 'ar', false, NULL, true, 30, 1, 0, 0, 20, 9, 0),
    (18, 61, 3, 'fr', NULL, NULL, false, 12, 3, 1, 1, 3, 2, NULL),
    (18, 62, 4, NULL, true, NULL, NULL, NULL, 2, NULL, NULL, NULL, NULL, NULL),
    (19, 63, 2, 'en', NULL, true, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (19, 64, 3, 'en fr', false, false, true, NULL, 0, 0, 1, 3, 2, 0),
    (19, 65, 4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
) AS t (batch, report, source_row, language, interpretation, minutes_translated, plan, members, members_ngo, members_red_cross, members_authority, members_ingo, members_un, members_other);

-- Who leads in the rows of the two files that say so, from their first row on.
CREATE TEMP TABLE led (report INTEGER, organisation INTEGER, type VARCHAR, rows INTEGER);
INSERT INTO led VALUES
    -- WASH: Amal in both of its own rows, where it implements as well; UNICEF in the next six of nine
    (1, 1, 'NNGO', 2), (1, 5, 'UN', 6),
    -- Health: UNICEF in the first row, Sahara in two, of a type that is blank there
    (2, 5, 'UN', 1), (2, 7, NULL, 2),
    -- Libya: the society in all three; the file gives no types
    (11, 22, 'LRC', 3);

INSERT INTO report BY NAME
SELECT
    t.report,
    t.batch,
    b.dataset,
    coalesce(m.country, h.country, 'YEM') AS country,
    coalesce(m.cluster, h.cluster) AS cluster,
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
    coalesce(s.rows, (b.dataset = 'mechanisms' OR t.closed)::INTEGER) AS rows,
    h.occasion
FROM told AS t
INNER JOIN batch AS b ON b.batch = t.batch
LEFT JOIN mechanism AS m ON m.mechanism = t.mechanism
LEFT JOIN held AS h ON h.report = t.report
LEFT JOIN (SELECT report, sum(rows) AS rows FROM said GROUP BY report) AS s ON s.report = t.report;

-- A cell is a dataset, mechanism (or country, where there is none) and month, or occasion.
INSERT INTO batch_cell
SELECT
    r.batch,
    r.report,
    dense_rank() OVER (ORDER BY r.dataset, r.country, r.mechanism, r.occasion, CASE WHEN r.occasion IS NULL THEN m.month END)
FROM report AS r, unnest(range(r.period_start, r.period_end + 1)) AS m (month);

INSERT INTO fact_org
SELECT
    s.report,
    s.organisation,
    s.role,
    CASE s.type WHEN 'NNGO' THEN 1 WHEN 'NS' THEN 2 WHEN 'LRC' THEN 2 WHEN 'GOV' THEN 3 END,
    s.type IS NOT NULL,
    CASE s.type WHEN 'NNGO' THEN 441 WHEN 'NS' THEN 445 WHEN 'LRC' THEN 445 WHEN 'GOV' THEN 435 WHEN 'INGO' THEN 437 WHEN 'UN' THEN 447 END,
    s.rows,
    CASE WHEN s.type IS NULL THEN s.rows ELSE 0 END
FROM said AS s;

INSERT INTO fact_org
SELECT
    l.report,
    l.organisation,
    'lead',
    CASE l.type WHEN 'NNGO' THEN 1 WHEN 'LRC' THEN 2 END,
    l.type IS NOT NULL,
    NULL,
    l.rows,
    CASE WHEN l.type IS NULL THEN l.rows ELSE 0 END
FROM led AS l;

INSERT INTO fact_presence BY NAME
SELECT
    t.batch,
    s.report,
    s.organisation,
    nullif(s.type, 'LRC') AS type_reported,
    l.organisation AS lead_organisation,
    nullif(l.type, 'LRC') AS lead_type_reported
FROM (
    SELECT n.*, row_number() OVER (PARTITION BY n.report ORDER BY n.organisation) AS row
    FROM said AS n
    CROSS JOIN range(n.rows)
    WHERE n.role = 'present'
) AS s
INNER JOIN told AS t ON t.report = s.report
LEFT JOIN (
    SELECT n.*, row_number() OVER (PARTITION BY n.report ORDER BY n.organisation) AS row
    FROM led AS n
    CROSS JOIN range(n.rows)
) AS l ON l.report = s.report AND l.row = s.row;

-- Funds for roles: Amal has them, the society of Mali and Nour in the working group have not, of the
-- others nobody says.
INSERT INTO fact_role BY NAME
SELECT
    t.batch,
    s.report,
    s.organisation,
    s.role,
    s.type AS type_reported,
    CASE
        WHEN s.report = 20 AND s.organisation = 1 THEN true
        WHEN s.report IN (24, 30) AND s.organisation IN (12, 2) THEN false
    END AS funded
FROM said AS s
INNER JOIN told AS t ON t.report = s.report
INNER JOIN batch AS b ON b.batch = t.batch AND b.dataset = 'roles';

INSERT INTO fact_member BY NAME
SELECT
    t.batch,
    s.report,
    s.organisation,
    s.type AS type_reported,
    CASE s.role WHEN 'member' THEN 'full' ELSE s.role END AS seat,
    coalesce(s.role, 'guest') AS seat_reported
FROM said AS s
INNER JOIN told AS t ON t.report = s.report
INNER JOIN batch AS b ON b.batch = t.batch AND b.dataset = 'members';

-- Languages of meetings; at that of 4 March nobody says which, and there was interpretation.
INSERT INTO fact_meeting BY NAME
SELECT
    t.batch,
    s.report,
    s.organisation,
    s.type AS type_reported,
    h.occasion AS date,
    coalesce(s.role, 'illegible') AS attended_reported,
    CASE WHEN s.report IN (70, 71) THEN 'ar' WHEN s.report IN (72, 75) THEN 'fr' WHEN s.report = 74 THEN 'en' END AS language,
    CASE WHEN s.report = 73 THEN true WHEN s.report IN (74, 75) THEN false END AS interpretation,
    CASE WHEN s.report = 75 THEN false END AS minutes_translated
FROM said AS s
INNER JOIN told AS t ON t.report = s.report
INNER JOIN held AS h ON h.report = s.report
INNER JOIN batch AS b ON b.batch = t.batch AND b.dataset = 'meetings';

INSERT INTO fact_funding BY NAME
SELECT
    t.batch,
    a.report,
    a.report AS source_row,
    s.organisation,
    s.type AS type_reported,
    a.amount,
    a.currency,
    a.route
FROM (VALUES
    (80, 100000, 'USD', 'direct'),
    (81, 300000, 'USD', 'direct'),
    (82, 50000, 'USD', 'intermediary'),
    (83, 40000, 'USD', NULL),
    (84, 60000, 'USD', 'direct'),
    (85, 999, 'EUR', 'direct'),
    (86, NULL, 'USD', 'direct'),
    (87, 10000.4, 'USD', 'direct'),
    (88, 30000.3, 'USD', NULL),
    (89, 5000, 'USD', 'direct')
) AS a (report, amount, currency, route)
INNER JOIN said AS s ON s.report = a.report
INNER JOIN told AS t ON t.report = a.report;

INSERT INTO fact_event BY NAME
SELECT
    t.batch,
    s.report,
    s.organisation,
    s.type AS type_reported,
    s.role AS event_role,
    h.occasion AS title
FROM said AS s
INNER JOIN told AS t ON t.report = s.report
INNER JOIN held AS h ON h.report = s.report
INNER JOIN batch AS b ON b.batch = t.batch AND b.dataset = 'events';
