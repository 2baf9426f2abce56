"""Where the numbers of a file come from: said in every file that leaves the dashboard."""

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as in core/i18n/numbers.py

from core.i18n import Lang, translations
from core.i18n.numbers import date, isolate
from metrics.registry import Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a file says about itself beside its numbers.

    Attributes:
        indicator: what was measured.
        version: the state of the data.
        taken: the day on which the file was made.
        address: where the same view is found again; empty in files that name no server.
        notices: whole sentences in the reader's language, such as that the data are fictional.
    """

    indicator: Indicator
    version: str
    taken: Day
    address: str = ""
    notices: tuple[str, ...] = ()


def facts(origin: Origin, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Name and text of each thing to know, in the reader's language."""
    _ = translations(lang).gettext
    source = origin.indicator.source
    definition = _("{title}, {year}").format(title=source.title.in_(lang), year=source.year)
    pairs = (
        (_("Source"), _("Reports of the offices, counted by the dashboard")),
        (_("The indicator follows"), definition),
        (_("Data version"), isolate(origin.version, lang)),
        (_("Made on"), date(origin.taken, lang)),
        (_("Address"), isolate(origin.address, lang) if origin.address else ""),
    )
    return tuple((name, text) for name, text in pairs if text)


def line(origin: Origin, lang: Lang) -> str:
    """The same in one line for the foot of a picture or slide, without the address."""
    _ = translations(lang).gettext
    said = _("Source: reports of the offices. Data version {version}, made on {day}.").format(
        version=isolate(origin.version, lang), day=date(origin.taken, lang)
    )
    return "\u00a0· ".join((*origin.notices, said))
