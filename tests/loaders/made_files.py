"""Small files made on the spot, the formats that no library here writes by hand."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Cells = Mapping[tuple[int, int], str | float]

_SAVED_AT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def xlsx(fill: Callable[[Worksheet], object]) -> bytes:
    """A workbook of one sheet that `fill` writes on."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook as a file: the same cells are the same bytes, whenever they are saved."""
    made = BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as opened:
        return archive({name: _SAVED_AT.sub(b"", opened.read(name)) for name in opened.namelist()})


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def xls(cells: Cells, *, password: bool = False) -> bytes:
    """A BIFF8 workbook; rows and columns of the cells count from 0."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def cell(row: int, column: int, value: str | float) -> bytes:
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            return record(0x0204, place + struct.pack("<HB", len(value), 0) + value.encode("ascii"))
        return record(0x0203, place + struct.pack("<d", value))

    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    if password:
        begin += record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    end = record(0x000A, b"")
    place = len(begin) + len(record(0x0085, bytes(8 + 1))) + len(end)
    begin += record(0x0085, struct.pack("<IBBBB", place, 0, 0, 1, 0) + b"S") + end
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += b"".join(cell(*where, value) for where, value in cells.items()) + end
    return _compound_file((begin + sheet).ljust(4096, b"\x00"))


def _compound_file(stream: bytes) -> bytes:
    """An OLE file of one stream: sector 0 is the allocation, 1 the directory, then the stream."""
    sectors = -(-len(stream) // 512)
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    allocation = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    directory = _entry("Root Entry", 5, child=1, start=0xFFFFFFFE, size=0)
    directory += _entry("Workbook", 2, child=0xFFFFFFFF, start=2, size=len(stream))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0)
    header += struct.pack("<IIIII", 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0).ljust(436, b"\xff")
    return header + allocation + directory.ljust(512, b"\x00") + stream.ljust(sectors * 512, b"\0")


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    return head + struct.pack("<III36xIQ", 0xFFFFFFFF, 0xFFFFFFFF, child, start, size)


def xlsb(cells: Cells) -> bytes:
    """A binary workbook; rows and columns of the cells count from 0."""

    def record(kind: int, body: bytes = b"") -> bytes:
        number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
        return number + bytes([len(body)]) + body

    def text(value: str) -> bytes:
        return struct.pack("<I", len(value)) + value.encode("utf-16-le")

    book = record(0x83) + record(0x8F)
    book += record(0x9C, struct.pack("<II", 0, 1) + text("rId1") + text("S"))
    book += record(0x90) + record(0x84)
    corner = struct.pack("<IIII", 0, max(r for r, _ in cells), 0, max(c for _, c in cells))
    sheet = record(0x81) + record(0x94, corner) + record(0x91)
    for row in sorted({row for row, _ in cells}):
        sheet += record(0x00, struct.pack("<II9x", row, 0))
        for (_, column), value in sorted(item for item in cells.items() if item[0][0] == row):
            place = struct.pack("<II", column, 0)
            written = isinstance(value, str)
            body = text(str(value)) if written else struct.pack("<d", value)
            sheet += record(0x06 if written else 0x05, place + body)
    sheet += record(0x92) + record(0x82)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    return archive(
        {
            "xl/workbook.bin": book,
            "xl/worksheets/sheet1.bin": sheet,
            "xl/_rels/workbook.bin.rels": "<Relationships><Relationship "
            f'Id="rId1" Type="{relation}" Target="worksheets/sheet1.bin"/></Relationships>',
        }
    )


def ods(cells: Cells, *, manifest: str = "") -> bytes:
    """An OpenDocument spreadsheet; blank rows and cells are written as repetitions."""
    rows, last_row = "", 0
    for row in sorted({row for row, _ in cells}):
        rows += _repeated("row", row - last_row) + "<table:table-row>"
        last_column = 0
        for (_, column), value in sorted(item for item in cells.items() if item[0][0] == row):
            kind = "string" if isinstance(value, str) else f'float" office:value="{value}'
            rows += _repeated("cell", column - last_column)
            rows += f'<table:table-cell office:value-type="{kind}"><text:p>{value}</text:p>'
            rows += "</table:table-cell>"
            last_column = column + 1
        rows += "</table:table-row>"
        last_row = row + 1
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def _repeated(what: str, times: int) -> str:
    if not times:
        return ""
    if what == "row":
        row = f'<table:table-row table:number-rows-repeated="{times}">'
        return f"{row}<table:table-cell/></table:table-row>"
    return f'<table:table-cell table:number-columns-repeated="{times}"/>'


def lying_bomb(gigabytes: float) -> bytes:
    """A zip archive that calls its one member 9 bytes long, and unpacks to gigabytes of zeros."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    # A full flush forgets what came before, so that the same block may follow itself.
    block = deflate.compress(bytes(1 << 20)) + deflate.flush(zlib.Z_FULL_FLUSH)
    packed = block * int(gigabytes * 1024) + deflate.flush(zlib.Z_FINISH)
    name = b"xl/workbook.xml"
    facts = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(packed), 9, len(name), 0)
    member = b"PK\x03\x04" + facts + name + packed
    directory = b"PK\x01\x02" + struct.pack("<H", 20) + facts + bytes(14) + name
    place = struct.pack("<HHHHIIH", 0, 0, 1, 1, len(directory), len(member), 0)
    return member + directory + b"PK\x05\x06" + place
