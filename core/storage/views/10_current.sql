-- v_live_batch: one row is a batch that stands: neither withdrawn nor purged as of the event number
-- in the variable `as_of` (NULL: now).
CREATE OR REPLACE VIEW v_live_batch AS
SELECT
    b.batch,
    b.dataset,
    b.has_type
FROM batch AS b
WHERE b.batch <= coalesce(getvariable('as_of')::BIGINT, 9223372036854775807)
    AND NOT EXISTS (
        FROM event AS e
        WHERE e.batch = b.batch
            AND e.kind IN ('withdraw', 'purge')
            AND e.event <= coalesce(getvariable('as_of')::BIGINT, 9223372036854775807)
    );

-- v_current_cell: one row is a claimed cell, with the newest standing batch that claims it.
CREATE OR REPLACE VIEW v_current_cell AS
SELECT
    c.cell,
    max(c.batch) AS batch
FROM batch_cell AS c
SEMI JOIN v_live_batch AS b ON b.batch = c.batch
GROUP BY c.cell;

-- v_current_report: one row is a report in force: its batch still holds a month of it.
CREATE OR REPLACE VIEW v_current_report AS
SELECT DISTINCT c.report
FROM batch_cell AS c
SEMI JOIN v_current_cell AS k ON k.cell = c.cell AND k.batch = c.batch;
