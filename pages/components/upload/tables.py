"""Small tables as HTML: they keep direction, print, and cost a weak line little."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st


def text(written: object) -> str:
    """A cell with a text of the file, which has a direction of its own."""
    return f'<bdi dir="auto">{escape(str(written))}</bdi>'


def words(sentence: str) -> str:
    """A cell with words of ours, in the direction of the page whatever they begin with."""
    return f"<span>{escape(sentence)}</span>"


def number(written: str) -> str:
    """A cell with a number, written as the reader's language writes it."""
    return f'<span class="up-number"><bdi>{escape(written)}</bdi></span>'


def show(
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    kind: str = "plain",
    marked: int | None = None,
) -> None:
    """Draw a table.

    Args:
        caption: what it is, for those who hear it read.
        headings: one for each column.
        rows: cells as HTML, made by `text`, `words` and `number`.
        kind: plain; `cells` for a piece of a sheet; `facts` for names and values; `counts` for
            names and numbers; `issues` and `moves`, whose rows become cards on a narrow screen.
        marked: the row, counted from 0, that is set apart.
    """
    head = "".join(f'<th scope="col">{words(heading)}</th>' for heading in headings)
    body = "".join(_row(headings, cells, at == marked) for at, cells in enumerate(rows))
    st.html(
        f'<div class="up-scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="up-table up-{kind}"><caption class="up-hidden">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(headings: Sequence[str], cells: Sequence[str], marked: bool) -> str:
    """A row; each cell knows its heading, which a narrow screen shows beside it."""
    style = ' class="up-marked"' if marked else ""
    first, *others = cells
    rest = "".join(
        f'<td data-heading="{escape(heading)}">{cell}</td>'
        for heading, cell in zip(headings[1:], others, strict=True)
    )
    return f'<tr{style}><th scope="row">{first}</th>{rest}</tr>'
