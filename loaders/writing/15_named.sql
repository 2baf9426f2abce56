-- What the staged rows name is spoken for.
INSERT INTO spoken_for
SELECT
    s.dataset,
    s.country,
    s.hub,
    s.cluster_key,
    m.mechanism,
    s.level,
    s.place_key,
    s.period_start,
    s.period_end,
    s.occasion
FROM staged_slot AS s
LEFT JOIN mechanism AS m
    ON m.country = s.country
    AND m.mechanism_type = s.mechanism_type
    AND m.level = s.level
    AND m.hub IS NOT DISTINCT FROM s.hub
    AND m.cluster IS NOT DISTINCT FROM s.cluster
    AND m.place_key IS NOT DISTINCT FROM s.mechanism_place_key
    AND m.name_key IS NOT DISTINCT FROM s.mechanism_name_key;
