"""All that there is to say about the organisations of a country, at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.i18n.periods import Period
from core.storage.cursor import Cursor
from loaders.acronyms import AcronymDecision, acronym_decisions_told
from loaders.families import Families, UnderReview, under_review
from loaders.likenesses import Proposal, proposals
from loaders.organisation_flags import flags
from loaders.organisation_list import Listed, organisations_of, reach_of
from loaders.registry import PairDecision, pair_decisions


@dataclass(frozen=True, slots=True)
class CountryRegistry:
    """The organisations of a country.

    Attributes:
        listed: who is named in the files in force.
        proposals: what a person should be asked.
        decisions: what was decided about two organisations and holds.
        acronyms: likewise about acronyms.
        under_review: national as declared, and of an international family by their name.
        flags: (key, flag) -> whether it holds, and who says so.
        reach: every month that the country's reports touch; None: there are none.
    """

    country: str
    listed: tuple[Listed, ...]
    proposals: tuple[Proposal, ...]
    decisions: tuple[PairDecision, ...]
    acronyms: tuple[AcronymDecision, ...]
    under_review: tuple[UnderReview, ...]
    flags: Mapping[tuple[str, str], tuple[bool, str]]
    reach: Period | None


def country_registry(cur: Cursor, country: str, known: Families) -> CountryRegistry:
    """The registry of a country, as of the event of the cursor."""
    return CountryRegistry(
        country,
        tuple(organisations_of(cur, country)),
        tuple(proposals(cur, country)),
        tuple(pair_decisions(cur, country)),
        tuple(acronym_decisions_told(cur, country)),
        tuple(under_review(cur, country, known)),
        flags(cur, country),
        reach_of(cur, country),
    )
