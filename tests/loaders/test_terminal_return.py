"""`--return`: the file back with its marks, as the terminal gives it."""

from pathlib import Path

import openpyxl

from tests.loaders.test_terminal import HEADING, ROWS, answer, written


def test_a_file_is_given_back_with_its_marks_and_never_over_another(
    tmp_path: Path,
) -> None:
    good = written(tmp_path, "list.csv", HEADING + ROWS)
    out = tmp_path / "back.xlsx"

    said = answer("load", good, "--return", out)
    again = answer("load", good, "--return", out, "--claim", "whole", status=2)

    assert said["returned"] == str(out)
    assert openpyxl.load_workbook(out).sheetnames == ["ALN - to correct", "list"]
    # What cannot be written stops the load before anything is stored.
    assert again["error"]["code"] == "file-exists"
    assert len(answer("batches")["batches"]) == 1
