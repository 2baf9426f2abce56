-- Five more datasets: members, meetings, the returns of mechanisms, funding, events.
-- Kinds of term and alias that come with them: seat, language, closed, route, currency, event_kind,
-- event_role; and attendee_heading, headings that announce people in lists of who was there.

-- What a cell is about where it is no month: the day of a meeting; an allocation; an event. NULL: a
-- month. Such a cell has no month, and none of hub, cluster, level and place.
ALTER TABLE cell ADD COLUMN occasion VARCHAR;
-- The same for a report; its period is that of the occasion.
ALTER TABLE report ADD COLUMN occasion VARCHAR;

-- One row is a row of a membership list.
CREATE TABLE fact_member (
    batch BIGINT,
    report INTEGER,
    organisation INTEGER,
    source_row INTEGER,
    country_reported VARCHAR,
    mechanism_reported VARCHAR,
    cluster_reported VARCHAR,
    place_reported VARCHAR,
    organisation_reported VARCHAR,
    acronym_reported VARCHAR,
    type_reported VARCHAR,
    seat VARCHAR,             -- full, observer; NULL: not said, or not in our list
    seat_reported VARCHAR,
    period_reported VARCHAR
);

-- One row is a row of a list of who was at a meeting.
CREATE TABLE fact_meeting (
    batch BIGINT,
    report INTEGER,
    organisation INTEGER,
    source_row INTEGER,
    country_reported VARCHAR,
    mechanism_reported VARCHAR,
    cluster_reported VARCHAR,
    place_reported VARCHAR,
    date VARCHAR,             -- 2022-02-14
    date_reported VARCHAR,
    organisation_reported VARCHAR,
    acronym_reported VARCHAR,
    type_reported VARCHAR,
    attended_reported VARCHAR, -- NULL: being on the list is having been there
    language VARCHAR,         -- codes parted by blanks; NULL: not said, or not in our list
    language_reported VARCHAR,
    interpretation BOOLEAN,   -- NULL: not said
    minutes_translated BOOLEAN -- NULL: not said
);

-- One row is a row of the returns of mechanisms.
CREATE TABLE fact_mechanism (
    batch BIGINT,
    report INTEGER,
    source_row INTEGER,
    country_reported VARCHAR,
    mechanism_reported VARCHAR,
    cluster_reported VARCHAR,
    place_reported VARCHAR,
    status_reported VARCHAR,
    closed_on_reported VARCHAR,
    language VARCHAR,         -- codes parted by blanks; NULL: not said, or not in our list
    language_reported VARCHAR,
    interpretation BOOLEAN,   -- NULL: not said
    minutes_translated BOOLEAN, -- NULL: not said
    plan BOOLEAN,             -- a localisation or capacity plan is in place; NULL: not said
    members INTEGER,          -- in all; NULL: not said, as below
    members_ngo INTEGER,      -- local and national NGOs
    members_red_cross INTEGER,
    members_authority INTEGER,
    members_ingo INTEGER,
    members_un INTEGER,
    members_other INTEGER,
    period_reported VARCHAR
);

-- One row is an allocation, or a part of one that bears the same reference.
CREATE TABLE fact_funding (
    batch BIGINT,
    report INTEGER,
    organisation INTEGER,
    source_row INTEGER,
    country_reported VARCHAR,
    cluster_reported VARCHAR,
    fund VARCHAR,
    reference VARCHAR,        -- NULL: the file gives none
    date VARCHAR,             -- 2022-02-14; NULL: no day is given
    date_reported VARCHAR,
    organisation_reported VARCHAR,
    acronym_reported VARCHAR,
    type_reported VARCHAR,
    amount DOUBLE,            -- NULL: not given, or not understood; never 0 instead
    amount_reported VARCHAR,
    currency VARCHAR,         -- ISO 4217; NULL: not given, or not known
    currency_reported VARCHAR,
    route VARCHAR,            -- direct, intermediary; NULL: not said
    route_reported VARCHAR,
    through VARCHAR,          -- the organisation between, as written; NULL: none is named
    period_reported VARCHAR
);

-- One row is an event, or an organisation that had a part in it.
CREATE TABLE fact_event (
    batch BIGINT,
    report INTEGER,
    organisation INTEGER,     -- NULL: none is named
    source_row INTEGER,
    country_reported VARCHAR,
    cluster_reported VARCHAR,
    place_reported VARCHAR,
    event_kind VARCHAR,       -- NULL: not in our list
    event_kind_reported VARCHAR,
    title VARCHAR,
    date VARCHAR,             -- 2022-02-14; NULL: no day is given
    date_reported VARCHAR,
    organisation_reported VARCHAR,
    acronym_reported VARCHAR,
    type_reported VARCHAR,
    event_role VARCHAR,       -- speaker, co_author, organiser; NULL: not said, or not in our list
    event_role_reported VARCHAR,
    language VARCHAR,         -- codes parted by blanks; NULL: not said, or not in our list
    language_reported VARCHAR,
    summary VARCHAR,
    link VARCHAR,
    period_reported VARCHAR
);
