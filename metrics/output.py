"""Results as text: CSV that a spreadsheet may open, JSON that a program may read."""

import json

import pandas as pd

from core.i18n.spreadsheets import disarmed


def as_csv(found: pd.DataFrame) -> str:
    """Comma-separated, empty where there is no value; what looks like a formula is disarmed."""
    safe = found.copy()
    for name in [name for name in found.columns if found[name].dtype == "string"]:
        safe[name] = pd.array([_disarmed(cell) for cell in found[name]], dtype="string")
    return safe.to_csv(index=False, lineterminator="\n")


def as_json(found: pd.DataFrame) -> str:
    """A list of objects, one a group; null where there is no value."""
    rows = [
        {name: None if pd.isna(cell) else _plain(cell) for name, cell in row.items()}
        for row in found.to_dict(orient="records")
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _disarmed(text: object) -> str | None:
    # Labels and places come from files; a spreadsheet would run them.
    if not isinstance(text, str):
        return None
    return disarmed(text)


def _plain(cell: object) -> object:
    return cell.item() if hasattr(cell, "item") else cell
