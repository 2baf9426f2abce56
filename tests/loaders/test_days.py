"""Days as people write them: what one text says, and what the column as a whole settles."""

from datetime import date

import pytest

import loaders
from core.storage.database import Database
from loaders.days import DateOrder, days_of
from loaders.vocabulary import Vocabulary

MARCH_5, MAY_3 = date(2022, 3, 5), date(2022, 5, 3)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    database = Database.open(tmp_path_factory.mktemp("words") / "s.duckdb")
    known = loaders.knowledge(database).vocabulary
    database.close()
    return known


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-03-05", MARCH_5),
        ("2022/3/5", MARCH_5),
        ("2022-03-05 09:30:00", MARCH_5),
        ("25.12.2021", date(2021, 12, 25)),
        ("12/25/2021", date(2021, 12, 25)),
        ("07/07/2022", date(2022, 7, 7)),
        ("٢٥/١٢/٢٠٢١", date(2021, 12, 25)),
        ("5 mars 2022", MARCH_5),
        ("samedi 5 mars 2022", MARCH_5),
        ("1er février 2022", date(2022, 2, 1)),
        ("March 5, 2022", MARCH_5),
        ("5th of March 2022", MARCH_5),
        ("٥ آذار/مارس ٢٠٢٢", MARCH_5),
        ("44625", MARCH_5),  # a spreadsheet's day: 44562 is 1 January 2022
        ("2022-02-30", None),
        ("31/04/2022", None),
        ("mars 2022", None),
        ("2022", None),
        ("05/03/22", None),
        ("next Tuesday", None),
    ],
)
def test_a_text_says_one_day_or_none(text: str, day: date | None, words: Vocabulary) -> None:
    found = days_of([text], words.months)

    assert found.days == (day,)
    assert found.could_be_two == ()


@pytest.mark.parametrize(
    ("texts", "order", "first"),
    [
        (["05/03/2022", "25/03/2022"], None, MARCH_5),
        (["05/03/2022", "03/25/2022"], None, MAY_3),
        (["05/03/2022", "2022-03-25"], None, None),  # says nothing about the other order
        (["05/03/2022", "07/07/2022"], None, None),
        (["05/03/2022", "25/03/2022", "03/25/2022"], None, None),  # contradicts itself
        (["05/03/2022", "07/07/2022"], "day-first", MARCH_5),
        (["05/03/2022", "25/03/2022"], "month-first", MAY_3),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_whole_column(
    texts: list[str], order: DateOrder | None, first: date | None, words: Vocabulary
) -> None:
    found = days_of(texts, words.months, order)

    assert found.days[0] == first
    assert found.could_be_two == (() if first else (0,))
    assert None not in found.days[1:]
