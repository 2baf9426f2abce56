"""The period of each row: from its cells, else a person's word, else the name of sheet or file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from core.i18n.periods import Period
from loaders.bounded import bounded
from loaders.columns import TextColumn, spread
from loaders.groups import Tuples, tuples_of
from loaders.issues import Code, Issue, Severity
from loaders.normalise import Conversion, ConversionKind, western_digits
from loaders.periods import guess_period, periods_in_text

FIELDS = ("period", "period_start", "period_end", "year", "quarter", "month")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands outside the cells.

    Attributes:
        chosen: a person's word.
        names: the sheet's name and the file's.
        months: folded names of months and their numbers.
        now: the current month; what lies behind it is in the future.
    """

    chosen: Period | None
    names: tuple[str, ...]
    months: Mapping[str, int]
    now: int


@dataclass(frozen=True, slots=True)
class RowPeriods:
    """For each row where it begins and ends; null where it cannot be stored."""

    start: pa.Array
    end: pa.Array
    reported: pa.Array
    guess: tuple[str, str] | None
    issues: tuple[Issue, ...]
    conversions: tuple[Conversion, ...]


def row_periods(columns: Mapping[str, TextColumn], context: Context) -> RowPeriods:
    """Read the period of every row.

    Args:
        columns: those of FIELDS that the file has; every one of the same length.
        context: what stands outside the cells.
    """
    outside, source = _outside(context)
    told = [name for name in FIELDS if name in columns and columns[name].position is not None]
    combinations, tuples = _combinations(
        [columns[name] for name in told], len(columns["period"].codes)
    )
    periods: list[Period | None] = []
    issues: list[Issue] = []
    literal = any(ConversionKind.PERIOD in columns[name].literal for name in told)
    leant = False
    for index, texts in enumerate(combinations):
        cells = dict(zip(told, texts, strict=True))
        period, borrowed = _period_of(cells, context, outside)
        if literal and period is not None and _before(texts) not in {"", str(period)}:
            period = None
        problem = _problem(period, context, has_text=any(texts))
        if problem is not None:
            where = int(tuples.first[index]), int(tuples.rows[index])
            issues.append(_issue(problem, columns, told, cells, where))
        leant = leant or (borrowed and problem is None)
        periods.append(None if problem is not None else period)
    if leant and source is not None and outside is not None:
        issues.insert(0, _guessed(source, outside))
    return RowPeriods(
        _spread([p.start if p else None for p in periods], tuples.member),
        _spread([p.end if p else None for p in periods], tuples.member),
        _reported(combinations, tuples.member),
        (source, str(outside)) if leant and source is not None and outside is not None else None,
        tuple(bounded(issues)),
        tuple(_conversions(combinations, periods, tuples, [columns[name] for name in told])),
    )


def _conversions(
    combinations: Sequence[tuple[str | None, ...]],
    periods: Sequence[Period | None],
    tuples: Tuples,
    told: Sequence[TextColumn],
) -> Iterator[Conversion]:
    """Periods that were not written in one of our four forms."""
    counts, first = tuples.rows.tolist(), tuples.first
    for at, (texts, period) in enumerate(zip(combinations, periods, strict=True)):
        before = _before(texts)
        if period is not None and counts[at] and before not in {"", str(period)}:
            column = next(c for c, text in zip(told, texts, strict=True) if text)
            where = (int(column.numbers[first[at]]), column.position)
            made = (counts[at], ConversionKind.PERIOD)
            yield Conversion("period", before, str(period), *made, *where)


def _before(texts: Sequence[str | None]) -> str:
    """What the cells of a row say of its period, together."""
    return " ".join(filter(None, texts))


def _outside(context: Context) -> tuple[Period | None, str | None]:
    if context.chosen is not None:
        return context.chosen, None
    guessed = guess_period(*context.names, months=context.months)
    return guessed if guessed is not None else (None, None)


