-- incoming_report: one row is a cluster as reported × level × place × period of this batch.
CREATE OR REPLACE TEMP TABLE incoming_report AS
SELECT
    h.report + s.slot + 1 AS report,
    s.slot,
    s.dataset,
    s.country,
    s.hub,
    s.cluster,
    s.cluster_key,
    s.cluster_reported,
    m.mechanism,
    s.mechanism_type,
    s.level,
    s.place_key,
    s.place,
    s.period_start,
    s.period_end,
    s.closed,
    s.rows,
    s.occasion
FROM staged_slot AS s
LEFT JOIN mechanism AS m
    ON m.country = s.country
    AND m.mechanism_type = s.mechanism_type
    AND m.level = s.level
    AND m.hub IS NOT DISTINCT FROM s.hub
    AND m.cluster IS NOT DISTINCT FROM s.cluster
    AND m.place_key IS NOT DISTINCT FROM s.mechanism_place_key
    AND m.name_key IS NOT DISTINCT FROM s.mechanism_name_key
CROSS JOIN head AS h;
