"""What the steps of an upload are made of: groups of issues, moves of numbers, kept drafts."""

from threading import Event

import pandas as pd

from loaders.issues import Code, Issue, Severity
from loaders.progress import Progress, Stage, tell
from metrics.measurement import MEASURES
from pages.components import issue_table
from pages.components.upload import moved_numbers, work
from pages.components.upload.drafts import Draft, Drafts, File

FILE = File("made.csv", 1, "0" * 64, "csv", "utf-8", ",", ("made",))


def test_issues_are_grouped_by_rule_and_column_the_gravest_first() -> None:
    def issue(code: Code, severity: Severity, row: int, count: int) -> Issue:
        return Issue(code=code, severity=severity, row=row, column=3, field="cluster", count=count)

    issues = [
        issue(Code.VALUE_NOT_IN_LIST, Severity.WARNS, 5, 40),
        issue(Code.ORGANISATION_MISSING, Severity.DROPS_ROW, 9, 1),
        issue(Code.VALUE_NOT_IN_LIST, Severity.WARNS, 2, 2),
        issue(Code.COLUMN_MISSING, Severity.BLOCKS_FILE, 1, 1),
    ]

    groups = issue_table.grouped(issues)

    assert [(g.code, g.rows, g.addresses) for g in groups] == [
        (Code.COLUMN_MISSING, 1, ("C1",)),
        (Code.ORGANISATION_MISSING, 1, ("C9",)),
        (Code.VALUE_NOT_IN_LIST, 42, ("C5", "C2")),
    ]


def test_moves_are_sorted_by_size_and_a_number_that_stays_is_none() -> None:
    before = snapshot({"HEA": (1, 4), "WSH": (1, 2), "EDU": (1, 1)})
    after = snapshot({"HEA": (2, 4), "WSH": (1, 2), "NUT": (3, 4)})

    moved = moved_numbers.moves(before, after)

    # Education vanishes with all of its 100%, Nutrition appears with 75%, Health moves by 25.
    assert [(move.cluster, move.size) for move in moved] == [
        ("EDU", 1.0),
        ("NUT", 0.75),
        ("HEA", 0.25),
    ]
    assert moved[0].after is None
    assert moved[1].before is None


def test_drafts_expire_after_two_hours_and_the_oldest_makes_room() -> None:
    seconds = [0.0]
    drafts = Drafts(now=lambda: seconds[0])
    for number in range(41):
        drafts.keep(Draft(key=str(number), dataset="presence", file=FILE))
    assert drafts.find("0") is None
    assert drafts.find("40") is not None

    seconds[0] = 2 * 60 * 60 + 1.0

    assert drafts.find("40") is None


def snapshot(shares: dict[str, tuple[int, int]]) -> pd.DataFrame:
    """One indicator of one country and month, by cluster."""
    rows = [
        ("lna_share_of_presence", "TCD", "2021-10", cluster, top, below, 0, top / below)
        for cluster, (top, below) in shares.items()
    ]
    columns = ["indicator", "country", "period", "cluster", *MEASURES[:4]]
    return pd.DataFrame(rows, columns=columns).assign(state="value")


def test_a_bar_never_goes_back_while_a_file_is_read_understood_and_published() -> None:
    for stages in (
        [Stage.LETTERS, Stage.ROWS],
        [Stage.COLUMNS, Stage.CELLS, Stage.JUDGING, Stage.COMPARING],
        [Stage.MEASURING, Stage.WRITING],
    ):
        steps = [Progress(stage, done, 2) for stage in stages for done in (0, 1, 2)]
        shares = [work.share(step) for step in steps]

        assert shares == sorted(shares)
        assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_what_a_piece_of_work_says_is_seen_while_it_goes_on() -> None:
    begun, go_on = Event(), Event()

    def under_way() -> str:
        tell(Progress(Stage.ROWS, 1, 4))
        begun.set()
        go_on.wait(timeout=10)
        return "done"

    future = work.reading(under_way)
    assert begun.wait(timeout=10)

    assert work.told(future) == Progress(Stage.ROWS, 1, 4)
    go_on.set()
    assert future.result(timeout=10) == "done"
