"""data/reference read into tables: by those who write SQL, the one home of codes and aliases."""

import csv
import hashlib
from pathlib import Path

import pyarrow as pa

from core.errors import WrongDeclaration
from core.i18n.folding import fold
from core.storage.cursor import Cursor

_FILES = {
    "countries.csv": "country",
    "clusters.csv": "cluster",
    "cluster_crosswalk.csv": "cluster_crosswalk",
    "organisation_types.csv": "organisation_type",
    "terms.csv": "term",
    "published_figures.csv": "published_figure",
    "published_measures.csv": "published_measure",
}
_ALIASES = "aliases_"


def refresh(cur: Cursor, folder: Path) -> str:
    """Fill the reference tables if the files have changed; returns the hash of the files."""
    digest = _hash(folder)
    if cur.value("SELECT sha256 FROM reference_version") == digest:
        return digest
    for name, table in _FILES.items():
        _fill(cur, table, _read(folder / name))
    cur.run("DELETE FROM alias")
    for file in sorted(folder.glob(f"{_ALIASES}*.csv")):
        _append(cur, "alias", _with_folded(_read(file), file.stem.removeprefix(_ALIASES)))
    cur.run("DELETE FROM reference_version")
    cur.run("INSERT INTO reference_version VALUES ($digest)", {"digest": digest})
    return digest


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.csv")):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _read(file: Path) -> list[dict[str, str | None]]:
    if not file.exists():
        raise WrongDeclaration("wrong-declaration", file=file.name, reason="missing")
    with file.open(encoding="utf-8", newline="") as lines:
        return [{k: v or None for k, v in row.items()} for row in csv.DictReader(lines)]


def _with_folded(rows: list[dict[str, str | None]], kind: str) -> list[dict[str, str | None]]:
    return [
        {"kind": kind, "dataset": None} | row | {"folded": fold(row["text"] or "")} for row in rows
    ]


def _fill(cur: Cursor, table: str, rows: list[dict[str, str | None]]) -> None:
    cur.run(_DELETE[table])
    _append(cur, table, rows)


# Names of tables come from this closed list; the values of the files are bound, never pasted.
_DELETE = {
    "country": "DELETE FROM country",
    "cluster": "DELETE FROM cluster",
    "cluster_crosswalk": "DELETE FROM cluster_crosswalk",
    "organisation_type": "DELETE FROM organisation_type",
    "term": "DELETE FROM term",
    "published_figure": "DELETE FROM published_figure",
    "published_measure": "DELETE FROM published_measure",
}
_INSERT = {
    "country": "INSERT INTO country BY NAME FROM incoming",
    "cluster": "INSERT INTO cluster BY NAME FROM incoming",
    "cluster_crosswalk": "INSERT INTO cluster_crosswalk BY NAME FROM incoming",
    "organisation_type": "INSERT INTO organisation_type BY NAME FROM incoming",
    "term": "INSERT INTO term BY NAME FROM incoming",
    "published_figure": "INSERT INTO published_figure BY NAME FROM incoming",
    "published_measure": "INSERT INTO published_measure BY NAME FROM incoming",
    "alias": "INSERT INTO alias BY NAME FROM incoming",
}


def _append(cur: Cursor, table: str, rows: list[dict[str, str | None]]) -> None:
    if not rows:
        return
    columns = list(rows[0])
    cur.lend(
        "incoming",
        pa.table({name: pa.array([r[name] for r in rows], pa.string()) for name in columns}),
    )
    try:
        cur.run(_INSERT[table])
    finally:
        cur.take_back("incoming")
