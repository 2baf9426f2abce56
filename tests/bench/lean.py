"""The leanest SQL for an indicator: templates of lean/*.sql, filled from lean/parts.toml."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from metrics import Indicator

_HERE = Path(__file__).parent / "lean"
_PLAIN = {"table": "current_fact", "rows": "true"}


def statement(indicator: Indicator, by: Sequence[str]) -> str:
    """What answers the indicator by some dimensions and quarter, the columns of `measure` included.

    Args:
        indicator: any; of a derived one the parts are put side by side.
        by: dimensions without the period, one at least.
    """
    dims = ", ".join(by)
    if indicator.parts:
        first, second = (statement(part, by) for part in indicator.parts)
        return _filled("both", {"dims": dims, "first": first, "second": second})
    told = _parts()[indicator.id]
    parts = {**_PLAIN, **_parts()["like"].get(told.get("like"), {}), **told, "dims": dims}
    parts["table"] = _parts()["table"].get(parts["table"], parts["table"])
    if "types" in told and "mechanism_type" not in by:
        parts["reports"] += f" AND list_contains({told['types']}, mechanism_type)"
    return _filled("whole", {**parts, "measured": _filled(told["template"], parts)})


@cache
def _parts() -> dict[str, Any]:
    return tomllib.loads((_HERE / "parts.toml").read_text(encoding="utf-8"))


def _filled(template: str, parts: dict[str, Any]) -> str:
    text = (_HERE / f"{template}.sql").read_text(encoding="utf-8")
    return Template(text).substitute(parts)
