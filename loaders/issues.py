"""What is wrong, or worth knowing, about the data: frozen values, collected and never raised.

The sentence is made where it is shown: `issue.words` are keys of the catalogue, and the fields of
the issue fill their placeholders.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from loaders.issue_words import WORDS, WORDS_BY_SEVERITY, WORDS_OF_MORE

# Of those that an issue names one by one.
MOST_ROWS = 1000


class Severity(StrEnum):
    """What becomes of the upload: refused, one row less, or loaded with a remark."""

    BLOCKS_FILE = "blocks_file"
    DROPS_ROW = "drops_row"
    WARNS = "warns"


class Code(StrEnum):
    """Every kind of issue; stable, because tests, statistics and translations hang on it."""

    NO_TABLE_FOUND = "no-table-found"
    SEVERAL_SHEETS = "several-sheets"
    SHEET_NOT_FOUND = "sheet-not-found"
    HEADER_NOT_FOUND = "header-not-found"
    HEADING_DUPLICATED = "heading-duplicated"
    HEADING_NOT_FOUND = "heading-not-found"
    COLUMN_MISSING = "column-missing"
    COLUMN_AMBIGUOUS = "column-ambiguous"
    COLUMN_NOT_USED = "column-not-used"
    COLUMNS_EMPTY = "columns-empty"
    PERSONAL_DATA_DROPPED = "personal-data-dropped"
    PERSONAL_DATA_IN_CELL = "personal-data-in-cell"
    NO_ORGANISATION_TYPE = "no-organisation-type"
    COUNTRY_MISSING = "country-missing"
    COUNTRY_GUESSED = "country-guessed"
    PERIOD_MISSING = "period-missing"
    PERIOD_GUESSED = "period-guessed"
    PERIOD_IMPOSSIBLE = "period-impossible"
    PERIOD_IN_FUTURE = "period-in-future"
    CLUSTER_MISSING = "cluster-missing"
    CLUSTER_GUESSED = "cluster-guessed"
    VALUE_NOT_IN_LIST = "value-not-in-list"
    VALUE_NEAR_LIST = "value-near-list"
    ORGANISATION_MISSING = "organisation-missing"
    HEADING_REPEATED = "heading-repeated"
    TOTAL_ROW = "total-row"
    NOTE_ROW = "note-row"
    ORGANISATION_PLACEHOLDER = "organisation-placeholder"
    SEVERAL_ORGANISATIONS_IN_CELL = "several-organisations-in-cell"
    SPLIT_LEFT_WHOLE = "split-left-whole"
    SPLIT_NOT_EACH = "split-not-each"
    SPLIT_NOT_HERE = "split-not-here"
    JOIN_POSSIBLE = "join-possible"
    JOIN_CONTRADICTED = "join-contradicted"
    TWO_TYPES = "two-types"
    ACRONYM_WITH_SEVERAL_NAMES = "acronym-with-several-names"
    NAME_WITH_SEVERAL_ACRONYMS = "name-with-several-acronyms"
    INTERNATIONAL_FAMILY = "international-family"
    DUPLICATE_ROW = "duplicate-row"
    TWO_LEADS = "two-leads"
    VALUE_TOO_LONG = "value-too-long"
    FORMULA_ERROR = "formula-error"
    ENCODING_GUESSED = "encoding-guessed"
    TEXT_DOUBLE_ENCODED = "text-double-encoded"
    EXTENSION_WRONG = "extension-wrong"
    ROWS_RAGGED = "rows-ragged"
    QUOTE_NOT_CLOSED = "quote-not-closed"
    MECHANISM_UNKNOWN = "mechanism-unknown"
    ROLE_MISSING = "role-missing"
    ROLE_AMBIGUOUS = "role-ambiguous"
    NO_ROWS_LEFT = "no-rows-left"
    CLOSED_WITH_ROLES = "closed-with-roles"
    VALUE_MISSING = "value-missing"
    DATE_IMPOSSIBLE = "date-impossible"
    DATE_AMBIGUOUS = "date-ambiguous"
    NUMBER_IMPOSSIBLE = "number-impossible"
    NUMBER_AMBIGUOUS = "number-ambiguous"
    TWO_SEATS = "two-seats"
    TOLD_DIFFERENTLY = "told-differently"
    MEMBERS_DO_NOT_ADD_UP = "members-do-not-add-up"
    ALLOCATION_REPEATED = "allocation-repeated"
    CURRENCY_MISSING = "currency-missing"
    ROUTE_CONTRADICTED = "route-contradicted"
    ALREADY_LOADED = "already-loaded"

    @property
    def template(self) -> str:
        """What is wrong and where, with named placeholders: a key of the catalogue."""
        return WORDS[self.value][0]

    @property
    def remedy(self) -> str:
        """What to do about it: a key of the catalogue."""
        return WORDS[self.value][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One thing about the data.

    Attributes:
        row: as the person sees it, the first line is 1.
        column: as the person sees it, A is 1.
        field: our name of the field, such as `organisation_type`.
        count: how many rows share it; `row` is then the first of them.
        others: further facts for the sentence (names, sheets), in the order to be listed.
        rows: the rows that it is about, where they are known one by one; no more than MOST_ROWS.
        more: how many further values it stands for, which are not said one by one; 0: for itself.
    """

    code: Code
    severity: Severity
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    field: str | None = None
    value: str | None = None
    suggestion: str | None = None
    count: int = 1
    others: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    more: int = 0

    @property
    def words(self) -> tuple[str, str]:
        """What is wrong and where, and what to do: keys of the catalogue.

        They differ where the same fault loses a row in one place and only a word in another.
        """
        if self.more:
            return WORDS_OF_MORE
        exact = WORDS_BY_SEVERITY.get((self.code.value, self.severity.value))
        return exact or (self.code.template, self.code.remedy)

    @property
    def cell(self) -> str | None:
        """The address as a spreadsheet writes it, such as `D14`; None without row or column."""
        if self.column is None or self.row is None:
            return None
        return f"{column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Report:
    """All issues of one upload, in the order found."""

    issues: tuple[Issue, ...] = field(default=())

    def __add__(self, more: Iterable[Issue]) -> "Report":
        """This report and more issues behind it."""
        return Report(self.issues + tuple(more))

    @property
    def blocks(self) -> bool:
        """Whether nothing can be stored."""
        return any(issue.severity is Severity.BLOCKS_FILE for issue in self.issues)

    def counts(self) -> Mapping[Severity, int]:
        """Rows concerned, by severity."""
        return {
            severity: sum(i.count for i in self.issues if i.severity is severity)
            for severity in Severity
        }


def column_letter(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
