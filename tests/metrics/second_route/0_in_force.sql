-- The reports that a question is about, each in its group (`grp`: the dimensions asked for, in one order)
-- and period; and those that fit no period of the grain, which still make one expect a mechanism.
CREATE OR REPLACE TEMP TABLE asked_about AS
SELECT
    r.*,
    concat_ws(
        '|',
        CASE WHEN list_contains(q.dims, 'cluster') THEN coalesce(r.cluster, '-') END,
        CASE WHEN list_contains(q.dims, 'cluster_before_with_aors') THEN coalesce(r.cluster_before_with_aors, '-') END,
        CASE WHEN list_contains(q.dims, 'cluster_reduced') THEN coalesce(r.cluster_reduced, '-') END,
        CASE WHEN list_contains(q.dims, 'cluster_reported') THEN coalesce(r.cluster_reported, '-') END,
        CASE WHEN list_contains(q.dims, 'context') THEN coalesce(r.context, '-') END,
        CASE WHEN list_contains(q.dims, 'country') THEN coalesce(r.country, '-') END,
        CASE WHEN list_contains(q.dims, 'dataset') THEN r.dataset END,
        CASE WHEN list_contains(q.dims, 'hub') THEN coalesce(r.hub, '-') END,
        CASE WHEN list_contains(q.dims, 'level') THEN r.level END,
        CASE WHEN list_contains(q.dims, 'mechanism_type') THEN coalesce(r.mechanism_type, '-') END,
        CASE WHEN list_contains(q.dims, 'place') THEN coalesce(r.place, '-') END,
        CASE WHEN list_contains(q.dims, 'region') THEN coalesce(r.region, '-') END,
        CASE WHEN list_contains(q.dims, 'working_language') THEN coalesce(w.spoken, '-') END
    ) AS grp,
    CASE
        WHEN NOT list_contains(q.dims, 'period') OR q.grain = 'all' THEN ''
        WHEN q.grain = 'reported' THEN concat(r.period_start, '..', r.period_end)
        ELSE concat(r.period_end // q.months * q.months, '..', r.period_end // q.months * q.months + q.months - 1)
    END AS period,
    q.months IS NULL OR r.period_start // q.months = r.period_end // q.months AS fits
FROM question AS q
CROSS JOIN on_record AS r
LEFT JOIN (
    SELECT iso3, unnest(string_split(working_languages, ' ')) AS spoken
    FROM country
    WHERE (SELECT list_contains(dims, 'working_language') FROM question)
) AS w ON w.iso3 = r.country
WHERE q.levels IS NULL OR list_contains(q.levels, r.level);

CREATE OR REPLACE TEMP TABLE in_force AS
FROM asked_about
WHERE fits;
