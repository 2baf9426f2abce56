-- data/reference/*.csv as tables of the same columns; refilled whenever the files change.

-- One row: the hash of the files that these tables hold.
CREATE TABLE reference_version (
    sha256 VARCHAR
);

-- One row is a country.
CREATE TABLE country (
    iso3 VARCHAR,
    iso2 VARCHAR,
    name_en VARCHAR,
    name_fr VARCHAR,
    name_ar VARCHAR,
    region VARCHAR,             -- OCHA region
    context VARCHAR,            -- mena, francophone, other
    working_languages VARCHAR,  -- codes, separated by blanks
    has_clusters BOOLEAN        -- false: outside cluster coverage (Morocco, Tunisia, Algeria)
);

-- One row is a cluster, an area of responsibility, or a label that is neither.
CREATE TABLE cluster (
    code VARCHAR,
    kind VARCHAR,      -- cluster, aor, other (Coordination, Multi-sector, Cash: in no ranking)
    parent VARCHAR,    -- code of the cluster that an area of responsibility belongs to
    list VARCHAR,      -- before-2025-09, reduced, both
    name_en VARCHAR,
    name_fr VARCHAR,
    name_ar VARCHAR,
    provisional BOOLEAN -- true: the code is ours
);

-- One row: where a cluster of the list of before September 2025 goes in the reduced list.
CREATE TABLE cluster_crosswalk (
    code VARCHAR,
    reduced_code VARCHAR -- NULL: no longer a cluster
);

-- One row is a type of organisation.
CREATE TABLE organisation_type (
    code SMALLINT,
    class VARCHAR,    -- ngo_cso, red_cross, authority, de_facto, international, unknown
    name_en VARCHAR,
    name_fr VARCHAR,
    name_ar VARCHAR
);

-- One row is a mechanism type or a leadership role.
CREATE TABLE term (
    kind VARCHAR,     -- mechanism_type, role, level
    code VARCHAR,
    name_en VARCHAR,
    name_fr VARCHAR,
    name_ar VARCHAR
);

-- One row is a spelling of something: a heading, a value. Matched on `folded`, shown as `text`.
CREATE TABLE alias (
    kind VARCHAR,     -- heading, country, cluster, organisation_type, mechanism_type, role, level, placeholder, personal_heading, national_society, red_cross_international, family, month, yes_no, closed
    code VARCHAR,     -- what it means; for a heading the field
    dataset VARCHAR,  -- headings only: NULL means every dataset
    lang VARCHAR,     -- en, fr, ar, or mul
    text VARCHAR,
    folded VARCHAR    -- computed when read: core.i18n.folding.fold(text)
);

-- One row is a figure that somebody published.
CREATE TABLE published_figure (
    figure VARCHAR,
    year INTEGER,
    geography VARCHAR,
    iso3 VARCHAR,
    mechanism VARCHAR,
    cluster VARCHAR,
    measure VARCHAR,
    value DOUBLE,
    unit VARCHAR,
    source_url VARCHAR
);
