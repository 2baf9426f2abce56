-- Who is a member: the newest list of each mechanism in a group and period; where there is none, the
-- numbers of its newest return, one class after the other, and what is left over of all of them.
CREATE OR REPLACE TEMP TABLE newest_list AS
SELECT r.*, coalesce(r.mechanism, -r.report) AS body
FROM in_force AS r
WHERE r.dataset = 'members'
    AND NOT EXISTS (
        FROM in_force AS n
        WHERE n.dataset = 'members'
            AND n.grp = r.grp
            AND n.period = r.period
            AND n.mechanism = r.mechanism
            AND n.period_end::BIGINT * 100000 + n.batch > r.period_end::BIGINT * 100000 + r.batch
    );

CREATE OR REPLACE TEMP TABLE newest_return AS
WITH given AS (
    SELECT
        r.grp, r.period, r.report, r.mechanism, r.mechanism_type, r.closed,
        r.period_end::BIGINT * 100000000000 + r.batch * 1000000 - r.report AS place,
        f.members AS total,
        [f.members_ngo, f.members_authority, f.members_ingo, f.members_un] AS classes,
        [f.members_red_cross, f.members_other] AS unclear
    FROM in_force AS r
    LEFT JOIN fact_mechanism AS f ON f.report = r.report
    WHERE r.dataset = 'mechanisms'
),
telling AS (
    FROM given
    WHERE closed
        OR (list_sum(classes || unclear) <= total AND total > 0)
        OR (total > 0 AND list_sum(classes || unclear) IS NULL)
        OR (total IS NULL AND len(list_filter(classes || unclear, n -> n IS NULL)) = 0 AND list_sum(classes || unclear) > 0)
)
FROM telling AS t
WHERE NOT EXISTS (
        FROM newest_list AS l
        WHERE l.mechanism = t.mechanism AND l.grp = t.grp AND l.period = t.period
    )
    AND t.place = (
        SELECT max(n.place) FROM telling AS n
        WHERE n.mechanism = t.mechanism AND n.grp = t.grp AND n.period = t.period
    );

CREATE OR REPLACE TEMP TABLE seat_told AS
SELECT DISTINCT l.grp, l.period, l.body, l.mechanism_type, m.organisation, m.seat, c.scope, c.known, 1 AS n
FROM newest_list AS l
INNER JOIN fact_member AS m ON m.report = l.report
INNER JOIN class_of AS c ON c.report = m.report AND c.organisation = m.organisation
UNION ALL
SELECT r.grp, r.period, r.mechanism, r.mechanism_type, NULL, 'full', i.scope, i.known,
    CASE
        WHEN i.known THEN coalesce(r.classes[i.place], 0)
        ELSE coalesce(r.total - coalesce(list_sum(r.classes), 0), list_sum(r.unclear))
    END AS n
FROM newest_return AS r
CROSS JOIN (VALUES (1, 1, true), (2, 3, true), (3, NULL, true), (4, NULL, true), (5, NULL, false)) AS i (place, scope, known)
WHERE NOT r.closed;

-- Seats in mechanisms of some types; and such mechanisms by whether an L/NA is among their members:
-- yes, no, or unknown by the types of all of them.
CREATE OR REPLACE TEMP MACRO seats_in(types) AS TABLE
SELECT
    grp,
    CASE WHEN asked('seat') THEN seat END AS said,
    period,
    coalesce(sum(n) FILTER (WHERE local(scope)), 0)::BIGINT AS numerator,
    coalesce(sum(n) FILTER (WHERE known), 0)::BIGINT AS denominator,
    coalesce(sum(n) FILTER (WHERE NOT known), 0)::BIGINT AS unknown
FROM seat_told
WHERE within('mechanism_type', mechanism_type, types)
    AND within('seat', seat, ['full'])
    AND seat IS NOT NULL
GROUP BY ALL;

CREATE OR REPLACE TEMP MACRO mechanisms_with_members(types) AS TABLE
WITH judged AS (
    SELECT grp, period, body,
        CASE
            WHEN bool_or(seat = 'full' AND local(scope)) THEN 'yes'
            WHEN bool_or(NOT known AND coalesce(seat, '') <> 'observer') OR bool_or(seat IS NULL AND scope > 0) THEN 'unknown'
            ELSE 'no'
        END AS answer
    FROM (
        SELECT grp, period, body, mechanism_type, seat, scope, known FROM seat_told WHERE n > 0
        UNION ALL SELECT grp, period, body, mechanism_type, 'nobody', NULL, true FROM newest_list
    )
    WHERE within('mechanism_type', mechanism_type, types)
        AND body > 0
    GROUP BY ALL
)
SELECT
    grp,
    NULL AS said,
    period,
    count(*) FILTER (WHERE answer = 'yes') AS numerator,
    count(*) FILTER (WHERE answer <> 'unknown') AS denominator,
    count(*) FILTER (WHERE answer = 'unknown') AS unknown
FROM judged
GROUP BY ALL;
