-- Mechanisms named by the staged rows that the store does not know yet get the next numbers.
INSERT INTO mechanism
SELECT
    h.mechanism + row_number() OVER (ORDER BY s.country, s.mechanism_type, s.cluster, s.level, s.mechanism_place_key, s.mechanism_name_key, s.hub) AS mechanism,
    s.country,
    s.hub,
    s.mechanism_type,
    s.cluster,
    s.level,
    s.mechanism_place_key AS place_key,
    s.mechanism_name_key AS name_key,
    s.mechanism_name AS name
FROM (
    SELECT
        s.country,
        s.hub,
        s.mechanism_type,
        s.cluster,
        s.level,
        s.mechanism_place_key,
        s.mechanism_name_key,
        arg_min(n.mechanism_name, s.source_row) AS mechanism_name
    FROM staged_slot AS s
    -- The first row of a slot may be one without the name.
    LEFT JOIN (
        SELECT
            slot,
            arg_min(mechanism_name, source_row) AS mechanism_name
        FROM staged
        WHERE mechanism_name IS NOT NULL
        GROUP BY slot
    ) AS n ON n.slot = s.slot
    WHERE s.mechanism_type IS NOT NULL
    GROUP BY ALL
) AS s
ANTI JOIN mechanism AS m
    ON m.country = s.country
    AND m.mechanism_type = s.mechanism_type
    AND m.level = s.level
    AND m.hub IS NOT DISTINCT FROM s.hub
    AND m.cluster IS NOT DISTINCT FROM s.cluster
    AND m.place_key IS NOT DISTINCT FROM s.mechanism_place_key
    AND m.name_key IS NOT DISTINCT FROM s.mechanism_name_key
CROSS JOIN head AS h;

UPDATE head SET mechanism = greatest(mechanism, (SELECT coalesce(max(m.mechanism), 0) FROM mechanism AS m));
