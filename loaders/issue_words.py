"""For each code of `loaders.issues`: what is wrong, and what to do. Keys of the catalogue."""

from collections.abc import Mapping

from core.i18n import N_
from loaders.detail_words import DETAIL_WORDS, DETAIL_WORDS_BY_SEVERITY
from loaders.joint_words import JOINT_WORDS

WORDS: Mapping[str, tuple[str, str]] = {
    **DETAIL_WORDS,
    **JOINT_WORDS,
    "no-table-found": (
        N_("No table was found in the file."),
        N_("Check that the file has a heading row with rows under it."),
    ),
    "several-sheets": (
        N_("Several sheets could be meant: {others}."),
        N_("Choose the sheet that holds the list."),
    ),
    "sheet-not-found": (
        N_("There is no sheet “{value}”. The sheets are: {others}."),
        N_("Choose one of these sheets."),
    ),
    "header-not-found": (
        N_("Sheet “{sheet}”: no heading row was found in the first 25 rows."),
        N_("Show which row holds the headings."),
    ),
    "heading-duplicated": (
        N_("{cell}: the heading “{value}” stands more than once."),
        N_("Choose the column that counts, or rename one of them."),
    ),
    "heading-not-found": (
        N_("There is no heading “{value}”. Did you mean “{suggestion}”?"),
        N_("Write the heading as it stands in the file."),
    ),
    "column-missing": (
        N_("The column for {field} is missing."),
        N_("Choose the column that holds it, or add one."),
    ),
    "column-ambiguous": (
        N_("Several columns could hold {field}: {others}. “{value}” was taken."),
        N_("Choose another column if that is wrong."),
    ),
    "column-not-used": (
        N_("{cell}: the column “{value}” is not used."),
        N_("Nothing to do, unless it holds one of the fields."),
    ),
    "columns-empty": (
        N_("{count} columns are empty and were left out."),
        N_("Nothing to do."),
    ),
    "personal-data-dropped": (
        N_("{cell}: the column “{value}” holds personal data. It was dropped; nothing is kept."),
        N_("Nothing to do. Better still, remove such columns before sending a file."),
    ),
    "personal-data-in-cell": (
        N_("{cell}: it holds an e-mail address or a telephone number. Nothing of it is kept."),
        N_("Nothing to do. Better still, remove such texts before sending a file."),
    ),
    "no-organisation-type": (
        N_("The file tells no organisation type. No share can be computed from it."),
        N_("Add a column with the type of each organisation, or choose the column that holds it."),
    ),
    "country-missing": (
        N_("The country is named neither in the cells nor in the name of the file or sheet."),
        N_("Choose the country."),
    ),
    "country-guessed": (
        N_("The country was taken from the name “{value}”: {suggestion}."),
        N_("Confirm it, or choose another."),
    ),
    "period-missing": (
        N_("The period is named neither in the cells nor in the name of the file or sheet."),
        N_("Choose the period, such as 2022-01, 2022-Q1 or 2022."),
    ),
    "period-guessed": (
        N_("The period was taken from the name “{value}”: {suggestion}."),
        N_("Confirm it, or choose another."),
    ),
    "period-impossible": (
        N_("{cell}: “{value}” is not a period."),
        N_("Write a month, a quarter or a year, such as 2022-01, 2022-Q1 or 2022."),
    ),
    "period-in-future": (
        N_("{cell}: the period “{value}” lies in the future."),
        N_("Correct the period."),
    ),
    "cluster-missing": (
        N_("{cell}: the cluster is empty."),
        N_("Fill in the cluster. The row counts for the country, and for no cluster."),
    ),
    "cluster-guessed": (
        N_("The cluster was taken from the name “{value}”: {suggestion}."),
        N_("Confirm it, or choose another."),
    ),
    "value-not-in-list": (
        N_("{cell}: “{value}” is not a known {field}."),
        N_("It stays unknown, and the row is kept. Correct it, or write a name that is known."),
    ),
    "value-near-list": (
        N_("{cell}: “{value}” is not a known {field}. Did you mean “{suggestion}”?"),
        N_("It stays unknown, and the row is kept. Correct it if that was meant."),
    ),
    "organisation-missing": (
        N_("{cell}: the organisation is empty."),
        N_("Fill in the organisation. The row was left out."),
    ),
    "organisation-placeholder": (
        N_("{cell}: “{value}” stands for no organisation. The row was left out."),
        N_("Write the name of the organisation, if there is one."),
    ),
    "several-organisations-in-cell": (
        N_("{cell}: “{value}” seems to name several organisations. They were counted as one."),
        N_("Say by which sign they are to be split, or give each organisation a row of its own."),
    ),
    "two-types": (
        N_("{cell}: “{value}” has several types: {others}. “{suggestion}” was taken."),
        N_("Give the organisation one type."),
    ),
    "acronym-with-several-names": (
        N_("{cell}: the acronym “{value}” goes with several names: {others}."),
        N_("Check whether these are one organisation. Nothing is linked in silence."),
    ),
    "name-with-several-acronyms": (
        N_("{cell}: the name “{value}” goes with several acronyms: {others}."),
        N_("Check whether these are one organisation. Nothing is linked in silence."),
    ),
    "international-family": (
        N_(
            "{cell}: “{value}” is declared national; its name is that of an international family: "
            "{suggestion}."
        ),
        N_("It counts as declared, under review. Say whether it is affiliated to that family."),
    ),
    "duplicate-row": (
        N_("Row {row}: it says the same as an earlier row. So do {count} rows in all."),
        N_("Nothing to do: an organisation is counted once."),
    ),
    "two-leads": (
        N_("Row {row}: “{value}” has more than one lead: {others}."),
        N_("Check which of them leads and which co-leads."),
    ),
    "value-too-long": (
        N_("{cell}: the text is longer than {value} characters."),
        N_("Shorten it. The row was left out."),
    ),
    "formula-error": (
        N_("{cell}: the formula gives the error {value}."),
        N_("Correct the formula, or type the value. The cell counts as empty."),
    ),
    "encoding-guessed": (
        N_("The file does not say how its letters are written; {value} was taken."),
        N_("Look at the examples. If letters are wrong, save the file as CSV UTF-8."),
    ),
    "text-double-encoded": (
        N_("{cell}: letters are broken, as in “{value}”. It was probably “{suggestion}”."),
        N_(
            "Have the letters repaired where the conversions are shown, or save the file again "
            "from the original as CSV UTF-8."
        ),
    ),
    "extension-wrong": (
        N_("The file is called {value} but is {suggestion}. It was read as {suggestion}."),
        N_("Nothing to do. Save it under the right ending when you can."),
    ),
    "rows-ragged": (
        N_("Row {row}: it has more or fewer cells than the heading; so have {count} rows in all."),
        N_("Check the separators and quotation marks in these rows."),
    ),
    "mechanism-unknown": (
        N_("{cell}: “{value}” does not tell which coordination mechanism is meant."),
        N_("Name the cluster, or the type of mechanism. The row was left out."),
    ),
    "role-missing": (
        N_("{cell}: the role is empty."),
        N_("Fill in the role. Until then it is not known."),
    ),
    "no-rows-left": (
        N_("Sheet “{sheet}”: no row can be stored."),
        N_("Look at the other remarks: each says what to correct."),
    ),
    "closed-with-roles": (
        N_("Row {row}: “{value}” is closed, yet a role is given."),
        N_("Correct the date of closing, or remove the role."),
    ),
    "already-loaded": (
        N_("This file is already loaded with the same choices, as batch {value}."),
        N_("Nothing to do: nothing was stored twice."),
    ),
}

