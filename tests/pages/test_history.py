"""The history page: what was published, what it changed, and the way to undo it."""

import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.i18n import Lang, translations
from core.storage.cursor import Cursor
from loaders.batches import batches
from loaders.undo import rehearse_withdrawal
from pages.components import store
from pages.components.history import claim, moves
from tests.pages.published import markup, opened

pytestmark = pytest.mark.usefixtures("published_store")

ONLY_FOR_THE_TEAM = (
    "first.csv",
    "OCHA Chad",
    "WASH Chad",
    "wrong month",
    "Made Up",
    "Body Without",
)


def standings() -> dict[int, str]:
    with store.real().cursor() as cur:
        return {batch.batch: batch.standing for batch in batches(cur)}


def rows_of(visit: AppTest) -> list[list[str]]:
    """The cells of every table row, tags and isolates taken away."""
    bodies = re.findall(r"<tr>(<td.*?)</tr>", markup(visit))
    return [re.findall(r"<bdi>(.*?)</bdi>", body) for body in bodies]


def test_batches_are_listed_the_newest_first_with_their_standing() -> None:
    visit = opened("history.py", lang="en")

    shown = re.findall(r"<h2>(Batch \d)</h2>.*?</span> ([A-Z][a-z ]+)</span>", markup(visit))
    assert not visit.exception
    assert shown == [("Batch 3", "Withdrawn"), ("Batch 2", "In force"), ("Batch 1", "In force")]
    assert "5 March 2026" in markup(visit)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("batch", ["", "1", "2", "3"])
def test_it_opens_in_every_language(lang: Lang, batch: str) -> None:
    visit = opened("history.py", lang=lang.value, **({"batch": batch} if batch else {}))

    assert not visit.exception
    assert visit.title[0].value == translations(lang).gettext("History")
    assert "note-refused" not in markup(visit)


@pytest.mark.parametrize("batch", ["", "1", "3"])
def test_outside_the_team_no_file_office_reason_or_organisation_is_named(batch: str) -> None:
    address = {"lang": "en", "view": "public"} | ({"batch": batch} if batch else {})

    visit = opened("history.py", **address)

    assert not visit.exception
    assert "5 March 2026" in markup(visit) or batch == "3"
    assert [word for word in ONLY_FOR_THE_TEAM if word in markup(visit)] == []
    assert not visit.text_input
    assert not visit.expander


def test_a_correction_shows_the_share_before_and_after_and_nothing_that_stayed() -> None:
    visit = opened("history.py", lang="en", batch="2")

    moved = [(row[0], row[2], row[4], row[5]) for row in rows_of(visit) if len(row) == 6]
    assert moved == [
        (
            "L/NAs among the organisations reported present (3W)",
            "Water, Sanitation and Hygiene (WASH)",
            "75% (3 of 4), 1 of unknown type",
            "50% (1 of 2)",
        ),
        (
            "Rows without a usable organisation type",
            "Water, Sanitation and Hygiene (WASH)",
            "20% (1 of 5)",
            "0% (0 of 2)",
        ),
    ]


def test_withdrawing_asks_for_a_reason_and_brings_the_earlier_batch_back() -> None:
    visit = opened("history.py", lang="en", batch="2")

    visit.button(key="preview").click().run()
    assert [row[4:] for row in rows_of(visit) if row[-1].startswith("75%")] == [
        ["50% (1 of 2)", "75% (3 of 4), 1 of unknown type"]
    ]
    visit.button(key="confirm").click().run()
    refused, untouched = markup(visit), standings()
    visit.text_input(key="withdraw_2_office").input("WASH Chad")
    visit.text_input(key="withdraw_2_why").input("wrong file").run()
    visit.button(key="confirm").click().run()

    assert "The office or the reason is missing" in refused
    assert untouched[2] == "in-force"
    assert not visit.exception
    assert standings() == {1: "in-force", 2: "withdrawn", 3: "withdrawn"}
    assert "Batch 2 was withdrawn" in markup(visit)
    assert "upload the file again" in markup(visit)


