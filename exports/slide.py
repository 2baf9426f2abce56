"""A slide is a chart with what a presenter says about it: deck and pack show the same one."""

from dataclasses import dataclass

from charts.chart import Chart
from core.i18n import translations
from exports.origin import Origin
from exports.tables import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One chart of a talk, in one language.

    Attributes:
        chart: what is shown.
        origin: where its numbers come from.
        title: in place of the finding; empty: the finding.
        sentence: what the presenter wants to be remembered; empty: none.
        notes: what only the presenter reads.
    """

    chart: Chart
    origin: Origin
    title: str = ""
    sentence: str = ""
    notes: str = ""

    @property
    def heading(self) -> str:
        """What stands on top."""
        return self.title or self.chart.finding


def spoken(slide: Slide) -> tuple[str, ...]:
    """The presenter's notes, then the chart in words, then all that is to be known about it."""
    template = translations(slide.chart.lang).gettext("{label}: {text}")
    known = (
        template.format(label=name, text=text) for name, text in about(slide.chart, slide.origin)
    )
    own = tuple(line for line in slide.notes.splitlines() if line.strip())
    return (*own, slide.chart.alternative, *known)
