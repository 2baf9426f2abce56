-- One row is a batch that something counted comes from, with its rows as a person finds them, and who
-- stands in them on the other side: who leads where an organisation is present, and the other way round.
-- grain: number, batch
SELECT
    l.number,
    b.batch,
    any_value(b.file_name) AS file_name,
    left(any_value(b.file_sha256), 12) AS file_sha256,
    any_value(b.sheet) AS sheet,
    -- None: it is the list on which somebody is not.
    coalesce(list_sort(list(DISTINCT s.source_row) FILTER (WHERE s.source_row IS NOT NULL))[1:20], []) AS source_rows,
    count(s.report) AS rows,
    list_sort(list(DISTINCT s.source_row) FILTER (WHERE list_contains(b.mended, s.source_row)))[1:20] AS mended_rows,
    list_sort(list(DISTINCT s.cluster_reported) FILTER (WHERE s.cluster_reported IS NOT NULL)) AS clusters_reported,
    list_sort(list(DISTINCT s.place_reported) FILTER (WHERE s.place_reported IS NOT NULL)) AS places_reported,
    list_sort(list(DISTINCT s.type_reported) FILTER (WHERE s.type_reported IS NOT NULL)) AS types_reported,
    list_sort(list(DISTINCT s.beside) FILTER (WHERE s.beside IS NOT NULL))[1:20] AS beside_reported
FROM (
    SELECT
        e.number,
        e.organisation,
        e.role,
        unnest(e.reports) AS report
    FROM traced_entity AS e
) AS l
INNER JOIN report AS r ON r.report = l.report
INNER JOIN (
    SELECT
        batch,
        file_name,
        file_sha256,
        sheet,
        json_extract_string(choices, '$.corrections[*].row')::INTEGER[] AS mended
    FROM batch
) AS b ON b.batch = r.batch
LEFT JOIN (
    SELECT
        p.report,
        coalesce(y.counted_as, p.organisation) AS organisation,
        'present' AS role,
        p.source_row,
        p.cluster_reported,
        p.place_reported,
        p.type_reported,
        coalesce(p.lead_organisation_reported, p.lead_acronym_reported) AS beside
    FROM fact_presence AS p
    LEFT JOIN v_same_organisation AS y ON y.organisation = p.organisation
    UNION ALL
    -- The same rows again, by who leads: only where sides are told apart, else they count twice.
    SELECT
        p.report,
        coalesce(y.counted_as, p.lead_organisation) AS organisation,
        'lead' AS role,
        p.source_row,
        p.cluster_reported,
        p.place_reported,
        p.lead_type_reported AS type_reported,
        coalesce(p.organisation_reported, p.acronym_reported) AS beside
    FROM fact_presence AS p
    LEFT JOIN v_same_organisation AS y ON y.organisation = p.lead_organisation
    WHERE $by_role AND p.lead_organisation IS NOT NULL
    UNION ALL
    SELECT
        f.report,
        coalesce(y.counted_as, f.organisation) AS organisation,
        f.role AS role,
        f.source_row,
        f.cluster_reported,
        f.place_reported AS place_reported,
        f.type_reported AS type_reported,
        NULL::VARCHAR AS beside
    FROM fact_role AS f
    LEFT JOIN v_same_organisation AS y ON y.organisation = f.organisation
    UNION ALL
    SELECT
        m.report,
        coalesce(y.counted_as, m.organisation) AS organisation,
        NULL::VARCHAR AS role,
        m.source_row,
        m.cluster_reported,
        m.place_reported AS place_reported,
        m.type_reported AS type_reported,
        NULL::VARCHAR AS beside
    FROM fact_member AS m
    LEFT JOIN v_same_organisation AS y ON y.organisation = m.organisation
    UNION ALL
    SELECT
        a.report,
        coalesce(y.counted_as, a.organisation) AS organisation,
        NULL::VARCHAR AS role,
        a.source_row,
        a.cluster_reported,
        a.place_reported AS place_reported,
        a.type_reported AS type_reported,
        NULL::VARCHAR AS beside
    FROM fact_meeting AS a
    LEFT JOIN v_same_organisation AS y ON y.organisation = a.organisation
    UNION ALL
    SELECT
        n.report,
        NULL::INTEGER AS organisation,
        NULL::VARCHAR AS role,
        n.source_row,
        n.cluster_reported,
        n.place_reported AS place_reported,
        NULL::VARCHAR AS type_reported,
        NULL::VARCHAR AS beside
    FROM fact_mechanism AS n
    UNION ALL
    SELECT
        u.report,
        coalesce(y.counted_as, u.organisation) AS organisation,
        NULL::VARCHAR AS role,
        u.source_row,
        u.cluster_reported,
        NULL::VARCHAR AS place_reported,
        u.type_reported AS type_reported,
        NULL::VARCHAR AS beside
    FROM fact_funding AS u
    LEFT JOIN v_same_organisation AS y ON y.organisation = u.organisation
    UNION ALL
    SELECT
        v.report,
        coalesce(y.counted_as, v.organisation) AS organisation,
        v.event_role AS role,
        v.source_row,
        v.cluster_reported,
        v.place_reported AS place_reported,
        v.type_reported AS type_reported,
        NULL::VARCHAR AS beside
    FROM fact_event AS v
    LEFT JOIN v_same_organisation AS y ON y.organisation = v.organisation
) AS s
    ON s.report = l.report
    AND (l.organisation IS NULL OR s.organisation = l.organisation)
    AND (NOT $by_role OR s.role IS NOT DISTINCT FROM l.role)
GROUP BY l.number, b.batch
ORDER BY l.number, b.batch;
