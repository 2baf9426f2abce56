"""National, subnational and hub are never mixed without saying so."""

from collections.abc import Iterable

from core.storage.cursor import Cursor
from metrics.measurement import measure
from metrics.question import Grain, Only, ask
from metrics.registry import Indicator


def mixed_levels(
    cur: Cursor,
    indicator: Indicator,
    *,
    by: Iterable[str] = (),
    only: Only | None = None,
    grain: Grain = "reported",
) -> tuple[str, ...]:
    """The levels that stand together in one number of an answer; none where each has one level.

    It is asked with what was asked of `measure`, and said beside the answer. A question that names
    one level, or splits by level, mixes none; one that names several mixes those that reported.

    Raises:
        UnknownIndicator: as `measure`.
    """
    groups = list(by)
    if indicator.over:  # each of its two parts is limited by itself
        parts = (
            mixed_levels(cur, part, by=groups, only=only, grain=grain) for part in indicator.parts
        )
        return tuple(sorted({level for levels in parts for level in levels}))
    question = ask(indicator, by=groups, only=only, grain=grain)
    if "level" not in indicator.dimensions or "level" in groups:
        return ()
    if len(set(question.only.get("level", ("any", "other")))) == 1:
        return ()
    named = question.only.get("level")
    asked = {**(only or {}), **({"level": named} if named else {})}
    found = measure(cur, indicator, by=[*groups, "level"], only=asked, grain=grain)
    told = found[found["reporting"] + found["denominator"].fillna(0) > 0]
    together = told.groupby(groups, dropna=False)["level"] if groups else [((), told["level"])]
    mixed = [set(levels.dropna()) for _, levels in together]
    return tuple(sorted({level for levels in mixed if len(levels) > 1 for level in levels}))
