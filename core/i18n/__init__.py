"""Three languages: English sentences are the keys, French and Arabic come from the catalogues."""

import gettext
import io
from enum import StrEnum
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Annotated

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from pydantic import BaseModel, ConfigDict, StringConstraints

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "dashboard"

_reading = Lock()


class Lang(StrEnum):
    """A language of the dashboard."""

    EN = "en"
    FR = "fr"
    AR = "ar"

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as HTML writes it."""
        return "rtl" if self is Lang.AR else "ltr"

    @property
    def own_name(self) -> str:
        """What its readers call it."""
        return {Lang.EN: "English", Lang.FR: "Français", Lang.AR: "العربية"}[self]


def N_(template: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a template for the catalogue; it is returned unchanged and translated where shown."""
    return template


def translations(lang: Lang) -> gettext.NullTranslations:
    """The catalogue of a language, read once per process; English gives the keys back.

    Use `gettext`, `ngettext` and `pgettext` of what it returns; nothing is installed globally.
    """
    with _reading:
        return _read(lang)


@cache
def _read(lang: Lang) -> gettext.NullTranslations:
    if lang is Lang.EN:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with catalogue_path(lang).open("rb") as text:
        write_mo(compiled, read_po(text, locale=lang.value, abort_invalid=True))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def catalogue_path(lang: Lang) -> Path:
    """Where the sentences of a language stand."""
    return LOCALE / lang.value / "LC_MESSAGES" / f"{DOMAIN}.po"


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Trilingual(BaseModel):
    """Words of the domain in all three languages; refused when one is missing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: Words
    fr: Words
    ar: Words

    def in_(self, lang: Lang) -> str:
        """The words in one language."""
        return {Lang.EN: self.en, Lang.FR: self.fr, Lang.AR: self.ar}[lang]
