-- Everything that a batch brought goes; what no other batch names goes with it. A tombstone stays.
DELETE FROM fact_presence WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM fact_role WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM fact_member WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM fact_meeting WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM fact_mechanism WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM fact_funding WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM fact_event WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM fact_org WHERE report IN (SELECT report FROM report WHERE batch = getvariable('batch')::BIGINT);
DELETE FROM batch_cell WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM layout WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM report WHERE batch = getvariable('batch')::BIGINT;
DELETE FROM organisation WHERE organisation NOT IN (SELECT organisation FROM fact_org WHERE organisation IS NOT NULL);
DELETE FROM cell WHERE cell NOT IN (SELECT cell FROM batch_cell);
DELETE FROM mechanism WHERE mechanism NOT IN (SELECT mechanism FROM report WHERE mechanism IS NOT NULL);
UPDATE batch
SET
    file_name = NULL,
    file_sha256 = NULL,
    content_sha256 = NULL,
    sheet = NULL,
    heading_row = NULL,
    identity = NULL,
    choices = NULL
WHERE batch = getvariable('batch')::BIGINT;
