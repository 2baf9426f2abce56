-- Two questions that one row of a presence file may answer: who is there, and who leads what is done
-- there. Both are stored, each with its own class, and no number mixes them. In fact_org the first
-- has the role 'present', the second the role 'lead'.

-- Whether the file tells the type of those who lead; NULL: it does not say who leads.
ALTER TABLE batch ADD COLUMN lead_has_type BOOLEAN;
-- What the heading says of the organisation that is present: implementer, lead (then it is the only
-- one that the file names, and counts as both); NULL: it does not say, or a person chose the column.
ALTER TABLE batch ADD COLUMN side VARCHAR;

ALTER TABLE fact_presence ADD COLUMN lead_organisation INTEGER; -- NULL: the row does not say who leads
ALTER TABLE fact_presence ADD COLUMN lead_organisation_reported VARCHAR;
ALTER TABLE fact_presence ADD COLUMN lead_acronym_reported VARCHAR;
ALTER TABLE fact_presence ADD COLUMN lead_type_reported VARCHAR;
