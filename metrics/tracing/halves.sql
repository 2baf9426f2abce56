-- One row is what was counted and what it counts as; `counts` is how often.
-- grain: organisation, mechanism, role, counted_as
SELECT
    e.organisation,
    e.mechanism,
    e.role,
    e.organisation_type,
    h.half.counted_as AS counted_as,
    h.half.counts AS counts,
    e.reports
FROM traced_entity AS e,
    LATERAL (
        SELECT unnest([
            {'counted_as': 'numerator', 'counts': e.numerator},
            {'counted_as': 'denominator', 'counts': e.denominator - e.numerator},
            {'counted_as': 'unknown', 'counts': e.unknown}
        ]) AS half
    ) AS h
WHERE h.half.counts > 0;
