"""Mechanisms: what a mechanism says of itself: open or closed, its language, plan and members.

A batch replaces mechanism × month; of several reports in one quarter or year the latest counts.
"""

from typing import ClassVar

import pyarrow as pa

from core.i18n import N_
from loaders.datasets.row import MECHANISM, TELLS_MECHANISM, WHEN, WHERE, LongText, Row, Text

MEMBERS = (
    "members", "members_ngo", "members_red_cross", "members_authority", "members_ingo",
    "members_un", "members_other",
)  # fmt: skip
_SAYS = ("language", "interpretation", "minutes_translated", "plan")
_WORDS = ("source", "remarks")


class MechanismReturn(Row):
    """One row of a return: a mechanism in a period."""

    reads: ClassVar = (*WHERE, *MECHANISM, "status", "closed_on", *_SAYS, *MEMBERS, *_WORDS, *WHEN)
    needs: ClassVar = (TELLS_MECHANISM,)
    asks: ClassVar = (
        "country", "hub", "period", "mechanism_type", "mechanism", "cluster", "level", "place",
        "status", "closed_on", *_SAYS, *MEMBERS, *_WORDS,
    )  # fmt: skip
    spares: ClassVar = frozenset(("cluster",))
    may_name_nobody: ClassVar = True
    own: ClassVar = pa.schema(
        [
            ("status_reported", pa.string()),
            ("closed_on_reported", pa.string()),
            ("language", pa.string()),
            ("language_reported", pa.string()),
            ("interpretation", pa.bool_()),
            ("minutes_translated", pa.bool_()),
            ("plan", pa.bool_()),
            *((name, pa.int32()) for name in MEMBERS),
            ("source", pa.string()),
            ("remarks", pa.string()),
        ]
    )
    sheet_title: ClassVar = N_("Mechanisms")
    filling: ClassVar = N_(
        "One row for each mechanism and period. Leave empty what is not known; write 0 only where "
        "there is none."
    )

    mechanism: Text | None
    mechanism_type: Text
    status_reported: Text | None
    closed_on_reported: Text | None
    language: Text | None
    language_reported: Text | None
    interpretation: bool | None
    minutes_translated: bool | None
    plan: bool | None
    source: Text | None
    remarks: LongText | None
