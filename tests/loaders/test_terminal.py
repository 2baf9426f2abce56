"""The terminal: exit statuses, one JSON object, three languages, and no text that steers it."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from core.i18n import Lang, translations
from loaders.__main__ import app

HEADING = "Country,Period,Cluster,Organisation name,Organisation type\n"
ROWS = (
    "Chad,2022-01,WASH,Example Association,National NGO\n"
    "Chad,2022-01,WASH,Example International,International NGO\n"
    "Chad,2022-01,Health,Example Association,National NGO\n"
)
ESC, CSI, RLO = "\x1b[31m", "\x9b", "\u202e"
ISSUE = {
    "code", "severity", "sheet", "row", "column", "cell", "field", "value", "suggestion",
    "count", "others", "rows", "more", "what", "do",
}  # fmt: skip


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def answer(*arguments: object, status: int = 0) -> dict[str, Any]:
    """The one JSON object, with nothing before or behind it and nothing beside it."""
    result = run(*arguments, "--json")
    assert (result.exit_code, result.stderr) == (status, ""), result.output
    assert result.stdout.count("\n") == 1
    assert result.stdout.isascii()
    said: dict[str, Any] = json.loads(result.stdout)
    return said


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return written(tmp_path, "list.csv", HEADING + ROWS)


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_load_says_what_was_stored_and_what_it_speaks_for(good: Path) -> None:
    said = answer("load", good, "--as", "test")

    assert (said["status"], said["batch"]) == ("loaded", 1)
    assert (said["rows_read"], said["rows_stored"], said["rows_dropped"]) == (3, 3, 0)
    assert said["claim"] == {
        "extent": "as-found", "countries": ["TCD"], "periods": ["2022-01"],
        "clusters": ["Health", "WASH"],
    }  # fmt: skip
    assert said["difference"] == {"new": 3, "changed": 0, "unchanged": 0, "gone": 0}


def test_the_same_file_again_is_no_news_and_no_failure(good: Path) -> None:
    answer("load", good)

    again = answer("load", good)

    assert (again["status"], again["batch"], again["rows_stored"]) == ("already-loaded", 1, 0)
    assert [issue["code"] for issue in again["issues"]] == ["already-loaded"]
    assert len(answer("batches")["batches"]) == 1


def test_a_rehearsal_stores_nothing_and_says_which_numbers_would_move(
    good: Path, tmp_path: Path
) -> None:
    answer("load", good)
    shorter = written(tmp_path, "shorter.csv", HEADING + ROWS.splitlines()[0] + "\n")

    said = answer("load", shorter, "--dry-run", "--claim", "whole")

    # WASH loses Example International, Health its only organisation.
    assert (said["status"], said["batch"], said["rows_stored"]) == ("rehearsed", None, 0)
    assert said["difference"] == {"new": 0, "changed": 0, "unchanged": 1, "gone": 2}
    assert said["gone"] == ["Example Association", "Example International"]
    assert [(m["cluster"], m["organisations"]) for m in said["moves"]] == [
        ("Health", {"before": 1, "after": 0}),
        ("WASH", {"before": 2, "after": 1}),
    ]
    assert len(answer("batches")["batches"]) == 1


def test_a_withdrawal_and_a_purge_stay_readable(good: Path) -> None:
    answer("load", good)
    answer("load", good, "--cluster", "HEA", "--claim", "whole")

    withdrawn = answer("withdraw", 2, "--why", "a draft")
    purged = answer("purge", 1, "--why", "names of people", "--yes")
    listed = answer("batches")["batches"]

    assert (withdrawn["status"], withdrawn["event"]) == ("withdrawn", 3)
    assert (purged["status"], purged["event"]) == ("purged", 4)
    assert [(b["batch"], b["standing"], b["why"], b["file_name"]) for b in listed] == [
        (2, "withdrawn", "a draft", "list.csv"),
        (1, "purged", "names of people", None),
    ]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "empty-file"),
        ("%PDF-1.7", "not-a-table"),
        ("just a sentence\nand another\n", "no-table-found"),
        ("key,val\n1,a\n2,b\n", "column-missing"),
        ("Country,Period,Organisation name\nChad,2022-01,Example\nChad,2022-01,Other\n",
         "column-missing"),
        (HEADING.replace("Period", "Remarks") + ROWS.replace("2022-01", "fine"), "period-missing"),
        (HEADING + ROWS.replace("2022-01", "2999-01"), "no-rows-left"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_stored_is_refused_with_1(
    tmp_path: Path, text: str, error: str
) -> None:
    said = answer("load", written(tmp_path, "odd.csv", text), status=1)

    assert (said["status"], said["error"]["code"]) == ("refused", error)
    assert said["error"]["what"]
    assert said["error"]["do"]
    assert all(set(issue) == ISSUE for issue in said["issues"])
    assert answer("batches")["batches"] == []


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (["load", "{file}", "--period", "2022-13"], "wrong-period", "2022-Q1"),
        (["load", "{file}", "--country", "Tchd"], "unknown-country", "Tchad"),
        (["load", "{file}", "--cluster", "Nutritin"], "unknown-cluster", "Nutrition"),
        (["load", "{file}", "--dataset", "rolls"], "unknown-dataset", "roles"),
        (["load", "{file}", "--map", "Cluster=clustr"], "unknown-field", "cluster"),
        (["load", "{file}", "--map", "Clustr=cluster"], "heading-not-found", "Cluster"),
        (["load", "{file}", "--map", "Cluster"], "map-incomplete", "Heading=field"),
        (["load", "{file}", "--sheet", "Data"], "sheet-not-found", "list"),
        (["load", "{file}", "--as", "a.b@example.org"], "label-is-personal", "office"),
        (["load", "{file}", "--claim", "all"], "wrong-command-line", "as-found"),
        (["load", "{file}.gone"], "file-not-found", "list.csv.gone"),
        (["inspect", "{file}", "--country", "Tchd"], "unknown-country", "Tchad"),
        (["withdraw", "7", "--why", "x"], "unknown-batch", "7"),
        (["withdraw", "7", "--why", " "], "why-missing", "--why"),
        (["withdraw", "7"], "wrong-command-line", "--why"),
        (["purge", "7", "--why", "x"], "purge-not-confirmed", "--yes"),
        (["template", "rolls", "--out", "{file}.xlsx"], "unknown-dataset", "roles"),
        (["template", "roles", "--out", "{file}"], "file-exists", "list.csv"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_was_probably_meant(
    good: Path, arguments: list[str], error: str, said: str
) -> None:
    found = answer(*(text.format(file=good) for text in arguments), status=2)

    assert (found["status"], found["error"]["code"]) == ("wrong-usage", error)
    assert said in f"{found['error']['what']} {found['error']['do']}"


def test_without_json_wrong_usage_is_said_on_the_error_stream_and_a_refusal_is_not(
    tmp_path: Path,
) -> None:
    empty = written(tmp_path, "empty.csv", "")

    refused, misused = run("load", empty), run("load", empty, "--period", "soon")

    assert (refused.exit_code, refused.stderr) == (1, "")
    assert "empty.csv" in refused.stdout
    assert (misused.exit_code, misused.stdout) == (2, "")
    assert "soon" in misused.stderr


def test_inspect_says_where_each_thing_was_found_and_makes_no_store(tmp_path: Path) -> None:
    text = "Cluster,Nom de l’organisation,Type d’organisation\nEHA,Association,ONG nationale\n"
    file = written(tmp_path, "3w_tchad_oct2021.csv", text + "Santé,Forum,ONG nationale\n")

    said = answer("inspect", file, "--lang", "fr")

    assert said["loadable"]
    assert (said["heading_rows"], said["hxl_row"], said["delimiter"]) == ([1], None, ",")
    assert [c["field"] for c in said["columns"]] == [
        "cluster", "organisation", "organisation_type",
    ]  # fmt: skip
    assert said["country"] == {"values": ["TCD"], "from": "name", "name": "3w_tchad_oct2021"}
    assert said["period"]["values"] == ["2021-10"]
    assert said["cluster"]["from"] == "cells"
    assert not (tmp_path / "store.duckdb").exists()


@pytest.mark.parametrize("lang", [Lang.FR, Lang.AR])
def test_every_sentence_of_a_command_is_in_the_language_asked_for(good: Path, lang: Lang) -> None:
    gettext = translations(lang).gettext

    spoken = [
        run("load", good, "--lang", lang.value).stdout,
        run("batches", "--lang", lang.value).stdout,
        run("withdraw", 1, "--why", "x", "--lang", lang.value).stdout,
        run("purge", 1, "--why", "x", "--lang", lang.value).stderr,
        run("load", good, "--period", "x", "--lang", lang.value).stderr,
    ]

    wanted = [
        gettext("Loaded as batch {batch}.").partition("{batch}")[0],
        gettext("in force"),
        gettext("Batch {batch} is withdrawn. What it had replaced is in force again.")[-20:],
        gettext("Add --yes if that is what you want. Nothing was removed."),
        gettext("Write it as 2022-01, 2022-Q1, 2022 or 2022-01..2022-04."),
    ]
    english = translations(Lang.EN).gettext
    assert all(part in text for part, text in zip(wanted, spoken, strict=True))
    assert gettext("Nothing was stored.") != english("Nothing was stored.")


def test_a_file_without_types_is_loaded_and_says_that_no_share_comes_from_it(
    tmp_path: Path,
) -> None:
    text = "Country,Period,Cluster,Organisation name\nChad,2022-01,WASH,Example\n"

    result = run("load", written(tmp_path, "untyped.csv", text))

    assert result.exit_code == 0
    assert "no share can be computed" in result.stdout


def test_text_of_a_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    row = f"Chad,2022-01,Wa{RLO}ter,Exam{CSI}ple,National NGO\n"
    file = written(tmp_path, f"li{ESC}st.csv", HEADING + row + row.replace("Exa", "Ano"))

    shown = run("load", file).stdout + run("inspect", file).stdout + run("batches").stdout
    said = answer("inspect", file)

    assert not {ESC[0], CSI, RLO} & set(shown)
    assert r"li\x1b[31mst.csv" in shown
    assert said["file"] == file.name
    assert said["cluster"]["values"] == ["Water"]
