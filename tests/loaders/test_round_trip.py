"""A template filled in one of three languages is read, published, and read back the same."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import openpyxl
import pytest

import loaders
from core.access import Office
from core.i18n import Lang
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices, Knowledge
from loaders.issues import Severity
from loaders.template_columns import template_columns
from tests.loaders.filled_templates import filled
from tests.loaders.made_files import saved

QUARTER, YEAR = Period.parse("2022-Q1"), Period.parse("2022")
FEBRUARY, MARCH = Period.parse("2022-02"), Period.parse("2022-03")
LUMIERE = {"organisation": "Association Lumière", "organisation_type": "441"}
INTERNATIONAL = {"organisation": "Example International", "organisation_type": "437"}
WASH = {"country": "TCD", "mechanism_type": "cluster", "cluster": "WSH"}

FILLED: Mapping[str, Sequence[Mapping[str, str]]] = {
    "members": (
        {**WASH, "period": "2022-Q1", **LUMIERE, "seat": "full"},
        {**WASH, "period": "2022-Q1", **INTERNATIONAL},
        {"country": "TCD", "period": "2022-02", "mechanism_type": "hct", **LUMIERE,
         "seat": "observer"},
        {"country": "TCD", "period": "2022-02", "mechanism_type": "outside_iasc",
         "mechanism": "منصة المجتمع المدني", "cluster": "WSH", **LUMIERE, "seat": "full"},
    ),
    "meetings": (
        {**WASH, "date": "2022-02-14", **LUMIERE, "language": "ar", "interpretation": "yes",
         "minutes_translated": "no"},
        {**WASH, "date": "2022-02-14", **INTERNATIONAL, "language": "ar",
         "interpretation": "yes", "minutes_translated": "no"},
        {**WASH, "date": "2022-03-01", **LUMIERE, "language": "local"},
    ),
    "mechanisms": (
        {**WASH, "period": "2022-Q1", "status": "active", "language": "fr",
         "interpretation": "no", "minutes_translated": "yes", "plan": "yes", "members": "24",
         "members_ngo": "11", "members_ingo": "9", "members_un": "4"},
        {"country": "TCD", "period": "2022-Q1", "mechanism_type": "cluster", "cluster": "HEA",
         "level": "subnational", "place": "Lac", "status": "closed"},
    ),
    "funding": (
        {"country": "TCD", "date": "2022-02-14", "fund": "Fonds A", "reference": "A-1",
         **LUMIERE, "amount": "12,5", "currency": "USD", "route": "direct"},
        {"country": "TCD", "date": "2022-03", "fund": "Fonds A", **LUMIERE, "amount": "1.234",
         "currency": "EUR", "through": "Example International"},
        {"country": "TCD", "date": "2022", "fund": "Fonds A", "cluster": "HEA",
         **INTERNATIONAL, "amount": "١٢٫٥", "currency": "USD", "route": "intermediary"},
    ),
    "events": (
        {"country": "TCD", "date": "2022-02", "event_kind": "lesson", "title": "=Leçon <b>1</b>",
         "cluster": "WSH", **LUMIERE, "event_role": "speaker", "language": "ar",
         "summary": "ما تعلمناه"},
        {"country": "TCD", "date": "2022-02", "event_kind": "lesson", "title": "=Leçon <b>1</b>",
         "cluster": "WSH", **INTERNATIONAL, "event_role": "co_author"},
        {"country": "TCD", "date": "2022", "event_kind": "practice", "title": "Shared chairs"},
    ),
}  # fmt: skip

ASKED = {
    "members": "SELECT f.organisation_reported, f.seat FROM fact_member AS f",
    "meetings": "SELECT f.organisation_reported, f.date, f.language, f.interpretation, "
    "f.minutes_translated FROM fact_meeting AS f",
    "mechanisms": "SELECT f.language, f.interpretation, f.minutes_translated, f.plan, f.members, "
    "f.members_ngo, f.members_ingo, f.members_un, f.members_other FROM fact_mechanism AS f",
    "funding": "SELECT f.organisation_reported, f.fund, f.reference, f.date, f.amount, f.currency, "
    "f.route, f.through FROM fact_funding AS f",
    "events": "SELECT f.organisation_reported, f.event_kind, f.title, f.event_role, f.language, "
    "f.summary FROM fact_event AS f",
}
LU, EX = "Association Lumière", "Example International"
EXPECTED: Mapping[str, Sequence[tuple[object, ...]]] = {
    "members": ((LU, "full"), (EX, None), (LU, "observer"), (LU, "full")),
    "meetings": (
        (LU, "2022-02-14", "ar", True, False),
        (EX, "2022-02-14", "ar", True, False),
        (LU, "2022-03-01", "local", None, None),
    ),
    "mechanisms": (
        ("fr", False, True, True, 24, 11, 9, 4, None),
        (None, None, None, None, None, None, None, None, None),
    ),
    "funding": (
        (LU, "Fonds A", "A-1", "2022-02-14", 12.5, "USD", "direct", None),
        # 12,5 of the same column says that a comma parts decimals.
        (LU, "Fonds A", None, None, 1234.0, "EUR", "intermediary", EX),
        (EX, "Fonds A", None, None, 12.5, "USD", "intermediary", None),
    ),
    "events": (
        (LU, "lesson", "=Leçon <b>1</b>", "speaker", "ar", "ما تعلمناه"),
        (EX, "lesson", "=Leçon <b>1</b>", "co_author", None, None),
        (None, "practice", "Shared chairs", None, None, None),
    ),
}
# mechanism type, cluster, level, place, period, occasion, closed, (organisation, role, scope)…
REPORTS: Mapping[str, Sequence[tuple[object, ...]]] = {
    "members": (
        ("cluster", "WSH", "national", None, QUARTER, None, False,
         [(LU, "member", 1), (EX, "member", None)]),
        ("hct", None, "national", None, FEBRUARY, None, False, [(LU, "observer", 1)]),
        ("outside_iasc", None, "national", None, FEBRUARY, None, False, [(LU, "member", 1)]),
    ),
    "meetings": (
        ("cluster", "WSH", "national", None, FEBRUARY, "2022-02-14", False,
         [(LU, "attended", 1), (EX, "attended", None)]),
        ("cluster", "WSH", "national", None, MARCH, "2022-03-01", False, [(LU, "attended", 1)]),
    ),
    "mechanisms": (
        ("cluster", "HEA", "subnational", "Lac", QUARTER, None, True, []),
        ("cluster", "WSH", "national", None, QUARTER, None, False, [(None, None, None)]),
    ),
    "funding": (
        (None, None, "national", None, FEBRUARY, "fonds a||a 1", False, [(LU, "recipient", 1)]),
        (None, None, "national", None, MARCH,
         f"fonds a|association lumière|example international|{MARCH.start}-{MARCH.end}", False,
         [(LU, "recipient", 1)]),
        (None, "HEA", "national", None, YEAR,
         f"fonds a|example international||{YEAR.start}-{YEAR.end}", False,
         [(EX, "recipient", None)]),
    ),
    "events": (
        (None, None, "national", None, YEAR, f"shared chairs|{YEAR.start}-{YEAR.end}", False,
         [(None, None, None)]),
        (None, "WSH", "national", None, FEBRUARY,
         f"lecon b 1 b|{FEBRUARY.start}-{FEBRUARY.end}", False,
         [(LU, "speaker", 1), (EX, "co_author", None)]),
    ),
}  # fmt: skip
_REPORTS = """
SELECT r.mechanism_type, r.cluster, r.level, r.place, r.period_start, r.period_end, r.occasion,
    r.closed, f.organisation IS NOT NULL OR f.report IS NOT NULL, o.name, f.role, f.lna_scope
