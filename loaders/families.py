"""International families: a national branch that calls itself national is looked at by a person.

Declared types are shown and counted as declared; their number is told beside.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from core.i18n.folding import fold
from core.storage.cursor import Cursor
from loaders.vocabulary import Vocabulary

# Up to four letters may be a word or an acronym of somebody else: CARE, Plan, IRC. They must be the
# whole name, but for the country and the word `international`.
_DISTINCT = 5
_BESIDE = frozenset(("international", "internationale", "intl", "في"))


@dataclass(frozen=True, slots=True)
class Families:
    """The names that tell a family.

    Attributes:
        names: folded name or acronym -> how the list writes it.
        countries: ISO3 -> the words of that country's names, folded.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, texts: Iterable[str], country: str) -> str | None:
        """The family whose name stands in one of these names; None for none.

        An acronym beside a name says nothing: ACF is also Action of the Future.
        """
        beside = _BESIDE | self.countries.get(country, frozenset())
        found = (self._one(fold(text), beside) for text in texts)
        return next((family for family in found if family is not None), None)

    def _one(self, folded: str, beside: frozenset[str]) -> str | None:
        if folded in self.names:
            return self.names[folded]
        held = [run for run in _runs(folded) if len(run) >= _DISTINCT and run in self.names]
        if held:
            return self.names[max(held, key=len)]
        return self.names.get(" ".join(word for word in folded.split() if word not in beside))


def _runs(folded: str) -> Iterator[str]:
    """Every run of words within a name: looked up, they need no search through all families."""
    words = folded.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


def families(words: Vocabulary) -> Families:
    """The families of the reference data."""
    listed = words.spellings.get("family", ())
    own: dict[str, set[str]] = {}
    for spelling in words.spellings.get("country", ()):
        own.setdefault(spelling.code, set()).update(spelling.folded.split())
    return Families(
        {spelling.folded: spelling.text for spelling in listed},
        {code: frozenset(found) for code, found in own.items()},
    )


@dataclass(frozen=True, slots=True)
class UnderReview:
    """An organisation that counts as national, as declared, and bears the name of a family."""

    country: str
    key: str
    name: str
    family: str


_NATIONAL = """
SELECT
    o.identity_key,
    o.name,
    list_sort(list(DISTINCT coalesce(n.organisation_reported, n.acronym_reported))) AS texts
FROM (
    SELECT
        f.organisation,
        max(r.period_end::BIGINT << 44 | r.batch << 4 | coalesce(f.lna_scope, 9)) & 15 AS newest
    FROM fact_org AS f
    INNER JOIN report AS r ON r.report = f.report
    SEMI JOIN v_current_report AS v ON v.report = r.report
    SEMI JOIN batch AS b ON b.batch = r.batch AND b.has_type
    WHERE r.country = $country AND f.type_known AND (r.dataset <> 'presence' OR f.role = 'present')
    GROUP BY f.organisation
) AS c
INNER JOIN organisation AS o ON o.organisation = c.organisation
INNER JOIN v_named AS n ON n.organisation = c.organisation
WHERE c.newest = 1
    AND NOT EXISTS (
        FROM v_organisation_flag AS g
        WHERE g.country = o.country AND g.identity_key = o.identity_key AND g.flag = 'affiliated'
    )
GROUP BY o.identity_key, o.name
ORDER BY o.identity_key
"""


def under_review(cur: Cursor, country: str, known: Families) -> list[UnderReview]:
    """Who in the files in force is to be looked at; whose affiliation is decided is not.

    Args:
        cur: sees the store now, or as of an event number.
        country: ISO3.
        known: the families.
    """
    found = []
    for key, name, texts in cur.rows(_NATIONAL, {"country": country}):
        family = known.of(texts, country)
        if family is not None:
            found.append(UnderReview(country, key, name, family))
    return found
