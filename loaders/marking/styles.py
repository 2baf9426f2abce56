"""The formats of a workbook, and those that are added: marks, and the first sheet."""

from collections.abc import Callable

from loaders.marking.splices import (
    Tag,
    inside,
    prefix_of,
    spliced,
    tags,
    with_attributes,
)
from loaders.marking.strange import StrangePackageError

# Told apart by lightness as well; dark letters stay readable on each.
COLOURS = {
    "blocks_file": "FFF29B92",
    "drops_row": "FFF8C88C",
    "warns": "FFFFF0A6",
    "mended": "FFBDD7EE",
}
_TEXT = 49  # the number of the format “@”: what is typed over it stays a text
_FRONT = {
    # font, fill, format, wrapped
    "title": ("title", None, 0, False),
    "text": (None, None, _TEXT, True),
    "number": (None, None, 3, False),
    "heading": ("bold", "grey", 0, True),
    "link": ("link", None, 0, False),
    "plain": (None, None, _TEXT, False),
    "faint": ("faint", None, 0, False),
    **{severity: (None, severity, 0, True) for severity in COLOURS},
}
_FONTS = {
    "title": '<{p}font><{p}b/><{p}sz val="14"/><{p}name val="Calibri"/></{p}font>',
    "bold": '<{p}font><{p}b/><{p}sz val="11"/><{p}name val="Calibri"/></{p}font>',
    "link": '<{p}font><{p}u/><{p}sz val="11"/><{p}color rgb="FF0563C1"/>'
    '<{p}name val="Calibri"/></{p}font>',
    "faint": '<{p}font><{p}sz val="8"/><{p}color rgb="FF7F7F7F"/>'
    '<{p}name val="Calibri"/></{p}font>',
}
_FILLS = {**COLOURS, "grey": "FFE7E6E6"}
_FILL = (
    '<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{colour}"/>'
    '<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
)


class Styles:
    """The formats of a workbook; new ones are numbered when they are asked for.

    Args:
        xml: the part with the styles.

    Raises:
        StrangePackageError: it has no fonts, fills or formats of cells.
    """

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._every = tags(xml)
        self._prefix = prefix_of(xml, self._every[0])
        self._groups = {name: self._group(name) for name in ("fonts", "fills", "cellXfs")}
        self._formats = self._children("cellXfs")
        self._fonts = {name: self._size("fonts") + at for at, name in enumerate(_FONTS)}
        self._fills = {name: self._size("fills") + at for at, name in enumerate(_FILLS)}
        self._ours = self._formats_of_ours()
        self._added: dict[tuple[int | str, str | None], int] = {}
        self._written: list[bytes] = []

    def marked(self, style: int, severity: str | None) -> int:
        """A format of the file in the colour of a severity; None: without any of our colours."""
        return self._numbered((style, severity), lambda: self._coloured(style, severity))

    def front(self, name: str) -> int:
        """A format of the first sheet."""
        return self._numbered((name, None), lambda: self._front(name))

    @property
    def has_marks(self) -> bool:
        """Whether any format of the file has one of our colours."""
        return bool(self._ours)

    def is_marked(self, style: int) -> bool:
        """Whether a format of the file has one of our colours, from an earlier return."""
        return style in self._ours

    def written(self) -> bytes:
        """The part with all that was asked for."""
        fonts = "".join(xml.format(p=self._prefix) for xml in _FONTS.values())
        fills = "".join(_FILL.format(p=self._prefix, colour=c) for c in _FILLS.values())
        added = {
            "fonts": (fonts.encode(), len(_FONTS)),
            "fills": (fills.encode(), len(_FILLS)),
            "cellXfs": (b"".join(self._written), len(self._written)),
        }
        splices = []
        for name, (xml, count) in added.items():
            group = self._groups[name]
            start = self._xml[group.start : group.end]
            counted = with_attributes(start, count=str(self._size(name) + count))
            splices += [(group.start, group.end, counted), inside(self._xml, group, xml)]
        return spliced(self._xml, splices)

    def _numbered(self, key: tuple[int | str, str | None], make: Callable[[], bytes]) -> int:
        if key not in self._added:
            self._added[key] = len(self._formats) + len(self._written)
            self._written.append(make())
        return self._added[key]

    def _coloured(self, style: int, severity: str | None) -> bytes:
        own = self._formats[style if style < len(self._formats) else 0]
        start = self._xml[own.start : own.end]
        rest = b"" if start.endswith(b"/>") else self._whole(own)[own.end - own.start :]
        fill = "0" if severity is None else str(self._fills[severity])
        return with_attributes(start, fillId=fill, applyFill="1") + rest

    def _whole(self, tag: Tag) -> bytes:
        return self._xml[tag.start : self._xml.index(b">", tag.closing) + 1]

    def _front(self, name: str) -> bytes:
        font, fill, number, wrapped = _FRONT[name]
        wrap = ' wrapText="1"' if wrapped else ""
        return (
            f'<{self._prefix}xf numFmtId="{number}" fontId="{self._fonts[font] if font else 0}" '
            f'fillId="{self._fills[fill] if fill else 0}" borderId="0" applyNumberFormat="1" '
            f'applyFont="1" applyFill="1" applyAlignment="1">'
            f'<{self._prefix}alignment vertical="top"{wrap}/></{self._prefix}xf>'
        ).encode()

    def _group(self, name: str) -> Tag:
        found = [tag for tag in self._every if tag.depth == 1 and tag.name == name]
        if not found or found[0].closing <= found[0].end:
            raise StrangePackageError(f"no {name}")
        return found[0]

    def _children(self, name: str) -> list[Tag]:
        group = self._groups[name]
        return [t for t in self._every if t.depth == 2 and group.end <= t.start < group.closing]

    def _size(self, name: str) -> int:
        return len(self._children(name))

    def _formats_of_ours(self) -> frozenset[int]:
        """Formats whose fill is one of the marks."""
        ours = [
            tag.start
            for tag in self._every
            if tag.name == "fgColor" and tag.attributes.get("rgb") in COLOURS.values()
        ]
        fills = {
            str(number)
            for number, fill in enumerate(self._children("fills"))
            if any(fill.start < at < fill.closing for at in ours)
        }
        return frozenset(
            n for n, xf in enumerate(self._formats) if xf.attributes.get("fillId") in fills
        )
