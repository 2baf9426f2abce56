"""Conversions that a person does not want: a text is then taken, and judged, as it is written."""

from collections.abc import Iterable
from dataclasses import replace

from core.i18n.folding import fold
from loaders.normalise import Conversion, ConversionKind
from loaders.vocabulary import Spelling, Vocabulary

Groups = dict[tuple[ConversionKind, str], list[Conversion]]

# Broken letters are repaired, and cells split, only on a word: there is nothing to refuse.
_SAID = (ConversionKind.ENCODING, ConversionKind.SPLIT)
REFUSABLE = tuple(kind for kind in ConversionKind if kind not in _SAID)
KINDS = ", ".join(REFUSABLE)
# Several columns make one period.
_WHOLE = frozenset((ConversionKind.PERIOD,))
# Fields whose words are matched wherever they stand, under the name of the field.
_BY_WORD = ("country", "cluster", "organisation_type", "level", "mechanism_type", "role")


def refusal_of(kind: ConversionKind, field: str) -> str:
    """How the choices name a conversion: `number:amount`, and `period` for all of its columns."""
    return kind.value if kind in _WHOLE else f"{kind.value}:{field}"


def literal_kinds(refused: Iterable[str], field: str) -> frozenset[ConversionKind]:
    """The conversions that are not made in the column of a field.

    Args:
        refused: of the choices, a kind or a kind and a field.
        field: our name of it.
    """
    said = frozenset(refused)
    return frozenset(
        kind for kind in REFUSABLE if kind.value in said or refusal_of(kind, field) in said
    )


def refused_names(refused: Iterable[str]) -> list[tuple[ConversionKind, str | None]]:
    """Kind and field of each; no field where the kind is refused everywhere.

    Raises:
        ValueError: a name is none of a kind that can be refused.
    """
    found: list[tuple[ConversionKind, str | None]] = []
    for name in refused:
        kind, _, field = name.partition(":")
        if kind not in REFUSABLE:
            raise ValueError(f"nothing is called {kind}")
        found.append((ConversionKind(kind), field or None))
    return found


def with_refusals(vocabulary: Vocabulary, refused: Iterable[str]) -> Vocabulary:
    """The words without those that a person does not want to be taken for a code.

    A code, and the names that our own lists give it, are no conversion.
    """
    said = frozenset(refused)
    kinds = [k for k in _BY_WORD if ConversionKind.MATCHED in literal_kinds(said, k)]
    if not kinds:
        return vocabulary
    kept = {kind: _own(kind, vocabulary) for kind in kinds}
    return replace(vocabulary, spellings={**vocabulary.spellings, **kept})


def own_names(kind: str, code: str, vocabulary: Vocabulary) -> set[str]:
    """The folded names that a code goes by in our own lists: nothing is made of these."""
    names: tuple[str, ...] = ()
    if kind == "country":
        names = vocabulary.countries.get(code, ())
    elif kind == "cluster":
        names = vocabulary.clusters[code].names if code in vocabulary.clusters else ()
    return {fold(code), *map(fold, names)}


def by_kind(
    conversions: Iterable[Conversion],
) -> Groups:
    """Conversions by kind and field, in the order found; what is refused together is together."""
    found: Groups = {}
    for one in conversions:
        field = one.kind.value if one.kind in _WHOLE else one.field
        found.setdefault((one.kind, field), []).append(one)
    return found


def _own(kind: str, vocabulary: Vocabulary) -> tuple[Spelling, ...]:
    every = vocabulary.spellings.get(kind, ())
    own = {s.code: own_names(kind, s.code, vocabulary) for s in every}
    codes = {fold(code): Spelling(code, code, fold(code)) for code in own}
    kept = {s.folded: s for s in every if s.folded in own[s.code]}
    return tuple({**codes, **kept}.values())
