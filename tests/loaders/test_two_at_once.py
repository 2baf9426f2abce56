"""The store belongs to one process: a second load waits, or says who has it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from core.storage.database import Database
from tests.conftest import ROOT

ROWS = "Country,Period,Cluster,Organisation name\nChad,2022-01,WASH,Example Association\n"


def load(folder: Path, number: int, *more: str) -> "subprocess.Popen[str]":
    return command(folder, number, "load", {}, "--store", str(folder / "s.duckdb"), *more)


def command(
    folder: Path, number: int, verb: str, settings: dict[str, str], *more: str
) -> "subprocess.Popen[str]":
    file = folder / f"list{number}.csv"
    file.write_text(ROWS.replace("2022-01", f"2022-{number:02}"), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "-m", "loaders", verb, str(file), "--json", *more],
        cwd=ROOT,
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_second_load_ends_with_3_and_says_which_process_has_the_store(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "s.duckdb")

    second = load(tmp_path, 1)
    out, err = second.communicate(timeout=60)
    database.close()

    said = json.loads(out)
    assert (second.returncode, err) == (3, "")
    assert (said["status"], said["error"]["code"]) == ("store-busy", "store-busy")
    assert f"PID {os.getpid()}" in said["error"]["what"]


def test_a_load_that_may_wait_goes_on_when_the_store_is_free(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "s.duckdb")

    second = load(tmp_path, 1, "--wait", "60")
    waited = not ended_within(second, 3)
    database.close()
    out, _ = second.communicate(timeout=60)

    assert waited
    assert (second.returncode, json.loads(out)["status"]) == (0, "loaded")


def test_two_loads_at_once_that_may_wait_are_both_stored_whole(tmp_path: Path) -> None:
    both = [load(tmp_path, number, "--wait", "60") for number in (1, 2)]

    said = [json.loads(one.communicate(timeout=60)[0]) for one in both]

    assert [one.returncode for one in both] == [0, 0]
    assert sorted(answer["batch"] for answer in said) == [1, 2]


def test_two_loads_at_once_that_may_not_wait_end_with_0_or_3(tmp_path: Path) -> None:
    both = [load(tmp_path, number) for number in (1, 2)]

    said = [json.loads(one.communicate(timeout=60)[0]) for one in both]

    statuses = {one.returncode: answer["status"] for one, answer in zip(both, said, strict=True)}
    assert statuses in ({0: "loaded"}, {0: "loaded", 3: "store-busy"})


def test_a_file_can_be_inspected_while_another_process_has_the_store(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "s.duckdb")

    inspecting = command(tmp_path, 1, "inspect", {"ALN_STORE": str(tmp_path / "s.duckdb")})
    out, err = inspecting.communicate(timeout=60)
    database.close()

    assert (inspecting.returncode, err) == (0, "")
    assert json.loads(out)["loadable"]


def ended_within(command: "subprocess.Popen[str]", seconds: float) -> bool:
    try:
        command.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True
