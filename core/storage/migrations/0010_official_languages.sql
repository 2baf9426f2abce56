-- The official languages of a country, of those that our list names (terms, kind `language`), as codes
-- separated by blanks. Every other one is `local` there. Where a constitution calls the language of the
-- administration a working language of the state, and no official one (Burkina Faso, Eritrea, Ethiopia,
-- Mali, Niger), it stands here as well. `working_languages` is another thing: the languages in which
-- humanitarian offices work.
ALTER TABLE country ADD COLUMN official_languages VARCHAR;