def _combinations(
    columns: Sequence[TextColumn], rows: int
) -> tuple[list[tuple[str | None, ...]], Tuples]:
    """The distinct tuples of texts, and for each row which of them it has."""
    if not columns:
        nothing = np.zeros(rows, dtype=np.int64)
        return [()], Tuples(np.zeros(1, dtype=np.int64), np.array([rows]), nothing)
    tuples = tuples_of([column.coded for column in columns])
    texts = [tuple(c.text_at(row) for c in columns) for row in tuples.first.tolist()]
    return texts, tuples


def _period_of(
    cells: Mapping[str, str | None], context: Context, outside: Period | None
) -> tuple[Period | None, bool]:
    """The period, and whether something outside the cells was needed for it."""
    start, end = cells.get("period_start"), cells.get("period_end")
    if start and end:
        return _between(start, end, context), False
    text = _written(cells)
    if not text:
        return outside, outside is not None
    reading = periods_in_text(text, context.months, serial=True)
    if reading is None or reading.period is not None:
        return (reading.period if reading else None), False
    if outside is None or reading.month is None:
        return None, False
    for year in range(outside.start // 12, outside.end // 12 + 1):
        period = reading.in_year(year).period
        if period is not None and (outside.contains(period) or _one_year(outside)):
            return period, True
    return None, False


def _one_year(period: Period) -> bool:
    return period.start // 12 == period.end // 12


def _between(start: str, end: str, context: Context) -> Period | None:
    first = periods_in_text(start, context.months, serial=True)
    last = periods_in_text(end, context.months, serial=True)
    if first is None or last is None or first.period is None or last.period is None:
        return None
    if last.period.end < first.period.start:
        return None
    return Period(first.period.start, last.period.end)


def _written(cells: Mapping[str, str | None]) -> str:
    whole = cells.get("period") or cells.get("period_start") or cells.get("period_end")
    if whole:
        return whole
    year, quarter = cells.get("year") or "", cells.get("quarter") or ""
    month = western_digits(cells.get("month") or "")
    if month.isdecimal() and year:  # a thirteenth month is impossible, and not the whole year
        return f"{western_digits(year)}-{int(month):02}"
    if quarter and western_digits(quarter) in {"1", "2", "3", "4"}:
        quarter = f"Q{western_digits(quarter)}"
    return f"{month or quarter} {year}".strip()


def _problem(period: Period | None, context: Context, *, has_text: bool) -> Code | None:
    if period is None:
        return Code.PERIOD_IMPOSSIBLE if has_text else Code.PERIOD_MISSING
    return Code.PERIOD_IN_FUTURE if period.start > context.now else None


def _issue(
    code: Code,
    columns: Mapping[str, TextColumn],
    told: Sequence[str],
    cells: Mapping[str, str | None],
    where: tuple[int, int],
) -> Issue:
    """A missing period blocks a file that tells of none at all; elsewhere it costs the row.

    `where` is the first of its rows, counted from 0, and how many they are.
    """
    first, rows = where
    filled = next((name for name in told if cells.get(name)), told[0] if told else None)
    blocks = code is Code.PERIOD_MISSING and not told
    return Issue(
        code=code,
        severity=Severity.BLOCKS_FILE if blocks else Severity.DROPS_ROW,
        row=None if filled is None else int(columns[filled].numbers[first]),
        column=None if filled is None else columns[filled].position,
        field="period",
        value=" ".join(text for text in cells.values() if text) or None,
        count=rows,
    )


def _guessed(source: str, period: Period) -> Issue:
    return Issue(
        code=Code.PERIOD_GUESSED,
        severity=Severity.WARNS,
        field="period",
        value=source,
        suggestion=str(period),
    )


def _spread(values: Sequence[int | None], member: np.ndarray) -> pa.Array:
    return pa.array(values, pa.int32()).take(pa.array(member))


def _reported(combinations: Sequence[tuple[str | None, ...]], member: np.ndarray) -> pa.Array:
    texts = (" ".join(t for t in texts if t) for texts in combinations)
    return spread([text or None for text in texts], member, pa.string())
