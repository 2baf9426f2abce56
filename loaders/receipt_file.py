"""A receipt as a workbook, and as facts for a program."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from core.i18n import N_, Lang, translations
from loaders.issues import Report
from loaders.marking.plain import PlainSheet, plain_workbook, titles
from loaders.receipt import BatchReceipt, receipt_lines
from loaders.receipt_words import Line
from loaders.recorded import Decided
from loaders.report_table import report_rows

# The marks that keep directions apart on a page; a cell has one direction.
_MARKS = str.maketrans("", "", "\u2066\u2067\u2069")


def receipt_xlsx(receipt: BatchReceipt, lang: Lang) -> bytes:
    """Two sheets, the receipt and the issues that stayed; in Arabic from right to left.

    Every text is a text, whatever it begins with.
    """
    gettext = translations(lang).gettext
    first, second = titles([gettext(N_("Receipt")), gettext(N_("Issues"))])
    issues = Report(receipt.said.issues if receipt.said else ())
    sheets = [
        PlainSheet(first, _rows(receipt, lang), heading=True),
        PlainSheet(second, _unmarked(report_rows(issues, lang)), heading=True),
    ]
    return plain_workbook(sheets, rtl=lang.direction == "rtl")


def _rows(receipt: BatchReceipt, lang: Lang) -> Iterator[tuple[object, ...]]:
    gettext = translations(lang).gettext
    yield gettext(N_("Part")), gettext(N_("What")), gettext(N_("Value"))
    yield from _unmarked(
        (line.part, line.name, line.value) for line in receipt_lines(receipt, lang)
    )


def _unmarked(rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    for row in rows:
        yield tuple(c.translate(_MARKS) if isinstance(c, str) else c for c in row)


def receipt_facts(receipt: BatchReceipt) -> dict[str, Any]:
    """The receipt under names that stay: codes, numbers and texts of the file."""
    batch = receipt.batch
    told = {name: getattr(batch, name) for name in batch.__dataclass_fields__}
    return told | {
        "moment": f"{batch.moment.isoformat(timespec='seconds')}Z",
        "countries": list(batch.countries),
        "decided": _decided(receipt.said) if receipt.said else None,
        "claimed": [asdict(one) for one in receipt.claimed],
        "since": [asdict(one) for one in receipt.since],
    }


def _decided(said: Decided) -> dict[str, Any]:
    return asdict(said)


def lines_by_part(lines: Iterator[Line]) -> dict[str, list[Line]]:
    """The lines of each part, in their order."""
    parts: dict[str, list[Line]] = {}
    for line in lines:
        parts.setdefault(line.part, []).append(line)
    return parts
