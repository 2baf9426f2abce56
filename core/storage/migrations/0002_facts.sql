-- What the files say, as reported beside what it was matched to; and the table that indicators read.

-- One row is an organisation as one country's files name it: country and folded name (or acronym).
CREATE TABLE organisation (
    organisation INTEGER,
    country VARCHAR,
    identity_key VARCHAR,
    name VARCHAR              -- as first reported, trimmed
);

-- One row is a row of a presence file (3W, 4W, 5W).
CREATE TABLE fact_presence (
    batch BIGINT,
    report INTEGER,
    organisation INTEGER,
    source_row INTEGER,       -- as the person sees it; sheet and file are the batch's
    country_reported VARCHAR,
    cluster_reported VARCHAR,
    place_reported VARCHAR,
    place_code VARCHAR,
    organisation_reported VARCHAR,
    acronym_reported VARCHAR,
    type_reported VARCHAR,    -- NULL: blank, or the file has no such column
    period_reported VARCHAR   -- NULL: taken from a name or chosen by the person
);

-- One row is a row of a list of leadership roles.
CREATE TABLE fact_role (
    batch BIGINT,
    report INTEGER,
    organisation INTEGER,     -- NULL: the role is vacant, or the mechanism is closed
    source_row INTEGER,
    country_reported VARCHAR,
    mechanism_reported VARCHAR,
    cluster_reported VARCHAR,
    place_reported VARCHAR,
    role_reported VARCHAR,
    role VARCHAR,             -- NULL: not in our list
    organisation_reported VARCHAR,
    acronym_reported VARCHAR,
    type_reported VARCHAR,
    funded BOOLEAN,           -- NULL: not said
    period_reported VARCHAR
);

-- One row is an organisation in one role of one report. Append-only, written in the commit, sorted
-- by report. The class of an organisation is one per batch and country.
CREATE TABLE fact_org (
    report INTEGER,
    organisation INTEGER,     -- NULL: a vacant role
    role VARCHAR,             -- presence: present
    lna_scope TINYINT,        -- narrowest scope in which it is a local or national actor; NULL: never
    type_known BOOLEAN,
    organisation_type SMALLINT, -- code of data/reference/organisation_types.csv; NULL: not known
    rows INTEGER,
    rows_unknown_type INTEGER -- rows whose own type cell told nothing, and whose name neither
);