FROM report AS r
SEMI JOIN v_current_report AS v ON v.report = r.report
LEFT JOIN fact_org AS f ON f.report = r.report
LEFT JOIN organisation AS o ON o.organisation = f.organisation
ORDER BY r.report, o.name
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    database = Database.open(tmp_path_factory.mktemp("words") / "s.duckdb")
    words = loaders.knowledge(database)
    database.close()
    return words


@pytest.fixture
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database.open(tmp_path_factory.mktemp("store") / "store.duckdb")
    yield opened
    opened.close()


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("dataset", FILLED)
def test_a_filled_template_is_published_and_read_back_the_same(
    dataset: str, lang: Lang, database: Database, known: Knowledge
) -> None:
    upload = loaders.read(filled(dataset, lang, FILLED[dataset]), "upload.xlsx")

    prepared = loaders.prepare(database, upload, dataset, Choices(), known)

    assert prepared.staged is not None
    assert [i.code for i in prepared.report.issues if i.severity is not Severity.WARNS] == []
    assert prepared.staged.guesses == ()
    loaders.commit(database, prepared.staged, Office("test"))
    with database.cursor() as cur:
        assert cur.rows(f"{ASKED[dataset]} ORDER BY f.source_row") == list(EXPECTED[dataset])
    assert reports(database) == sorted(REPORTS[dataset], key=repr)


@pytest.mark.parametrize(
    ("first", "second"), [(Lang.EN, Lang.AR), (Lang.AR, Lang.FR), (Lang.EN, Lang.FR)]
)
@pytest.mark.parametrize("between", [" / ", " - ", "\n"])
@pytest.mark.parametrize("dataset", FILLED)
def test_headings_in_two_languages_give_the_same_rows(
    dataset: str, between: str, first: Lang, second: Lang, database: Database, known: Knowledge
) -> None:
    book = openpyxl.load_workbook(BytesIO(filled(dataset, first, FILLED[dataset])))
    for number, column in enumerate(template_columns(dataset).values(), start=1):
        both = between.join((column.heading.in_(first), column.heading.in_(second)))
        book.worksheets[0].cell(1, number).value = both

    prepared = loaders.prepare(
        database, loaders.read(saved(book), "upload.xlsx"), dataset, Choices(), known
    )

    assert prepared.staged is not None
    assert {field for _, field in prepared.staged.columns} == set().union(*FILLED[dataset])
    assert prepared.staged.rows.num_rows == len(FILLED[dataset])


def reports(database: Database) -> list[tuple[object, ...]]:
    """Every report in force, with the organisations that indicators find in it."""
    found: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    with database.cursor() as cur:
        for *where, start, end, occasion, closed, named, name, role, scope in cur.rows(_REPORTS):
            report = (*where, Period(start, end), occasion, closed)
            listed = found.setdefault(report, [])
            if named:
                listed.append((name, role, scope))
    return sorted(((*report, listed) for report, listed in found.items()), key=repr)
