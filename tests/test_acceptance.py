"""Eleven published workbooks, loaded from the terminal into one store, against the answer key.

The key was computed by an independent script and checked against the publisher's own counts.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from metrics.__main__ import app as metrics_app
from tests.workbooks import OPTIONS, Loaded

SHARE = "lna_share_of_presence"
SCOPES = ("1", "2", "3")
COLUMNS = ("organisations", "lna_scope1", "lna_scope2", "lna_scope3", "international", "unknown")

Row = dict[str, Any]
# Country, period, cluster as reported.
Where = tuple[str, str, str | None]


def test_every_row_of_the_answer_key_is_met(workbooks: Loaded, samples: Path) -> None:
    key = list(csv.DictReader((samples / "answers.csv").read_text("utf-8").splitlines()))

    counted = counts(workbooks.store, {(row["country"], row["period"]) for row in key})
    differing = []
    for row in key:
        where = (row["country"], row["period"], row["cluster_as_reported"])
        wanted = tuple(int(row[name]) for name in COLUMNS)
        if counted.get(where) != wanted:
            differing.append((where, wanted, counted.get(where)))

    print(f"\nanswer key: {len(key)} rows compared, {len(differing)} differ")  # noqa: T201
    assert len(key) == 250
    assert differing == []


def test_a_file_without_types_loads_and_none_of_its_shares_has_a_value(workbooks: Loaded) -> None:
    said = workbooks.answers["lby-3w-2021-05"]

    found = compute(workbooks.store, "--by", "cluster_reported", "--where", "country=LBY")

    assert (said["status"], said["has_type"]) == ("loaded", False)
    assert "no-organisation-type" in {issue["code"] for issue in said["issues"]}
    assert len(found) > 1
    assert {(row["state"], row["value"]) for row in found} == {("no-type", None)}


def test_every_load_says_what_became_of_every_row(workbooks: Loaded) -> None:
    said = workbooks.answers.values()

    assert [answer["status"] for answer in said] == ["loaded"] * len(OPTIONS)
    assert [answer["batch"] for answer in said] == list(range(1, len(OPTIONS) + 1))
    assert all(a["rows_read"] == a["rows_stored"] + a["rows_dropped"] for a in said)


def counts(store: Path, groups: set[tuple[str, str]]) -> dict[Where, tuple[int, ...]]:
    """Country, period and cluster as reported, or ALL -> what the key has in COLUMNS."""
    reported = {(row["country"], row["period"]) for row in compute(store, "--by", "country,period")}
    found: dict[Where, list[Row]] = {}
    for scope in SCOPES:
        for where, row in shares(store, scope, groups - reported):
            found.setdefault(where, []).append(row)
    return {where: as_in_key(rows) for where, rows in found.items()}


def shares(store: Path, scope: str, together: set[tuple[str, str]]) -> Iterator[tuple[Where, Row]]:
    """Periods as reported from one command for all; several months together from one each."""
    for by in ("country,period,cluster_reported", "country,period"):
        for row in compute(store, "--by", by, "--scope", scope):
            yield (row["country"], row["period"], row.get("cluster_reported", "ALL")), row
    for country, period in sorted(together):
        limits = ("--where", f"country={country}", "--where", f"period={period}")
        for by in ("cluster_reported", ""):
            for row in compute(store, "--by", by, "--scope", scope, *limits):
                yield (country, period, row.get("cluster_reported", "ALL")), row


def as_in_key(rows: list[Row]) -> tuple[int, ...]:
    """Of one group in the three scopes: organisations, L/NAs in each, international, unknown."""
    widest = rows[-1]
    return (
        widest["denominator"] + widest["unknown"],
        *(row["numerator"] for row in rows),
        widest["denominator"] - widest["numerator"],
        widest["unknown"],
    )


def compute(store: Path, *arguments: str) -> list[Row]:
    """What `python -m metrics compute` answers."""
    command = ["compute", SHARE, *arguments, "--format", "json", "--store", str(store)]
    result = CliRunner().invoke(metrics_app, command)
    assert result.exit_code == 0, result.output
    answer: list[Row] = json.loads(result.stdout)
    return answer
