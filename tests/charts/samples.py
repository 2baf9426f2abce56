"""One chart of each kind, with every state in it, in any language."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd

from charts.bars import bars
from charts.chart import Annotation, Chart, Reference
from charts.coverage import coverage
from charts.dots import dots
from charts.dropoff import ENOUGH_ROLES, MEMBERS, PRESENT, ROLES, dropoff, side_by_side
from charts.headline import headline, whole_mark
from charts.multiples import WORLD, multiples
from charts.segments import segments
from charts.trend import trend
from charts.ways import Way
from charts.words import Setting
from core.i18n import Lang
from core.i18n.periods import Period
from tests.charts.measured import (
    BOTH,
    LEADERSHIP,
    PRESENCE,
    REPORTING,
    declared,
    divided,
    frame,
    row,
)
from tests.charts.sample_map import on_a_map

NAMES = {
    Lang.EN: ["Health", "Water, Sanitation and Hygiene (WASH)", "Camp Coordination (CCCM)"],
    Lang.FR: ["Santé", "Eau, hygiène et assainissement (EHA)", "Coordination des camps (CCCM)"],
    Lang.AR: ["الصحة", "المياه والصرف الصحي والنظافة الصحية", "تنسيق المخيمات (CCCM)"],
}
STATES = ("value", "closed", "no-type", "nothing-known", "zero", "hidden", "not-applicable")


@cache
def charts_in(lang: Lang) -> dict[str, Chart]:
    """By kind."""
    names = {f"C{n}": NAMES[lang][n % 3] + f" {n}" for n in range(15)}
    within = Setting(period=Period.quarter(2025, 4), scope=2, place=NAMES[lang][0])
    presence = declared(PRESENCE)
    whole = whole_mark(frame(row(57, 100, 9, reporting=52, expected=64)), presence, lang)
    compared = Setting(period=within.period, scope=2, whole=whole)
    return {
        "headline": headline(
            frame(row(5, 9, 2, reporting=11, expected=14)),
            declared(LEADERSHIP),
            lang,
            within=within,
        ),
        "bars": bars(
            _clusters(), presence, lang, names=names, among=["C0", "C14"], within=compared
        ),
        "segments": segments(
            _kinds(), presence, lang, by="cluster", names=names, published=_figures()
        ),
        "trend": trend(_quarters(), presence, lang, today=date(2025, 11, 21), within=compared),
        "dots": dots(
            {NAMES[lang][0]: _others(), NAMES[lang][1]: _clusters()}, presence, lang, names=names
        ),
        "dropoff": dropoff(_ways(), lang, names=names, within=within),
        "side_by_side": side_by_side(_pair(), declared(BOTH), lang, within=within),
        "coverage": coverage(
            _reports(), declared(REPORTING), lang, names=names, today=date(2025, 11, 21)
        ),
        **_in_time(lang, names, compared),
        **on_a_map(lang, compared),
    }


def _clusters() -> pd.DataFrame:
    numbered = [row(3 * n, 30, n % 3, reporting=8 - n, cluster=f"C{n}") for n in range(7)]
    others = [
        row(None, None, None, state=state, cluster=f"C{n}")
        if state in {"hidden", "not-applicable"}
        else row(
            0, 0, 4 if state in {"no-type", "nothing-known"} else 0, state=state, cluster=f"C{n}"
        )
        for n, state in enumerate(STATES[1:], start=7)
    ]
    small = {**row(1, 3, cluster="C13"), "value": None, "state": "count-only"}
    return frame(*numbered, *others, {**small, "low": None, "high": None})


def _in_time(lang: Lang, names: Mapping[str, str], compared: Setting) -> dict[str, Chart]:
    """Lines with what stands beside them, and small ones by country."""
    presence = declared(PRESENCE)
    return {
        "in_time": replace(
            trend(_contexts(), presence, lang, split="context", names=names, within=compared),
            references=(
                Reference(0.8, NAMES[lang][0], "80%", (0, 1)),
                Reference(0.83, NAMES[lang][1], "83%", (0, 1)),
                Reference(0.42, NAMES[lang][2], "42%", (1, 3)),
            ),
            annotations=(
                Annotation(0, NAMES[lang][1]),
                Annotation(1, NAMES[lang][0]),
                Annotation(3, NAMES[lang][1]),
            ),
        ),
        "multiples": multiples(
            _quarters(),
            _countries_in_time(),
            presence,
            lang,
            name=NAMES[lang][1],
            names=names,
            today=date(2025, 11, 21),
            within=compared,
            references={
                WORLD: [Reference(0.6, NAMES[lang][1], "60%", (1, 2))],
                "C1": [Reference(0.8, NAMES[lang][0] + " 80%", "80%", (0, 1))],
            },
        ),
    }


def _contexts() -> pd.DataFrame:
    return frame(
        *(row(20 + n, 50, 5, period=f"2025-Q{n}", context="C1") for n in range(1, 5)),
        *(row(24 + n, 50, 5, period=f"2025-Q{n}", context="C2") for n in range(1, 5)),
    )


def _countries_in_time() -> pd.DataFrame:
    return frame(
        *(
            row(9 * n, 50, n, period=period, country=f"C{n}")
            for n in range(6)
            for period in ("2024-Q1", "2025-Q1", "2025-Q3")
        ),
        row(0, 0, 0, state="closed", period="2025-Q2", country="C2"),
        row(None, None, None, state="hidden", period="2025-Q3", country="C6"),
    )


def _others() -> pd.DataFrame:
    return frame(
        row(12, 40, 6, cluster="C1"),
        row(13, 50, 0, reporting=4, cluster="C2"),
        row(0, 0, 8, state="no-type", cluster="C3"),
    )


def _kinds() -> pd.DataFrame:
    """Authorities de facto in one cluster; one whose kinds may not be seen, one without types."""
    return frame(
        divided(row(20, 40, 6, cluster="C1"), 12, 8, 5, 4, 11),
        divided(row(21, 50, 0, reporting=4, cluster="C2"), 20, 1, 2, 0, 27),
        divided(row(7, 14, 2, cluster="C4")),
        divided(row(0, 0, 8, state="no-type", cluster="C3"), 0, 0, 0, 0, 0),
    )


def _figures() -> pd.DataFrame:
    """Of one cluster on its bar, of all together across every bar."""
    address = "https://reliefweb.int/report/world"
    return pd.DataFrame(
        {
            "year": [2025, 2024],
            "period": [None, "2024-07"],
            "cluster": ["C1", None],
            "scope": pd.array([1, 2], dtype="Int64"),
            "segment": [None, None],
            "value": [0.35, 0.5],
            "source_url": [address, address],
        }
    )


def _ways() -> list[Way]:
    """Present, a member, in leadership; in one cluster too few lead, one has no members."""
    roles = frame(row(2, 13, cluster="C1"), row(0, 18, cluster="C2"), row(1, 3, cluster="C3"))
    members = frame(row(60, 98, 4, cluster="C1"), row(17, 31, 3, reporting=4, cluster="C3"))
    return [
        Way(PRESENT, declared(PRESENCE), _others()),
        Way(MEMBERS, declared("lna_share_of_members"), members),
        Way(ROLES, declared("lna_share_of_leadership_roles"), roles, ENOUGH_ROLES),
    ]


def _pair() -> pd.DataFrame:
    """Both parts of the derived indicator, as `metrics.measure` gives them."""
    parts = {"p1": row(60, 98, 4), "l2": row(5, 20, reporting=4)}
    cells = {f"{code}_{name}": cell for code, one in parts.items() for name, cell in one.items()}
    return frame(row(None, None, None)).assign(**cells)


def _quarters() -> pd.DataFrame:
    return frame(
        row(20, 50, 5, period="2024-Q1"),
        row(22, 50, 5, reporting=5, period="2024-Q2"),
        row(0, 0, 0, state="closed", period="2024-Q4"),
        row(28, 50, 0, period="2025-Q1"),
        row(30, 50, 2, period="2025-Q2"),
        row(31, 50, 2, period="2025-Q3"),
        row(4, 40, 1, period="2025-Q4"),
    )


def _reports() -> pd.DataFrame:
    return frame(
        row(6, 6, None, reporting=6, expected=6, country="C0", period="2025-Q2"),
        row(3, 6, None, reporting=3, expected=6, country="C0", period="2025-Q3"),
        row(1, 6, None, reporting=1, expected=6, country="C0", period="2025-Q4"),
        row(0, 7, None, reporting=0, expected=7, country="C1", period="2025-Q3"),
        row(0, 0, None, reporting=0, expected=0, state="closed", country="C1", period="2025-Q4"),
    )
