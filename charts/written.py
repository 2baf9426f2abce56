"""Text as Plotly takes it, which reads some HTML in it and joins it without regard to direction."""

from html import escape

from charts.chart import Chart, Mark, State
from charts.drawing.letters import wrapped
from charts.theme import mirrored
from core.i18n import Lang

# Where a cell has no room for words; the key under the title has them.
SIGNS = {
    State.NOT_REPORTED: "–",
    State.CLOSED: "×",
    State.HIDDEN: "■",
    State.NOT_APPLICABLE: "·",
}
LABEL = 270.0
# The size of words beside the marks, in pixels.
NOTE = 16
_OPEN, _CLOSE = "\u2067", "\u2069"


def written(text: str, lang: Lang, *, room: float = 2000.0, size: float = 18.0) -> str:
    """Text as Plotly takes it: escaped, in lines, and each line set in the reader's direction."""
    lines = wrapped(text, room, size) if text else ()
    if mirrored(lang):
        lines = tuple(f"{_OPEN}{line}{_CLOSE}" for line in lines)
    return "<br>".join(map(escape, lines))


def category(mark: Mark, chart: Chart) -> str:
    """The name of a mark on its axis."""
    room = 1.0 if chart.categories.unit == "period" else LABEL
    if room > 1:
        return written(mark.label, chart.lang, room=room)
    return "<br>".join(written(word, chart.lang) for word in mark.label.split(" "))
