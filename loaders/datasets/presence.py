"""Presence (3W, 4W, 5W): an organisation active in a cluster and a place.

A batch replaces country × hub × cluster × level × first-level area × month; several reports in one
quarter or year are united.
"""

from typing import ClassVar

import pyarrow as pa

from core.i18n import N_
from loaders.datasets.row import WHEN, WHERE, WHO, NamedRow, Text

LEAD = ("lead_organisation", "lead_acronym", "lead_organisation_type")
_TEXT = pa.dictionary(pa.int32(), pa.string())
# Who leads what the organisation of the row does there, if the file says so.
LEADS = pa.schema(
    [
        ("lead_identity_key", _TEXT),
        ("lead_name", _TEXT),
        ("lead_organisation_reported", _TEXT),
        ("lead_acronym_reported", _TEXT),
        ("lead_type_reported", _TEXT),
        ("lead_row_type_unknown", pa.bool_()),
        ("lead_judged_type", pa.int16()),
        ("lead_lna_scope", pa.int8()),
        ("lead_type_known", pa.bool_()),
    ]
)


class Presence(NamedRow):
    """One row of a presence file: who is there, and who leads what is done."""

    lead_organisation: Text | None
    lead_acronym: Text | None
    lead_organisation_type: Text | None

    reads: ClassVar = (*WHERE, *WHO, *WHEN, *LEAD)
    set_aside: ClassVar = ("funder",)
    own: ClassVar = LEADS
    needs: ClassVar = (("organisation", "acronym"), ("cluster",))
    asks: ClassVar = (
        "country", "hub", "period", "cluster", "level", "place", "organisation", "acronym",
        "organisation_type",
    )  # fmt: skip
    of_mechanism: ClassVar = False
    sheet_title: ClassVar = N_("Presence")
    filling: ClassVar = N_("One row for each organisation in each cluster and place.")
