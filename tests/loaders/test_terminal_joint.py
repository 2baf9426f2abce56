"""Joins and splits from a terminal: proposed by `inspect`, taken by an option, told in JSON."""

from pathlib import Path

import pytest

from loaders.join import Join
from loaders.terminal.joint_options import join_of, join_text
from tests.loaders.made_joint import NAME, workbook
from tests.loaders.test_terminal import answer, run

JOIN = "Partners!Organisation=Organisation type"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(workbook())
    return path


def test_inspect_proposes_and_writes_the_option_that_accepts(file: Path) -> None:
    said = answer("inspect", file)

    assert said["join"] is None
    assert said["joins_possible"] == [
        {
            "sheet": "Partners", "visible": False, "key": "Organisation",
            "type": "Organisation type", "option": JOIN, "rows_unknown": 4, "rows_settled": 2,
        }
    ]  # fmt: skip
    (split,) = said["splits"]
    assert (split["sign"], split["cells"], split["chosen"]) == ("+", 1, False)
    assert split["examples"][0]["parts"] == ["Espoir du Sahel", "Made Up Relief"]
    assert f'--join "{JOIN}"' in run("inspect", file).stdout


def test_a_load_tells_each_type_with_its_cell_on_the_other_sheet(file: Path) -> None:
    said = answer("load", file, "--join", JOIN, "--split", "+")

    assert (said["rows_read"], said["rows_stored"], said["rows_dropped"]) == (4, 4, 0)
    assert said["split"] == ["+"]
    # Rows of the file: of both organisations of the split row the type is known now.
    assert (said["joined"]["rows_unknown"], said["joined"]["rows_settled"]) == (4, 3)
    assert said["joined"]["types"][1] == {
        "organisation": "Secours Inventé", "row": 3, "rows": 1, "type": "INGO", "cell": "B3",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--join", "Partners"), "join-incomplete"),
        (("--join", "Partners!=Type"), "join-incomplete"),
        (("--split", "x"), "unknown-sign"),
        (("--join", "Nowhere!Organisation=Organisation type"), "sheet-not-found"),
        (("--join", "Partners!Organisation=Nothing alike"), "heading-not-found"),
    ],
)
def test_what_is_not_there_is_wrong_usage(
    file: Path, arguments: tuple[str, str], code: str
) -> None:
    said = answer("load", file, *arguments, status=2)

    assert said["error"]["code"] == code


@pytest.mark.parametrize(
    "join", [Join("A!B", "Key = name", "Type"), Join("'s", "Key!", "Type"), Join("A", "B", "C")]
)
def test_the_option_reads_back_what_it_writes(join: Join) -> None:
    assert join_of(join_text(join)) == join
