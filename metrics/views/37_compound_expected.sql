-- v_compound_expected: one row is a quarter (month // 3) in which a report makes us expect that its
-- mechanism answers a question of v_compound_report again: as in v_expected.
-- grain: report, dataset, quarter
CREATE OR REPLACE VIEW v_compound_expected AS
SELECT
    e.report,
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
