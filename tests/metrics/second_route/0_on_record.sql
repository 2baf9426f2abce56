-- What is on record of a whole store, without its views: temporary tables that the routes read.
-- A macro of the question (a table of one row: dims, grain, scope, levels, side) stands with them.
CREATE OR REPLACE TEMP MACRO asked(dimension) AS (
    SELECT list_contains(q.dims, dimension) FROM question AS q
);
CREATE OR REPLACE TEMP MACRO local(scope) AS (
    coalesce(scope <= (SELECT q.scope FROM question AS q), false)
);
CREATE OR REPLACE TEMP MACRO within(dimension, value, own) AS (
    asked(dimension) OR list_contains(own, value)
);

-- The reports in force: not withdrawn, and of at least one month no later batch says anything about the
-- same place in the world; or of one day.
CREATE OR REPLACE TEMP TABLE current_one AS
WITH month_told AS (
    SELECT
        r.report,
        r.batch,
        CASE
            WHEN r.occasion IS NOT NULL THEN concat_ws('/', r.dataset, r.country, coalesce(r.mechanism, 0), r.occasion)
            WHEN r.dataset <> 'presence' THEN concat_ws('/', r.dataset, r.mechanism, m.month)
            ELSE concat_ws('/', r.country, coalesce(r.hub, '-'), coalesce(r.cluster_key, '-'), r.level, coalesce(r.place_key, '-'), m.month)
        END AS about
    FROM report AS r, unnest(range(r.period_start, r.period_end + 1)) AS m (month)
    WHERE r.batch NOT IN (SELECT e.batch FROM event AS e WHERE e.kind = 'withdraw')
)
SELECT DISTINCT t.report
FROM month_told AS t
INNER JOIN (SELECT about, max(batch) AS batch FROM month_told GROUP BY about) AS n
    ON n.about = t.about AND n.batch = t.batch;

-- The quarters in which a mechanism is closed: what was said last, up to the end of the quarter.
CREATE OR REPLACE TEMP TABLE closed_then AS
WITH statement AS (
    SELECT r.mechanism, r.period_end, r.period_end::BIGINT * 100000 + r.batch AS place, bool_and(r.closed) AS closed
    FROM report AS r
    WHERE r.report IN (SELECT report FROM current_one)
        AND r.mechanism IN (SELECT mechanism FROM report WHERE closed)
        AND (r.rows > 0 OR r.closed)
    GROUP BY ALL
)
SELECT DISTINCT
    s.mechanism,
    q.quarter
FROM statement AS s, range((SELECT max(period_end) // 3 + 1 FROM report)) AS q (quarter)
WHERE s.closed
    AND s.place = (
        SELECT max(l.place) FROM statement AS l
        WHERE l.mechanism = s.mechanism AND l.period_end // 3 <= q.quarter
    );

CREATE OR REPLACE TEMP TABLE on_record AS
SELECT
    r.* EXCLUDE (mechanism, closed),
    CASE
        WHEN r.rows > 0 OR r.mechanism IN (SELECT mechanism FROM report SEMI JOIN current_one USING (report) WHERE rows > 0)
            THEN r.mechanism
    END AS mechanism,
    r.closed AS said_closed,
    r.closed OR (
        r.rows = 0
        AND EXISTS (FROM closed_then AS c WHERE c.mechanism = r.mechanism AND c.quarter = r.period_end // 3)
    ) AS closed,
    b.has_type,
    b.lead_has_type,
    c.region,
    c.context,
    c.working_languages,
    c.official_languages,
    CASE WHEN k.list = 'reduced' THEN k.code ELSE x.reduced_code END AS cluster_reduced,
    CASE WHEN k.list <> 'reduced' THEN coalesce(k.parent, k.code) END AS cluster_before_with_aors
FROM report AS r
SEMI JOIN current_one USING (report)
INNER JOIN batch AS b ON b.batch = r.batch
LEFT JOIN country AS c ON c.iso3 = r.country
LEFT JOIN cluster AS k ON k.code = r.cluster
LEFT JOIN cluster_crosswalk AS x ON x.code = r.cluster;
