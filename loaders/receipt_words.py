"""The words of a receipt: its lines, and sentences, names and numbers of one language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.i18n import Lang, translations
from core.i18n.numbers import count, isolate
from core.i18n.periods import Period, period_name
from loaders.choice_lists import choice_lists
from loaders.fields import FIELD_NAMES

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of a receipt, in words: in which part, what it is, its value."""

    part: str
    name: str
    value: str


class ReceiptWords:
    """Sentences, names and numbers of one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._gettext = translations(lang).gettext
        self._lists = choice_lists(lang)

    def __call__(self, template: str, **facts: object) -> str:
        """A sentence; whole numbers are written out, any other fact is set apart."""
        told = {
            name: self.number(fact) if isinstance(fact, int) else self.apart(str(fact))
            for name, fact in facts.items()
        }
        sentence_in = self._gettext(template)
        return sentence_in.format(**told) if told else sentence_in

    def part(self, title: str, facts: Iterable[Fact]) -> Iterator[Line]:
        """The facts of one part."""
        said = self(title)
        return (Line(said, name, value) for name, value in facts)

    def apart(self, text: str) -> str:
        """A text of the file, set apart from the sentence around it."""
        return isolate(text, self.lang)

    def number(self, value: int) -> str:
        """A whole number as the language writes it."""
        return count(value, self.lang)

    def field(self, name: str) -> str:
        """A field by its name."""
        said = self(FIELD_NAMES.get(name, name))
        return said[:1].upper() + said[1:]

    def named(self, field: str, code: str) -> str:
        """A code by its name; any other text as it is."""
        if field == "period":
            return period_name(Period.parse(code), self.lang)
        return self.apart(self._lists.get(field, {}).get(code, code))
