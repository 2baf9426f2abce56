-- v_list_of_meeting: one row is a meeting and a membership list of its mechanism that was the newest
-- then: begun by that month, and no older than three quarters. A list under two labels is two rows.
-- grain: report, list
CREATE OR REPLACE VIEW v_list_of_meeting AS
SELECT
    m.report,
    n.report AS list
FROM v_in_force AS m
INNER JOIN v_in_force AS n
    ON n.mechanism = m.mechanism
    AND n.period_start <= m.period_end
    AND n.period_end // 3 + 3 >= m.period_start // 3
WHERE m.dataset = 'meetings'
    AND n.dataset = 'members'
    AND m.rows > 0
    AND n.rows > 0
QUALIFY rank() OVER (PARTITION BY m.report ORDER BY n.period_end DESC, n.batch DESC) = 1;
