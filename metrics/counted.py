"""What is counted of each view, as text of SQL: columns of its rows, or the state of an entity."""

from collections.abc import Mapping

from metrics.reads import Entity, View

# An entity's state in a group. An organisation: by its newest report that knows its type. Month,
# batch and scope are packed into one number, because its greatest is found faster than the scope of
# the greatest month and batch; 9 is a known type in no scope. A mechanism: its newest reports.
_PACKED = "(r.period_end::BIGINT << 44) | (r.batch << 4) | coalesce(r.lna_scope, 9)"
_NEWEST = f"max({_PACKED}) FILTER (WHERE r.type_known)"
_CLASS = f"nullif({_NEWEST} & 15, 9) AS lna_scope, {_NEWEST} IS NOT NULL AS type_known"
_LED = "min(r.lna_scope) AS lna_scope, bool_or(r.undecided) AS undecided,"
STATE: Mapping[View, str] = {
    "v_presence": _CLASS,
    "v_member": _CLASS,
    "v_voice": _CLASS,
    "v_active_member": f"{_CLASS}, bool_or(r.active) AS active",
    "v_meeting_member": f"{_CLASS},"
    f" arg_max(r.international, {_PACKED}) FILTER (WHERE r.type_known) AS international,"
    " count(DISTINCT r.occasion) FILTER (WHERE r.attended IS NOT NULL) AS meetings,"
    " count(DISTINCT r.occasion) FILTER (WHERE r.attended) AS attended",
    "v_mechanism_report": f"{_LED} bool_and(r.closed) AS closed",
    "v_mechanism_members": f"{_LED} bool_and(r.closed) AS closed",
    "v_practice": "bool_or(r.local_language) AS local_language,"
    " bool_or(r.translated) AS translated, bool_or(r.plan) AS plan, bool_and(r.closed) AS closed",
}
# What a share is: of what is known; and what it would be if none or all of the unknown were in it.
SHARE = (
    " a.numerator / nullif(a.denominator, 0) AS value,"
    " a.numerator / nullif(a.denominator + a.unknown, 0) AS low,"
    " (a.numerator + a.unknown) / nullif(a.denominator + a.unknown, 0) AS high,"
)
# What a count is: all there are, of known type or not; its numerator says how many are L/NAs.
COUNT = "".join(
    f" nullif(a.denominator + a.unknown, 0) AS {name}," for name in ("value", "low", "high")
)
# What makes an entity one.
ENTITY: Mapping[Entity, tuple[str, ...]] = {
    "organisation": ("organisation",),
    "mechanism": ("mechanism",),
    "seat": ("mechanism", "organisation"),
    "voice": ("occasion", "organisation", "role"),
}
_HELD = ("report", "mechanism", "organisation", "role", "lna_scope", "type_known")
# Where rows of a view are counted as they are.
COLUMNS: Mapping[View, tuple[str, ...]] = {
    "v_presence": ("rows", "rows_unknown_type", "organisation", "role", "lna_scope", "type_known"),
    "v_role": _HELD,
    "v_role_funding": (*_HELD, "funded"),
    "v_member": (
        "report",
        "mechanism",
        "organisation",
        "seat",
        "members",
        "lna_scope",
        "type_known",
    ),
    "v_attendance": ("report", "mechanism", "organisation", "occasion", "lna_scope", "type_known"),
    "v_allocation": ("organisation", "amount", "currency", "route", "lna_scope", "type_known"),
}
# Where rows are counted as they are: what they are told apart by when a number is traced.
TRACED: Mapping[View, tuple[str, ...]] = {
    "v_presence": ("organisation", "role"),
    "v_role": ("mechanism", "organisation", "role"),
    "v_role_funding": ("mechanism", "organisation", "role"),
    "v_member": ("mechanism", "organisation", "seat"),
    "v_attendance": ("mechanism", "organisation"),
    "v_allocation": ("organisation",),
}
# Where rows are amounts of several currencies, or of unknown ones, there is no sum of them.
MIXED: Mapping[View, str] = {
    "v_allocation": "count(DISTINCT r.currency) > 1"
    " OR (count(*) > 1 AND bool_or(r.currency IS NULL))",
}
# Views about mechanisms name no organisation; some views lead to a second report.
NAMELESS: tuple[View, ...] = ("v_mechanism_report", "v_mechanism_members", "v_practice")
TWO_REPORTS: tuple[View, ...] = ("v_active_member", "v_meeting_member")
# Views that ask for no type of anybody: a file without types says no less.
TYPELESS: tuple[View, ...] = ("v_practice",)
NO_TYPE = " WHEN a.unknown > 0 AND s.without_types THEN 'no-type'"
# The type of an organisation in its newest report that knows it.
NEWEST_TYPE = f"arg_max(r.organisation_type, {_PACKED}) FILTER (WHERE r.type_known)"
