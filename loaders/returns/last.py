"""What the same mechanism reported last, as answers: from whichever list or return it came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.i18n.periods import Period
from core.storage.cursor import Cursor
from loaders.datasets.mechanisms import MEMBERS
from loaders.returns.answers import VACANT, Answers, Line
from loaders.returns.known import KnownMechanism, advisory_group
from loaders.vocabulary import Vocabulary

_KEPT = ("status", "closed_on", "language", "interpretation", "minutes_translated", "plan")
_WORDS = {True: "yes", False: "no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where prefilled answers come from.

    Attributes:
        dataset: roles, members, mechanisms.
        of_group: it is about the mechanism's Strategic Advisory Group.
        file_name, sheet: of the batch.
    """

    dataset: str
    of_group: bool
    batch: int
    file_name: str
    sheet: str
    period: Period


@dataclass(frozen=True, slots=True)
class Last:
    """Answers to begin with, where they come from, and the days of meetings known already."""

    answers: Answers
    origins: tuple[Origin, ...]
    meetings: tuple[str, ...]


def last(cur: Cursor, known: KnownMechanism, vocabulary: Vocabulary) -> Last:
    """What a mechanism and its advisory group reported last; reports in force count.

    Meetings are over and never handed over anew: only their days are told. Source and remarks
    belong to one return.

    Args:
        cur: sees the store now, or as of an event number.
        known: the mechanism.
        vocabulary: turns words as written into codes.
    """
    group = advisory_group(cur, known.mechanism)
    own = _newest(cur, known.mechanism, "mechanisms", of_group=False)
    roles = _newest(cur, known.mechanism, "roles", of_group=False)
    seats = _newest(cur, group, "members", of_group=True)
    counted = _newest(cur, group, "mechanisms", of_group=True) if group != known.mechanism else None
    answers = Answers(
        which=known.answers,
        says=_says(cur, own, vocabulary),
        members=_numbers(cur, own),
        sag=_numbers(cur, counted),
        roles=tuple(_roles(cur, roles, vocabulary)),
        seats=tuple(_seats(cur, seats, vocabulary)),
    )
    origins = tuple(one.origin for one in (own, roles, seats, counted) if one is not None)
    return Last(answers, origins, tuple(_days(cur, known.mechanism)))


@dataclass(frozen=True, slots=True)
class _Newest:
    reports: Sequence[int]
    origin: Origin
    by_acronym: bool  # what tells organisations apart in its file


def _newest(cur: Cursor, mechanism: int | None, dataset: str, *, of_group: bool) -> _Newest | None:
    """The newest reports in force of a mechanism; None where there is none."""
    rows = cur.rows(
        "SELECT r.report, r.batch, b.file_name, b.sheet, r.period_start, r.period_end, b.identity "
        "FROM report AS r SEMI JOIN v_current_report AS v ON v.report = r.report "
        "JOIN batch AS b ON b.batch = r.batch WHERE r.mechanism = $mechanism "
        "AND r.dataset = $dataset AND r.rows > 0 "
        "QUALIFY rank() OVER (ORDER BY r.period_end DESC, r.batch DESC) = 1",
        {"mechanism": mechanism, "dataset": dataset},
    )
    if not rows:
        return None
    _, batch, file_name, sheet, start, end, identity = rows[0]
    origin = Origin(
        dataset=dataset, of_group=of_group, batch=batch, file_name=file_name, sheet=sheet,
        period=Period(start, end),
    )  # fmt: skip
    return _Newest([row[0] for row in rows], origin, identity == "acronym")


def _says(cur: Cursor, newest: _Newest | None, vocabulary: Vocabulary) -> Line:
    if newest is None:
        return {}
    rows = cur.rows(
        "SELECT f.status_reported, f.closed_on_reported, f.language, f.interpretation, "
        "f.minutes_translated, f.plan FROM fact_mechanism AS f "
        "WHERE list_contains($reports, f.report) ORDER BY f.source_row DESC LIMIT 1",
        {"reports": list(newest.reports)},
    )
    told = dict(zip(_KEPT, rows[0], strict=True)) if rows else {}
    said = {
        n: _WORDS[v] if isinstance(v, bool) else str(v) for n, v in told.items() if v is not None
    }
    return {n: vocabulary.code("closed", t) or t if n == "status" else t for n, t in said.items()}


def _numbers(cur: Cursor, newest: _Newest | None) -> Line:
    if newest is None:
        return {}
    rows = cur.rows(
        "SELECT f.members, f.members_ngo, f.members_red_cross, f.members_authority, "
        "f.members_ingo, f.members_un, f.members_other FROM fact_mechanism AS f "
        "WHERE list_contains($reports, f.report) ORDER BY f.source_row DESC LIMIT 1",
        {"reports": list(newest.reports)},
    )
    told = dict(zip(MEMBERS, rows[0], strict=True)) if rows else {}
    return {name: str(number) for name, number in told.items() if number is not None}


def _roles(cur: Cursor, newest: _Newest | None, vocabulary: Vocabulary) -> Iterator[Line]:
    rows = cur.rows(
        "SELECT coalesce(f.role, f.role_reported), f.organisation_reported, f.acronym_reported, "
        "f.type_reported, f.funded FROM fact_role AS f "
        "WHERE list_contains($reports, f.report) AND coalesce(f.role, f.role_reported) IS NOT NULL "
        "ORDER BY f.source_row",
        {"reports": list(newest.reports) if newest else []},
    )
    for role, name, acronym, kind, funded in rows:
        who = _name(newest, name, acronym) if name or acronym else VACANT
        told = {"role": role, "organisation": who, "acronym": acronym,
                "organisation_type": _coded("organisation_type", kind, vocabulary),
                "funded": None if funded is None else _WORDS[funded]}  # fmt: skip
        yield {field: text for field, text in told.items() if text}


def _seats(cur: Cursor, newest: _Newest | None, vocabulary: Vocabulary) -> Iterator[Line]:
    rows = cur.rows(
        "SELECT coalesce(f.seat, f.seat_reported), f.organisation_reported, f.acronym_reported, "
        "f.type_reported FROM fact_member AS f WHERE list_contains($reports, f.report) "
        "ORDER BY f.source_row",
        {"reports": list(newest.reports) if newest else []},
    )
    for seat, name, acronym, kind in rows:
        told = {"seat": seat, "organisation": _name(newest, name, acronym), "acronym": acronym,
                "organisation_type": _coded("organisation_type", kind, vocabulary)}  # fmt: skip
        yield {field: text for field, text in told.items() if text}


def _name(newest: _Newest | None, name: str | None, acronym: str | None) -> str | None:
    """The name; none where the acronym tells the organisation: a return would tell it by name."""
    return None if newest and newest.by_acronym and acronym else name


def _coded(kind: str, text: str | None, vocabulary: Vocabulary) -> str | None:
    return None if text is None else vocabulary.code(kind, text) or text


def _days(cur: Cursor, mechanism: int) -> list[str]:
    """The days of the last meetings that are known, the newest first."""
    rows = cur.rows(
        "SELECT DISTINCT r.occasion FROM report AS r "
        "SEMI JOIN v_current_report AS v ON v.report = r.report WHERE r.dataset = 'meetings' "
        "AND r.mechanism = $mechanism AND r.rows > 0 ORDER BY r.occasion DESC LIMIT 3",
        {"mechanism": mechanism},
    )
    return [day for (day,) in rows]
