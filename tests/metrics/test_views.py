"""Views say what one row is, and keep their word."""

import re
from pathlib import Path

import pytest

from core.storage.cursor import Cursor
from metrics.version import VIEWS

FILES = sorted(VIEWS.glob("*.sql"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_two_rows_of_a_view_share_its_declared_grain(file: Path, seeded: Cursor) -> None:
    text = file.read_text(encoding="utf-8")
    view = re.search(r"CREATE OR REPLACE VIEW (\w+)", text)
    grain = re.search(r"^-- grain: (.+)$", text, re.MULTILINE)
    assert view is not None
    assert grain is not None

    rows, distinct = seeded.rows(
        f"SELECT count(*), count(DISTINCT row({grain[1]})) FROM {view[1]}"  # noqa: S608 - our files
    )[0]

    assert rows == distinct
    assert rows > 0


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_view_names_its_columns_one_a_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert text.startswith("-- v_")
    assert "*" not in text
    assert not re.search(r"^    \w\.\w+, \w", text, re.MULTILINE)


def test_no_number_rests_on_rows_that_a_rehearsal_leaves_unwritten() -> None:
    views = {file.name: file.read_text(encoding="utf-8") for file in FILES}

    assert [name for name, text in views.items() if re.search(r"fact_presence|v_named", text)] == []
