"""However many values are wrong: a bounded number of issues, and every row counted."""

from pathlib import Path

import pytest

import loaders
import metrics
from core.i18n import Lang
from core.storage.database import Database
from loaders import Choices
from loaders.bounded import MOST_VALUES, bounded
from loaders.issues import Code, Issue, Severity
from loaders.sentences import sentence


def issue(value: str, row: int, count: int) -> Issue:
    return Issue(
        code=Code.VALUE_NOT_IN_LIST,
        severity=Severity.WARNS,
        row=row,
        column=3,
        field="cluster",
        value=value,
        count=count,
    )


def test_the_most_frequent_values_stay_in_their_order_and_the_rest_are_counted() -> None:
    # 600 values: the first hundred and one stand in one row each, the others in two.
    many = [issue(str(n), 10 + n, 1 if n <= 100 else 2) for n in range(600)]

    kept = list(bounded(many))
    again = list(bounded([*kept, issue("late", 9, 1)]))

    # 499 in two rows each and the first of the others; a hundred values of one row are left.
    assert [one.value for one in kept[:-1]] == ["0", *(str(n) for n in range(101, 600))]
    assert (kept[-1].more, kept[-1].count, kept[-1].cell, kept[-1].value) == (100, 100, "C11", None)
    # Bounded once more with another value: it is one of the rest, and the first row of them.
    assert (again[-1].more, again[-1].count, again[-1].cell) == (101, 101, "C9")
    assert len(again) == MOST_VALUES + 1


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("Chad,2022-01,Unheard of {n},Org,National NGO", Severity.WARNS),
        ("Chad,2022-01,WASH,Org,Martian {n}", Severity.WARNS),
        ("Nowhere {n},2022-01,WASH,Org,National NGO", Severity.DROPS_ROW),
        ("Chad,whenever {n},WASH,Org,National NGO", Severity.DROPS_ROW),
    ],
)
def test_fifty_thousand_wrong_texts_make_a_few_hundred_issues(
    tmp_path: Path, line: str, severity: Severity
) -> None:
    # Letters for figures: some figures are years.
    words = (str(n).translate(str.maketrans("0123456789", "bcdfghjklm")) for n in range(50_000))
    wrong = [line.format(n=word) for word in words]
    right = ["Chad,2022-01,WASH,Org,National NGO"]
    heading = "Country,Period,Cluster,Organisation name,Organisation type"
    database = Database.open(tmp_path / "s.duckdb")
    metrics.install_views(database)
    upload = loaders.read("\n".join([heading, *right, *wrong]).encode(), "made.csv")

    prepared = loaders.prepare(database, upload, "presence", Choices(), loaders.knowledge(database))
    database.close()

    alike = [i for i in prepared.report.issues if i.severity is severity and i.column]
    rest = [i for i in alike if i.more]
    assert len(alike) == MOST_VALUES + 1
    assert [(i.more, i.count) for i in rest] == [(49_500, 49_500)]
    assert sum(i.count for i in alike) == 50_000
    assert prepared.staged is not None
    kept = 50_001 if severity is Severity.WARNS else 1
    assert (prepared.staged.rows_read, prepared.staged.rows.num_rows) == (50_001, kept)


@pytest.mark.parametrize("lang", list(Lang))
def test_what_is_left_out_is_said_in_a_sentence_with_its_number(lang: Lang) -> None:
    (rest,) = [i for i in bounded(issue(str(n), n, 1) for n in range(1, 503)) if i.more]

    what, remedy = sentence(rest, lang)

    assert "2" in what
    assert "C501" in what
    assert remedy
