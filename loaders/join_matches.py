"""Which organisations of a list another sheet settles, and of which it says two things."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from core.i18n.folding import fold, identity_key
from loaders.issues import Code, Issue, Severity
from loaders.join import JoinedType, OtherSheet, Told
from loaders.known import Knowledge
from loaders.organisations import RED_CROSS, Seen
from loaders.row_organisation import Combination, RowOrganisations, Who
from loaders.unknown import stands_for_nothing


class Matches:
    """The organisations that the list leaves unknown, and what another sheet says of them.

    Attributes:
        rows_unknown: rows of the file with an organisation of unknown type.
        rows_settled: how many of these have none once the other sheet is heard.
        filled: index of a combination -> the type for its empty cells.
    """

    def __init__(
        self,
        organisations: RowOrganisations,
        numbers: np.ndarray,
        other: OtherSheet,
        knowledge: Knowledge,
    ) -> None:
        self.other = other
        self.filled: dict[int, Told] = {}
        self._organisations, self._knowledge = organisations, knowledge
        self._types: dict[Who, JoinedType] = {}
        self._contradicted: list[Issue] = []
        self._homonyms = _homonyms(organisations)
        unknown, left = np.zeros((2, len(organisations.combinations)), dtype=bool)
        for who, mine in _unknown(organisations).items():
            empty = [(at, c) for at, c in mine if self._says_nothing(c)]
            told = {key: one for _, c in empty for key, one in self._told(c)}
            indexes = [at for at, _ in mine]
            unknown[indexes] = True
            left[indexes] = not self._settle(who, empty, told)
        rows = organisations.member
        self.rows_unknown = len(np.unique(numbers[unknown[rows]]))
        self.rows_settled = self.rows_unknown - len(np.unique(numbers[left[rows]]))

    def types(self) -> Iterator[JoinedType]:
        """What was taken, in the order of the list."""
        yield from sorted(self._types.values(), key=lambda one: one.row)

    def issues(self) -> Iterator[Issue]:
        """Organisations of the list of which the other sheet says two things."""
        yield from self._contradicted

    def _says_nothing(self, c: Combination) -> bool:
        return c.type_text is None or stands_for_nothing(c.type_text, self._knowledge.vocabulary)

    def _told(self, c: Combination) -> Iterator[tuple[str, Told]]:
        by_acronym = c.who and c.acronym and (c.who[0], identity_key(c.acronym))
        acronym = None if by_acronym in self._homonyms else c.acronym
        for text in filter(None, (c.name, acronym)):
            if fold(text) in self.other.told:
                yield fold(text), self.other.told[fold(text)]

    def _settle(
        self,
        who: Who,
        empty: Sequence[tuple[int, Combination]],
        told: Mapping[str, Told],
    ) -> bool:
        """Take the type, if there is one; whether a class follows from it."""
        codes = {one.code for one in told.values() if not one.several}
        if any(one.several for one in told.values()) or len(codes) > 1:
            self._contradicted.append(self._contradiction(empty[0][1], told.values()))
            return False
        if not codes or None in codes:
            return False
        one = min(told.values(), key=lambda told: told.row)
        self.filled |= {at: one for at, _ in empty}
        first = empty[0][1]
        self._types[who] = JoinedType(
            organisation=first.shown or "",
            row=first.row,
            rows=sum(c.rows for _, c in empty),
            type=one.text,
            source_row=one.row,
            source_column=self.other.type.position,
        )
        return self._tells_class(one.code, self._organisations.seen[who])

    def _tells_class(self, code: int | None, seen: Seen) -> bool:
        if code == RED_CROSS:
            named = (*seen.names, *seen.acronyms)
            return self._knowledge.movement.society(named, declared=True) is not None
        return code in self._organisations.informative

    def _contradiction(self, c: Combination, told: Iterable[Told]) -> Issue:
        listed = sorted(told, key=lambda one: one.row)
        texts = (text for one in listed for text in (one.several or (one.text,)))
        return Issue(
            code=Code.JOIN_CONTRADICTED,
            severity=Severity.WARNS,
            sheet=self.other.sheet.name,
            row=listed[0].row,
            column=self.other.type.position,
            field="organisation_type",
            value=c.shown,
            others=tuple(dict.fromkeys(texts)),
        )


def _unknown(organisations: RowOrganisations) -> dict[Who, list[tuple[int, Combination]]]:
    """Organisations of unknown type: their combinations with their indexes, by first row."""
    found: dict[Who, list[tuple[int, Combination]]] = defaultdict(list)
    for at, c in enumerate(organisations.combinations):
        if c.who is not None and not organisations.judged[c.who].type_known:
            found[c.who].append((at, c))
    return {who: sorted(mine, key=lambda pair: pair[1].row) for who, mine in found.items()}


def _homonyms(organisations: RowOrganisations) -> set[tuple[str, str]]:
    """Acronyms that go with several names, and are not said to tell organisations apart."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for c in organisations.combinations:
        by_acronym = c.who and c.name and c.acronym and c.who[1] == identity_key(c.acronym)
        if c.who and c.name and c.acronym and not by_acronym:
            names[c.who[0], identity_key(c.acronym)].add(identity_key(c.name))
    several = {acronym for acronym, those in names.items() if len(those) > 1}
    return several | set(organisations.apart)
