"""One cell: what is done to it, and how it is written with another text."""

from typing import NamedTuple

from loaders.marking.splices import cell_text, is_empty, with_attributes


class Mark(NamedTuple):
    """What is done to a cell: its colour, and its new text; None leaves what stands in it."""

    colour: str
    text: str | None


def rest_of_cell(xml: bytes, end: int, prefix: str) -> bytes:
    """What stands in a cell whose start tag ends here, its end tag included."""
    if is_empty(xml, end):
        return b""
    close = f"</{prefix}c>".encode()
    return xml[end : xml.index(close, end) + len(close)]


def with_text(start: bytes, text: str, prefix: str) -> bytes:
    """The cell of this start tag with another text, a text whatever it begins with."""
    bare = with_attributes(start, t=None, cm=None, vm=None)
    opened = bare[:-2] + b">" if bare.endswith(b"/>") else bare
    close = f"</{prefix}c>".encode()
    if not text:
        return opened + close
    said = f'<{prefix}is><{prefix}t xml:space="preserve">{cell_text(text)}</{prefix}t></{prefix}is>'
    return with_attributes(opened, t="inlineStr") + said.encode() + close
