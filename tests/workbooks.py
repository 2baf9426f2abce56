"""The eleven published workbooks, and what a person has to say about each to load it."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from loaders.__main__ import app

ROOT = Path(__file__).resolve().parent.parent

# At most a country, a period, an identity, and one sheet or one column. Ethiopia: 497 rows of a
# file of February say January; the key follows the name of the file.
OPTIONS: dict[str, tuple[str, ...]] = {
    "som-3w-2022-03": ("--country", "SOM", "--period", "2022-03"),
    "som-3w-2025-01-04": ("--country", "SOM", "--period", "2025-01..2025-04"),
    "tcd-3w-2021-10": ("--country", "TCD", "--period", "2021-10"),
    "caf-3w-2022-03": ("--country", "CAF", "--period", "2022-Q1"),
    "irq-3w-2022-01-04": ("--country", "IRQ"),
    "sdn-3w-2021": ("--country", "SDN", "--period", "2021"),
    "ssd-3w-2022-q1": ("--country", "SSD", "--period", "2022-Q1", "--map", "Name=cluster"),
    "cod-3w-2022-01": (
        "--country", "COD", "--period", "2022-01", "--identity", "acronym", "--sheet", "DATA-FINAL",
    ),
    "hti-3w-2020": ("--country", "HTI", "--period", "2020-03"),
    "eth-4w-2022-02": ("--country", "ETH", "--period", "2022-02", "--map", "Reporting Month=-"),
    "lby-3w-2021-05": ("--country", "LBY", "--period", "2021-05"),
}  # fmt: skip
# The others are loaded in this process, which is faster and runs the same command.
IN_PROCESS_OF_THEIR_OWN = ("tcd-3w-2021-10", "lby-3w-2021-05")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A store with all eleven, closed, and what each load said. Whoever writes copies the file."""

    store: Path
    answers: dict[str, dict[str, Any]]


def load(samples: Path, store: Path) -> Loaded:
    """All eleven into one new store, from the terminal."""
    answers = {}
    for folder, options in OPTIONS.items():
        (file,) = (samples / folder).glob("*.xlsx")
        arguments = ["load", str(file), *options, "--as", "test", "--json", "--store", str(store)]
        run = by_process if folder in IN_PROCESS_OF_THEIR_OWN else by_runner
        answers[folder] = json.loads(run(arguments))
    return Loaded(store, answers)


def by_runner(arguments: list[str]) -> str:
    """The command in this process."""
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def by_process(arguments: list[str]) -> str:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "loaders", *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout
