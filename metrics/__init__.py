"""What is measured: indicators declared once, one query for all of them, coverage with each.

with database.cursor() as cur:
    measure(cur, indicators()["lna_share_of_presence"], by=["country", "period"], grain="quarter")
"""

from metrics.measurement import MEASURES, measure
from metrics.median import median_of_mechanisms
from metrics.names import names, ranked_clusters
from metrics.overview import coverage, snapshot
from metrics.question import Grain, Only, Scope
from metrics.registry import DIMENSIONS, Dimension, Indicator, find, indicators
from metrics.suppression import Pattern, hidden_cells, published, suppressed
from metrics.trace import Trace, trace
from metrics.version import data_version, install_views

__all__ = [
    "DIMENSIONS",
    "MEASURES",
    "Dimension",
    "Grain",
    "Indicator",
    "Only",
    "Pattern",
    "Scope",
    "Trace",
    "coverage",
    "data_version",
    "find",
    "hidden_cells",
    "indicators",
    "install_views",
    "measure",
    "median_of_mechanisms",
    "names",
    "published",
    "ranked_clusters",
    "snapshot",
    "suppressed",
    "trace",
]
