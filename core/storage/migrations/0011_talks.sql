-- Talks: charts in order with what a presenter says about each, frozen on a state of the data.

-- One row is a talk. Saving it again replaces its rows; putting it away keeps them.
CREATE TABLE talk (
    talk VARCHAR,         -- a random key: it stands in links
    saved TIMESTAMP,      -- UTC
    title_en VARCHAR,     -- empty: not said in this language
    title_fr VARCHAR,
    title_ar VARCHAR,
    event BIGINT,         -- decisions after this one do not move its numbers
    version VARCHAR,      -- the version of the data as it was shown then
    put_away BOOLEAN
);

-- One row is a slide of a talk: which chart, and what is said about it.
CREATE TABLE slide (
    talk VARCHAR,
    place INTEGER,        -- from 0, without gaps
    indicator VARCHAR,
    kind VARCHAR,         -- headline, cluster, country, context, trend, reported
    period VARCHAR,
    scope INTEGER,
    country VARCHAR,      -- NULL: all
    cluster VARCHAR,      -- NULL: all
    title_en VARCHAR,     -- empty: the finding of the chart
    title_fr VARCHAR,
    title_ar VARCHAR,
    sentence_en VARCHAR,
    sentence_fr VARCHAR,
    sentence_ar VARCHAR,
    notes_en VARCHAR,
    notes_fr VARCHAR,
    notes_ar VARCHAR
);
