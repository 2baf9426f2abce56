"""Large files as offices write them: many rows, and few different texts in each column.

Spellings of clusters, organisations and places repeat; only the sentence about the activity and
the figure differ from row to row.
"""

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

HEADINGS = (
    "Organisation", "Acronym", "Organisation type", "Cluster", "Region", "District", "Month",
    "Activity", "Status", "People reached",
)  # fmt: skip
_CLUSTERS = (
    "WASH", "Wash", "Water, Sanitation and Hygiene", "EHA", "wash ", "Health", "HEALTH", "Santé",
    "Sante", "health", "Nutrition", "NUTRITION", "nutrition", "Nutrition ", "Education",
    "EDUCATION", "Éducation", "education", "Food Security", "Food security", "FSL",
    "Sécurité alimentaire", "Securite alimentaire", "FOOD SECURITY", "Protection", "PROTECTION",
    "protection", "Protection ", "Child Protection", "CHILD PROTECTION", "GBV",
    "Gender-Based Violence", "Mine Action", "Shelter", "SHELTER", "Abris", "CCCM", "Logistics",
    "LOGISTICS", "Coordination",
)  # fmt: skip
_TYPES = (
    "National NGO", "NNGO", "International NGO", "INGO", "UN Agency", "Government", "ONG nationale",
    "ONG internationale", "Red Cross", "Other",
)  # fmt: skip
_WORDS = (
    "Association", "Réseau", "Action", "Women", "Youth", "Relief", "Development", "Solidarité",
    "Health", "Peace", "Community", "Hope", "Initiative", "Centre", "Union", "Aide",
)  # fmt: skip
_ORGANISATIONS, _PROGRAMMES, _PLACES, _DISTRICTS = 3_000, 6_000, 30, 150
_MONTHS, _ACTIVITIES = 48, 5_000


def csv_of(rows: int) -> bytes:
    """A CSV of ten columns; 1,000,000 rows are about 110 MB."""
    texts = [
        pa.array(list(map(_quoted, written))).take(pa.array(codes))
        for codes, written in _columns(rows)
    ]
    lines = pc.binary_join_element_wise(*texts, ",")
    whole = pc.binary_join(pa.ListArray.from_arrays([0, rows], lines), "\r\n")
    return f"{','.join(HEADINGS)}\r\n{whole[0]}\r\n".encode()


def _quoted(text: str) -> str:
    return f'"{text}"' if "," in text else text


def xlsx_of(rows: int) -> bytes:
    """A workbook of ten columns with shared texts, as a spreadsheet program saves it."""
    columns = _columns(rows)
    shared = list(HEADINGS)
    cells: list[list[str]] = []
    for codes, written in columns[:-1]:
        marks = [f' t="s"><v>{len(shared) + at}</v></c>' for at in range(len(written))]
        shared += written
        cells.append([marks[code] for code in codes.tolist()])
    figures, written = columns[-1]
    cells.append([f"><v>{written[code]}</v></c>" for code in figures.tolist()])
    return _workbook(_rows(cells), shared)


def _columns(rows: int) -> list[tuple[np.ndarray, Sequence[str]]]:
    """For each heading which of its texts stands in each row, and the texts."""
    chance = np.random.default_rng(3)
    # Who does what where: some programmes have many rows, most have few.
    programme = (_PROGRAMMES * chance.random(rows) ** 2).astype(np.int64)
    who = programme % _ORGANISATIONS
    region = chance.integers(0, _PLACES, _PROGRAMMES)[programme]
    cluster = chance.integers(0, len(_CLUSTERS), _PROGRAMMES)[programme]
    district = region * (_DISTRICTS // _PLACES) + chance.integers(0, _DISTRICTS // _PLACES, rows)
    types = np.arange(_ORGANISATIONS) * 7 % len(_TYPES)
    return [
        (who, [_name(number) for number in range(_ORGANISATIONS)]),
        (who, [f"{_name(number)[:3].upper()}{number}" for number in range(_ORGANISATIONS)]),
        (types[who], _TYPES),
        (cluster, _CLUSTERS),
        (region, [f"Region {number:02}" for number in range(_PLACES)]),
        (district, [f"D-{number:03}" for number in range(_DISTRICTS)]),
        (np.sort(chance.integers(0, _MONTHS, rows)), [_month(at) for at in range(_MONTHS)]),
        (chance.integers(0, _ACTIVITIES, rows), [_activity(at) for at in range(_ACTIVITIES)]),
        (chance.integers(0, 3, rows), ("Ongoing", "Completed", "Planned")),
        (chance.integers(0, 20_000, rows), [str(figure) for figure in range(20_000)]),
    ]


def _name(number: int) -> str:
    first, second = _WORDS[number % 16], _WORDS[number // 16 % 16]
    return f"{first} {second} {_WORDS[number // 256]} {number:04}"


def _month(at: int) -> str:
    return f"{2021 + at // 12}-{at % 12 + 1:02}"


def _activity(at: int) -> str:
    return f"Kits, lot {at}"


def _rows(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(1, [f' t="s"><v>{at}</v></c>' for at in range(len(HEADINGS))])
    for number, row in enumerate(zip(*cells, strict=True), start=2):
        yield _row(number, row)


def _row(number: int, marks: Sequence[str]) -> str:
    written = "".join(
        f'<c r="{letter}{number}"{mark}' for letter, mark in zip("ABCDEFGHIJ", marks, strict=True)
    )
    return f'<row r="{number}">{written}</row>'


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _workbook(rows: Iterator[str], shared: Sequence[str]) -> bytes:
    texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="3W" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}" uniqueCount="{len(shared)}">{texts}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}'
        "</sheetData></worksheet>",
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()
