"""Notes beside cells: their texts in one part, their boxes in another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.issues import column_letter
from loaders.marking.package import Package
from loaders.marking.splices import (
    Splice,
    Tag,
    escaped,
    inside,
    prefix_of,
    spliced,
    tags,
)

# (row, column) -> what is said there.
Texts = Mapping[tuple[int, int], str]

AUTHOR = "ALN"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NO_NOTES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<comments xmlns="{_MAIN}"><authors/><commentList/></comments>'
).encode()
_NO_BOXES = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:'
    b'office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>'
)
_KIND = b'id="_x0000_t202"'
_NUMBER = re.compile(rb"_x0000_s(\d+)")
_FIRST_NUMBER = 1025
_BOX_KIND = (
    '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" '
    'o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" '
    'type="#_x0000_t202" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto{direction}"><div style="text-align:{side}"/>'
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 30, {bottom}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{zero_row}</x:Row><x:Column>{zero_column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_ANY_BOX = re.compile(rb"<v:shape\b(?!type).*?</v:shape\s*>", re.DOTALL)
_PLACE = re.compile(rb"<x:(Row|Column)>\s*(\d+)\s*</x:")


@dataclass(frozen=True, slots=True)
class Notes:
    """What is to be said on one sheet.

    Attributes:
        part: the sheet.
        rtl: the texts run from right to left.
    """

    package: Package
    part: str
    texts: Texts
    rtl: bool

    def write(self, drawing: str | None) -> str | None:
        """Write texts and boxes; those of an earlier return, and only those, go.

        Args:
            drawing: the relation by which the sheet points to its boxes; None if it has none.

        Returns:
            The relation to be added to the sheet, if it had none.
        """
        known = self.package.related(self.part, "comments")
        if known is None and not self.texts:
            return None
        gone, own = self._write_texts(known)
        parts = {r.name: r.target for r in self.package.relations(self.part)}
        if drawing is not None:
            boxes = self.package.named(parts[drawing])
            self.package.parts[boxes] = self._boxes(self.package.parts[boxes], gone, own)
            return None
        boxes = self.package.add(
            "xl/drawings/vmlDrawing{}.vml",
            self._boxes(_NO_BOXES, gone, own),
            "application/vnd.openxmlformats-officedocument.vmlDrawing",
        )
        return self.package.relate(self.part, "vmlDrawing", boxes)

    def _write_texts(self, known: str | None) -> tuple[set[bytes], list[tuple[int, int]]]:
        """The addresses whose note went, and the cells that get one of ours."""
        xml = _NO_NOTES if known is None else self.package.parts[known]
        listed = _Listed(xml)
        places = {f"{column_letter(c)}{r}": (r, c) for r, c in self.texts}
        new = [place for address, place in places.items() if address not in listed.of_others]
        splices = [*listed.without_ours()]
        for address, tag in listed.of_others.items():
            if address in places:
                splices += listed.appended(tag, self.texts[places[address]])
        splices += listed.added((p, self.texts[p]) for p in new)
        written = spliced(xml, splices)
        if known is None:
            kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
            known = self.package.add("xl/comments{}.xml", written, kind)
            self.package.relate(self.part, "comments", known)
        self.package.parts[known] = written
        return {address.encode() for address in listed.ours}, new

    def _boxes(self, xml: bytes, gone: set[bytes], own: list[tuple[int, int]]) -> bytes:
        """Boxes are text and no XML: programs write `<br>` into them."""
        kept = _ANY_BOX.sub(lambda box: b"" if _address(box[0]) in gone else box[0], xml)
        kind = b"" if _KIND in kept else _BOX_KIND.encode()
        last = max(map(int, _NUMBER.findall(kept)), default=_FIRST_NUMBER - 1)
        made = (self._box(*place, number) for number, place in enumerate(own, start=last + 1))
        at = kept.rindex(b"</")
        return kept[:at] + kind + "".join(made).encode() + kept[at:]

    def _box(self, row: int, column: int, number: int) -> str:
        lines = self.texts[row, column].count("\n") + len(self.texts[row, column]) // 40 + 2
        return _BOX.format(
            number=number, zero_row=row - 1, zero_column=column - 1,
            left=column, right=column + 4, top=max(row - 2, 0), bottom=max(row - 2, 0) + lines,
            side="right" if self.rtl else "left", direction=";direction:RTL" if self.rtl else "",
        )  # fmt: skip


def _address(box: bytes) -> bytes | None:
    if b'ObjectType="Note"' not in box:
        return None
    told = {name: int(number) for name, number in _PLACE.findall(box)}
    if len(told) < 2:
        return None
    return f"{column_letter(told[b'Column'] + 1)}{told[b'Row'] + 1}".encode()


class _Listed:
    """The texts of the notes that a sheet has."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._every = tags(xml)
        self._prefix = prefix_of(xml, self._every[0])
        authors = [tag for tag in self._every if tag.name == "author"]
        own = {n for n, tag in enumerate(authors) if xml[tag.end : tag.closing] == AUTHOR.encode()}
        self._author = min(own, default=len(authors))
        self._is_new_author = not own
        comments = [tag for tag in self._every if tag.name == "comment"]
        by_address = {tag.attributes["ref"]: tag for tag in comments}
        self.ours = {a: t for a, t in by_address.items() if int(t.attributes["authorId"]) in own}
        self.of_others = {a: t for a, t in by_address.items() if a not in self.ours}

    def without_ours(self) -> Iterator[Splice]:
        """Without the notes of an earlier return."""
        for tag in self.ours.values():
            yield tag.start, self._xml.index(b">", tag.closing) + 1, b""

    def added(self, texts: Iterator[tuple[tuple[int, int], str]]) -> Iterator[Splice]:
        """With notes of ours."""
        p = self._prefix
        if self._is_new_author:
            name = f"<{p}author>{AUTHOR}</{p}author>".encode()
            yield inside(self._xml, self._one("authors"), name)
        made = "".join(
            f'<{p}comment ref="{column_letter(column)}{row}" authorId="{self._author}">'
            f"<{p}text>{self._run(text)}</{p}text></{p}comment>"
            for (row, column), text in texts
        )
        yield inside(self._xml, self._one("commentList"), made.encode())

    def appended(self, comment: Tag, text: str) -> Iterator[Splice]:
        """What others said stays, and ours stands below it."""
        within = [t for t in self._every if comment.end <= t.start < comment.closing]
        whole = next(t for t in within if t.name == "text")
        for plain in (t for t in within if t.name == "t" and t.depth == whole.depth + 1):
            end = self._xml.index(b">", plain.closing) + 1
            run, close = f"<{self._prefix}r>".encode(), f"</{self._prefix}r>".encode()
            yield plain.start, end, run + self._xml[plain.start : end] + close
        yield inside(self._xml, whole, self._run(f"\n\n{text}").encode())

    def _run(self, text: str) -> str:
        p = self._prefix
        return f'<{p}r><{p}t xml:space="preserve">{escaped(text)}</{p}t></{p}r>'

    def _one(self, name: str) -> Tag:
        return next(tag for tag in self._every if tag.name == name)
