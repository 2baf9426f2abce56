-- What was decided, in order; what each upload claims; what it says about each claimed cell.
-- No keys, sequences or indexes: numbers come from `head`, updated in the same transaction, so two
-- writers collide there and nowhere else. Months are counted from year 0: year * 12 + month - 1.

-- One row: the last number given of each kind. `event` is also the version of the data.
CREATE TABLE head (
    event BIGINT,
    cell INTEGER,
    report INTEGER,
    organisation INTEGER,
    mechanism INTEGER
);
INSERT INTO head VALUES (0, 0, 0, 0, 0);

-- One row is a decision: commit, withdraw, purge.
CREATE TABLE event (
    event BIGINT,
    moment TIMESTAMP,    -- UTC; for people: order is by number
    who VARCHAR,         -- an office, never a person
    kind VARCHAR,
    batch BIGINT,        -- the event number of the commit that it is about
    why VARCHAR          -- NULL for a commit
);

-- One row is an upload of one dataset, as published. Its number is that of its commit event.
CREATE TABLE batch (
    batch BIGINT,
    dataset VARCHAR,
    file_name VARCHAR,
    file_sha256 VARCHAR,
    content_sha256 VARCHAR,   -- of file, sheet, mapping, choices and claim: the same again is no news
    sheet VARCHAR,
    heading_row INTEGER,      -- NULL: the file has none
    identity VARCHAR,         -- name or acronym: what tells organisations apart in this file
    rows_read INTEGER,
    rows_stored INTEGER,
    has_type BOOLEAN,         -- false: the file has no organisation type, no share can come from it
    choices VARCHAR           -- JSON: mapping, guesses, claim, conversions and issues, as confirmed
);

-- One row is a place in the world that a dataset can say something about in one month.
CREATE TABLE cell (
    cell INTEGER,
    dataset VARCHAR,
    country VARCHAR,
    hub VARCHAR,          -- NULL: no hub
    cluster_key VARCHAR,  -- code of the cluster, or its folded name where no code is known; NULL: none
    level VARCHAR,
    place_key VARCHAR,    -- folded name of the first-level area; NULL: the whole country
    mechanism INTEGER,    -- NULL: belongs to no mechanism (Coordination, Multi-sector)
    month INTEGER
);

-- One row is a mechanism: a cluster, area of responsibility, working group of one place.
CREATE TABLE mechanism (
    mechanism INTEGER,
    country VARCHAR,
    hub VARCHAR,              -- NULL: no hub
    mechanism_type VARCHAR,
    cluster VARCHAR,          -- NULL: belongs to no cluster (HCT, ICCG)
    level VARCHAR,
    place_key VARCHAR,        -- NULL: the whole country
    name_key VARCHAR,         -- folded name where a cluster can have several (working groups); else NULL
    name VARCHAR              -- as first reported
);

-- One row is what a batch says about one cluster (as reported), level and place for one period;
-- `rows` = 0 says that it was claimed and nothing is there: zero, not silence.
CREATE TABLE report (
    report INTEGER,
    batch BIGINT,
    dataset VARCHAR,
    country VARCHAR,
    hub VARCHAR,              -- NULL: no hub
    cluster VARCHAR,          -- NULL: not in our list
    cluster_key VARCHAR,      -- as in cell
    cluster_reported VARCHAR, -- trimmed, in its most frequent spelling in the file; NULL: none
    mechanism INTEGER,        -- NULL: belongs to no mechanism (Coordination, Multi-sector)
    mechanism_type VARCHAR,   -- NULL likewise
    level VARCHAR,
    place_key VARCHAR,        -- as in cell
    place VARCHAR,            -- as reported; NULL: the whole country
    period_start INTEGER,
    period_end INTEGER,
    closed BOOLEAN,           -- the mechanism is reported closed for this period
    rows INTEGER
);

-- One row is a cell that a batch claims, through one of its reports.
CREATE TABLE batch_cell (
    batch BIGINT,
    report INTEGER,
    cell INTEGER
);
