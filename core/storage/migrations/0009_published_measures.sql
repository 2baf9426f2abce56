-- One row says what a published figure measured in our terms, by the two texts that name it in
-- published_figure. A figure without a row here is of nothing that we measure.
CREATE TABLE published_measure (
    mechanism VARCHAR,        -- as in published_figure
    measure VARCHAR,          -- likewise
    indicator VARCHAR,        -- the id of ours that is defined alike
    scope TINYINT,            -- NULL: the indicator has no scopes, or the source does not say which
    segment VARCHAR,          -- NULL: the whole scope; else one kind of actor in it
    levels VARCHAR,           -- separated by blanks; NULL: the source does not say
    mechanism_types VARCHAR,  -- likewise
    cluster VARCHAR,          -- NULL: all of them together
    period VARCHAR,           -- NULL: the year of the figure
    whole INTEGER             -- what a count is out of; NULL: the figure is a share
);
