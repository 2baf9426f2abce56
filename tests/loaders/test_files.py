"""Each folder of `files/` is a file that an office might send: what is said of it, what is stored.

The expected values are worked out by hand from the rules, never pasted from a run.
"""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import loaders
from core.errors import UnreadableFile
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices, Knowledge, Prepared
from loaders.join import Join
from tests.loaders.made_files import saved

FILES = Path(__file__).parent / "files"
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
# Of the same list with a line above it, or written otherwise before it was made uniform.
WHERE_IT_STANDS = frozenset(("source_row", "slot", "who", "detail"))
CASES = sorted(path.name for path in FILES.iterdir() if path.is_dir())


def _said(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "choices.toml").read_text(encoding="utf-8"))


def _says(case: str, name: str) -> bool:
    return name in _said(FILES / case)


CHOSEN = ("country", "cluster", "hub", "identity", "claim", "sheet", "heading_row", "day", "dates")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database.open(tmp_path_factory.mktemp("store") / "store.duckdb")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def known(database: Database) -> Knowledge:
    return loaders.knowledge(database)


@pytest.mark.parametrize("case", [case for case in CASES if not _says(case, "refused")])
def test_a_file_gets_these_remarks_and_these_rows(
    case: str, database: Database, known: Knowledge
) -> None:
    prepared = _prepared(FILES / case, database, known)

    assert _issues(prepared) == _expected(FILES / case / "expected.issues.csv")
    if _says(case, "rows"):  # of a published file no row is repeated here
        assert len(_stored(prepared)) == _said(FILES / case)["rows"]
    else:
        assert _rows(prepared, FILES / case) == _expected(FILES / case / "expected.rows.csv")


@pytest.mark.parametrize("case", [case for case in CASES if _says(case, "refused")])
def test_a_file_is_refused_as_what_it_is(case: str) -> None:
    folder, said = FILES / case, _said(FILES / case)

    with pytest.raises(UnreadableFile) as refusal:
        loaders.read(_content(folder), _name(said))

    assert refusal.value.code == said["refused"]


@pytest.mark.parametrize("case", [case for case in CASES if _says(case, "same_rows_as")])
def test_the_same_list_in_other_letters_gives_the_same_rows(
    case: str, database: Database, known: Knowledge
) -> None:
    again = _prepared(FILES / case, database, known)
    first = _prepared(FILES / _said(FILES / case)["same_rows_as"], database, known)

    assert again.staged is not None
    assert first.staged is not None
    assert first.staged.rows.num_rows > 1000
    told = [name for name in first.staged.rows.column_names if name not in WHERE_IT_STANDS]
    assert again.staged.rows.select(told).equals(first.staged.rows.select(told))


def test_nothing_of_a_person_is_left_anywhere(database: Database, known: Knowledge) -> None:
    for case in (
        "personal_data",
        "address_inside_an_organisation_cell",
        "address_inside_a_lead_cell",
        "meetings_sign_in_sheet",
        "events_with_speakers",
    ):
        prepared = _prepared(FILES / case, database, known)
        assert prepared.staged is not None
        kept = (
            prepared.staged.rows.to_pylist(),
            prepared.report,
            prepared.staged.conversions,
            prepared.staged.columns,
        )

        assert "secret" not in repr(kept).casefold()
        assert "66 12" not in repr(kept)


def _prepared(folder: Path, database: Database, known: Knowledge) -> Prepared:
    said = _said(folder)
    period = Period.parse(said["period"]) if "period" in said else None
    choices = Choices(
        period=period,
        columns=tuple(said.get("columns", {}).items()),
        join=Join(*said["join"]) if "join" in said else None,
        split=tuple(said.get("split", ())),
        whole=tuple(said.get("whole", ())),
        **{name: said[name] for name in CHOSEN if name in said},
    )
    upload = loaders.read(_content(folder), _name(said))
    return loaders.prepare(database, upload, said.get("dataset", "presence"), choices, known)


def _name(said: dict[str, Any]) -> str:
    return Path(said["sample"]).name if "sample" in said else str(said["file"])


def _content(folder: Path) -> bytes:
    """A published file, or the one that lies there, or a workbook made of its sheets."""
    said = _said(folder)
    if "sample" in said:
        return (SAMPLES / str(said["sample"])).read_bytes()
    if (folder / "upload.csv").exists():
        return (folder / "upload.csv").read_bytes()
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for part in (*sorted(folder.glob("sheet *.csv")), *sorted(folder.glob("hidden *.csv"))):
        state, _, title = part.stem.partition(" ")
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if state == "hidden" else "visible"
        with part.open(newline="", encoding="utf-8") as lines:
            for row in csv.reader(lines):
                sheet.append(row)
    return saved(book)


def _expected(path: Path) -> list[tuple[str, ...]]:
    with path.open(newline="", encoding="utf-8") as lines:
        return sorted(tuple(row) for row in list(csv.reader(lines))[1:])


def _issues(prepared: Prepared) -> list[tuple[str, ...]]:
    return sorted(
        tuple(map(_text, (i.code, i.severity, i.cell, i.field, i.value, i.suggestion, i.count)))
        for i in prepared.report.issues
    )


def _stored(prepared: Prepared) -> list[dict[str, Any]]:
    """What would be stored: nothing of a file that a remark blocks."""
    if prepared.staged is None or prepared.report.blocks:
        return []
    stored: list[dict[str, Any]] = prepared.staged.rows.to_pylist()
    return stored


def _rows(prepared: Prepared, folder: Path) -> list[tuple[str, ...]]:
    with (folder / "expected.rows.csv").open(newline="", encoding="utf-8") as lines:
        names = next(csv.reader(lines))
    return sorted(tuple(_text(_cell(row, name)) for name in names) for row in _stored(prepared))


def _cell(row: dict[str, Any], name: str) -> object:
    if name == "period":
        return Period(row["period_start"], row["period_end"])
    return row["name" if name == "organisation" else name]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
