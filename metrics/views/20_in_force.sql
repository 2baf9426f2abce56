-- v_in_force: one row is a report in force, with what is known of its country and batch. A mechanism
-- of which nothing but emptiness is on record (a correction emptied what was named by mistake) is none.
-- grain: report
CREATE OR REPLACE VIEW v_in_force AS
SELECT
    r.report,
    r.batch,
    b.has_type,
    b.lead_has_type,                        -- NULL: the file does not say who leads
    r.dataset,
    r.country,
    c.region,                               -- NULL: country not in our list
    c.context,                              -- NULL likewise
    r.hub,                                  -- NULL: no hub
    r.cluster,                              -- NULL: not in our list
    r.cluster_reported,                     -- NULL: none
    CASE WHEN r.rows > 0 OR m.mechanism IS NOT NULL THEN r.mechanism END
        AS mechanism,                       -- NULL: belongs to no mechanism
    r.mechanism_type,                       -- NULL likewise
    r.level,
    r.place,                                -- NULL: the whole country
    r.period_start,
    r.period_end,
    coalesce(r.closed, false) AS said_closed,
    r.rows,
    r.occasion                              -- a meeting, an allocation, an event; NULL: a month
FROM report AS r
SEMI JOIN v_current_report AS v ON v.report = r.report
INNER JOIN batch AS b ON b.batch = r.batch
LEFT JOIN country AS c ON c.iso3 = r.country
LEFT JOIN (
    SELECT DISTINCT e.mechanism
    FROM report AS e
    SEMI JOIN v_current_report AS w ON w.report = e.report
    WHERE e.rows > 0
) AS m ON m.mechanism = r.mechanism;
