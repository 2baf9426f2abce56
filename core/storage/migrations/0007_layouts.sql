-- How an office's files are laid out, as a person said of one of them: the next one needs no question.

-- One row is what was decided about the layout of the file of a batch. Append-only, part of the commit.
CREATE TABLE layout (
    batch BIGINT,              -- office and moment are those of its event
    office_key VARCHAR,        -- folded name of the office
    headings_sha256 VARCHAR,   -- of the set of folded headings
    order_sha256 VARCHAR,      -- of the same in their order, repeated ones included
    dataset VARCHAR,
    heading_row INTEGER,       -- NULL: found by itself
    choices VARCHAR            -- JSON: what a person said that holds for the next file too
);

-- One row is a word that layouts of an office up to this event are not to be proposed any more.
CREATE TABLE layout_forgotten (
    event BIGINT,
    office_key VARCHAR,
    headings_sha256 VARCHAR,
    dataset VARCHAR
);
