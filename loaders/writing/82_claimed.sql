-- The cells of this list are taken: no other list of the upload may claim them.
INSERT INTO claimed
SELECT DISTINCT
    getvariable('part')::INTEGER AS part,
    cell
FROM incoming_claim;
