-- One row is a report in force that the question is about, and whether its content counts: it fits a
-- period and, where only the newest of a mechanism count, is one of them. No value stands as ''.
-- grain: report
SELECT
    t.report,
    t.mechanism,
    t.closed,
    t.fits,
    t.fits AND (NOT $latest OR t.place_in_time = 1) AS counts
FROM (
    SELECT
        f.*,
        rank() OVER (
            PARTITION BY f.fits, coalesce(f.mechanism, -f.report)
            ORDER BY f.period_end DESC, f.batch DESC
        ) AS place_in_time
    FROM (
        SELECT
            r.report,
            r.batch,
            r.mechanism,
            r.closed,
            r.period_end,
            $starts::INTEGER[] IS NULL OR EXISTS (
                SELECT 1
                FROM (SELECT unnest($starts::INTEGER[]) AS first_month, unnest($ends::INTEGER[]) AS last_month) AS p
                WHERE r.period_start >= p.first_month
                    AND r.period_end <= p.last_month
            ) AS fits
        FROM v_report AS r
        LEFT JOIN v_cluster_list AS k ON k.cluster = r.cluster
        WHERE ($months::INTEGER IS NULL OR r.period_start // $months = r.period_end // $months)
            AND ($dataset::VARCHAR IS NULL OR r.dataset = $dataset)
            AND ($datasets::VARCHAR[] IS NULL OR list_contains($datasets, r.dataset))
            AND ($country::VARCHAR[] IS NULL OR list_contains($country, coalesce(r.country, '')))
            AND ($region::VARCHAR[] IS NULL OR list_contains($region, coalesce(r.region, '')))
            AND ($context::VARCHAR[] IS NULL OR list_contains($context, coalesce(r.context, '')))
            AND ($hub::VARCHAR[] IS NULL OR list_contains($hub, coalesce(r.hub, '')))
            AND ($cluster::VARCHAR[] IS NULL OR list_contains($cluster, coalesce(r.cluster, '')))
            AND ($cluster_reported::VARCHAR[] IS NULL OR list_contains($cluster_reported, coalesce(r.cluster_reported, '')))
            AND ($level::VARCHAR[] IS NULL OR list_contains($level, coalesce(r.level, '')))
            AND ($mechanism_type::VARCHAR[] IS NULL OR list_contains($mechanism_type, coalesce(r.mechanism_type, '')))
            AND ($place::VARCHAR[] IS NULL OR list_contains($place, coalesce(r.place, '')))
            AND ($cluster_before::VARCHAR[] IS NULL OR list_contains($cluster_before, coalesce(k.cluster_before, '')))
            AND ($cluster_before_with_aors::VARCHAR[] IS NULL OR list_contains($cluster_before_with_aors, coalesce(k.cluster_before_with_aors, '')))
            AND ($cluster_reduced::VARCHAR[] IS NULL OR list_contains($cluster_reduced, coalesce(k.cluster_reduced, '')))
            AND ($cluster_reduced_aors_apart::VARCHAR[] IS NULL OR list_contains($cluster_reduced_aors_apart, coalesce(k.cluster_reduced_aors_apart, '')))
            AND (
                $working_language::VARCHAR[] IS NULL
                OR EXISTS (FROM v_working_language AS w WHERE w.country = r.country AND list_contains($working_language, w.working_language))
                OR (list_contains($working_language, '') AND NOT EXISTS (FROM v_working_language AS w WHERE w.country = r.country))
            )
    ) AS f
) AS t;
