-- v_compound_report: one row is a report in force for a question that reports of two datasets answer;
-- what stands in `dataset` is that question:
--   members_or_numbers     who is a member: membership lists, and returns that give numbers of
--                          members, which count where there is no list (`by_return`)
--   practices              how a mechanism meets: returns that say something of it, and all meetings
--   attendance_of_members  which members come: meetings of mechanisms whose members a list names
-- A return that says that the mechanism is closed answers the first two.
-- grain: report, dataset
CREATE OR REPLACE VIEW v_compound_report AS
SELECT
    r.report,
    r.batch,
    r.has_type,
    q.dataset,
    q.by_return,
    r.country,
    r.region,
    r.context,
    r.hub,
    r.cluster,
    r.cluster_reported,
    r.mechanism,
    r.mechanism_type,
    r.level,
    r.place,
    r.period_start,
    r.period_end,
    r.closed,
    r.rows,
    r.occasion                              -- NULL: a month
FROM v_report AS r
INNER JOIN (
    SELECT
        m.report,
        'members_or_numbers' AS dataset,
        false AS by_return
    FROM v_in_force AS m
    WHERE m.dataset = 'members'
    UNION ALL
    SELECT DISTINCT
        n.report,
        'members_or_numbers' AS dataset,
        true AS by_return
    FROM v_member_number AS n
    INNER JOIN v_report AS c ON c.report = n.report AND NOT c.closed
    UNION ALL
    SELECT
        o.report,
        'practices' AS dataset,
        false AS by_return
    FROM v_in_force AS o
    WHERE o.dataset = 'meetings'
        AND o.rows > 0
    UNION ALL
    SELECT
        f.report,
        'practices' AS dataset,
        true AS by_return
    FROM fact_mechanism AS f
    INNER JOIN v_report AS d ON d.report = f.report AND NOT d.closed
    GROUP BY f.report
    HAVING count(f.language) + count(f.interpretation) + count(f.minutes_translated) > 0
    UNION ALL
    SELECT
        e.report,
        unnest(['members_or_numbers', 'practices']) AS dataset,
        true AS by_return
    FROM v_report AS e
    WHERE e.dataset = 'mechanisms'
        AND e.closed
    UNION ALL
    SELECT DISTINCT
        k.report,
        'attendance_of_members' AS dataset,
        false AS by_return
    FROM v_list_of_meeting AS k
) AS q ON q.report = r.report;
