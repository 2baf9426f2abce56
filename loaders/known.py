"""What is known of the world before a file is read."""

from dataclasses import dataclass

from loaders.red_cross import Movement
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known beforehand: the words of three languages, and the Red Cross by name.

    Attributes:
        version: of the reference data; the same file is news once we have learned new words.
    """

    vocabulary: Vocabulary
    movement: Movement
    version: str = ""