def test_an_office_that_is_a_person_is_refused() -> None:
    visit = opened("history.py", lang="en", batch="2")

    visit.button(key="preview").click().run()
    visit.text_input(key="withdraw_2_office").input("someone@example.org")
    visit.text_input(key="withdraw_2_why").input("wrong file").run()
    visit.button(key="confirm").click().run()

    assert "is refused" in markup(visit)
    assert standings()[2] == "in-force"


def test_purging_is_asked_twice_and_leaves_a_tombstone() -> None:
    visit = opened("history.py", lang="en", batch="1")

    visit.text_input(key="purge_1_office").input("OCHA Chad")
    visit.text_input(key="purge_1_why").input("telephone numbers").run()
    visit.button(key="purge").click().run()
    assert "This cannot be undone" in markup(visit)
    assert visit.button(key="purge_confirm").disabled
    visit.checkbox(key="purge_sure").check().run()
    visit.button(key="purge_confirm").click().run()

    assert not visit.exception
    assert standings()[1] == "purged"
    assert "first.csv" not in markup(visit)
    assert "removed for good" in markup(visit)


def test_as_of_a_day_later_batches_and_withdrawals_are_left_out() -> None:
    early = opened("history.py", lang="en", as_of="2026-03-06")
    between = opened("history.py", lang="en", as_of="2026-03-07")
    before = opened("history.py", lang="en", as_of="2026-03-01")

    assert re.findall(r"<h2>Batch \d</h2>", markup(early)) == ["<h2>Batch 1</h2>"]
    assert "As of 6 March 2026: later decisions are left out" in markup(early)
    assert "Withdrawn" not in markup(between)
    assert "Batch 3" in markup(between)
    assert "Nothing had been published by that day." in markup(before)


def test_the_band_leads_back_to_now() -> None:
    visit = opened("history.py", lang="en", as_of="2026-03-06")

    visit.button(key="back_to_now").click().run()

    assert "as_of" not in visit.query_params
    assert "later decisions" not in markup(visit)


def test_a_day_is_chosen_without_a_calendar_and_stands_in_the_address() -> None:
    visit = opened("history.py", lang="fr", as_of="2026-03-20")

    visit.selectbox(key="earlier_day").select(6).run()
    visit.button(key="show_day").click().run()

    assert visit.query_params["as_of"] in ("2026-03-06", ["2026-03-06"])


def test_an_unknown_batch_is_said_to_be_unknown() -> None:
    visit = opened("history.py", lang="en", batch="99")

    assert not visit.exception
    assert "There is no batch 99." in markup(visit)


def test_a_rehearsed_withdrawal_leaves_no_trace() -> None:
    with store.real().cursor() as cur:
        events = cur.value("SELECT count(*) FROM event")

    before, after = rehearse_withdrawal(store.real(), 2, observe=in_force)

    with store.real().cursor() as cur:
        assert cur.value("SELECT count(*) FROM event") == events
    assert (before, after) == ({1, 2}, {1})
    assert standings()[2] == "in-force"


def in_force(cur: Cursor) -> set[int]:
    """The batches that hold a cell."""
    return {batch for (batch,) in cur.rows("SELECT DISTINCT batch FROM v_current_cell")}


def test_months_that_follow_one_another_are_one_period() -> None:
    assert [str(run) for run in claim.runs([24262, 24261, 24270])] == [
        "2021-10..2021-11",
        "2022-07",
    ]


def test_a_number_that_only_changes_its_state_has_moved() -> None:
    columns = {"numerator": 0, "denominator": 0, "unknown": 2, "reporting": 1, "expected": 1}
    shares = dict.fromkeys(("value", "low", "high"))
    where = {"indicator": "lna_share_of_presence", "country": "TCD", "cluster": None}
    row = {**where, "period": "2021", **columns, **shares}

    found = moves.between(
        pd.DataFrame([row | {"state": "no-type"}]), pd.DataFrame([row | {"state": "nothing-known"}])
    )

    assert [(move.country, move.cluster, move.size) for move in found] == [("TCD", None, 0.0)]
