"""A prefilled template, given its period and nothing else, reads back the same organisations."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

import openpyxl
import pytest

import loaders
from core.i18n import Lang
from loaders import Choices
from loaders.issues import Severity
from loaders.returns.prefilled import PREFILLED, prefilled_rows
from loaders.template import template
from loaders.template_columns import template_columns
from tests.loaders.cells import OFFICE, Store
from tests.loaders.filled_templates import filled
from tests.loaders.made_files import saved

LUMIERE = {"organisation": "Association Lumière", "acronym": "AL", "organisation_type": "441"}
OTHER = {"organisation": "=SUM(A1) & جمعية النور", "organisation_type": "437"}
WASH = {"country": "TCD", "mechanism_type": "cluster", "cluster": "WSH"}
LAC = {"country": "TCD", "mechanism_type": "twg", "mechanism": "Hygiène", "cluster": "WSH",
       "level": "subnational", "place": "Lac", "hub": "Hub Est"}  # fmt: skip
HEALTH = {"country": "TCD", "mechanism_type": "cluster", "cluster": "HEA"}
SAYS = {"status": "active", "language": "fr", "interpretation": "no", "plan": "yes"}

# An older report, which gives way; then what is in force, in two clusters and a place.
BEFORE: Mapping[str, Mapping[str, str]] = {
    "roles": {**WASH, "period": "2022-Q1", "role": "lead", "organisation": "Gone Since"},
    "members": {**WASH, "period": "2022-Q1", "organisation": "Gone Since"},
    "meetings": {**WASH, "date": "2022-02-14", "organisation": "Gone Since"},
    "mechanisms": {**WASH, "period": "2022-Q1", "status": "active", "members": "99"},
}
LAST: Mapping[str, Sequence[Mapping[str, str]]] = {
    "roles": (
        {**WASH, "period": "2022-Q2", "role": "co_lead", **LUMIERE, "funded": "yes"},
        {**WASH, "period": "2022-Q2", "role": "chair"},
        {**LAC, "period": "2022-Q2", "role": "chair", **OTHER},
        {**HEALTH, "period": "2022-Q2", "role": "lead", **OTHER},
    ),
    "members": (
        {**WASH, "period": "2022-Q2", **LUMIERE, "seat": "observer"},
        {**LAC, "period": "2022-Q2", **OTHER},
        {**HEALTH, "period": "2022-Q2", **OTHER, "seat": "full"},
    ),
    "meetings": (
        {**WASH, "date": "2022-05-14", **LUMIERE, "language": "ar", "interpretation": "yes"},
        {**LAC, "date": "2022-05-01", **OTHER},
        {**HEALTH, "date": "2022-05-01", **OTHER},
    ),
    "mechanisms": (
        {**WASH, "period": "2022-Q2", **SAYS, "members": "24", "members_un": "0"},
        {**LAC, "period": "2022-Q2", "minutes_translated": "yes"},
        {**HEALTH, "period": "2022-Q2", "status": "active"},
    ),
}
_WHEN = {"meetings": ("date", "2022-08-03")}
_SAID = ("mechanism_type", "cluster", "level", "place_key", "hub", "mechanism_name_key", "role",
         "name", "acronym_reported", "judged_type", "seat", "funded", "closed", "language",
         "interpretation", "minutes_translated", "plan", "members", "members_un")  # fmt: skip


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("dataset", PREFILLED)
def test_a_prefilled_template_is_a_matter_of_the_period(
    new_store: Callable[[], Store], dataset: str, lang: Lang
) -> None:
    store = new_store()
    _publish(store, dataset, filled(dataset, Lang.FR, [BEFORE[dataset]]))
    before = _publish(store, dataset, filled(dataset, Lang.FR, LAST[dataset]))
    with store.database.cursor() as cur:
        rows = prefilled_rows(cur, dataset, "TCD", None, lang)

    after = _publish(store, dataset, _with_period(dataset, lang, rows))

    assert len(before) == len(LAST[dataset])
    assert sorted(after, key=str) == sorted(before, key=str)


def test_without_its_period_a_prefilled_template_is_refused(store: Store) -> None:
    _publish(store, "members", filled("members", Lang.EN, LAST["members"]))
    with store.database.cursor() as cur:
        rows = prefilled_rows(cur, "members", "TCD", None, Lang.EN)

    upload = loaders.read(template("members", Lang.EN, rows), "members.xlsx")
    ready = loaders.prepare(store.database, upload, "members", Choices(), store.known)

    assert ready.report.blocks


def test_a_cluster_and_a_country_limit_what_is_prefilled(store: Store) -> None:
    _publish(store, "roles", filled("roles", Lang.EN, LAST["roles"]))

    with store.database.cursor() as cur:
        health = prefilled_rows(cur, "roles", "TCD", "HEA", Lang.FR)
        elsewhere = prefilled_rows(cur, "roles", "YEM", None, Lang.FR)

    assert health == [
        {"country": "Tchad", "mechanism_type": "Cluster (groupe sectoriel)", "cluster": "Santé",
         "level": "Niveau national", "role": "Chef de file",
         "organisation": "=SUM(A1) & جمعية النور",
         "organisation_type": "International NGO (INGO)"}
    ]  # fmt: skip
    assert elsewhere == []


def _publish(store: Store, dataset: str, content: bytes) -> list[tuple[object, ...]]:
    """Publish a workbook; what its rows say, but for when."""
    upload = loaders.read(content, "list.xlsx")
    ready = loaders.prepare(store.database, upload, dataset, Choices(), store.known)
    assert ready.staged is not None
    assert [i for i in ready.report.issues if i.severity is not Severity.WARNS] == []
    loaders.commit(store.database, ready.staged, OFFICE)
    return [tuple(row.get(name) for name in _SAID) for row in ready.staged.rows.to_pylist()]


def _with_period(dataset: str, lang: Lang, rows: Sequence[Mapping[str, str]]) -> bytes:
    """The template with its period filled in, and nothing else touched."""
    field, told = _WHEN.get(dataset, ("period", "2022-Q3"))
    book = openpyxl.load_workbook(BytesIO(template(dataset, lang, rows)))
    column = list(template_columns(dataset)).index(field) + 1
    for row in range(2, len(rows) + 2):
        assert book.worksheets[0].cell(row, column).value is None
        book.worksheets[0].cell(row, column, told)
    return saved(book)
