-- v_closed: one row is a run of quarters in which a mechanism is closed: from the quarter whose
-- newest report says so to the one before the next that says otherwise. Quarters are month // 3.
-- An empty report (rows = 0) of a whole-country claim is no sign that a mechanism is open again.
-- grain: mechanism, quarter_from
CREATE OR REPLACE VIEW v_closed AS
SELECT
    s.mechanism,
    s.quarter AS quarter_from,
    s.next_quarter AS quarter_until         -- the first quarter that is open again; NULL: none yet
FROM (
    SELECT
        q.mechanism,
        q.quarter,
        q.said_closed,
        lead(q.quarter) OVER (PARTITION BY q.mechanism ORDER BY q.quarter) AS next_quarter
    FROM (
        SELECT
            n.mechanism,
            n.period_end // 3 AS quarter,
            arg_max(n.said_closed, (n.period_end::BIGINT << 40) | n.batch) AS said_closed
        FROM (
            SELECT
                r.mechanism,
                r.period_end,
                r.batch,
                bool_and(r.said_closed) AS said_closed
            FROM v_in_force AS r
            SEMI JOIN report AS e ON e.mechanism = r.mechanism AND e.closed -- all others are open
            WHERE r.rows > 0 OR r.said_closed
            GROUP BY ALL
        ) AS n
        GROUP BY ALL
    ) AS q
) AS s
WHERE s.said_closed;
