"""Tiles of the first sight: the words of a chart as a page sets them, its dots as it draws them."""

from collections.abc import Iterable, Sequence
from html import escape

from charts.chart import Mark, Series
from charts.marks import enough, low_and_high
from charts.step import Step
from charts.svg import dot, strip
from charts.words import Setting, coverage_line
from core.i18n import Lang, translations
from core.i18n.numbers import percent
from metrics.registry import Indicator

_ARROWS = {"up": "▲", "down": "▼", "same": "=", "not said": "◌"}


def title(text: str) -> str:
    """What the tile is about."""
    return f'<h2 class="tile-title"><bdi>{escape(text)}</bdi></h2>'


def finding(text: str) -> str:
    """What the numbers say."""
    return f'<p class="tile-finding"><bdi>{escape(text)}</bdi></p>'


def figure(mark: Mark) -> str:
    """The big number with its share; hollow where little was reported, small where nothing was."""
    low = " tile-low" if mark.low_coverage else "" if mark.short else " tile-none"
    short = ""
    if mark.value is not None:
        short = f' <span class="tile-share"><bdi>{escape(mark.short)}</bdi></span>'
    return f'<p class="tile-figure{low}"><bdi>{escape(mark.label)}</bdi>{short}</p>'


def step(found: Step) -> str:
    """How it moved, and on what that was compared."""
    kind = "partial" if found.partial else found.way.replace(" ", "-")
    arrow = "◐" if found.partial else _ARROWS[found.way]
    return (
        f'<p class="tile-step tile-{kind}"><span aria-hidden="true">{arrow}</span>'
        f" <bdi>{escape(found.text)}</bdi></p>" + notes([found.evidence])
    )


def covered(mark: Mark, indicator: Indicator, lang: Lang) -> str:
    """Who reported, how many were counted, and between which shares the number could lie."""
    line = coverage_line(mark, indicator, Setting(), lang)
    if mark.low_coverage:
        line = translations(lang).gettext("Low coverage: {coverage}").format(coverage=line)
    return "\u00a0· ".join(filter(None, (line, low_and_high(mark, lang))))


def notes(texts: Iterable[str]) -> str:
    """Who reported, how sure it is, how to read it."""
    return "".join(f'<p class="tile-note"><bdi>{escape(text)}</bdi></p>' for text in texts if text)


def dots(series: Sequence[Series], place: int, lang: Lang, *, short: bool = False) -> str:
    """One line of a chart with its axis, and under it each dot by name and number."""
    marks = [one.marks[place] for one in series]
    axis = (
        f'<div class="tile-line"><span>{escape(percent(0, lang))}</span>{strip(marks, lang)}'
        f"<span>{escape(percent(1, lang))}</span></div>"
    )
    texts = [(mark.short if short else "") or mark.text for mark in marks]
    named = "".join(
        f"<li>{dot(number, lang)} <bdi>{escape(one.name)}</bdi>"
        f" <strong><bdi>{escape(text)}</bdi></strong></li>"
        for number, (one, text) in enumerate(zip(series, texts, strict=True))
    )
    return f'{axis}<ul class="tile-dots">{named}</ul>'


def fact(said: str, mark: Mark, indicator: Indicator, lang: Lang) -> str:
    """One more number in a sentence with its share, by its name where the sentence lacks it."""
    _ = translations(lang).gettext
    if not enough(mark, indicator):
        said = _("{label}: {text}").format(label=indicator.name.in_(lang), text=mark.label)
    if mark.value is not None:
        said = _("{said} ({share})").format(said=said, share=mark.short)
    return f'<p class="tile-fact"><bdi>{escape(said)}</bdi></p>'


def rows(series: Sequence[Series], caption: str, corner: str, lang: Lang) -> str:
    """Categories under each other, a column for each series."""
    head = "".join(
        f'<th scope="col">{dot(number, lang)} <bdi>{escape(one.name)}</bdi></th>'
        for number, one in enumerate(series)
    )
    lines = "".join(
        f'<tr><th scope="row"><bdi>{escape(line[0].label)}</bdi></th>'
        + "".join(f"<td><bdi>{escape(mark.text)}</bdi></td>" for mark in line)
        + "</tr>"
        for line in zip(*(one.marks for one in series), strict=True)
    )
    return (
        f'<table class="tile-rows"><caption>{escape(caption)}</caption><thead><tr>'
        f'<th scope="col">{escape(corner)}</th>{head}</tr></thead><tbody>{lines}</tbody></table>'
    )


def column(name: str, line: str) -> str:
    """One of several columns of a tile."""
    return f'<div><h3 class="tile-name"><bdi>{escape(name)}</bdi></h3>{line}</div>'


def columns(parts: Iterable[str]) -> str:
    """Columns beside each other, under each other on a telephone."""
    return f'<div class="tile-columns">{"".join(parts)}</div>'


def tile(*parts: str) -> str:
    """One tile on one line, so that Markdown keeps it as it is."""
    return f'<div class="tile">{"".join(parts)}</div>'
