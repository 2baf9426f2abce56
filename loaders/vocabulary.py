"""The reference tables as look-ups: what a heading or a cell means, in three languages."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from rapidfuzz import fuzz, process

from core.errors import WrongDeclaration
from core.i18n.folding import fold
from core.storage.cursor import Cursor

# Up to three letters, half of a word is one typing error: a suggestion would be a guess.
_SHORTEST = 4
_LIKELY = 80.0
_SAME_HEADING = 90.0
_BETWEEN_LANGUAGES = re.compile(r"\s+[/|–—-]\s+|\s*[\n|]\s*")
_BETWEEN_VALUES = re.compile(r"\s+[–—-]\s+|\s*[/|\n()]\s*")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a code; `dataset` is None where it holds for every dataset."""

    code: str
    text: str
    folded: str
    dataset: str | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster, an area of responsibility (with its parent), or a label that is neither."""

    kind: str
    parent: str | None
    names: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Every known spelling, by kind; read once and handed to those who recognise texts.

    Attributes:
        spellings: kind of alias -> its spellings, the approved ones before plain names.
        countries: ISO3 -> names in English, French and Arabic.
        clusters: code -> cluster.
        organisation_types: code -> class.
    """

    spellings: Mapping[str, tuple[Spelling, ...]]
    countries: Mapping[str, tuple[str, ...]]
    clusters: Mapping[str, Cluster]
    organisation_types: Mapping[int, str]

    def code(self, kind: str, text: str) -> str | None:
        """What a text means, if it is written in a known way; None where it is not known.

        In two languages in one cell, `Santé / الصحة`, each of the parts must mean it.
        """
        whole = self.code_of_all(kind, text)
        if whole is not None:
            return whole
        codes = self._named_in(kind, text)
        return next(iter(codes)) if len(codes) == 1 else None

    def code_of_all(self, kind: str, text: str) -> str | None:
        """What a text means as one, whatever its parts mean."""
        return self._codes.get(kind, {}).get(fold(text))

    def _named_in(self, kind: str, text: str) -> set[str | None]:
        """What the parts of a text mean each; one of them None where it is not known."""
        known = self._codes.get(kind, {})
        parts = [part for part in _BETWEEN_VALUES.split(text) if part.strip()]
        return {known.get(fold(part)) for part in parts} if len(parts) > 1 else {None}

    def heading(self, dataset: str, text: str) -> str | None:
        """The field that a heading names, if it is written in a known way.

        In two languages in one cell, `Country / Pays`, each of the parts must name it.
        """
        known = self.headings_of(dataset)
        whole = known.get(fold(text))
        if whole is not None:
            return whole
        parts = _BETWEEN_LANGUAGES.split(text)
        fields = {known.get(fold(part)) for part in parts} if len(parts) > 1 else {None}
        return fields.pop() if len(fields) == 1 else None

    def similar_heading(self, dataset: str, text: str) -> str | None:
        """The field of the heading that is all but written like this one, in any order of words.

        Figures must be the same: `Admin level 2` is not a misspelt `Admin level 1`.
        """
        folded = fold(text)
        if len(folded) <= _SHORTEST:
            return None
        alike = self._headings_by_figures.get(dataset) or self._headings_by_figures[""]
        known = alike.get(_figures(folded), {})
        best = process.extractOne(
            folded, known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_SAME_HEADING
        )
        return known[best[0]] if best else None

    def suggest(self, kind: str, text: str) -> tuple[str, str] | None:
        """The code and spelling that were probably meant; None for short or distant texts.

        None also where two codes are equally near, or both named: a coin is not tossed.
        """
        folded = fold(text)
        if len(folded) < _SHORTEST or len(self._named_in(kind, text) - {None}) > 1:
            return None
        near = {s.folded: s for s in self._long_spellings.get(kind, ())}
        found = [
            hit
            for scorer in (fuzz.ratio, fuzz.token_sort_ratio)
            for hit in process.extract(
                folded, near.keys(), scorer=scorer, score_cutoff=_LIKELY, limit=5
            )
        ]
        if not found:
            return None
        highest = max(score for _, score, _ in found)
        nearest = [near[name] for name, score, _ in found if score == highest]
        if len({spelling.code for spelling in nearest}) > 1:
            return None
        return nearest[0].code, nearest[0].text

    @cached_property
    def months(self) -> Mapping[str, int]:
        """Folded name of a month -> 1 to 12."""
        return {folded: int(code) for folded, code in self._codes.get("month", {}).items()}

    def headings_of(self, dataset: str) -> Mapping[str, str]:
        """Folded heading -> field, those of this dataset before those of every dataset."""
        return self._headings.get(dataset) or self._headings[""]

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[str, str]]:
        return {
            kind: _by_folded(kind, listed)
            for kind, listed in self.spellings.items()
            if kind != "heading"  # means one thing within a dataset only
        }

    @cached_property
    def _headings(self) -> Mapping[str, Mapping[str, str]]:
        listed = self.spellings.get("heading", ())
        shared = _by_folded("heading", (s for s in listed if s.dataset is None))
        own = {s.dataset for s in listed if s.dataset is not None}
        return {"": shared} | {
            name: {**shared, **_by_folded("heading", (s for s in listed if s.dataset == name))}
            for name in own
        }

    @cached_property
    def _headings_by_figures(self) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
        """Dataset -> figures in a heading -> headings with these figures."""
        sorted_out: dict[str, dict[str, dict[str, str]]] = {}
        for dataset, headings in self._headings.items():
            for name, field in headings.items():
                alike = sorted_out.setdefault(dataset, {}).setdefault(_figures(name), {})
                alike[name] = field
        return sorted_out

    @cached_property
    def _long_spellings(self) -> Mapping[str, tuple[Spelling, ...]]:
        return {
            kind: tuple(s for s in listed if len(s.folded) >= _SHORTEST)
            for kind, listed in self.spellings.items()
        }


