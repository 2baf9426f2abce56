"""A row of a measurement -> a mark: its state is chosen here and nowhere else."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from charts.chart import Mark, State
from charts.nouns import counted, noun_of, reported
from charts.words import numbers, share, state_words
from core.i18n import Lang, translations
from core.i18n.numbers import decimal, isolate
from metrics.registry import Indicator
from metrics.reporting import ENOUGH_REPORTING

Record = Mapping[Hashable, Any]

TOO_LOW_COVERAGE = 0.5
TOO_FEW = 5


def records(frame: pd.DataFrame) -> list[Record]:
    """The rows of a measurement."""
    return [*frame.to_dict("records")]


def measured_by(frame: pd.DataFrame, by: str | None) -> dict[object, Record]:
    """The rows by their code, None where the code is missing or nothing is split."""
    return {code_of(row, by): row for row in records(frame)}


def code_of(row: Record, by: str | None) -> str | None:
    """The code of a row in one dimension; None where it has none."""
    code = row[by] if by else None
    return code if isinstance(code, str) else None


def mark_of(record: Record, label: str, indicator: Indicator, lang: Lang) -> Mark:
    """The mark of one row of `metrics.measure`, with the words beside it.

    A count is no share, and what stands on two other numbers has no halves: neither has a value
    that could be drawn from 0 to 100 percent, both are said in words.
    """
    if indicator.over:
        return _of_two(record, label, indicator, lang)
    if indicator.unit == "count":
        record = _as_count(record)
    part, whole = _whole(record, "numerator"), _whole(record, "denominator")
    value, state = _share(record, "value"), State(str(record["state"]))
    if state is State.VALUE and part == 0:
        state = State.ZERO
    has_counts = state in {State.VALUE, State.COUNT_ONLY}
    shown = has_counts or (state is State.ZERO and bool(whole))
    if shown and (part is None or whole is None):
        raise ValueError(f"a value without its two halves: {dict(record)}")
    mark = Mark(
        label=label,
        text=numbers(value, part or 0, whole or 0, lang) if shown else state_words(state, lang),
        state=state,
        short=_short(value, part or 0, whole or 0, lang) if shown else "",
        counts=numbers(None, part or 0, whole or 0, lang) if shown else "",
        value=value if shown else None,
        low=_share(record, "low") if shown else None,
        high=_share(record, "high") if shown else None,
        numerator=None if state is State.HIDDEN else part,
        denominator=None if state is State.HIDDEN else whole,
        unknown=None if state is State.HIDDEN else _whole(record, "unknown"),
        reporting=_whole(record, "reporting"),
        expected=_whole(record, "expected"),
    )
    return _with_coverage(mark, indicator, lang) if shown else mark


def _as_count(record: Record) -> Record:
    """How many of all of known type; where only unknown ones are there, that is what is known."""
    unknown_alone = record["state"] == State.VALUE and _whole(record, "denominator") == 0
    return {
        **record,
        **dict.fromkeys(("value", "low", "high")),
        "state": State.NOTHING_KNOWN if unknown_alone else record["state"],
    }


def _of_two(record: Record, label: str, indicator: Indicator, lang: Lang) -> Mark:
    """A ratio with both shares that it stands on, or these side by side.

    Of a part that is shown as counts alone there is no share to stand on.
    """
    told = State(str(record["state"]))
    state = State.TOO_FEW if told is State.COUNT_ONLY else told
    beside = translations(lang).gettext("{code}: {share}")
    shares = [
        beside.format(code=isolate(part.code, lang), share=share(value, lang))
        for part in indicator.parts
        if (value := _share(record, f"{part.code.lower()}_value")) is not None
    ]
    ratio = _share(record, "value")
    numbers_of = [*([decimal(ratio, lang)] if ratio is not None else []), *shares]
    shown = state is State.VALUE and bool(numbers_of)
    return Mark(
        label=label,
        text="\u00a0· ".join(numbers_of) if shown else state_words(state, lang),
        state=state,
        short=decimal(ratio, lang) if shown and ratio is not None else "",
        reporting=_whole(record, "reporting"),
        expected=_whole(record, "expected"),
    )


def missing(label: str, lang: Lang, state: State = State.NOT_REPORTED) -> Mark:
    """The mark of what the measurement has no row for."""
    return Mark(label=label, text=state_words(state, lang), state=state)


def in_progress(mark: Mark, lang: Lang) -> Mark:
    """The mark of a period that is not over."""
    _ = translations(lang).gettext
    return replace(mark, partial=True, label=_("{label} (in progress)").format(label=mark.label))


def incomplete(mark: Mark, lang: Lang) -> Mark:
    """The mark of a last period for which many have not reported yet."""
    _ = translations(lang).gettext
    label = _("{label} (incomplete)").format(label=mark.label)
    return replace(mark, partial=True, incomplete=True, label=label)


def low_to_high(mark: Mark, indicator: Indicator, lang: Lang) -> str | None:
    """What the share could be, in words; None where nothing is unknown."""
    if not mark.uncertain or mark.low is None or mark.high is None or mark.unknown is None:
        return None
    template = translations(lang).gettext(
        "Between {low} and {high}, depending on what is not known about {unknown}"
    )
    unknown = counted(mark.unknown, noun_of(indicator), lang)
    return template.format(low=share(mark.low, lang), high=share(mark.high, lang), unknown=unknown)


def low_and_high(mark: Mark, lang: Lang) -> str | None:
    """The same in few words."""
    if not mark.uncertain or mark.low is None or mark.high is None:
        return None
    template = translations(lang).gettext("between {low} and {high}")
    return template.format(low=share(mark.low, lang), high=share(mark.high, lang))


def reporting_share(mark: Mark) -> float | None:
    """The share of expected mechanisms that reported; None where none is expected."""
    if mark.reporting is None or not mark.expected:
        return None
    return mark.reporting / mark.expected


def tells(mark: Mark, indicator: Indicator) -> bool:
    """Whether a share may be compared: it is shown, and enough stands behind it."""
    return mark.value is not None and enough(mark, indicator)


def enough(mark: Mark, indicator: Indicator) -> bool:
    """Whether a finding may rest on the counts: enough counted and reported, nothing partial."""
    if mark.denominator is None or mark.denominator < TOO_FEW:
        return False
    rate = None if measures_coverage(indicator) else reporting_share(mark)
    return not mark.partial and (rate is None or rate >= TOO_LOW_COVERAGE)


def measures_coverage(indicator: Indicator) -> bool:
    """Whether the indicator is itself about who reported."""
    return indicator.view == "v_expected"


def _short(value: float | None, part: int, whole: int, lang: Lang) -> str:
    return numbers(None, part, whole, lang) if value is None else share(value, lang)


def _with_coverage(mark: Mark, indicator: Indicator, lang: Lang) -> Mark:
    rate = None if measures_coverage(indicator) else reporting_share(mark)
    if rate is None or rate >= ENOUGH_REPORTING:
        return mark
    template = translations(lang).gettext("{numbers}, {coverage}")
    words = reported(mark.reporting or 0, mark.expected or 0, indicator, lang)
    return replace(mark, low_coverage=True, text=template.format(numbers=mark.text, coverage=words))


def is_true(cell: object) -> bool:
    """Whether a cell of a table of booleans says yes; a missing one does not."""
    return str(cell) == "True"  # a missing one has no truth value of its own


def _whole(record: Record, column: str) -> int | None:
    value = record.get(column)
    return None if value is None or pd.isna(value) else int(str(value))


def _share(record: Record, column: str) -> float | None:
    value = record.get(column)
    return None if value is None or pd.isna(value) else float(str(value))
