"""A map of tiles with every state and step in it."""

import csv

import pandas as pd

from charts.chart import Chart
from charts.tile_places import tile_places
from charts.tiles import tiles
from charts.words import Setting
from core.i18n import Lang
from core.settings import Settings
from tests.charts.measured import PRESENCE, declared, frame, row


def on_a_map(lang: Lang, compared: Setting) -> dict[str, Chart]:
    """The chart under its kind."""
    return {
        "tiles": tiles(
            _countries(),
            declared(PRESENCE),
            lang,
            places=tile_places(Settings().reference, lang),
            names=country_names(lang),
            told={"SDN"},
            without={"TUN", "MAR"},
            within=compared,
        ),
    }


def country_names(lang: Lang) -> dict[str, str]:
    """Of every country, from the reference."""
    with (Settings().reference / "countries.csv").open(encoding="utf-8", newline="") as lines:
        return {row["iso3"]: row[f"name_{lang.value}"] for row in csv.DictReader(lines)}


def _countries() -> pd.DataFrame:
    """Every state and step once; Yemen with few reports."""
    small = {**row(2, 3, country="LBN"), "value": None, "state": "count-only"}
    return frame(
        row(12, 20, country="TCD"),
        row(5, 20, country="CAF"),
        row(4, 20, country="MLI"),
        row(15, 20, reporting=3, country="YEM"),
        row(20, 20, country="COD"),
        row(0, 10, country="HTI"),
        row(0, 0, state="closed", country="IRQ"),
        row(None, None, None, state="hidden", country="JOR"),
        row(0, 0, 4, state="no-type", country="SYR"),
        row(0, 0, 4, state="nothing-known", country="NER"),
        {**small, "low": None, "high": None},
    )
