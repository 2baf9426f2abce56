-- 500 approved aliases, each between two organisations of one country and one class, in both ways of
-- keeping facts: as decisions beside them, and written into the table that the lean way reads.
INSERT INTO organisation
SELECT
    p.first + i.n AS organisation,
    p.country,
    'organisation ' || i.n AS identity_key,
    'Organisation ' || i.n AS name
FROM (
    SELECT r.country, min(f.organisation) // 300 * 300 AS first
    FROM fact_org AS f
    INNER JOIN report AS r ON r.report = f.report
    GROUP BY r.country
) AS p
CROSS JOIN (SELECT unnest(range(0, 300)) AS n) AS i;

CREATE TEMP TABLE told AS
SELECT
    o.organisation,
    o.organisation + 25 AS counted_as,
    o.country,
    o.identity_key AS first_key,
    s.identity_key AS second_key,
    1000 + row_number() OVER (ORDER BY o.organisation % 300, o.organisation) AS event
FROM organisation AS o
INNER JOIN organisation AS s ON s.organisation = o.organisation + 25 AND s.country = o.country
WHERE o.organisation % 50 < 25
QUALIFY event <= 1500;

INSERT INTO event
SELECT event, TIMESTAMP '2026-01-02', 'bench', 'alias-approved', NULL, 'bench' FROM told;

INSERT INTO organisation_alias
SELECT event, country, first_key, second_key FROM told;

CREATE OR REPLACE TABLE current_fact AS
SELECT c.* REPLACE (coalesce(t.counted_as, c.organisation) AS organisation)
FROM current_fact AS c
LEFT JOIN told AS t ON t.organisation = c.organisation;
