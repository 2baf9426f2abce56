-- One row: the first row of the file that says the same as an earlier one, in the columns that are
-- used, and how many do. Columns that are not used may well differ: an activity, a district.
SELECT
    min(d.second) AS source_row,
    'organisation' AS column_name,
    NULL::VARCHAR AS value,
    sum(d.rows - 1)::BIGINT AS count,
    []::VARCHAR[] AS others,
    list_sort(flatten(list(d.later)))[:1000] AS rows
FROM (
    SELECT
        min(source_row, 2)[2] AS second,
        list(source_row ORDER BY source_row)[2:1001] AS later,
        count(*) AS rows
    FROM staged
    WHERE dataset <> 'funding' -- two like allocations are added up: another remark
    GROUP BY
        slot,
        who,
        organisation_reported,
        acronym_reported,
        type_reported,
        place_reported,
        place_code,
        mechanism_name,
        role_reported,
        funded,
        closed,
        detail
    HAVING count(*) > 1
) AS d
HAVING count(*) > 0;
