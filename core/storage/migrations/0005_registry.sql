-- What persons decided about organisations. Rows are only added: each is one event, whose number,
-- office and reason stand in `event`, and of several about one thing the newest holds.

-- One row is a decision about two organisations of a country, by the keys that tell them apart in
-- `organisation`. The kind of the event says which:
-- alias-approved   the first is counted as the second
-- alias-refused    they are two; never to be proposed again
-- alias-revoked    what was decided before about the two no longer holds
CREATE TABLE organisation_alias (
    event BIGINT,
    country VARCHAR,
    first_key VARCHAR,
    second_key VARCHAR
);

-- One row is a decision about an acronym that goes with several names in a country:
-- acronym-apart      in files that tell organisations apart by acronym, this one is told by name
-- acronym-together   the names that are listed are one organisation
-- acronym-revoked    what was decided before no longer holds
-- It is applied when a file is checked: what was published before stays as it is.
CREATE TABLE acronym_decision (
    event BIGINT,
    country VARCHAR,
    acronym_key VARCHAR,
    names VARCHAR[]           -- keys of the names that it goes with, as the store knew them
);

-- One row is a decision about a flag of an organisation (event kind organisation-flagged). No
-- indicator reads it.
CREATE TABLE organisation_flag (
    event BIGINT,
    country VARCHAR,
    identity_key VARCHAR,
    flag VARCHAR,             -- affiliated (to an international organisation), women-led, refugee-led
    holds BOOLEAN,            -- NULL: taken back, nobody says
    said_by VARCHAR           -- an office or an organisation, never a person
);
