-- v_named: one row is a row of any list that names an organisation.
CREATE OR REPLACE VIEW v_named AS
SELECT
    'presence' AS dataset,
    f.report,
    f.organisation,
    f.organisation_reported,                -- NULL: the file has none
    f.acronym_reported,                     -- NULL likewise
    f.type_reported,                        -- NULL: blank, or the file has no such column
    f.source_row
FROM fact_presence AS f
WHERE f.organisation IS NOT NULL
UNION ALL
SELECT
    'presence' AS dataset,
    f.report,
    f.lead_organisation AS organisation,
    f.lead_organisation_reported AS organisation_reported,
    f.lead_acronym_reported AS acronym_reported,
    f.lead_type_reported AS type_reported,
    f.source_row
FROM fact_presence AS f
WHERE f.lead_organisation IS NOT NULL
UNION ALL
SELECT
    'roles' AS dataset,
    f.report,
    f.organisation,
    f.organisation_reported,                -- NULL: the file has none
    f.acronym_reported,                     -- NULL likewise
    f.type_reported,                        -- NULL: blank, or the file has no such column
    f.source_row
FROM fact_role AS f
WHERE f.organisation IS NOT NULL
UNION ALL
SELECT
    'members' AS dataset,
    f.report,
    f.organisation,
    f.organisation_reported,                -- NULL: the file has none
    f.acronym_reported,                     -- NULL likewise
    f.type_reported,                        -- NULL: blank, or the file has no such column
    f.source_row
FROM fact_member AS f
WHERE f.organisation IS NOT NULL
UNION ALL
SELECT
    'meetings' AS dataset,
    f.report,
    f.organisation,
    f.organisation_reported,                -- NULL: the file has none
    f.acronym_reported,                     -- NULL likewise
    f.type_reported,                        -- NULL: blank, or the file has no such column
    f.source_row
FROM fact_meeting AS f
WHERE f.organisation IS NOT NULL
UNION ALL
SELECT
    'funding' AS dataset,
    f.report,
    f.organisation,
    f.organisation_reported,                -- NULL: the file has none
    f.acronym_reported,                     -- NULL likewise
    f.type_reported,                        -- NULL: blank, or the file has no such column
    f.source_row
FROM fact_funding AS f
WHERE f.organisation IS NOT NULL
UNION ALL
SELECT
    'events' AS dataset,
    f.report,
    f.organisation,
    f.organisation_reported,                -- NULL: the file has none
    f.acronym_reported,                     -- NULL likewise
    f.type_reported,                        -- NULL: blank, or the file has no such column
    f.source_row
FROM fact_event AS f
WHERE f.organisation IS NOT NULL;

-- v_organisation_pair: one row is a pair of organisations of a country with the newest decision about
-- it, as of the event number in the variable `as_of` (NULL: now).
CREATE OR REPLACE VIEW v_organisation_pair AS
SELECT
    a.country,
    a.first_key,
    a.second_key,
    e.event,
    e.kind
FROM organisation_alias AS a
INNER JOIN event AS e ON e.event = a.event
WHERE a.event <= coalesce(getvariable('as_of')::BIGINT, 9223372036854775807)
QUALIFY row_number() OVER (
    PARTITION BY a.country, least(a.first_key, a.second_key), greatest(a.first_key, a.second_key)
    ORDER BY a.event DESC
) = 1;

-- v_acronym_decision: one row is an acronym of a country with the newest decision about it, likewise.
CREATE OR REPLACE VIEW v_acronym_decision AS
SELECT
    a.country,
    a.acronym_key,
    a.names,
    e.event,
    e.kind
FROM acronym_decision AS a
INNER JOIN event AS e ON e.event = a.event
WHERE a.event <= coalesce(getvariable('as_of')::BIGINT, 9223372036854775807)
QUALIFY row_number() OVER (PARTITION BY a.country, a.acronym_key ORDER BY a.event DESC) = 1;

-- v_organisation_flag: one row is a flag that somebody says an organisation has or has not, likewise.
CREATE OR REPLACE VIEW v_organisation_flag AS
SELECT
    f.country,
    f.identity_key,
    f.flag,
    f.holds,
    f.said_by,
    f.event
