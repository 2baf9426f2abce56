"""XML changed at places, the rest of its bytes untouched."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from xml.parsers import expat

from loaders.marking.strange import StrangePackageError

# (from, to, what stands there instead)
Splice = tuple[int, int, bytes]

_TAG = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
# What no XML may hold, however it is written.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPELT_OUT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(slots=True)
class Tag:
    """One element.

    Attributes:
        name: without its prefix.
        depth: 0 for the root.
        start: where its start tag begins.
        end: behind its start tag.
        closing: where its end tag begins; `end` where it has none.
    """

    name: str
    depth: int
    attributes: Mapping[str, str]
    start: int
    end: int
    closing: int


def parser_of(xml: bytes) -> expat.XMLParserType:
    """A parser that refuses entities of the file's own making, and other letters than UTF-8.

    Raises:
        StrangePackageError: the text is in another encoding.
    """
    if xml[:2] in {b"\xff\xfe", b"\xfe\xff"} or not xml[:200].lstrip(b"\xef\xbb\xbf \r\n\t"):
        raise StrangePackageError("not UTF-8")
    parser = expat.ParserCreate("UTF-8")
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise StrangePackageError("a document type of its own")


def tags(xml: bytes) -> list[Tag]:
    """Every element in the order of the start tags; for small parts.

    Raises:
        StrangePackageError: it is no XML as spreadsheet programs write it.
    """
    parser, found, opened = parser_of(xml), list[Tag](), list[Tag]()

    def start(name: str, attributes: dict[str, str]) -> None:
        at = parser.CurrentByteIndex
        tag = Tag(local(name), len(opened), attributes, at, end_of_tag(xml, at), 0)
        found.append(tag)
        opened.append(tag)

    def end(_: str) -> None:
        opened.pop().closing = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parsed(parser, xml)
    return found


def parsed(parser: expat.XMLParserType, xml: bytes) -> None:
    """Run the parser over all of it.

    Raises:
        StrangePackageError: it is not well-formed.
    """
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise StrangePackageError(str(error)) from error


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def prefix_of(xml: bytes, root: Tag) -> str:
    """The prefix of the root, with its colon: elements beside it need the same."""
    name = re.split(rb"[\s/>]", xml[root.start + 1 : root.end], maxsplit=1)[0].decode()
    return f"{name.rpartition(':')[0]}:" if ":" in name else ""


def end_of_tag(xml: bytes, start: int) -> int:
    """Behind the tag that begins at `start`."""
    tag = _TAG.match(xml, start)
    if tag is None:
        raise StrangePackageError("a tag without end")
    return tag.end()


def is_empty(xml: bytes, end: int) -> bool:
    """Whether the start tag that ends here closes itself."""
    return xml[end - 2 : end] == b"/>"


def with_attributes(tag: bytes, **values: str | None) -> bytes:
    """A start tag with attributes set, or removed where the value is None."""
    for name, value in values.items():
        own = re.compile(rb"\s" + name.encode() + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')")
        tag = own.sub(b"", tag, count=1)
        if value is not None:
            bare = tag.rstrip(b"/>").rstrip() if tag.endswith(b"/>") else tag[:-1].rstrip()
            written = f' {name}="{escaped(value)}"'.encode()
            tag = bare + written + (b"/>" if tag.endswith(b"/>") else b">")
    return tag


def inside(xml: bytes, tag: Tag, added: bytes, *, first: bool = False) -> Splice:
    """The splice that adds something as the last, or first, thing inside an element."""
    if is_empty(xml, tag.end):
        opened = xml[tag.start : tag.end - 2].rstrip() + b">"
        name = re.split(rb"[\s/>]", opened[1:], maxsplit=1)[0]
        return tag.start, tag.end, opened + added + b"</" + name + b">"
    at = tag.end if first else tag.closing
    return at, at, added


def spliced(xml: bytes, splices: Iterable[Splice]) -> bytes:
    """The text with the splices, which must not overlap, made; at one place in their order."""
    pieces, at = list[bytes](), 0
    for start, end, instead in sorted(splices, key=lambda splice: splice[:2]):
        pieces += (xml[at:start], instead)
        at = end
    return b"".join((*pieces, xml[at:]))


def escaped(text: str) -> str:
    """A text as it may stand in XML and in an attribute; what XML cannot hold is left out."""
    return escape(_FORBIDDEN.sub("", text))


def cell_text(text: str) -> str:
    """A text as a cell holds it: `_x0041_` would be read as the letter A."""
    return escaped(_SPELT_OUT.sub("_x005F_", text))
