-- incoming_claim: one row is a cell that a list in force already names. What it claimed as empty may
-- be named by another list of the upload.
CREATE OR REPLACE TEMP TABLE incoming_claim AS
SELECT
    c.report,
    c.cell
FROM batch_cell AS c
INNER JOIN report AS r ON r.report = c.report
WHERE c.batch = getvariable('batch')::BIGINT
    AND r.rows > 0;
