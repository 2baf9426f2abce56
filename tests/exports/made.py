"""Charts of which every number is known by hand, and where they come from."""

from datetime import date

from charts.bars import bars
from charts.chart import Chart
from charts.words import Setting
from core.i18n import Lang
from core.i18n.periods import Period
from exports.origin import Origin
from tests.charts.measured import PRESENCE, declared, frame, row

HOSTILE = '=HYPERLINK("x")'
NAMES = {
    Lang.EN: ("Health", "Nutrition", "Protection", HOSTILE),
    Lang.FR: ("Santé", "Nutrition", "Protection", HOSTILE),
    Lang.AR: ("الصحة", "التغذية", "الحماية (CCCM)", HOSTILE),
}


def made_by_hand(lang: Lang) -> Chart:
    """Health 1 of 3 with one unknown, Nutrition none of 7, the others without a number.

    Health is 1/3, between 1/4 and 2/4; two of eight mechanisms reported on it. Protection is
    hidden from this reader, of the hostile name only `2 of 4` may be shown.
    """
    counted = {**row(2, 4, cluster="D"), "value": None, "low": None, "high": None}
    measured = frame(
        row(1, 3, 1, reporting=2, cluster="A"),
        row(0, 7, 0, cluster="B"),
        row(None, None, None, state="hidden", cluster="C"),
        {**counted, "state": "count-only"},
    )
    names = dict(zip("ABCD", NAMES[lang], strict=True))
    within = Setting(period=Period.quarter(2025, 4), scope=2)
    return bars(measured, declared(PRESENCE), lang, names=names, within=within)


def origin(*, address: str = "https://aln.example/clusters?lang=en") -> Origin:
    """Of the same indicator, with a notice as demonstration data have it."""
    return Origin(
        indicator=declared(PRESENCE),
        version="4-1a2b3c",
        taken=date(2026, 11, 22),
        address=address,
        notices=("These are made up.",),
    )
