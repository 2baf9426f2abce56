"""Who is who in one file: what tells organisations apart, and the class of each.

The rules are those of domain.md 4.2 and of the answer key: a type comes from all rows of an
organisation in the file; blank gives way to known; of two known types the one with more rows; a tie
goes to the more international. Red Cross and Red Crescent are settled by name and host country.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.red_cross import Movement

# Classes of data/reference/organisation_types.csv, the more international the higher: a tie of
# rows goes to the higher, so that no organisation is counted as local on half of the evidence.
RANK = {"ngo_cso": 1, "national_society": 2, "authority": 3, "de_facto": 4, "international": 5}
SCOPE = {"ngo_cso": 1, "national_society": 2, "authority": 3}

RED_CROSS = 445


@dataclass(slots=True)
class Seen:
    """What the rows of a file say about one organisation of one country."""

    country: str
    names: Counter[str] = field(default_factory=Counter)
    acronyms: Counter[str] = field(default_factory=Counter)
    types: Counter[int | None] = field(default_factory=Counter)
    type_texts: Counter[str] = field(default_factory=Counter)
    first_row: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """The class that an organisation has in the whole batch.

    Attributes:
        organisation_type: code of organisation_types.csv; None where nothing is known.
        lna_scope: the narrowest scope in which it is a local or national actor; None if never.
        type_known: whether it counts on either side of a share.
        by_name: whether its name settled it, whatever the rows declare.
        rivals: the known types that its rows declare, when there are several classes of them.
    """

    organisation_type: int | None
    lna_scope: int | None
    type_known: bool
    by_name: bool = False
    rivals: tuple[int, ...] = ()


def judge(seen: Seen, classes: Mapping[int, str], movement: Movement) -> Judged:
    """The class of an organisation, from its name first and its declared types second.

    Args:
        seen: what the file says about it.
        classes: code of organisation_types.csv -> class.
        movement: the names of the Red Cross and Red Crescent.
    """
    society = movement.society((*seen.names, *seen.acronyms), declared=RED_CROSS in seen.types)
    if society is not None:
        home = society == seen.country
        return _judged(RED_CROSS, "national_society" if home else "international", by_name=True)
    votes = _votes(seen.types, classes)
    if not votes:
        return Judged(_only_unknown(seen.types), None, type_known=False)
    winner = max(votes, key=lambda name: (votes[name], RANK[name]))
    return _judged(
        _most_declared(seen.types, winner, classes),
        winner,
        rivals=_rivals(seen.types, votes, classes),
    )


def _judged(
    code: int, class_: str, *, by_name: bool = False, rivals: tuple[int, ...] = ()
) -> Judged:
    return Judged(code, SCOPE.get(class_), type_known=True, by_name=by_name, rivals=rivals)


def _votes(types: Counter[int | None], classes: Mapping[int, str]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for code, rows in types.items():
        class_ = classes.get(code, "unknown") if code is not None else "unknown"
        if class_ in RANK:
            votes[class_] += rows
    return votes


def _only_unknown(types: Counter[int | None]) -> int | None:
    declared = Counter({code: rows for code, rows in types.items() if code is not None})
    return declared.most_common(1)[0][0] if declared else None


def _most_declared(types: Counter[int | None], class_: str, classes: Mapping[int, str]) -> int:
    mine = {c: rows for c, rows in types.items() if c is not None and classes.get(c) == class_}
    return max(mine, key=lambda code: (mine[code], -code))


def _rivals(
    types: Counter[int | None], votes: Counter[str], classes: Mapping[int, str]
) -> tuple[int, ...]:
    if len(votes) < 2:
        return ()
    return tuple(sorted(c for c in types if c is not None and classes.get(c) in RANK))
