"""The mechanism and the role of each row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.i18n.folding import fold
from loaders.columns import TextColumn, blanked, constant
from loaders.issues import Code, Issue, Severity
from loaders.normalise import Conversion
from loaders.periods import periods_in_text
from loaders.unknown import unknown_values
from loaders.vocabulary import Vocabulary

# A cluster can have several of these: their name tells them apart.
_NAMED = frozenset({"twg", "task_force", "area_based", "outside_iasc"})
PRESENT = "present"
# The lead agency as a rule; some lists, one of OCHA's among them, call the coordinator so.
_ALSO_COORDINATOR = frozenset(("chef de file", "chefs de file", "chef de file du cluster"))


@dataclass(frozen=True, slots=True)
class RowRoles:
    """Columns of `staged.SCHEMA` that say which mechanism and which role, and the dataset's own."""

    columns: Mapping[str, pa.Array]
    issues: tuple[Issue, ...]
    conversions: tuple[Conversion, ...] = ()


def presence_roles(mechanism_type: pa.Array, level: pa.Array, place_key: pa.Array) -> RowRoles:
    """Presence has one role; its mechanism is the cluster of the country, or of a place below."""
    rows = len(level)
    nothing = constant(None, rows)
    return RowRoles(
        {
            **without_role(rows),
            "mechanism_type": mechanism_type,
            "mechanism_place_key": _below(level, place_key),
            "mechanism_name_key": nothing,
            "mechanism_name": nothing,
            "role": constant(PRESENT, rows),
        },
        (),
    )


def without_role(rows: int) -> dict[str, pa.Array]:
    """The columns of roles, for rows of a dataset that has none: nothing is said."""
    nothing = constant(None, rows)
    return {
        "role": nothing,
        "role_reported": nothing,
        "funded": pa.nulls(rows, pa.bool_()),
        "closed": pa.repeat(pa.scalar(value=False), rows),
        "occasion": nothing,
    }


def of_no_mechanism(rows: int) -> dict[str, pa.Array]:
    """The columns of mechanisms, for rows of a dataset that is about none."""
    names = ("mechanism_type", "mechanism_place_key", "mechanism_name_key", "mechanism_name")
    return dict.fromkeys(names, constant(None, rows))


def mechanism_columns(
    columns: Mapping[str, TextColumn], rows: Mapping[str, pa.Array]
) -> dict[str, pa.Array]:
    """Which mechanism every row is about, once its type and cluster are known."""
    return {
        "mechanism_type": rows["mechanism_type"],
        "mechanism_place_key": _below(rows["level"], rows["place_key"]),
        "mechanism_name_key": _name_keys(columns["mechanism"], rows),
        "mechanism_name": columns["mechanism"].reported(),
    }


def leadership_roles(
    columns: Mapping[str, TextColumn],
    rows: Mapping[str, pa.Array],
    vocabulary: Vocabulary,
) -> RowRoles:
    """Read the role of every row.

    Args:
        columns: the columns of the file.
        rows: what is known of the rows already: period_end.
        vocabulary: the words of three languages.
    """
    role = columns["role"]
    codes = [vocabulary.code("role", text) for text in role.texts]
    return RowRoles(
        {
            **without_role(len(role.codes)),
            "role": role.spread(codes, pa.string()),
            "role_reported": role.reported(),
            "funded": _yes_no(columns["funded"], vocabulary),
            "closed": closed_rows(columns["closed_on"], rows["period_end"], vocabulary),
        },
        (
            *unknown_values(role, codes, vocabulary, "role"),
            *_also_coordinator(role),
            *_without_role(columns),
        ),
    )


def _also_coordinator(role: TextColumn) -> Iterator[Issue]:
    """Words that are taken for the lead agency, and may mean another role."""
    asked = [(at, None) for at, text in enumerate(role.texts) if fold(text) in _ALSO_COORDINATOR]
    return role.issues(Code.ROLE_AMBIGUOUS, Severity.WARNS, "role", asked)


def _without_role(columns: Mapping[str, TextColumn]) -> Iterator[Issue]:
    """Rows that say who and not as what; a closed mechanism has no roles to name."""
    role = columns["role"]
    rows = np.flatnonzero(role.empty & columns["closed_on"].empty)
    if len(rows) and role.position is not None:
        yield Issue(
            code=Code.ROLE_MISSING,
            severity=Severity.WARNS,
            row=int(role.numbers[rows[0]]),
            column=role.position,
            field="role",
            count=len(rows),
        )


def _name_keys(mechanism: TextColumn, rows: Mapping[str, pa.Array]) -> pa.Array:
    """What tells mechanisms of one type and cluster apart; null where there is one only."""
    kind = rows["mechanism_type"]
    nothing = pa.scalar(None, pa.string())
    several = pc.is_in(kind, value_set=pa.array(sorted(_NAMED)))
    own = pc.if_else(several, mechanism.map(_folded, pa.string()), nothing)
    unlisted = pc.and_(
        pc.is_in(kind, value_set=pa.array(["aor", "cluster"])), pc.is_null(rows["cluster"])
    )
    label = pc.coalesce(rows["cluster_key"], mechanism.map(_folded, pa.string()))
    return pc.coalesce(own, pc.if_else(unlisted, label, nothing))


def _below(level: pa.Array, place_key: pa.Array) -> pa.Array:
    """The place belongs to the mechanism only below the national level."""
    return blanked(place_key, pc.equal(level, "national"))


def _folded(text: str) -> str | None:
    return fold(text) or None


def _yes_no(column: TextColumn, vocabulary: Vocabulary) -> pa.Array:
    meaning = {"yes": True, "no": False}
    return column.map(lambda text: meaning.get(vocabulary.code("yes_no", text) or ""), pa.bool_())


def closed_rows(column: TextColumn, period_end: pa.Array, vocabulary: Vocabulary) -> pa.Array:
    """Closed in this period: the column says so, or gives a month not after the period's end."""
    since = column.map(lambda text: _closing_month(text, vocabulary), pa.int32())
    return pc.fill_null(pc.less_equal(since, period_end), fill_value=False)


def _closing_month(text: str, vocabulary: Vocabulary) -> int | None:
    if vocabulary.code("closed", text) == "closed":
        return 0
    reading = periods_in_text(text, vocabulary.months, serial=True)
    return reading.period.start if reading and reading.period else None
