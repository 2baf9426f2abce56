"""Which cells of a workbook that goes back are marked, how, and what is said beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.i18n import N_, Lang, translations
from core.i18n.numbers import isolate
from loaders.issues import Issue, Report, Severity
from loaders.located import Cells, Place, at_place
from loaders.mending import Correction, corrected
from loaders.personal import holds_address
from loaders.report_table import MENDED, mended_word, severity_word
from loaders.said import short_text
from loaders.sentences import sentence
from loaders.upload import Upload

# A program that opens a sheet lays out every note at once.
_NOTES_OF_ONE_ISSUE, _MOST_NOTES = 50, 5000
_LONGEST_NOTE = 2000
_ORDER = tuple(Severity)
_BEFORE = N_("In the file it reads “{value}”.")
_AFTER = N_("It is to read “{value}”.")
_WAS_EMPTY = N_("In the file it is empty.")

# Row, column, colour, note or None, the new text of the cell or None to leave it as it is.
Mark = tuple[int, int, str, str | None, str | None]
_Key = tuple[str, Place]


@dataclass(frozen=True, slots=True)
class Marks:
    """Sheet -> its marks; `all_noted`: every cell that has a colour has a note."""

    by_sheet: Mapping[str, Sequence[Mark]]
    all_noted: bool


def marks_of(
    upload: Upload, report: Report, lang: Lang, corrections: Sequence[Correction]
) -> Marks:
    """Every cell in question and every cell mended; where both, the issue gives the colour.

    Args:
        upload: as it was read, not mended.
        report: about the mended upload.
        lang: of the notes.
        corrections: cells mended by hand.
    """
    cells = Cells(corrected(upload, corrections))
    located = [(issue, cells.of(issue)) for issue in report.issues]
    mended = {(one.sheet, Place(one.row, one.column)): one for one in corrections}
    colours: dict[_Key, str] = dict.fromkeys(mended, MENDED) | _severities(located)
    notes: dict[_Key, list[str]] = {key: [_told(one, lang)] for key, one in mended.items()}
    for issue, place in _noted(located):
        notes.setdefault((issue.sheet or "", place), []).append(_note(issue, place, lang))
    by_sheet: dict[str, list[Mark]] = {}
    for key, colour in colours.items():
        said, one = notes.get(key), mended.get(key)
        text = "\n\n".join(said)[:_LONGEST_NOTE] if said else None
        after = None if one is None else one.after or ""
        by_sheet.setdefault(key[0], []).append((*key[1], colour, text, after))
    return Marks(by_sheet, len(notes) == len(colours))


def _severities(located: Iterable[tuple[Issue, Sequence[Place]]]) -> dict[_Key, str]:
    """The gravest severity of each cell."""
    found: dict[_Key, Severity] = {}
    for issue, places in located:
        for place in places:
            key = (issue.sheet or "", place)
            found[key] = min(found.get(key, issue.severity), issue.severity, key=_ORDER.index)
    return {key: severity.value for key, severity in found.items()}


def _noted(located: Iterable[tuple[Issue, Sequence[Place]]]) -> Iterator[tuple[Issue, Place]]:
    """Which cells get a note: the first of every issue, then more of each."""
    listed = sorted(located, key=lambda found: _ORDER.index(found[0].severity))
    firsts = [(issue, place) for issue, places in listed for place in places[:1]]
    more = [(issue, place) for issue, places in listed for place in places[1:_NOTES_OF_ONE_ISSUE]]
    yield from [*firsts, *more][:_MOST_NOTES]


def _note(issue: Issue, place: Place, lang: Lang) -> str:
    what, remedy = sentence(at_place(issue, place), lang)
    return f"{severity_word(issue.severity, lang)}\n{what}\n{remedy}"


def _told(one: Correction, lang: Lang) -> str:
    """What was corrected by hand, and what the file says."""
    gettext = translations(lang).gettext

    def said(template: str, text: str | None) -> str:
        shown = "–" if text is None or holds_address(text) else short_text(text)
        return gettext(template).format(value=isolate(shown, lang))

    before = gettext(_WAS_EMPTY) if one.before is None else said(_BEFORE, one.before)
    return f"{mended_word(lang)}\n{before}\n{said(_AFTER, one.after)}"
