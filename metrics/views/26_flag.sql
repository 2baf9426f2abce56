-- v_flag: one row is a flag of an organisation, by the newest decision about it or about one that is
-- counted together with it. Of whom nothing is said there is no row: that is not "no".
-- grain: organisation, flag
CREATE OR REPLACE VIEW v_flag AS
SELECT
    coalesce(s.counted_as, o.organisation) AS organisation,
    f.flag,
    arg_max(f.holds, f.event) AS holds,
    arg_max(f.said_by, f.event) AS said_by
FROM v_organisation_flag AS f
INNER JOIN organisation AS o ON o.country = f.country AND o.identity_key = f.identity_key
LEFT JOIN v_same_organisation AS s ON s.organisation = o.organisation
GROUP BY coalesce(s.counted_as, o.organisation), f.flag;
