"""Returns from the terminal: the sheet to send, the sheet that comes back, and its standing."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from core.i18n import Lang, translations
from loaders.returns import Answers
from tests.loaders.returned_answers import ANSWERS, WASH, written
from tests.loaders.test_terminal import answer, run


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    file = tmp_path / "return.xlsx"
    file.write_bytes(written(ANSWERS, Lang.AR))
    return file


def test_a_return_is_inspected_rehearsed_loaded_and_known_again(sent: Path) -> None:
    said = [
        answer("inspect", sent),
        answer("load", sent, "--dry-run"),
        answer("load", sent, "--as", "OCHA Chad"),
        answer("load", sent, "--as", "OCHA Chad"),
    ]

    assert [one["status"] for one in said] == ["done", "rehearsed", "loaded", "already-loaded"]
    assert {one["form"] for one in said} == {"return"}
    assert said[0]["loadable"]
    assert [one["dataset"] for one in said[0]["batches"]] == [
        "mechanisms", "roles", "members", "meetings",
    ]  # fmt: skip
    assert [one["difference"]["new"] for one in said[1]["batches"]] == [2, 3, 2, 2]
    # Written by month, then dataset: a meeting was in February.
    assert [one["batch"] for one in said[2]["batches"]] == [2, 4, 3, 1]
    assert len(answer("batches")["batches"]) == 4


def test_a_return_is_no_other_list_whatever_its_sheet_is_said_to_be(sent: Path) -> None:
    title = openpyxl.load_workbook(sent).sheetnames[0]

    said = answer("load", sent, "--part", f"{title}=members", "--country", "TCD", "--dry-run")

    assert (said["status"], said["form"]) == ("rehearsed", "return")
    assert [one["dataset"] for one in said["batches"]] == [
        "mechanisms", "roles", "members", "meetings",
    ]  # fmt: skip


def test_a_return_that_answers_nothing_is_refused_and_nothing_is_stored(tmp_path: Path) -> None:
    file = tmp_path / "return.xlsx"
    file.write_bytes(written(Answers(which=WASH)))

    said = answer("load", file, status=1)

    assert (said["status"], said["error"]["code"]) == ("refused", "no-rows-left")
    assert answer("batches")["batches"] == []


@pytest.mark.parametrize("lang", Lang)
def test_the_sheet_to_send_holds_what_was_reported_last(
    sent: Path, tmp_path: Path, lang: Lang
) -> None:
    answer("load", sent, "--as", "OCHA Chad")
    (cluster, _) = answer("mechanisms", "--country", "Tchad")["mechanisms"]
    out = tmp_path / "next.xlsx"

    answer(
        "return-template", "--lang", lang.value, "--out", out, "--country", "TCD",
        "--mechanism", cluster["mechanism"], "--period", "2026-04",
    )  # fmt: skip
    said = answer("load", out, "--as", "OCHA Chad")

    assert (cluster["cluster"], cluster["last_month"]) == ("WSH", "2026-03")
    # No meeting: those of March are over.
    assert [(b["dataset"], b["rows_stored"]) for b in said["batches"]] == [
        ("mechanisms", 2), ("roles", 3), ("members", 2),
    ]  # fmt: skip
    assert {period for b in said["batches"] for period in b["claim"]["periods"]} == {"2026-04"}


@pytest.mark.parametrize("lang", Lang)
def test_a_standing_is_said_in_three_languages(sent: Path, lang: Lang) -> None:
    answer("load", sent, "--as", "OCHA Chad")

    said = run("standing", 2, "--contested", "--why", "nobody asked us", "--lang", lang.value)

    sentence = "Batch {batch} stands as contested: this is shown beside its numbers."
    assert said.exit_code == 0
    assert translations(lang).gettext(sentence).partition("{")[0] in said.stdout


def test_a_prefilled_template_is_loaded_once_its_period_is_said(sent: Path, tmp_path: Path) -> None:
    answer("load", sent, "--as", "OCHA Chad")
    out = tmp_path / "roles.xlsx"

    answer("template", "roles", "--lang", "ar", "--country", "TCD", "--prefilled", "--out", out)

    refused = answer("load", out, "--dataset", "roles", status=1)
    said = answer("load", out, "--dataset", "roles", "--period", "2026-04")
    assert refused["error"]["code"] == "period-missing"
    assert (said["status"], said["rows_stored"]) == ("loaded", 3)


def test_a_return_with_a_mistake_comes_back_marked_and_is_still_a_return(tmp_path: Path) -> None:
    file, marked = tmp_path / "return.xlsx", tmp_path / "marked.xlsx"
    file.write_bytes(written(replace(ANSWERS, members={"members": "several"})))

    answer("load", file, "--return", marked, "--dry-run")

    book = openpyxl.load_workbook(marked)
    comments = [cell.comment.text for row in book.worksheets[1] for cell in row if cell.comment]
    assert len(comments) == 1
    assert "several" in comments[0]
    assert [one["rows_stored"] for one in answer("load", marked)["batches"]] == [2, 3, 2, 2]


WRONG = (
    (("standing", 1, "--why", "x"), "standing-unclear"),
    (("standing", 1, "--contested", "--confirmed", "--why", "x"), "standing-unclear"),
    (("standing", 1, "--contested", "--why", " "), "why-missing"),
    (("standing", 9, "--contested", "--why", "x"), "unknown-batch"),
    (("mechanisms", "--country", "Atlantis"), "unknown-country"),
    (("return-template", "--out", "r.xlsx", "--mechanism", 1), "country-missing"),
    (("return-template", "--out", "r.xlsx", "--country", "TCD", "--mechanism", 9),
     "no-such-mechanism"),
    (("return-template", "--out", "r.xlsx", "--period", "soon"), "wrong-period"),
    (("template", "presence", "--out", "p.xlsx", "--prefilled", "--country", "TCD"),
     "not-prefilled"),
    (("template", "roles", "--out", "p.xlsx", "--prefilled"), "country-missing"),
)  # fmt: skip


@pytest.mark.parametrize(("arguments", "code"), WRONG)
def test_a_wrong_command_ends_with_2_and_says_what_to_do(
    arguments: tuple[object, ...], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    said = answer(*arguments, status=2)

    assert (said["status"], said["error"]["code"]) == ("wrong-usage", code)
    assert said["error"]["do"]
    assert list(tmp_path.glob("*.xlsx")) == []
