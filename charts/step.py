"""The last step of a number in words: on the mechanisms that reported both times, or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from charts.marks import TOO_FEW
from charts.nouns import Noun, counted, noun_of
from charts.words import share
from core.i18n import Lang, translations
from core.i18n.numbers import count, isolate, percent, points
from core.i18n.periods import Period, period_name
from metrics.registry import Indicator

Way = Literal["up", "down", "same", "not said"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How a number moved since the period before.

    Attributes:
        way: where it went; `not said` where no change may be told.
        text: the value of the step, or why there is none.
        evidence: on how many mechanisms it was compared, and how many were left out.
        partial: whether the period is not over, or reports of it are still coming.
    """

    way: Way
    text: str
    evidence: str
    partial: bool = False


def step_of(steps: pd.DataFrame, period: Period, indicator: Indicator, lang: Lang) -> Step:
    """The step into a period.

    Args:
        steps: `metrics.trend` without any split.
        period: the one that is looked at.
        indicator: what was measured.
        lang: the reader's language.
    """
    _ = translations(lang).gettext
    found = steps[steps["period"] == str(period)].to_dict("records")
    if not found:
        return Step(way="not said", text=_("Nothing reported in this period"), evidence="")
    (row,) = found
    evidence, matched = _evidence(row, indicator, lang), row["matched"]
    partial = bool(row["partial"])
    if partial:
        text = _("In progress: reports are still coming in, so no change is said")
        return Step(way="not said", text=text, evidence=evidence, partial=True)
    if pd.isna(matched) or not matched:
        return Step(way="not said", text=_("No period before to compare with"), evidence="")
    if pd.isna(row["change"]) or matched < TOO_FEW:
        text = _("Too few to tell a change")
        return Step(way="not said", text=text, evidence=evidence)
    return _told(row, period, evidence, lang)


def _told(row: Mapping[Any, Any], period: Period, evidence: str, lang: Lang) -> Step:
    _ = translations(lang).gettext
    length = period.end - period.start + 1
    earlier = Period(period.start - length, period.end - length)
    words = {
        "points": points(float(row["change"]), lang),
        "before": _exactly(row["before"], lang),
        "now": _exactly(row["now"], lang),
        "period": isolate(period_name(earlier, lang, short=True), lang),
    }
    if abs(float(row["change"])) < 0.0005:  # it would be written as 0.0 points
        words["now"] = share(float(row["now"]), lang)
        text = _("Unchanged at {now} since {period}").format(**words)
        return Step(way="same", text=text, evidence=evidence)
    text = _("{points} since {period}: from {before} to {now}").format(**words)
    return Step(way="up" if row["change"] > 0 else "down", text=text, evidence=evidence)


def _exactly(value: object, lang: Lang) -> str:
    """With a decimal, as the step has one: from 20 % to 20 % would be no step."""
    return isolate(percent(float(str(value)), lang, digits=1), lang)


def _evidence(row: Mapping[Any, Any], indicator: Indicator, lang: Lang) -> str:
    if pd.isna(row["matched"]) or pd.isna(row["dropped"]):
        return ""
    noun = Noun.CLUSTER if noun_of(indicator) is Noun.CLUSTER else Noun.MECHANISM
    template = translations(lang).gettext(
        "Compared on {mechanisms} that reported both times; left out: {dropped}"
    )
    return template.format(
        mechanisms=counted(int(row["matched"]), noun, lang),
        dropped=count(int(row["dropped"]), lang),
    )
