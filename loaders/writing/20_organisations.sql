-- Organisations named by the staged rows that the store does not know yet get the next numbers.
INSERT INTO organisation
SELECT
    h.organisation + row_number() OVER (ORDER BY s.country, s.identity_key) AS organisation,
    s.country,
    s.identity_key,
    s.name
FROM staged_who AS s
ANTI JOIN organisation AS o ON o.country = s.country AND o.identity_key = s.identity_key
CROSS JOIN head AS h;

UPDATE head SET organisation = greatest(organisation, (SELECT coalesce(max(o.organisation), 0) FROM organisation AS o));

-- incoming_organisation: one row is an organisation of the staged rows, with its number in the store.
CREATE OR REPLACE TEMP TABLE incoming_organisation AS
SELECT
    s.who,
    o.organisation
FROM staged_who AS s
INNER JOIN organisation AS o ON o.country = s.country AND o.identity_key = s.identity_key;
