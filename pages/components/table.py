"""A table as HTML: reads from the reader's side, prints, and becomes cards on a small screen."""

import html
from collections.abc import Collection, Iterable, Sequence

import streamlit as st


def show(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str,
    numbers: Collection[int] = (),
) -> None:
    """Draw a table of texts; each is escaped, and set apart in its own direction.

    Args:
        headings: one for each column.
        rows: as many cells as there are headings.
        caption: what the table says, for readers who only hear it.
        numbers: the columns that are aligned at their end.
    """
    head = "".join(
        f"<th scope='col'{_class(n, numbers)}>{html.escape(heading)}</th>"
        for n, heading in enumerate(headings)
    )
    body = "".join(f"<tr>{_cells(headings, row, numbers)}</tr>" for row in rows)
    st.html(
        f"<table class='rows-table'><caption>{html.escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def facts(pairs: Iterable[tuple[str, str]], *, compact: bool = False) -> None:
    """Draw a list of names with what each is; empty ones are left out.

    Args:
        pairs: name and text.
        compact: several beside one another where there is room, for short texts.
    """
    items = "".join(
        f"<div><dt>{html.escape(name)}</dt><dd><bdi>{html.escape(text)}</bdi></dd></div>"
        for name, text in pairs
        if text
    )
    st.html(f"<dl class='facts{' facts-compact' if compact else ''}'>{items}</dl>")


def _cells(headings: Sequence[str], row: Sequence[str], numbers: Collection[int]) -> str:
    return "".join(
        f'<td data-label="{html.escape(heading)}"{_class(n, numbers)}>'
        f"<span><bdi>{html.escape(text)}</bdi></span></td>"
        for n, (heading, text) in enumerate(zip(headings, row, strict=True))
    )


def _class(column: int, numbers: Collection[int]) -> str:
    return " class='number'" if column in numbers else ""
