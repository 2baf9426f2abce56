"""Presence (3W, 4W, 5W): an organisation active in a cluster and a place.

A batch replaces country × hub × cluster × level × first-level area × month; several reports in one
quarter or year are united.
"""

from typing import ClassVar

from core.i18n import N_
from loaders.datasets.row import WHEN, WHERE, WHO, NamedRow


class Presence(NamedRow):
    """One row of a presence file."""

    reads: ClassVar = (*WHERE, *WHO, *WHEN)
    set_aside: ClassVar = ("lead_organisation", "lead_organisation_type", "lead_acronym", "funder")
    needs: ClassVar = (("organisation", "acronym"), ("cluster",))
    asks: ClassVar = (
        "country", "hub", "period", "cluster", "level", "place", "organisation", "acronym",
        "organisation_type",
    )  # fmt: skip
    of_mechanism: ClassVar = False
    sheet_title: ClassVar = N_("Presence")
    filling: ClassVar = N_("One row for each organisation in each cluster and place.")
