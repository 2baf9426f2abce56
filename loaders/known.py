"""What is known of the world before a file is read."""

from dataclasses import dataclass, field

from loaders.acronyms import AcronymDecisions
from loaders.families import Families
from loaders.red_cross import Movement
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known beforehand: words of three languages, the Red Cross and others by name.

    Attributes:
        version: of the reference data; the same file is news once we have learned new words.
        families: international ones, whose national branches are looked at.
        acronyms: which of them persons told apart; `prepare` looks them up anew.
        registered: folded names that persons decided about: each is one organisation; likewise.
    """

    vocabulary: Vocabulary
    movement: Movement
    version: str = ""
    families: Families = field(default_factory=Families)
    acronyms: AcronymDecisions = field(default_factory=AcronymDecisions)
    registered: frozenset[str] = frozenset()
