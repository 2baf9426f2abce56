"""What a mechanism reported last is where its next return begins; and meetings without lists."""

from dataclasses import replace

import pytest

import loaders
from core.access import Office
from core.i18n import Lang
from loaders import commit_all
from loaders.issues import Code, Severity
from loaders.returns import Answers, known_mechanisms, last
from tests.loaders.cells import OFFICE, Store
from tests.loaders.returned_answers import ANSWERS, WASH, taken, written


def test_a_list_begins_with_what_other_files_said_last_and_says_which(store: Store) -> None:
    _publish(store, "roles", "old.csv", "Chad,Cluster,WASH,2025-10,Lead,Old Lead,NNGO")
    _publish(store, "roles", "new.csv", "Chad,Cluster,WASH,2025-11,Lead,New Lead,National NGO",
             "Chad,Cluster,WASH,2025-11,Co-lead,,")  # fmt: skip
    _publish(store, "members", "sag.csv", "Chad,SAG,WASH,2025-09,Full member,In The SAG,NNGO")
    with store.database.cursor() as cur:
        cluster = next(
            one for one in known_mechanisms(cur, "TCD") if one.mechanism_type == "cluster"
        )
        found = last(cur, cluster, store.known.vocabulary)

    assert found.answers.roles == (
        {"role": "lead", "organisation": "New Lead", "organisation_type": "441"},
        {"role": "co_lead", "organisation": "vacant"},
    )
    assert found.answers.seats == (
        {"seat": "full", "organisation": "In The SAG", "organisation_type": "441"},
    )
    assert found.answers.members == {}
    assert [(o.dataset, o.of_group, o.file_name, str(o.period)) for o in found.origins] == [
        ("roles", False, "new.csv", "2025-11"), ("members", True, "sag.csv", "2025-09"),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", Lang)
def test_what_was_prefilled_is_the_same_mechanism_and_the_same_organisations(
    store: Store, lang: Lang
) -> None:
    named = replace(
        ANSWERS,
        which={**WASH, "mechanism_type": "twg", "mechanism": "Hygiène & santé",
               "level": "subnational", "place": "Lac", "hub": "Hub Est"},
    )  # fmt: skip
    for answers in (ANSWERS, named):
        commit_all(store.database, taken(store, written(answers)).stageds, OFFICE)
    mechanisms = store.rows_of("mechanism")
    with store.database.cursor() as cur:
        known = known_mechanisms(cur, "TCD")
        again = [last(cur, one, store.known.vocabulary).answers for one in known]

    for answers in again:
        content = written(answers.about(period="2026-04"), lang)
        commit_all(store.database, taken(store, content).stageds, OFFICE)

    assert store.rows_of("mechanism") == mechanisms
    assert [a.roles for a in again if a.which["mechanism_type"] == "twg"] == [ANSWERS.roles]
    assert {o for o in _held(store, "2026-04")} == {o for o in _held(store, "2026-03")}


def test_an_organisation_that_its_file_tells_by_acronym_stays_the_same_one(store: Store) -> None:
    heading = "Country,Mechanism type,Cluster,Period,Leadership role,Organisation name,Acronym"
    row = "Chad,Cluster,WASH,2026-03,Lead,Association Lumière du Lac,ALL"
    upload = loaders.read(f"{heading}\n{row}".encode(), "roles.csv")
    choices = loaders.Choices(identity="acronym")
    ready = loaders.prepare(store.database, upload, "roles", choices, store.known)
    assert ready.staged is not None
    loaders.commit(store.database, ready.staged, OFFICE)
    with store.database.cursor() as cur:
        (known,) = known_mechanisms(cur, "TCD")
        answers = last(cur, known, store.known.vocabulary).answers

    content = written(answers.about(period="2026-04"))
    commit_all(store.database, taken(store, content).stageds, OFFICE)

    assert store.rows_of("organisation") == 1


def test_a_meeting_without_its_list_counts_nobody_and_replaces_only_its_own_day(
    store: Store,
) -> None:
    heading = "Country,Mechanism type,Cluster,Date,Organisation name,Organisation type"
    row = "Chad,Cluster,WASH,2026-02-10,Was There,NNGO"
    _publish(store, "meetings", "list.csv", row, heading=heading)
    answers = Answers(which=WASH, meetings=({"date": "2026-02-24", "language": "ar"},))

    commit_all(store.database, taken(store, written(answers)).stageds, OFFICE)

    with store.database.cursor() as cur:
        held = cur.rows(
            "SELECT r.occasion, o.role, o.organisation IS NOT NULL FROM report AS r "
            "JOIN fact_org AS o USING (report) SEMI JOIN v_current_report AS v USING (report) "
            "ORDER BY r.occasion"
        )
    assert held == [("2026-02-10", "attended", True), ("2026-02-24", None, False)]


def test_the_words_for_a_missing_list_name_nobody_in_another_list(store: Store) -> None:
    upload = loaders.read(
        b"Country,Period,Cluster,Organisation name,Organisation type\n"
        b"Chad,2022-01,WASH,Attendance not listed,\nChad,2022-01,WASH,Someone,NNGO\n",
        "list.csv",
    )

    ready = loaders.prepare(store.database, upload, "presence", loaders.Choices(), store.known)

    assert ready.staged is not None
    assert ready.staged.rows.column("name").to_pylist() == ["Someone"]
    dropped = [i for i in ready.report.issues if i.severity is Severity.DROPS_ROW]
    assert [(i.code, i.value) for i in dropped] == [
        (Code.ORGANISATION_PLACEHOLDER, "Attendance not listed")
    ]


def _held(store: Store, month: str) -> list[tuple[object, ...]]:
    with store.database.cursor() as cur:
        return cur.rows(
            "SELECT r.dataset, r.mechanism, o.role, g.name FROM report AS r "
            "JOIN fact_org AS o USING (report) LEFT JOIN organisation AS g "
            "ON g.organisation = o.organisation WHERE r.period_start = $month "
            "AND r.dataset IN ('roles', 'members')",
            {"month": int(month[:4]) * 12 + int(month[5:]) - 1},
        )


def _publish(store: Store, dataset: str, name: str, *rows: str, heading: str = "") -> int:
    headings = heading or (
        "Country,Mechanism type,Cluster,Period,"
        + ("Leadership role" if dataset == "roles" else "Seat")
        + ",Organisation name,Organisation type"
    )
    upload = loaders.read("\n".join((headings, *rows)).encode(), name)
    ready = loaders.prepare(store.database, upload, dataset, loaders.Choices(), store.known)
    assert ready.staged is not None
    assert not ready.report.blocks, ready.report.issues
    return loaders.commit(store.database, ready.staged, Office("OCHA Chad")).batch