def vocabulary(cur: Cursor) -> Vocabulary:
    """Read the reference tables.

    Raises:
        WrongDeclaration: two codes claim one spelling (found when that kind is first asked for).
    """
    countries = {row[0]: _texts(row[1:]) for row in cur.rows(_COUNTRIES)}
    clusters = {row[0]: Cluster(row[1], row[2], _texts(row[3:])) for row in cur.rows(_CLUSTERS)}
    types = cur.rows("SELECT code, class, name_en, name_fr, name_ar FROM organisation_type")
    terms = cur.rows("SELECT kind, code, name_en, name_fr, name_ar FROM term")
    named = chain(
        (("country", code, (code, *names)) for code, names in countries.items()),
        (("cluster", code, (code, *found.names)) for code, found in clusters.items()),
        (("organisation_type", str(row[0]), _texts(row[2:])) for row in types),
        ((row[0], row[1], (row[1], *_texts(row[2:]))) for row in terms),
    )
    return Vocabulary(
        spellings=_with_names(_aliases(cur), named),
        countries=countries,
        clusters=clusters,
        organisation_types={int(row[0]): row[1] for row in types},
    )


_COUNTRIES = "SELECT iso3, name_en, name_fr, name_ar FROM country ORDER BY iso3"
_CLUSTERS = "SELECT code, kind, parent, name_en, name_fr, name_ar FROM cluster ORDER BY code"


def _aliases(cur: Cursor) -> dict[str, list[Spelling]]:
    found: dict[str, list[Spelling]] = {}
    rows = cur.rows(
        "SELECT kind, code, text, folded, dataset FROM alias ORDER BY kind, folded, code, text"
    )
    for kind, code, text, folded, datasets in rows:
        for dataset in datasets.split() if datasets else [None]:
            found.setdefault(kind, []).append(Spelling(code, text, folded, dataset))
    return found


def _with_names(
    aliases: dict[str, list[Spelling]], named: Iterable[tuple[str, str, tuple[str, ...]]]
) -> dict[str, tuple[Spelling, ...]]:
    """Names count as spellings, unless an alias says otherwise or two codes bear the name."""
    names: dict[tuple[str, str], set[Spelling]] = {}
    for kind, code, texts in named:
        for text in texts:
            names.setdefault((kind, fold(text)), set()).add(Spelling(code, text, fold(text)))
    taken = {(kind, s.folded) for kind, listed in aliases.items() for s in listed}
    spellings = {kind: list(listed) for kind, listed in aliases.items()}
    for (kind, folded), bearers in names.items():
        if (kind, folded) not in taken and len({s.code for s in bearers}) == 1:
            spellings.setdefault(kind, []).append(min(bearers, key=lambda s: s.text))
    return {kind: tuple(listed) for kind, listed in spellings.items()}


def _by_folded(kind: str, listed: Iterable[Spelling]) -> dict[str, str]:
    found: dict[str, str] = {}
    for spelling in listed:
        if found.setdefault(spelling.folded, spelling.code) != spelling.code:
            raise WrongDeclaration(
                "wrong-declaration",
                file=f"aliases_{kind}.csv",
                reason=f"{spelling.text}: {found[spelling.folded]}, {spelling.code}",
            )
    return found


def _figures(folded: str) -> str:
    return "".join(sorted(filter(str.isdigit, folded)))


def _texts(cells: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(cell for cell in cells if cell)
