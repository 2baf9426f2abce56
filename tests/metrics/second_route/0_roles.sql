-- Of each mechanism in a group and period only the report with no later one beside it.
CREATE OR REPLACE TEMP TABLE newest_roles AS
SELECT r.*, coalesce(r.mechanism, -r.report) AS body
FROM in_force AS r
WHERE r.dataset = 'roles'
    AND NOT EXISTS (
        FROM in_force AS n
        WHERE n.dataset = 'roles'
            AND n.grp = r.grp
            AND n.period = r.period
            AND n.mechanism = r.mechanism
            AND (n.period_end > r.period_end OR (n.period_end = r.period_end AND n.batch > r.batch))
    );

-- One row is a role that an organisation holds; a closed mechanism has none.
CREATE OR REPLACE TEMP TABLE role_held AS
SELECT r.grp, r.period, r.body, r.report, f.organisation, f.role, c.scope, c.known,
    CASE WHEN bool_and(f.funded) = bool_or(f.funded) THEN bool_and(f.funded) END AS funded
FROM newest_roles AS r
INNER JOIN fact_role AS f ON f.report = r.report
INNER JOIN class_of AS c ON c.report = f.report AND c.organisation = f.organisation
WHERE NOT r.said_closed
GROUP BY ALL;

CREATE OR REPLACE TEMP MACRO roles_among(roles) AS TABLE
SELECT
    grp,
    CASE WHEN asked('role') THEN role END AS said,
    period,
    count(DISTINCT (body, organisation, role)) FILTER (WHERE local(scope)) AS numerator,
    count(DISTINCT (body, organisation, role)) FILTER (WHERE known) AS denominator,
    count(DISTINCT (body, organisation, role)) FILTER (WHERE NOT known) AS unknown
FROM role_held
WHERE list_contains(roles, role)
GROUP BY ALL;

-- A mechanism is yes, no or unknown by who leads it; authorities lead in no scope.
CREATE OR REPLACE TEMP MACRO led_mechanisms(types) AS TABLE
WITH judged AS (
    SELECT r.grp, r.period, r.mechanism,
        CASE
            WHEN bool_and(r.closed) THEN 'closed'
            WHEN bool_or(local(h.scope) AND h.scope < 3 AND h.role IS NOT NULL) THEN 'yes'
            WHEN bool_or(NOT h.known OR (h.role IS NULL AND h.scope < 3)) THEN 'unknown'
            ELSE 'no'
        END AS answer
    FROM newest_roles AS r
    LEFT JOIN role_held AS h ON h.grp = r.grp AND h.period = r.period AND h.report = r.report
    WHERE r.mechanism IS NOT NULL
        AND within('mechanism_type', r.mechanism_type, types)
    GROUP BY ALL
)
SELECT
    grp,
    NULL AS said,
    period,
    count(*) FILTER (WHERE answer = 'yes') AS numerator,
    count(*) FILTER (WHERE answer IN ('yes', 'no')) AS denominator,
    count(*) FILTER (WHERE answer = 'unknown') AS unknown
FROM judged
GROUP BY ALL;
