"""Several lists of one workbook from a terminal: one load, all of them or none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.i18n import Lang
from tests.loaders.made_workbooks import members_and_roles, titles, workbook
from tests.loaders.test_terminal import answer, run

HEADINGS = "Country|Organisation|Organisation type|Cluster"
BOTH = ("--part", "Members=members", "--part", "Roles=roles")
MONTHS = ("--part", "Jan=presence", "--part", "Feb=presence")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "book.xlsx"
    file.write_bytes(members_and_roles(Lang.EN))
    return file


def months(folder: Path, *, second: str = "Chad|Aid B|National NGO|Health") -> Path:
    file = folder / "3W Q1 2022.xlsx"
    jan = (HEADINGS, "Chad|Aid A|National NGO|WASH")
    file.write_bytes(workbook({"Jan": jan, "Feb": (HEADINGS, second)}))
    return file


@pytest.mark.parametrize("lang", list(Lang))
def test_lists_are_loaded_together_and_each_is_a_batch(tmp_path: Path, lang: Lang) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(members_and_roles(lang))
    members, roles = titles(lang)
    parts = ("--part", f"{members}=members", "--part", f"{roles}=roles")

    said = answer("load", file, *parts)
    again = answer("load", file, *parts)

    assert (said["status"], said["batches"], said["rows_stored"]) == ("loaded", [1, 2], 4)
    assert [(p["dataset"], p["sheet"], p["batch"]) for p in said["parts"]] == [
        ("members", members, 1),
        ("roles", roles, 2),
    ]
    assert said["difference"] == {"new": 4, "changed": 0, "unchanged": 0, "gone": 0}
    assert (again["status"], again["batches"], again["rows_stored"]) == (
        "already-loaded",
        [1, 2],
        0,
    )
    assert len(answer("batches")["batches"]) == 2


def test_sheets_of_months_are_one_dataset_over_several_sheets(tmp_path: Path) -> None:
    said = answer("load", months(tmp_path), *MONTHS)

    assert [part["claim"]["periods"] for part in said["parts"]] == [["2022-01"], ["2022-02"]]


def test_a_rehearsal_of_lists_says_each_move_once_and_stores_nothing(tmp_path: Path) -> None:
    said = answer("load", months(tmp_path), *MONTHS, "--dry-run")

    moved = [(m["dataset"], m["cluster"], m["period"], m["organisations"]) for m in said["moves"]]
    assert (said["status"], said["cells"]) == ("rehearsed", 2)
    assert moved == [
        ("presence", "Health", "2022-02", {"before": 0, "after": 1}),
        ("presence", "WASH", "2022-01", {"before": 0, "after": 1}),
    ]
    assert answer("batches")["batches"] == []


def test_one_refused_list_stores_none_and_says_which(tmp_path: Path) -> None:
    file = months(tmp_path, second="Chad||National NGO|Health")

    said = answer("load", file, *MONTHS, status=1)

    assert (said["status"], said["rows_stored"]) == ("refused", 0)
    assert [(part["sheet"], part["status"]) for part in said["parts"]] == [
        ("Jan", "held-back"),
        ("Feb", "refused"),
    ]
    assert answer("batches")["batches"] == []


def test_sheets_that_overlap_are_refused_by_name(book: Path) -> None:
    said = answer("load", months(book.parent), *MONTHS, "--period", "2022-01", status=0)
    assert said["status"] == "loaded"  # WASH and Health of one month lie beside each other

    file = months(book.parent, second="Chad|Aid B|National NGO|WASH")
    refused = answer("load", file, *MONTHS, "--period", "2022-01", status=1)

    assert refused["error"]["code"] == "sheets-overlap"
    assert all(name in refused["error"]["what"] for name in ("Jan", "Feb"))


def wrong() -> Iterator[tuple[tuple[str, ...], str]]:
    yield ("--part", "Members"), "part-incomplete"
    yield ("--part", "Members=people"), "unknown-dataset"
    yield ("--part", "Members=members", "--part", "Members=members"), "part-twice"
    yield (*BOTH, "--sheet", "Members"), "part-and-sheet"
    yield (*BOTH, "--heading-row", "1"), "part-and-sheet"
    yield ("--part", "Nowhere=members"), "sheet-not-found"
    yield (*BOTH, "--map", "Roles!Role=seat"), "unknown-field"


@pytest.mark.parametrize(("options", "code"), list(wrong()), ids=lambda value: str(value)[-20:])
def test_parts_that_cannot_be_meant_are_wrong_usage(
    book: Path, options: tuple[str, ...], code: str
) -> None:
    assert answer("load", book, *options, status=2)["error"]["code"] == code


def test_a_column_is_named_with_its_sheet(book: Path) -> None:
    said = answer("load", book, *BOTH, "--map", "Roles!Organisation type=-", "--dry-run")

    fields = [{column["field"] for column in part["columns"]} for part in said["parts"]]
    assert ["organisation_type" in one for one in fields] == [True, False]


def test_inspecting_lists_the_sheets_with_what_they_may_hold(book: Path) -> None:
    said = answer("inspect", book, "--dataset", "members")
    lines = {lang: run("inspect", book, "--lang", lang.value).stdout for lang in Lang}

    assert [(s["name"], s["proposed"][0]["dataset"]) for s in said["sheets"]] == [
        ("Members", "members"),
        ("Roles", "roles"),
    ]
    assert all("members" in text and "roles" in text for text in lines.values())
