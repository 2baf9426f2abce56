-- spoken_for: one row is what a list of this upload names: a cluster as reported × level × place ×
-- period, or an occasion; or what an earlier list of it claims as empty. No other list of the upload
-- claims it as empty.
CREATE OR REPLACE TEMP TABLE spoken_for AS
SELECT
    dataset,
    country,
    hub,
    cluster_key,
    mechanism,
    level,
    place_key,
    period_start,
    period_end,
    occasion
FROM report
LIMIT 0;

-- claimed: one row is a cell that a list of this upload claims, with the list's number.
CREATE OR REPLACE TEMP TABLE claimed (
    part INTEGER,
    cell INTEGER
);
