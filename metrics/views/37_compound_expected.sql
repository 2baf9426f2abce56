-- v_compound_expected: one row is a quarter (month // 3) in which a mechanism is expected to answer a
-- question of v_compound_report, as its reports name it: as in v_expected, each once.
-- grain: dataset, mechanism, hub, cluster_reported, place, quarter
CREATE OR REPLACE VIEW v_compound_expected AS
SELECT DISTINCT
    r.dataset,
    e.country,
    e.region,
    e.context,
    e.hub,
    e.cluster,
    e.cluster_reported,
    e.mechanism,
    e.mechanism_type,
    e.level,
    e.place,
    e.quarter
FROM v_expected AS e
INNER JOIN v_compound_report AS r ON r.report = e.report;
