"""`make test`: every check in order, all of them even after a failure, then what came of each.

A check that cannot run says why in the last lines. With CI=true it is a failure: nothing is skipped
there. Exit status 0: every check that ran has passed.
"""

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from tests import browser_setup

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS_COLLECTED = 5  # exit status of pytest
PARALLEL = ("-n", "2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the summary: a command of the virtual environment."""

    name: str
    command: tuple[str, ...]
    junit: bool = False  # pytest: tests are counted, and skipped ones are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a check."""

    name: str
    ran: bool
    passed: bool
    said: str  # seconds and counts, or why it did not run
    skipped: tuple[str, ...] = ()


CHECKS = (
    Check(name="format", command=("ruff", "format", "--check", ".")),
    Check(name="lint", command=("ruff", "check", ".")),
    Check(name="types", command=("mypy",)),
    Check(name="imports", command=("lint-imports",)),
    Check(name="catalogues", command=("python", "-m", "core.i18n.catalogue", "--check")),
    Check(name="docs: indicators", command=("python", "-m", "metrics", "docs", "--check")),
    Check(name="docs: codes", command=("python", "-m", "loaders", "codes", "--check")),
    Check(name="tests", command=("pytest", "-m", "not browser", *PARALLEL), junit=True),
)
BROWSER = Check(name="browser tests", command=("pytest", "-m", "browser"), junit=True)


def main() -> int:
    """Run everything; return the exit status."""
    lacks = browser_setup.install()
    outcomes = [run(check) for check in CHECKS]
    outcomes.append(did_not_run(BROWSER, "; ".join(lacks)) if lacks else run(BROWSER))
    strict = os.environ.get("CI") == "true"
    print(summary(outcomes, strict=strict), flush=True)
    return 0 if all(acceptable(outcome, strict=strict) for outcome in outcomes) else 1


def run(check: Check) -> Outcome:
    """Run one check with its output on the terminal."""
    print(f"\n== {check.name}: {' '.join(check.command)}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.xml"
        status = _status(check, results)
        if status is None:
            return did_not_run(check, f"{check.command[0]} is not in the virtual environment")
        if check.junit and status == NO_TESTS_COLLECTED:
            return did_not_run(check, "there are no such tests")
        counted, skipped = _counted(results)
    said = f"{time.monotonic() - started:.0f} s{counted}"
    return Outcome(name=check.name, ran=True, passed=status == 0, said=said, skipped=skipped)


def did_not_run(check: Check, why: str) -> Outcome:
    """The outcome of a check that could not be made."""
    return Outcome(name=check.name, ran=False, passed=False, said=why)


def acceptable(outcome: Outcome, *, strict: bool) -> bool:
    """Whether this outcome lets `make test` succeed; strict: nothing may be left out."""
    if not outcome.ran:
        return not strict
    return outcome.passed and not (strict and outcome.skipped)


def summary(outcomes: list[Outcome], *, strict: bool) -> str:
    """The last lines: one for each check, then each test that was left out and why."""
    lines = ["", "Summary"]
    for outcome in outcomes:
        state = "ran        " if outcome.ran else "did not run"
        verdict = ("passed" if outcome.passed else "FAILED") if outcome.ran else "-"
        lines.append(f"{state}  {outcome.name:<18} {verdict:<7} {outcome.said}")
        lines += [f"             left out: {test}" for test in outcome.skipped]
    refused = [o.name for o in outcomes if not acceptable(o, strict=strict)]
    missed = [o.name for o in outcomes if not o.ran]
    if refused:
        lines.append(f"Failed: {', '.join(refused)}")
    elif missed:
        lines.append(f"Passed, but not everything ran: {', '.join(missed)}")
    else:
        lines.append("Everything ran and passed.")
    return "\n".join(lines)


def _status(check: Check, results: Path) -> int | None:
    program = Path(sys.executable).parent / check.command[0]
    if not program.exists():
        return None
    extra = (f"--junitxml={results}",) if check.junit else ()
    command = [str(program), *check.command[1:], *extra]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _counted(results: Path) -> tuple[str, tuple[str, ...]]:
    """How many tests ran, and those left out with their reason; nothing for other checks."""
    if not results.exists():
        return "", ()
    cases = list(ET.parse(results).getroot().iter("testcase"))  # noqa: S314  pytest wrote it just now
    skipped = tuple(
        f"{case.get('classname')}::{case.get('name')}: {skip.get('message')}"
        for case in cases
        if (skip := case.find("skipped")) is not None
    )
    return f", {len(cases) - len(skipped)} tests", skipped


if __name__ == "__main__":
    sys.exit(main())
