-- Mechanisms by the languages of their meetings.
FROM mechanisms_that('language');
