"""Countries as equal tiles, placed as on the map, each with its number or why there is none."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import pandas as pd

from charts.chart import Axis, Chart, Mark, Series, State
from charts.findings import about_ranking
from charts.marks import mark_of, measured_by, missing
from charts.spread import about_half, of_spread
from charts.tile_places import TilePlace
from charts.words import (
    STATES,
    Setting,
    coverage_line,
    dimension_name,
    in_words,
    measure_line,
    name_in,
    notes_for,
    percent_axis,
    state_words,
)
from core.i18n import N_, Lang, translations
from metrics.registry import Indicator

# Up to here a share is of the first or second step; the last one is more than half.
STEPS = (0.25, 0.5)
_HALVES = N_(
    "Before the stroke: local and national actors; after it: all of known type. Where a tile has"
    " no room for both, the first number stands alone."
)
_UNTOLD = {State.NEVER_REPORTED, State.NOT_APPLICABLE}


def tiles(
    frame: pd.DataFrame,
    indicator: Indicator,
    lang: Lang,
    *,
    places: Mapping[str, TilePlace],
    names: Mapping[str, str] | None = None,
    told: Collection[str] = (),
    without: Collection[str] = (),
    within: Setting | None = None,
    in_progress: bool = False,
) -> Chart:
    """One tile a country; the finding counts those in which the share is more than half.

    Args:
        frame: a measurement split by `country`, of one period.
        indicator: what was measured.
        lang: the reader's language.
        places: code to place, for every country that is to be there.
        names: code to name in that language.
        told: countries from which anything was ever reported: silent now, they did not report.
        without: countries that have no clusters.
        within: period, scope, place, and the whole for the coverage line.
        in_progress: whether the period is not over.
    """
    within, names = within or Setting(), names or {}
    rows = measured_by(frame, "country")
    marks = []
    for code in sorted(places, key=lambda code: name_in(names, code, lang)):
        label, row = name_in(names, code, lang), rows.get(code)
        silent = missing(label, lang, _silent(code, told, without))
        mark = silent if row is None else mark_of(row, label, indicator, lang)
        place = replace(places[code], names=(label, *places[code].names))
        marks.append(replace(mark, tile=place, partial=in_progress and row is not None))
    return _chart(tuple(marks), indicator, lang, within)


def step_of(mark: Mark) -> int | None:
    """0 below a quarter, 1 up to a half, 2 above; None where there is no share."""
    return None if mark.value is None else (mark.value >= STEPS[0]) + (mark.value > STEPS[1])


def sort_of(mark: Mark) -> str:
    """The step of a share, or the state: what the key has one tile of."""
    step = step_of(mark)
    return f"step-{step}" if step is not None and mark.state is not State.HIDDEN else mark.state


def _silent(code: str, told: Collection[str], without: Collection[str]) -> State:
    if code in told:
        return State.NOT_REPORTED
    return State.NOT_APPLICABLE if code in without else State.NEVER_REPORTED


def _chart(marks: tuple[Mark, ...], indicator: Indicator, lang: Lang, within: Setting) -> Chart:
    known = [mark for mark in marks if mark.state not in _UNTOLD]
    chart = Chart(
        kind="tiles",
        finding=of_spread(known, indicator, lang),
        measure=measure_line(indicator, within, lang),
        coverage=coverage_line(within.whole, indicator, within, lang),
        notes=_notes(known, indicator, lang),
        alternative="",
        series=(Series(indicator.name.in_(lang), marks),),
        categories=Axis(dimension_name("country", lang), "category"),
        values=percent_axis(lang),
        lang=lang,
        key=_key(marks, lang),
    )
    # Heard, sixty countries without a report would hide those with a number.
    heard = replace(chart, series=(Series(chart.series[0].name, tuple(known)),))
    return replace(chart, alternative=in_words(heard))


def _notes(marks: list[Mark], indicator: Indicator, lang: Lang) -> tuple[str, ...]:
    _ = translations(lang).gettext
    plain = [replace(mark, low_coverage=False, low=None, high=None) for mark in marks]
    return (
        *about_ranking(marks, indicator, lang),
        *about_half(marks, indicator, lang),
        *notes_for(plain, lang),
        *([_(_HALVES)] if indicator.unit == "count" else []),
        _("Every country has a tile of one size, placed about as on a map: west is on the left."),
    )


def _key(marks: tuple[Mark, ...], lang: Lang) -> tuple[Mark, ...]:
    """One tile of each sort that occurs, with its meaning."""
    _ = translations(lang).gettext
    words: dict[str, str] = {
        "step-0": _("less than a quarter"),
        "step-1": _("a quarter to a half"),
        "step-2": _("more than half"),
        State.COUNT_ONLY: _("counts alone: too few for a percentage"),
        **{str(state): state_words(state, lang) for state in State if state in STATES},
        State.NOT_APPLICABLE: _("country without clusters"),
    }
    first = {sort_of(mark): mark for mark in reversed(marks)}
    key = [
        replace(first[sort], label="", text=text, low_coverage=False, tile=None)
        for sort, text in words.items()
        if sort in first
    ]
    low = next((mark for mark in marks if mark.low_coverage), None)
    if low is not None:
        text = _("cut corner: fewer than 70 percent reported")
        key.append(replace(low, label="", text=text, tile=None))
    return tuple(key)
