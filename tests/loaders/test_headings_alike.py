"""The same workbook under headings in any language, or in two, gives the same rows."""

from collections.abc import Iterator
from io import BytesIO
from itertools import permutations

import openpyxl
import pyarrow as pa
import pytest

import loaders
from core.i18n import Lang
from core.storage.database import Database
from loaders import Choices, Knowledge
from loaders.datasets import DATASETS
from loaders.template_columns import template_columns
from tests.loaders import test_round_trip, test_template
from tests.loaders.filled_templates import filled
from tests.loaders.made_files import saved

FILLED = {**test_round_trip.FILLED, **test_template.FILLED}
# One language, or two in either order.
ABOVE = [(lang,) for lang in Lang] + list(permutations(Lang, 2))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database.open(tmp_path_factory.mktemp("store") / "store.duckdb")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def known(database: Database) -> Knowledge:
    return loaders.knowledge(database)


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_rows_are_the_same_whatever_the_language_of_the_headings(
    dataset: str, database: Database, known: Knowledge
) -> None:
    (as_made, *others) = (rows(under(dataset, langs), dataset, database, known) for langs in ABOVE)

    assert as_made.num_rows == len(FILLED[dataset])
    for langs, found in zip(ABOVE[1:], others, strict=True):
        assert found.to_pylist() == as_made.to_pylist(), langs


def under(dataset: str, langs: tuple[Lang, ...]) -> bytes:
    """The filled template, its cells in English, with headings in these languages."""
    book = openpyxl.load_workbook(BytesIO(filled(dataset, Lang.EN, FILLED[dataset])))
    for number, column in enumerate(template_columns(dataset).values(), start=1):
        heading = " / ".join(column.heading.in_(lang) for lang in langs)
        book.worksheets[0].cell(1, number).value = heading
    return saved(book)


def rows(content: bytes, dataset: str, database: Database, known: Knowledge) -> pa.Table:
    """What would be stored of a file."""
    upload = loaders.read(content, "upload.xlsx")
    staged = loaders.prepare(database, upload, dataset, Choices(), known).staged
    assert staged is not None
    return staged.rows
