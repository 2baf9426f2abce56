-- The standing of what was reported, and what a mechanism's return says in words.

-- One row is a word about what a batch reported, of one mechanism or of all of them. The event is its
-- number; office and reason stand in `event`, and of several the newest holds. The kind says which:
-- standing-reported    nobody has looked at it, or what was said before is taken back
-- standing-confirmed   a co-lead or a forum of NGOs says that it is so
-- standing-contested   an organisation or office says that it is not so; why is in its words
CREATE TABLE standing (
    event BIGINT,
    batch BIGINT,
    mechanism INTEGER         -- NULL: all that the batch reported
);

-- Where the answers come from, and what is to be known about them; NULL: not said.
ALTER TABLE fact_mechanism ADD COLUMN source VARCHAR;
ALTER TABLE fact_mechanism ADD COLUMN remarks VARCHAR;
