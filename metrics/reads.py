"""What an indicator can look at: views, what is counted once, and datasets whose reports count."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, cast

Entity = Literal["organisation", "mechanism", "seat", "voice"]
View = Literal[
    "v_presence",
    "v_role",
    "v_role_funding",
    "v_mechanism_report",
    "v_member",
    "v_mechanism_members",
    "v_active_member",
    "v_attendance",
    "v_meeting_member",
    "v_practice",
    "v_allocation",
    "v_voice",
    "v_expected",
]
Dataset = Literal["presence", "members", "roles", "meetings", "mechanisms", "funding", "events"]
# Reports of two datasets that answer one question: see metrics/views/36_compound_report.sql.
Compound = Literal["members_or_numbers", "practices", "attendance_of_members"]
MADE_OF: Mapping[Compound, tuple[Dataset, ...]] = MappingProxyType(
    {
        "members_or_numbers": ("members", "mechanisms"),
        "practices": ("mechanisms", "meetings"),
        "attendance_of_members": ("meetings", "members"),
    }
)
# What a view reads besides the reports that are counted.
READS_TOO: Mapping[View, tuple[Dataset, ...]] = MappingProxyType({"v_active_member": ("presence",)})


def datasets_of(dataset: Dataset | Compound | None, view: View | None) -> frozenset[Dataset]:
    """The datasets that a declaration reads, those that its view looks up included."""
    made_of = MADE_OF.get(cast("Compound", dataset), (cast("Dataset", dataset),))
    return frozenset({*made_of, *(READS_TOO.get(view, ()) if view else ())})
