"""Dates of projects are no reporting periods, though their headings read the same."""

import re

from loaders.content import Content

_YEAR = re.compile(r"(?:19|20)\d\d")
_ISO_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_LONGEST_PERIOD = 12
_SHARE = 0.05


def are_project_dates(start: Content, end: Content) -> bool:
    """Whether one row in twenty runs for longer than a year: no report covers that much."""
    spans = [
        last - first
        for begun, ended in zip(start.cells.to_pylist(), end.cells.to_pylist(), strict=True)
        if (first := _month(begun)) is not None and (last := _month(ended)) is not None
    ]
    long = sum(span >= _LONGEST_PERIOD for span in spans)
    return bool(spans) and long >= _SHARE * len(spans)


def _month(text: str | None) -> int | None:
    """Months since the year 0, as exactly as the text says."""
    if text is None:
        return None
    iso = _ISO_MONTH.match(text.strip())
    if iso:
        return int(iso[1]) * 12 + int(iso[2])
    year = _YEAR.search(text)
    return int(year[0]) * 12 if year else None
