-- Zero, said on purpose. This batch claims the whole of a country and month: every cluster,
-- level and place that the store knows there (in the same hub) and no list of the file names is
-- claimed as empty, by the first of the lists that claims the whole.
INSERT INTO incoming_report
SELECT
    h.last + row_number() OVER (ORDER BY z.country, z.cluster_key, z.place_key, z.period_start) AS report,
    NULL::INTEGER AS slot,
    z.*
FROM (
    SELECT DISTINCT
        p.dataset,
        p.country,
        p.hub,
        m.cluster,
        c.cluster_key,
        NULL::VARCHAR AS cluster_reported,
        c.mechanism,
        m.mechanism_type,
        c.level,
        c.place_key,
        c.place_key AS place,
        p.period_start,
        p.period_end,
        false AS closed,
        0 AS rows,
        NULL::VARCHAR AS occasion
    FROM (SELECT DISTINCT dataset, country, hub, period_start, period_end FROM incoming_report) AS p
    INNER JOIN (SELECT DISTINCT dataset, country, hub, cluster_key, level, place_key, mechanism FROM cell WHERE occasion IS NULL) AS c
        ON c.dataset = p.dataset
        AND c.country = p.country
        AND c.hub IS NOT DISTINCT FROM p.hub
    LEFT JOIN mechanism AS m ON m.mechanism = c.mechanism
    WHERE NOT EXISTS (
        FROM spoken_for AS r
        WHERE r.dataset = p.dataset
            AND r.country = p.country
            AND r.hub IS NOT DISTINCT FROM p.hub
            AND r.level = c.level
            AND r.period_start = p.period_start
            AND r.period_end = p.period_end
            AND r.cluster_key IS NOT DISTINCT FROM c.cluster_key
            AND r.place_key IS NOT DISTINCT FROM c.place_key
            AND r.mechanism IS NOT DISTINCT FROM c.mechanism
    )
) AS z
CROSS JOIN (SELECT max(report) AS last FROM incoming_report) AS h;

-- Likewise every meeting, allocation and event in force of these months that no list of the
-- file names.
INSERT INTO incoming_report
SELECT
    h.last + row_number() OVER (ORDER BY z.country, z.mechanism, z.occasion) AS report,
    NULL::INTEGER AS slot,
    z.*
FROM (
    SELECT DISTINCT
        r.dataset,
        r.country,
        r.hub,
        r.cluster,
        r.cluster_key,
        NULL::VARCHAR AS cluster_reported,
        r.mechanism,
        r.mechanism_type,
        r.level,
        r.place_key,
        r.place_key AS place,
        r.period_start,
        r.period_end,
        false AS closed,
        0 AS rows,
        r.occasion
    FROM report AS r
    SEMI JOIN v_current_report AS v ON v.report = r.report
    WHERE r.occasion IS NOT NULL
        AND r.rows > 0
        AND EXISTS (
            FROM incoming_report AS p
            WHERE p.dataset = r.dataset
                AND p.country = r.country
                AND p.hub IS NOT DISTINCT FROM r.hub
                AND p.period_start <= r.period_start
                AND p.period_end >= r.period_end
        )
        AND NOT EXISTS (
            FROM spoken_for AS n
            WHERE n.dataset = r.dataset
                AND n.country = r.country
                AND n.occasion = r.occasion
                AND (r.dataset <> 'meetings' OR n.mechanism IS NOT DISTINCT FROM r.mechanism)
        )
) AS z
CROSS JOIN (SELECT max(report) AS last FROM incoming_report) AS h;
