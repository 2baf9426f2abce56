"""A talk as one HTML file: three languages inside, opened by a double click, calling no server."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from json import dumps
from pathlib import Path

from charts.chart import Chart, table
from charts.theme import NARROW, WIDE
from core.i18n import Lang, translations
from core.i18n.numbers import count, percent
from exports import tables
from exports.alive import alive
from exports.origin import line
from exports.slide import Slide
from exports.written import file_name

Talk = Sequence[Mapping[Lang, Slide]]

_HERE = Path(__file__).parent
# The file may run its own lines and fetch nothing at all.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"


def pack(
    slides: Talk, titles: Mapping[Lang, str], *, first: Lang, with_notes: bool = False
) -> bytes:
    """The talk as a page of its own.

    Args:
        slides: in order, each in the languages of `titles`.
        titles: of the talk, by language, in the order of the switch.
        first: the language that shows first.
        with_notes: for the presenter: notes and a clock in a window of their own. A file for
            participants carries no notes.
    """
    parts = [_section(slides, titles[lang], lang) for lang in titles]
    notes = {lang.value: [_notes(one[lang]) for one in slides] for lang in titles}
    words = {lang.value: _words(lang) | {"title": titles[lang]} for lang in titles}
    told = {"first": first.value, "words": words, "notes": notes if with_notes else None}
    return _PAGE.format(
        lang=first.value,
        direction=first.direction,
        policy=_POLICY,
        title=escape(titles[first]),
        style=(_HERE / "pack.css").read_text(encoding="utf-8"),
        bar=_bar(list(titles), with_notes=with_notes),
        sections="".join(parts),
        told=dumps(told, ensure_ascii=False).replace("<", "\\u003c"),
        script=(_HERE / "pack.js").read_text(encoding="utf-8"),
    ).encode()


_PAGE = """<!doctype html>
<html lang="{lang}" dir="{direction}" translate="no"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>{style}</style></head>
<body>{bar}<main>{sections}</main><p id="said" role="status"></p><div id="blank" hidden></div>
<script type="application/json" id="told">{told}</script><script>{script}</script></body></html>
"""


def _bar(langs: Sequence[Lang], *, with_notes: bool) -> str:
    """Language switch, slides, notes, print; their words are set by the script."""
    switch = "".join(
        f'<button type="button" data-to="{lang}" lang="{lang}">{lang.own_name}</button>'
        for lang in langs
    )
    notes = '<button type="button" id="notes"></button>' if with_notes else ""
    return (
        f'<header id="bar"><nav id="langs">{switch}</nav>'
        f'<button type="button" id="present"></button>{notes}'
        '<button type="button" id="print"></button></header>'
    )


def _section(slides: Talk, title: str, lang: Lang) -> str:
    shown = "".join(_article(one[lang], number) for number, one in enumerate(slides))
    return (
        f'<section lang="{lang}" dir="{lang.direction}" hidden><h1>{escape(title)}</h1>{shown}'
        f'<p class="keys">{escape(_keys(lang))}</p></section>'
    )


def _article(slide: Slide, number: int) -> str:
    chart = replace(slide.chart, finding=slide.heading)
    _ = translations(chart.lang).gettext
    sentence = f'<p class="sentence">{escape(slide.sentence)}</p>' if slide.sentence else ""
    origin = replace(slide.origin, address="")
    written = b64encode(tables.csv(chart, origin)).decode()
    known = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>"
        for name, text in tables.about(chart, origin)
    )
    indicator = slide.origin.indicator
    return (
        f'<article data-slide="{number}" tabindex="-1" aria-label="{escape(chart.finding)}">'
        f'{sentence}<figure class="wide">{alive(chart, indicator, width=WIDE)}</figure>'
        f'<figure class="narrow">{alive(chart, indicator, width=NARROW)}</figure>'
        f'<p class="origin">{escape(line(origin, chart.lang))}</p>'
        f"<details><summary>{escape(_('As a table'))}</summary>{_table(chart)}"
        f'<p><a download="{escape(file_name(chart, "csv"))}"'
        f' href="data:text/csv;base64,{written}">{escape(_("Table (CSV)"))}</a></p></details>'
        f"<details><summary>{escape(_('How to read'))}</summary><dl>{known}</dl></details>"
        "</article>"
    )


def _table(chart: Chart) -> str:
    head, *rows = table(chart)
    headings = "".join(f'<th scope="col">{escape(str(cell))}</th>' for cell in head)
    lines = "".join(
        "<tr>" + "".join(f"<td>{_cell(cell, chart.lang)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll" tabindex="0"><table><caption>{escape(chart.measure)}</caption>'
        f"<thead><tr>{headings}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _cell(cell: str | int | float | None, lang: Lang) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return f"<bdi>{escape(cell)}</bdi>"
    return count(cell, lang) if isinstance(cell, int) else percent(cell, lang, digits=1)


def _notes(slide: Slide) -> dict[str, str]:
    return {"heading": slide.heading, "notes": slide.notes}


def _words(lang: Lang) -> dict[str, str]:
    """What the script writes on buttons and in the presenter's window."""
    _ = translations(lang).gettext
    return {
        "present": _("Present"),
        "notes": _("Presenter’s notes"),
        "print": _("Print"),
        "next": _("Next:"),
        "end": _("End of the talk"),
        "none": _("No notes for this chart"),
        "clock": _("Time"),
        "since": _("Since the start"),
    }


def _keys(lang: Lang) -> str:
    _ = translations(lang).gettext
    return _(
        "Keys: F shows one chart a screen, arrows and Page Up or Page Down go on and back, L "
        "changes the language, B or the full stop blanks the screen, Escape ends. Tab goes from "
        "mark to mark and says its numbers."
    )
