"""Every conversion can be refused: the text is then taken as it stands, and judged as such."""

from collections.abc import Sequence

import pytest

import loaders
from loaders import Choices, Staged
from loaders.normalise import ConversionKind
from loaders.refusals import REFUSABLE, by_kind, refusal_of
from tests.loaders.cells import Store

FUNDING = """\
Country,Fund,Reference,Date,Recipient,Organisation type,Amount,Currency
Chad,Humanitarian Fund,R1,14/02/2022,  Espoir  ,ONG nationale,"1 234,5",€
Chad,Humanitarian Fund,R2,2022-02-25,OXFAM,437,١٢,USD
"""
PRESENCE = """\
Pays,Organisation,Type,Cluster,Mois
TCHAD,Espoir,ONG nationale,EHA,janvier 2022
Tchad,OXFAM,ONG internationale,Santé,2022-01
"""
MEETINGS = """\
Country,Cluster,Date,Organisation,Interpretation,Language
Chad,WASH,2022-02-14,Espoir,oui,français
"""


def staged(store: Store, text: str, dataset: str, **said: object) -> Staged:
    upload = loaders.read(text.encode(), "list.csv")
    choices = Choices(**said)  # type: ignore[arg-type]
    found = loaders.prepare(store.database, upload, dataset, choices, store.known).staged
    assert found is not None
    return found


def kinds(found: Staged) -> set[str]:
    return {refusal_of(*group) for group in by_kind(found.conversions)}


def issues(found: Staged, field: str) -> list[tuple[str, str | None]]:
    return sorted((i.code.value, i.value) for i in found.report.issues if i.field == field)


def test_every_kind_that_can_be_refused_is_made_by_one_of_these_files(store: Store) -> None:
    files = ((FUNDING, "funding"), (PRESENCE, "presence"), (MEETINGS, "meetings"))

    made = {c.kind for file in files for c in staged(store, *file).conversions}

    assert made == set(REFUSABLE)


# What is refused; the column, its texts as stored, and what is said of them.
@pytest.mark.parametrize(
    ("text", "dataset", "refused", "column", "values", "field", "said"),
    [
        (FUNDING, "funding", "blanks:organisation", "organisation_reported",
         ["  Espoir  ", "OXFAM"], "organisation", []),
        (FUNDING, "funding", "number:amount", "amount",
         [None, 12.0], "amount", [("number-impossible", "1 234,5")]),
        (FUNDING, "funding", "digits:amount", "amount",
         [1234.5, None], "amount", [("number-impossible", "١٢")]),
        (FUNDING, "funding", "matched:currency", "currency",
         [None, "USD"], "currency",
         [("currency-missing", "1 234,5")]),
        (FUNDING, "funding", "matched:organisation_type", "judged_type",
         [None, 437], "organisation_type", [("value-not-in-list", "ONG nationale")]),
        (PRESENCE, "presence", "matched:cluster", "cluster",
         [None, "HEA"], "cluster", [("value-not-in-list", "EHA")]),
        (PRESENCE, "presence", "period", "period_reported",
         ["2022-01"], "period", [("period-impossible", "janvier 2022")]),
        (MEETINGS, "meetings", "matched:interpretation", "interpretation",
         [None], "interpretation", [("value-not-in-list", "oui")]),
        (MEETINGS, "meetings", "matched:language", "language",
         [None], "language", [("value-not-in-list", "français")]),
    ],
)  # fmt: skip
def test_what_is_refused_is_not_understood_and_the_rest_is(
    text: str, dataset: str, refused: str, column: str, values: Sequence[object], field: str,
    said: Sequence[tuple[str, str]], store: Store,
) -> None:  # fmt: skip
    before = staged(store, text, dataset)

    found = staged(store, text, dataset, refused=(refused,))

    assert refused in kinds(before)
    assert kinds(found) == kinds(before) - {refused}
    assert found.rows[column].to_pylist() == values
    assert issues(found, field) == said
    assert found.content_sha256 != before.content_sha256


def test_a_day_that_is_not_taken_for_one_costs_its_row_where_a_day_is_needed(store: Store) -> None:
    meeting = MEETINGS.replace("2022-02-14", "14 février 2022")

    found = staged(store, meeting, "meetings", refused=("date",))

    assert issues(found, "date") == [("date-impossible", "14 février 2022")]
    assert found.rows.num_rows == 0


def test_a_kind_refused_is_refused_in_every_column(store: Store) -> None:
    found = staged(store, PRESENCE, "presence", refused=("matched",))

    # The names of our own lists stay: "Tchad" and "Santé" were never converted.
    assert found.rows["country"].to_pylist() == ["TCD", "TCD"]
    assert found.rows["cluster"].to_pylist() == [None, "HEA"]
    assert not any(c.kind is ConversionKind.MATCHED for c in found.conversions)


def test_every_conversion_says_how_many_cells_and_where_the_first_one_stands(
    store: Store,
) -> None:
    found = staged(store, FUNDING, "funding")

    told = {(c.kind, c.before, c.row, c.column, c.count) for c in found.conversions}
    assert told == {
        (ConversionKind.BLANKS, "  Espoir  ", 2, 5, 1),
        (ConversionKind.MATCHED, "ONG nationale", 2, 6, 1),
        (ConversionKind.MATCHED, "€", 2, 8, 1),
        (ConversionKind.DATE, "14/02/2022", 2, 4, 1),
        (ConversionKind.NUMBER, "1 234,5", 2, 7, 1),
        (ConversionKind.DIGITS, "١٢", 3, 7, 1),
    }


BROKEN = PRESENCE.replace("Espoir", "Secours ImprÃ©vu").replace("Type", "CatÃ©gorie")


def test_broken_letters_are_repaired_when_a_person_asks_for_it_and_not_before(
    store: Store,
) -> None:
    as_it_is = staged(store, BROKEN, "presence")
    asked = staged(store, BROKEN, "presence", repaired=True)

    names = [found.rows["name"].to_pylist()[0] for found in (as_it_is, asked)]
    assert names == ["Secours ImprÃ©vu", "Secours Imprévu"]
    codes = [[i.code.value for i in found.report.issues] for found in (as_it_is, asked)]
    assert ["text-double-encoded" in found for found in codes] == [True, False]
    made = [c for c in asked.conversions if c.kind is ConversionKind.ENCODING]
    assert [(c.field, c.before, c.after, c.row, c.column, c.count) for c in made] == [
        ("organisation", "Secours ImprÃ©vu", "Secours Imprévu", 2, 2, 1),
        ("organisation_type", "CatÃ©gorie", "Catégorie", 1, 3, 1),
    ]
    assert as_it_is.content_sha256 != asked.content_sha256
