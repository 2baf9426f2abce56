"""Files that nobody should send, made with a chance that a seed repeats."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from random import Random
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from tests.loaders.made_files import saved

HEADINGS = (
    "Country", "Pays", "Cluster", "Secteur", "القطاع", "Organisation", "Acronym", "#org+name",
    "Organisation type", "#org +type", "Admin 1", "Region", "P-code", "Month", "Period", "Year",
    "Quarter", "Start date", "End date", "Hub", "Level", "Mechanism", "Mechanism type", "Role",
    "Funded", "Closed on", "Lead", "Focal point e-mail", "Notes",
)  # fmt: skip
PLAIN = (
    "Somalia", "TCD", "WASH", "Santé", "الصحة", "Water, Sanitation and Hygiene", "NRC", "CRS",
    "Norwegian Refugee Council", "Croix-Rouge", "National NGO", "INGO", "ONG nationale", "Other",
    "Bay", "2022-03", "mars 2022", "T1 2022", "كانون الثاني/يناير 2024", "HCT", "Cluster", "Lead",
    "co-lead", "Vacant", "-", "n/a", "yes", "non", "National", "closed", "44621", "3", "2022",
)  # fmt: skip
HOSTILE = (
    "", " ", "\x00", "\x07bell", "\ufeff", "\u200b", "\u202egnp.exe", "\u2067\u2066نص\u2069",
    "a\u0301" * 40, "\U0001f600", "\ufdfa" * 30, "ﬁ", "\u0000\u0000", "\r\n", "\t", '"', '""', "'",
    '"a\n"b', ",;|\t", "=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "<script>x</script>",
    "**x** _y_", "'; DROP TABLE report; --", "../../etc/passwd", "C:\\x\\y", "%s %d {0} {name}",
    "{", "}", "{cell}", "9" * 400, "1e999", "-1e-999", "nan", "inf", "1/0", "0000-00-00",
    "9999-12-31", "99999-13", "2022-13", "31/02/2022", "99999999999999999999", "60", "0", "-1",
    "#org", "#", "##", "#org+", "#date+start+start", "x" * 301, "y" * 5000, "﷽" * 400,
    "٣٣٣٣٣٣", "۱۲۳۴-۰۱", "²", "Ⅷ", "①", "½", "a@b.co", "+252 61 555 5555", "Ã©", "Ã" * 50,
    "İ" * 20, "ß", "\u1e9e", "\u0640" * 30, "A+B/C & D; E", "TRUE", "#DIV/0!", "Q5 2022", "S9",
    "Jan-Dec", "2022-12..2022-01", "0001-01..9999-12", "Dec 2021 - Jan 2020", "1900", "2049",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1256", "mac_roman",
             "latin-1", "utf-7", "cp037", "shift_jis")  # fmt: skip
_OTHER_VALUES = (
    None, True, False, 0, -1, 1e308, -1e-308, 10**20, 0.1 + 0.2, 44621, 2958466, date(1900, 1, 1),
    date(9999, 12, 31), datetime(2022, 3, 1, 12, 30),  # noqa: DTZ001 - cells have no zone
    time(1, 2, 3), "=1/0", '=HYPERLINK("x")',
)  # fmt: skip
_CELL = re.compile(rb"<v>[^<]*</v>|r=\"[A-Z]+\d+\"|<t[^>]*>[^<]*</t>|t=\"\w+\"|s=\"\d+\"")
_VALUES = (b"<v>1e999</v>", b"<v>-1</v>", b"<v>99999999999</v>", b"<v></v>", b"<v>NaN</v>",
           b'r="XFD1048576"', b'r="A0"', b'r="ZZZZ9"', b't="e"', b't="s"', b't="d"', b't="b"',
           b's="9999999"', b"<t>&#x202E;&#x0;</t>", b"<t/>", b"")  # fmt: skip


def chance_of(seed: int) -> Random:
    """The same chance for the same seed."""
    return Random(seed)  # noqa: S311 - no secret


def hostile_table(chance: Random) -> list[list[str]]:
    """Rows that are nearly a list: known headings, known values, and some that are neither."""
    width, height = chance.randint(1, 12), chance.randint(0, 25)
    above = [[chance.choice(HOSTILE)] for _ in range(chance.choice((0, 0, 0, 1, 3)))]
    headings = [chance.choice(HEADINGS) for _ in range(width)]
    if chance.random() < 0.2:
        headings[chance.randrange(width)] = chance.choice(HOSTILE)
    rows = [[_text(chance) for _ in range(width)] for _ in range(height)]
    for row in rows:
        if chance.random() < 0.1:
            del row[chance.randint(0, width) :]
    return [*above, headings, *rows]


def _text(chance: Random) -> str:
    return chance.choice(HOSTILE if chance.random() < 0.3 else PLAIN)


def hostile_csv(chance: Random) -> bytes:
    """A text file, in some encoding, with some delimiter."""
    written = io.StringIO()
    sign = chance.choice(",;\t|")
    end = chance.choice(("\n", "\r\n", "\r"))
    table = hostile_table(chance)
    csv.writer(written, delimiter=sign, lineterminator=end).writerows(table)
    text = f"sep={sign}\n{written.getvalue()}" if chance.random() < 0.1 else written.getvalue()
    return text.encode(chance.choice(ENCODINGS), errors=chance.choice(("replace", "ignore")))


def hostile_workbook(chance: Random) -> bytes:
    """A workbook of one to three sheets, with merged cells, dates, formulas and long names."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number in range(chance.randint(1, 3)):
        sheet = book.create_sheet()
        for row in hostile_table(chance):
            sheet.append([_value(text, chance) for text in row])
        if chance.random() < 0.3:
            sheet.merge_cells("A1:C2")
        if number and chance.random() < 0.4:
            sheet.sheet_state = "hidden"
        if chance.random() < 0.1:
            sheet.cell(chance.choice((500, 5000)), 40, "far away")
    written = saved(book)
    return _renamed(written, chance) if chance.random() < 0.3 else written


