"""What is measured: indicators declared once, one query for all of them, coverage with each.

with database.cursor() as cur:
    measure(cur, indicators()["lna_share_of_presence"], by=["country", "period"], grain="quarter")
"""

from metrics.dimensions import CLUSTER_LISTS, FLAGS, OVERLAPPING, overlapping
from metrics.dividing import undivided_cells
from metrics.levels import mixed_levels
from metrics.measurement import MEASURES, measure
from metrics.median import median_of_mechanisms
from metrics.names import names, provisional_clusters, ranked_clusters
from metrics.overview import coverage, snapshot
from metrics.pattern import Pattern, hidden_cells
from metrics.published_figures import published_figures
from metrics.published_segments import published_segments
from metrics.question import Grain, Only, Scope
from metrics.registry import DIMENSIONS, Dimension, Indicator, find, indicators
from metrics.reporting import low_coverage, operations
from metrics.segments import SEGMENTS, segments
from metrics.standing import Standings, contested, standing
from metrics.states import lattice_states
from metrics.suppression import published, suppressed
from metrics.trace import Trace, batches_behind, trace
from metrics.trend import STEPS, compare, trend
from metrics.version import data_version, install_views

__all__ = [
    "CLUSTER_LISTS",
    "DIMENSIONS",
    "FLAGS",
    "MEASURES",
    "OVERLAPPING",
    "SEGMENTS",
    "STEPS",
    "Dimension",
    "Grain",
    "Indicator",
    "Only",
    "Pattern",
    "Scope",
    "Standings",
    "Trace",
    "batches_behind",
    "compare",
    "contested",
    "coverage",
    "data_version",
    "find",
    "hidden_cells",
    "indicators",
    "install_views",
    "lattice_states",
    "low_coverage",
    "measure",
    "median_of_mechanisms",
    "mixed_levels",
    "names",
    "operations",
    "overlapping",
    "provisional_clusters",
    "published",
    "published_figures",
    "published_segments",
    "ranked_clusters",
    "segments",
    "snapshot",
    "standing",
    "suppressed",
    "trace",
    "trend",
    "undivided_cells",
]
