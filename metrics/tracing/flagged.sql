-- One row is what was counted, limited by a flag: who is not known to have it is of unknown class,
-- unless those of whom nobody has said anything ('') are asked for.
-- grain: as traced_entity
SELECT e.* REPLACE (
    CASE WHEN f.holds IS NULL AND NOT list_contains($answers::VARCHAR[], '') THEN 'unknown' ELSE e.counted_as END
        AS counted_as
)
FROM traced_entity AS e
LEFT JOIN v_flag AS f ON f.organisation = e.organisation AND f.flag = $flag
WHERE f.holds IS NULL
    OR list_contains($answers::VARCHAR[], CASE WHEN f.holds THEN 'yes' ELSE 'no' END);
