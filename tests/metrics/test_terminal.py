"""python -m metrics: what comes out, where, and with which exit status."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from core.settings import Settings
from core.storage.database import Database
from metrics import MEASURES, indicators, methodology
from metrics.__main__ import app
from metrics.output import as_csv, as_json

SEED = Path(__file__).parent / "seed.sql"


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _seeded(tmp_path_factory.mktemp("stored") / "aln.duckdb")


def test_compute_writes_one_object_a_group_and_nothing_else(stored: Path) -> None:
    ran = _run("compute", "P8", "--by", "country", "--format", "json", "--store", str(stored))

    rows = json.loads(ran.stdout)
    assert ran.exit_code == 0
    assert list(rows[0]) == ["country", *MEASURES]
    assert rows[0] == {
        "country": "LBY",
        "numerator": 0,
        "denominator": 0,
        "unknown": 2,
        "value": None,
        "low": 0.0,
        "high": 1.0,
        "reporting": 1,
        "expected": 1,
        "state": "no-type",
    }


def test_where_takes_several_values_and_none(stored: Path) -> None:
    only = ("--where", "country=MLI", "--where", "country=YEM", "--where", "cluster=")
    ran = _run("compute", "unknown_type", "--by", "country,cluster", *only, "--store", str(stored))

    # Coordination of Yemen, which is in no cluster.
    found = list(csv.DictReader(io.StringIO(ran.stdout)))
    assert [(row["country"], row["denominator"]) for row in found] == [("YEM", "1")]


@pytest.mark.parametrize(
    ("instant", "denominator"),
    [
        ("2025-07-14", "1"),  # batch 11 is there, withdrawn a day later
        ("2025-07-15T01:59+02:00", "1"),  # by a clock two hours ahead, still the day before
        ("2025-07-15T02:00+02:00", "0"),
        ("2025-07-16", "0"),
    ],
)
def test_as_of_is_an_instant_in_utc(instant: str, denominator: str, stored: Path) -> None:
    only = ("--where", "cluster=HEA", "--where", "period=2025-Q2")
    ran = _run("compute", "P8", *only, "--as-of", instant, "--store", str(stored))

    found = list(csv.DictReader(io.StringIO(ran.stdout)))
    assert (found[0]["denominator"] if found else "0") == denominator


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compute", "lna_share_of_presense"), "lna_share_of_presence"),
        (("compute", "P8", "--by", "clutser"), "cluster"),
        (("compute", "P8", "--where", "cuontry=TCD"), "country"),
        (("compute", "P8", "--where", "country"), "country"),
        (("compute", "P8", "--where", "period=2025-13"), "2025-13"),
        (("compute", "P8", "--as-of", "yesterday"), "yesterday"),
        (("compute", "P8", "--scope", "4"), "scope"),
        (("compute", "P8", "--grain", "week"), "quarter"),
        (("compute", "P8", "--lang", "ar", "--by", "clutser"), "cluster"),
    ],
)
def test_a_wrong_question_says_what_was_meant(
    arguments: tuple[str, ...], said: str, stored: Path
) -> None:
    ran = _run(*arguments, "--store", str(stored))

    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr


def test_without_any_store_it_is_refused_and_none_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALN_STORE", str(tmp_path / "real.duckdb"))
    monkeypatch.setenv("ALN_DEMONSTRATION", str(tmp_path / "demonstration.duckdb"))

    ran = _run("compute", "P8")

    assert (ran.exit_code, ran.stdout) == (1, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("real_is_there", [True, False])
def test_demonstration_data_stand_in_for_an_empty_store_and_it_is_said(
    real_is_there: bool, tmp_path: Path, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALN_STORE", str(tmp_path / "real.duckdb"))
    monkeypatch.setenv("ALN_DEMONSTRATION", str(stored))
    if real_is_there:
        Database.open(tmp_path / "real.duckdb").close()

    ran = _run("compute", "P8", "--format", "json")

    assert ran.exit_code == 0
    assert "fictional" in ran.stderr
    # 7 of Yemen and 3 of Mali are known; of these 5 and 2 are L/NA.
    assert json.loads(ran.stdout)[0]["numerator"] == 7


def test_a_store_in_use_is_said_with_status_3(tmp_path: Path) -> None:
    path = tmp_path / "aln.duckdb"
    database = Database.open(path)
    command = [sys.executable, "-m", "metrics", "compute", "P8", "--store", str(path)]

    ran = subprocess.run(command, capture_output=True, text=True, check=False)

    database.close()
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "Traceback" not in ran.stderr


def test_text_from_files_is_no_formula_in_a_spreadsheet_and_itself_in_json() -> None:
    label = "=HYPERLINK(1)"
    found = pd.DataFrame({"cluster_reported": [label, None], "value": [0.5, None]}).astype(
        {"cluster_reported": "string", "value": "Float64"}
    )

    assert as_csv(found) == "cluster_reported,value\n'=HYPERLINK(1),0.5\n,\n"
    assert json.loads(as_json(found)) == [
        {"cluster_reported": label, "value": 0.5},
        {"cluster_reported": None, "value": None},
    ]


def test_list_names_every_indicator_in_both_forms() -> None:
    codes = {indicator.code for indicator in indicators().values()}

    listed = json.loads(_run("list", "--json").stdout)
    printed = _run("list", "--lang", "fr").stdout

    assert {indicator["code"] for indicator in listed} == codes
    assert {line.split()[0] for line in printed.splitlines() if line[0] != " "} == codes
    assert "ALN parmi les organisations" in printed


def test_the_page_of_indicators_is_current() -> None:
    assert methodology.is_current()


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def _seeded(path: Path) -> Path:
    database = Database.open(path, settings=Settings())
    with database.transaction() as cur:
        cur.run(SEED.read_text(encoding="utf-8"))
    database.close()
    return path
