-- Mechanisms by whether there is interpretation, or minutes are translated.
FROM mechanisms_that('translation');
