"""Of issues about days, numbers and what only some datasets say: what is wrong, and what to do."""

from collections.abc import Mapping

from core.i18n import N_

DETAIL_WORDS: Mapping[str, tuple[str, str]] = {
    "heading-repeated": (
        N_("{cell}: the headings stand here again. The row was left out."),
        N_("Nothing has to be done: the rows below are read under the headings at the top."),
    ),
    "total-row": (
        N_("{cell}: “{value}” is a total and no organisation. The row was left out."),
        N_("Nothing has to be done. If an organisation is really called so, write its full name."),
    ),
    "note-row": (
        N_("{cell}: “{value}” is a note below the list. The row was left out."),
        N_("Nothing has to be done. If it names an organisation, fill in the rest of its row."),
    ),
    "quote-not-closed": (
        N_(
            "{cell}: a quotation mark is opened here and never closed. Everything below it was "
            "read as one cell."
        ),
        N_("Close it or take it out, or save the list as an Excel workbook, and upload it again."),
    ),
    "value-missing": (
        N_("{cell}: the {field} is empty."),
        N_("Fill it in if it is known. It stays unknown, and the row is kept."),
    ),
    "date-impossible": (
        N_("{cell}: “{value}” is not a day."),
        N_("Write the day, such as 2022-02-14. The row was left out."),
    ),
    "date-ambiguous": (
        N_("{cell}: “{value}” can be two days, and nothing in the column settles which."),
        N_("Say whether the day or the month comes first, or write the date as 2022-02-14."),
    ),
    "number-impossible": (
        N_("{cell}: “{value}” is not a number that fits {field}."),
        N_("Write the number alone, without a unit. It stays unknown, and the row is kept."),
    ),
    "number-ambiguous": (
        N_("{cell}: “{value}” can be two numbers, and nothing in the column settles which."),
        N_("Write it without a sign for thousands. It stays unknown, and the row is kept."),
    ),
    "two-seats": (
        N_("Row {row}: “{value}” is both a full member and an observer."),
        N_("Check which of the two it is. It counts in both."),
    ),
    "told-differently": (
        N_("Row {row}: of “{value}” {count} rows say different things."),
        N_("Make these rows agree: they speak of one and the same."),
    ),
    "members-do-not-add-up": (
        N_("Row {row}: members by type make {others}, and members in all are {value}."),
        N_("Check these numbers. They are kept as they are."),
    ),
    "allocation-repeated": (
        N_("Row {row}: “{value}” has {count} rows that say the same. They are added up."),
        N_("Remove the row if it is the same allocation, or give each its own reference."),
    ),
    "role-ambiguous": (
        N_("{cell}: “{value}” is taken for the lead agency. Some lists call the coordinator so."),
        N_("Nothing has to be done for a lead agency. If it is a coordinator, correct the role."),
    ),
    "currency-missing": (
        N_("Row {row}: the amount {value} has no known currency. So have {count} rows in all."),
        N_("Add the currency, such as USD. Amounts without one are in no sum."),
    ),
    "route-contradicted": (
        N_("Row {row}: the allocation is called direct, and goes through “{value}”."),
        N_("Correct one of the two. So far it counts as direct."),
    ),
}
DETAIL_WORDS_BY_SEVERITY: Mapping[tuple[str, str], tuple[str, str]] = {
    ("value-missing", "drops_row"): (
        N_("{cell}: the {field} is empty."),
        N_("Fill it in. The row was left out."),
    ),
}
