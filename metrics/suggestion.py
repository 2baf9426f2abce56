"""Did you mean."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_NEAR_ENOUGH = 60


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that comes nearest; None when none does."""
    found = process.extractOne(
        name.lower(), list(known), scorer=fuzz.WRatio, score_cutoff=_NEAR_ENOUGH
    )
    return found[0] if found else None
