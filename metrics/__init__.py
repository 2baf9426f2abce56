"""What is measured: indicators declared once, one query for all of them, coverage with each.

with database.cursor() as cur:
    measure(cur, indicators()["lna_share_of_presence"], by=["country", "period"], grain="quarter")
"""

from metrics.beside import figures_beside
from metrics.dimensions import CLUSTER_LISTS, FLAGS, OVERLAPPING, overlapping
from metrics.dividing import undivided_cells
from metrics.due import by_mechanism, chase, due
from metrics.fitting import fitting_figures
from metrics.lattice import offered_outside
from metrics.levels import mixed_levels
from metrics.measurement import MEASURES, measure
from metrics.median import median_of_mechanisms
from metrics.names import (
    countries_without_clusters,
    names,
    provisional_clusters,
    ranked_clusters,
)
from metrics.outside import allowed_outside
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
from metrics.steps import no_steps
from metrics.suppression import published, suppressed
from metrics.timeline import timeline
from metrics.trace import Trace, batches_behind, trace
from metrics.trend import STEPS, compare, marked_partial, matched_pair, trend
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
    "allowed_outside",
    "batches_behind",
    "by_mechanism",
    "chase",
    "compare",
    "contested",
    "countries_without_clusters",
    "coverage",
    "data_version",
    "due",
    "figures_beside",
    "find",
    "fitting_figures",
    "hidden_cells",
    "indicators",
    "install_views",
    "lattice_states",
    "low_coverage",
    "marked_partial",
    "matched_pair",
    "measure",
    "median_of_mechanisms",
    "mixed_levels",
    "names",
    "no_steps",
    "offered_outside",
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
    "timeline",
    "trace",
    "trend",
    "undivided_cells",
]
