"""What is being done is told across the fence and out of every verb, to whoever listens."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import loaders
from core.errors import UnreadableFile
from core.i18n import Lang
from loaders.progress import Progress, Stage, listening, tell
from loaders.progress_words import progress_words
from loaders.terminal.under_way import telling
from tests.loaders.cells import Store
from tests.loaders.made_files import saved

HEADING = "Country,Period,Cluster,Organisation name,Organisation type\n"
ROW = "Chad,2022-01,WASH,Example Association,National NGO\n"


def heard(work: Callable[[], object]) -> list[Progress]:
    told: list[Progress] = []
    with listening(told.append):
        work()
    return told


def test_a_text_file_tells_how_many_rows_were_read() -> None:
    told = heard(lambda: loaders.read((HEADING + ROW * 1000).encode(), "list.csv"))

    assert [progress.stage for progress in told] == [Stage.LETTERS, Stage.ROWS]
    assert (told[-1].rows, told[-1].share) == (1001, 1.0)


def test_an_uneven_text_file_tells_so_too() -> None:
    told = heard(lambda: loaders.read((f"Title\n{HEADING}" + ROW * 1000).encode(), "list.csv"))

    assert told[-1].stage is Stage.ROWS
    assert told[-1].rows == 1002


def test_a_workbook_tells_which_sheet_is_read() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Lisez-moi"
    book.worksheets[0].append(["a", "b"])

    told = heard(lambda: loaders.read(saved(book), "list.xlsx"))

    assert told == [Progress(Stage.SHEET, 0, 1, name="Lisez-moi")]


def test_a_file_that_cannot_be_read_is_refused_all_the_same() -> None:
    told: list[Progress] = []

    with listening(told.append), pytest.raises(UnreadableFile) as caught:
        loaders.read(b"  \n ", "list.csv")

    assert caught.value.code == "empty-file"


def test_understanding_and_writing_tell_their_steps_in_order(store: Store) -> None:
    upload = loaders.read((HEADING + ROW).encode(), "list.csv")

    def work() -> None:
        choices, known = loaders.Choices(), store.known
        found = loaders.prepare(store.database, upload, "presence", choices, known)
        assert found.staged is not None
        loaders.rehearse(store.database, found.staged, observe=lambda cur: None)

    stages = list(dict.fromkeys(progress.stage for progress in heard(work)))
    assert stages == [
        Stage.COLUMNS, Stage.CELLS, Stage.JUDGING, Stage.COMPARING, Stage.MEASURING, Stage.WRITING,
    ]  # fmt: skip


@pytest.mark.parametrize("lang", list(Lang))
def test_every_stage_has_words(lang: Lang) -> None:
    words = {progress_words(Progress(stage, 0, 3, 12, "List"), lang) for stage in Stage}

    assert len(words) == len(Stage)
    assert not any("{" in sentence for sentence in words)


@pytest.mark.parametrize(("at_a_terminal", "shown"), [(True, True), (False, False)])
def test_only_a_person_at_a_terminal_is_shown_it(
    at_a_terminal: bool,
    shown: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: at_a_terminal)

    with telling(Lang.EN):
        tell(Progress(Stage.SHEET, 0, 2, name="Li\x1b[31mst"))

    said = capsys.readouterr()
    assert said.out == ""
    assert ("(1 of 2)" in said.err) is shown
    assert "\x1b[31m" not in said.err


def test_nobody_listening_is_no_trouble(tmp_path: Path) -> None:
    tell(Progress(Stage.WRITING))

    assert loaders.read((HEADING + ROW).encode(), "list.csv").sheets[0].table.num_rows == 2
