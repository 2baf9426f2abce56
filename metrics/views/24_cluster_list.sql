-- v_cluster_list: one row is a cluster, and where it stands in each list of clusters. No value: it has
-- no place in that list: it is no cluster there any longer, or not yet and cannot be split.
-- grain: cluster
CREATE OR REPLACE VIEW v_cluster_list AS
SELECT
    c.code AS cluster,
    CASE WHEN c.list <> 'reduced' THEN c.code END AS cluster_before,
    CASE WHEN c.list <> 'reduced' THEN coalesce(c.parent, c.code) END AS cluster_before_with_aors,
    CASE WHEN c.list = 'reduced' THEN c.code ELSE x.reduced_code END AS cluster_reduced,
    CASE WHEN c.list = 'reduced' OR c.kind = 'aor' THEN c.code ELSE x.reduced_code END
        AS cluster_reduced_aors_apart
FROM cluster AS c
LEFT JOIN cluster_crosswalk AS x ON x.code = c.code;
