-- What this list claims as empty is spoken for.
INSERT INTO spoken_for
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
FROM incoming_report
WHERE slot IS NULL;
