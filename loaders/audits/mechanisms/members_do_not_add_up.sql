-- One row is a return whose members by type are more than its members in all, or all said and fewer.
SELECT
    source_row,
    'members' AS column_name,
    members::VARCHAR AS value,
    1 AS count,
    [parts::VARCHAR] AS others,
    [source_row] AS rows
FROM (
    SELECT
        source_row,
        members,
        coalesce(members_ngo, 0) + coalesce(members_red_cross, 0) + coalesce(members_authority, 0)
            + coalesce(members_ingo, 0) + coalesce(members_un, 0) + coalesce(members_other, 0) AS parts,
        members_ngo IS NOT NULL AND members_red_cross IS NOT NULL AND members_authority IS NOT NULL
            AND members_ingo IS NOT NULL AND members_un IS NOT NULL AND members_other IS NOT NULL
            AS all_said
    FROM staged
)
WHERE parts > members
    OR (all_said AND parts < members)
ORDER BY source_row;
