"""Text for programs that are not browsers: what sets directions apart, and names of files."""

import re

from charts.chart import Chart
from charts.theme import mirrored
from core.i18n import Lang, translations

_LTR, _RTL, _AUTO, _END = "\u2066", "\u2067", "\u2068", "\u2069"
_EMBED = {_LTR: "\u202a", _RTL: "\u202b", _AUTO: "\u202a"}
_ISOLATES = re.compile(f"[{_LTR}{_RTL}{_AUTO}{_END}\u202a-\u202c]")
# What Windows refuses in the name of a file, and what turns the text around it.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\u0000-\u001f\u200e\u200f\u202a-\u202e]+')
_LONGEST = 90


def bare(text: str) -> str:
    """The text without characters that set directions apart: cells are looked up and compared."""
    return _ISOLATES.sub("", text)


def embedded(text: str, lang: Lang) -> str:
    """The text with isolates written as embeddings, which older programs know as well.

    A mark of direction on both sides keeps an embedded part from joining its neighbours.
    """
    guard = "\u200f" if mirrored(lang) else "\u200e"
    opened = re.sub(f"[{_LTR}{_RTL}{_AUTO}]", lambda found: guard + _EMBED[found[0]], text)
    return opened.replace(_END, f"\u202c{guard}")


def facing(text: str, lang: Lang) -> str:
    """The text set in the direction of its language, where a program would take the other one."""
    return f"\u202b{text}\u202c" if text and mirrored(lang) else text


def guarded(text: str, lang: Lang) -> str:
    """The text with a mark at its end that keeps what follows in the direction of the language."""
    return f"{text}\u200f" if text and mirrored(lang) else text


def file_name(chart: Chart, ending: str, *, form: str = "") -> str:
    """The name of a file in the reader's language: what is measured, and by what it is split.

    Args:
        chart: what the file holds.
        ending: without the dot.
        form: a word that tells it from another file of the same chart.
    """
    _ = translations(chart.lang).gettext
    split = _("Period") if chart.categories.unit == "period" else chart.categories.title
    parts = (chart.measure, "" if chart.kind == "headline" else split, form)
    return f"{_named(*parts)}.{ending}"


def talk_name(title: str, ending: str) -> str:
    """The name of a file that holds a talk."""
    return f"{_named(title)}.{ending}"


def _named(first: str, *others: str) -> str:
    """Names joined by dashes, the first cut after a whole word where all would be too long."""
    kept = [_allowed(text) for text in others if text]
    room = _LONGEST - sum(map(len, kept))
    words = _allowed(first)
    if len(words) > room:
        words = words[:room].rpartition(" ")[0] or words[:room]
    return " – ".join((words, *kept)).strip(" .")


def _allowed(text: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub(" ", bare(text).replace("/", "-")).split())