FROM (
    SELECT
        g.country,
        g.identity_key,
        g.flag,
        g.holds,
        g.said_by,
        g.event
    FROM organisation_flag AS g
    WHERE g.event <= coalesce(getvariable('as_of')::BIGINT, 9223372036854775807)
    QUALIFY row_number() OVER (PARTITION BY g.country, g.identity_key, g.flag ORDER BY g.event DESC) = 1
) AS f
WHERE f.holds IS NOT NULL;

-- v_alias: one row is an organisation that is counted as another, at the end of the chain of aliases.
-- An organisation has one alias at most and no chain comes back to itself: approving sees to that.
CREATE OR REPLACE VIEW v_alias AS
WITH RECURSIVE walk AS (
    SELECT
        p.country,
        p.first_key AS identity_key,
        p.second_key AS counted_as_key,
        1 AS steps
    FROM v_organisation_pair AS p
    WHERE p.kind = 'alias-approved'
    UNION ALL
    SELECT
        w.country,
        w.identity_key,
        p.second_key AS counted_as_key,
        w.steps + 1 AS steps
    FROM walk AS w
    INNER JOIN v_organisation_pair AS p
        ON p.country = w.country
        AND p.first_key = w.counted_as_key
        AND p.kind = 'alias-approved'
)
SELECT
    w.country,
    w.identity_key,
    arg_max(w.counted_as_key, w.steps) AS counted_as_key
FROM walk AS w
GROUP BY w.country, w.identity_key;

-- v_same_organisation: one row is an organisation of the store that is counted together with others,
-- the one that they are counted as included. Where that one is no longer in the store (its file was
-- purged), the first of the others stands for them.
CREATE OR REPLACE VIEW v_same_organisation AS
SELECT
    o.organisation,
    coalesce(
        max(CASE WHEN o.identity_key = k.counted_as_key THEN o.organisation END)
            OVER (PARTITION BY k.country, k.counted_as_key),
        min(o.organisation) OVER (PARTITION BY k.country, k.counted_as_key)
    ) AS counted_as
FROM (
    SELECT
        a.country,
        a.identity_key,
        a.counted_as_key
    FROM v_alias AS a
    UNION
    SELECT
        a.country,
        a.counted_as_key AS identity_key,
        a.counted_as_key
    FROM v_alias AS a
) AS k
INNER JOIN organisation AS o ON o.country = k.country AND o.identity_key = k.identity_key;

-- v_merged: one row is an organisation in a batch, as it is counted there: where it is present or has
-- a role, and apart from that where it leads what others do (`leads`). Its class is what the file
-- would give if it named all of them alike (loaders/organisations.py): known before unknown, what a
-- name of the Red Cross settles, then the class with more rows; a tie goes to the more international.
CREATE OR REPLACE VIEW v_merged AS
WITH same AS MATERIALIZED (
    SELECT
        v.organisation,
        v.counted_as
    FROM v_same_organisation AS v
),
told AS (
    SELECT
        r.batch,
        s.counted_as,
        r.dataset = 'presence' AND f.role = 'lead' AS leads,
        f.lna_scope,
        f.type_known,
        bool_or(f.type_known AND f.organisation_type = 445) AS by_name,
        sum(f.rows - f.rows_unknown_type) AS rows,
        arg_max(f.organisation_type, f.rows) AS organisation_type
    FROM same AS s
    INNER JOIN fact_org AS f ON f.organisation = s.organisation
    INNER JOIN report AS r ON r.report = f.report
    GROUP BY r.batch, s.counted_as, leads, f.lna_scope, f.type_known
),
classed AS (
    SELECT
        t.batch,
        t.counted_as,
        t.leads,
        t.lna_scope,
        t.type_known,
        t.organisation_type
    FROM told AS t
    QUALIFY row_number() OVER (
        PARTITION BY t.batch, t.counted_as, t.leads
        ORDER BY t.type_known DESC, t.by_name DESC, t.rows DESC, coalesce(t.lna_scope, 9) DESC
    ) = 1
)
SELECT
    c.batch,
    s.organisation,
    c.counted_as,
    c.leads,
    c.lna_scope,                            -- NULL: in no scope, or type not known
    c.type_known,
    c.organisation_type
FROM classed AS c
INNER JOIN same AS s ON s.counted_as = c.counted_as;