# One issue for all that are too many to be said one by one.
WORDS_OF_MORE = (
    N_(
        "{more} further values of {field} with the same fault, from {cell} on: too many to be "
        "listed one by one."
    ),
    N_("Look at the whole column: perhaps it holds something else, or was chosen wrongly."),
)

# Where a fault costs the row or the file, and not only the word: (code, severity) -> words.
WORDS_BY_SEVERITY: Mapping[tuple[str, str], tuple[str, str]] = {
    **DETAIL_WORDS_BY_SEVERITY,
    ("value-not-in-list", "drops_row"): (
        N_("{cell}: “{value}” is not a known {field}."),
        N_("Correct it. The row was left out."),
    ),
    ("value-near-list", "drops_row"): (
        N_("{cell}: “{value}” is not a known {field}. Did you mean “{suggestion}”?"),
        N_("Correct it. The row was left out."),
    ),
    ("value-not-in-list", "blocks_file"): (
        N_("“{value}” is not the name of a field. Did you mean “{suggestion}”?"),
        N_("Choose one of: {others}."),
    ),
    ("country-missing", "drops_row"): (
        N_("{cell}: the country is empty."),
        N_("Fill in the country, or choose one for the whole file. The row was left out."),
    ),
    ("period-missing", "drops_row"): (
        N_("{cell}: the period is empty."),
        N_("Fill in the period, or choose one for the whole file. The row was left out."),
    ),
    ("period-in-future", "warns"): (
        N_("Row {row}: the period “{value}” is not over yet."),
        N_("Check whether the file tells what was done, and not what is planned."),
    ),
    ("personal-data-in-cell", "drops_row"): (
        N_("{cell}: it holds an e-mail address or a telephone number and names no organisation."),
        N_("Write the name of the organisation alone. The row was left out."),
    ),
    ("closed-with-roles", "warns"): (
        N_("Row {row}: “{value}” is closed here, and other rows give roles in it."),
        N_("Correct the date of closing, or remove the roles."),
    ),
}
