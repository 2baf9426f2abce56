-- v_working_language: one row is a language in which the work of a country is done; a country has one
-- or more, or none that we know.
-- grain: country, working_language
CREATE OR REPLACE VIEW v_working_language AS
SELECT
    c.iso3 AS country,
    unnest(string_split(c.working_languages, ' ')) AS working_language
FROM country AS c
WHERE c.working_languages IS NOT NULL;
