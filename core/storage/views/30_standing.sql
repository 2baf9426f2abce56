-- v_standing: one row is the newest word about a report, as of the event number in the variable
-- `as_of` (NULL: now). A report of which nobody has said anything has none: it is reported.
CREATE OR REPLACE VIEW v_standing AS
SELECT
    r.report,
    r.batch,
    s.mechanism,                            -- NULL: said of all that the batch reported
    substr(e.kind, 10) AS standing,         -- reported, confirmed, contested
    e.event,
    e.moment,
    e.who,
    e.why
FROM standing AS s
INNER JOIN event AS e ON e.event = s.event
INNER JOIN report AS r ON r.batch = s.batch AND (s.mechanism IS NULL OR s.mechanism = r.mechanism)
WHERE e.event <= coalesce(getvariable('as_of')::BIGINT, 9223372036854775807)
QUALIFY row_number() OVER (PARTITION BY r.report ORDER BY e.event DESC) = 1;