def _value(text: str, chance: Random) -> object:
    if chance.random() < 0.1:
        return chance.choice(_OTHER_VALUES)
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def _renamed(workbook: bytes, chance: Random) -> bytes:
    """With a name of a sheet that no spreadsheet program would take."""
    name = escape(chance.choice(("x" * 500, "a/b\\c?*[]", "é\u202e", "", "'; --"))).encode()
    return _rezipped(
        workbook,
        lambda member, held: (
            re.sub(rb'<sheet ([^>]*)name="[^"]*"', b'<sheet \\1name="' + name.replace(b"\\", b"")
                   + b'"', held)
            if member == "xl/workbook.xml" else held
        ),
    )  # fmt: skip


def damaged(content: bytes, other: bytes, chance: Random) -> bytes:
    """Bytes flipped, cut out, repeated, or taken from another file."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(changed) + 1)
        size = min(chance.choice((1, 2, 16, 512, 20_000)), len(changed) - at)
        kind = chance.choice(("flip", "cut", "repeat", "splice", "end"))
        if kind == "flip":
            for place in range(at, at + min(size, 16)):
                changed[place] ^= 1 << chance.randrange(8)
        elif kind == "cut":
            del changed[at : at + size]
        elif kind == "repeat":
            changed[at:at] = changed[at : at + size] * chance.choice((1, 3))
        elif kind == "splice":
            start = chance.randrange(len(other) + 1)
            changed[at : at + size] = other[start : start + size]
        elif chance.random() < 0.3:
            del changed[at:]
    return bytes(changed)


def with_other_cells(content: bytes, chance: Random) -> bytes:
    """A real file with some of its cells replaced; a workbook's parts stay a sound archive."""
    if content.startswith(b"PK"):
        return _rezipped(content, lambda name, held: _other_parts(name, held, chance))
    if content.startswith(b"\xd0\xcf"):
        return damaged(content, content, chance)
    sign = chance.choice((b",", b";", b"\t"))
    cells = content.split(sign)
    for _ in range(chance.randint(1, 6)):
        cells[chance.randrange(len(cells))] = chance.choice(HOSTILE).encode("utf-8", "ignore")
    return sign.join(cells)


def _other_parts(name: str, held: bytes, chance: Random) -> bytes:
    if not name.endswith(".xml") or chance.random() < 0.3:
        return held
    if not name.startswith(("xl/worksheets", "xl/shared")):
        return damaged(held, held, chance) if chance.random() < 0.05 else held
    spots = [found.span() for found, _ in zip(_CELL.finditer(held), range(4000), strict=False)]
    for start, end in sorted(chance.sample(spots, min(len(spots), 4)), reverse=True):
        held = held[:start] + _other_mark(held[start:end], chance) + held[end:]
    return held


def _other_mark(mark: bytes, chance: Random) -> bytes:
    """Mostly of the same kind, so that the part stays well formed."""
    if mark.startswith(b"<t") and chance.random() < 0.8:
        text = ILLEGAL_CHARACTERS_RE.sub("", chance.choice(HOSTILE))
        return b"<t>" + escape(text).encode() + b"</t>"
    alike = [value for value in _VALUES if value[:2] == mark[:2]]
    return chance.choice(alike if alike and chance.random() < 0.9 else _VALUES)


def _rezipped(archive: bytes, changed: Callable[[str, bytes], bytes]) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            parts = {name: opened.read(name) for name in opened.namelist()}
    except (zipfile.BadZipFile, RuntimeError):
        return archive
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as written:
        for name, held in parts.items():
            written.writestr(name, changed(name, held))
    return made.getvalue()


def any_file(chance: Random, real: Sequence[bytes]) -> bytes:
    """One of all the kinds: mostly a real file with something wrong in it."""
    kind = chance.random()
    if kind < 0.15:
        return hostile_csv(chance)
    if kind < 0.3:
        return hostile_workbook(chance)
    content = chance.choice(real)
    if kind < 0.65:
        return with_other_cells(content, chance)
    return damaged(content, chance.choice(real), chance)
