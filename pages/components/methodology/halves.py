"""The two halves of each share as a person would count them; the declarations have them as SQL."""

from collections.abc import Mapping

from core.i18n import N_

_SEATS = N_("seats held by L/NAs")
_SEATS_OF = N_("seats whose holder is of a known type")
_LOCALS_HELD = N_("leadership roles held by L/NAs")
_NOT_CLOSED = N_("mechanisms that answered this, without the closed ones")
HALVES: Mapping[str, tuple[str, str]] = {
    "clusters_with_lna_leadership": (
        N_("national clusters where at least one of the leaders is a non-state L/NA"),
        N_("national clusters that reported who leads them, without the closed ones"),
    ),
    "lna_share_of_leadership_roles": (
        _LOCALS_HELD,
        N_("leadership roles whose holder is of a known type, without vacant ones"),
    ),
    "lna_share_of_shared_leadership": (
        N_("roles beside a first leader (co-lead, co-chair and the like) held by L/NAs"),
        N_("such roles whose holder is of a known type, without vacant ones"),
    ),
    "twgs_chaired_by_lna": (
        N_("technical working groups where at least one who chairs is a non-state L/NA"),
        N_("technical working groups that reported who chairs them, without the closed ones"),
    ),
    "lna_share_of_presence": (
        N_("L/NAs, each counted once"),
        N_("organisations whose type is known, each counted once"),
    ),
    "lna_share_of_members": (_SEATS, _SEATS_OF),
    "mechanisms_with_lna_members": (
        N_("clusters with at least one L/NA among their members"),
        N_("clusters that reported their members, without the closed ones"),
    ),
    "lna_share_of_attendance": (
        N_("attendances of L/NAs: an organisation at a meeting counts once"),
        N_("attendances of organisations whose type is known"),
    ),
    "lna_regular_attendance": (
        N_("L/NA members that were at half of the meetings or more"),
        N_("L/NA members of mechanisms whose meetings were reported"),
    ),
    "international_regular_attendance": (
        N_("international members that were at half of the meetings or more"),
        N_("international members of mechanisms whose meetings were reported"),
    ),
    "lna_members_active": (
        N_("L/NA members that a 3W names as present in the same quarter and cluster"),
        N_("L/NA members of clusters for which presence was reported"),
    ),
    "meetings_in_local_language": (
        N_("mechanisms that met in an official or local language of the country"),
        N_("mechanisms that said in which language they met, without the closed ones"),
    ),
    "translation_available": (
        N_("mechanisms with interpretation or translated minutes"),
        _NOT_CLOSED,
    ),
    "localisation_plans": (
        N_("mechanisms with a capacity or localisation plan"),
        _NOT_CLOSED,
    ),
    "memberships": (
        _SEATS,
        N_("all seats, of known type or not"),
    ),
    "member_organisations": (
        N_("L/NAs, each counted once"),
        N_("all member organisations, each counted once, of known type or not"),
    ),
    "lna_share_of_coordination_seats": (_SEATS, _SEATS_OF),
    "lna_share_of_sag_seats": (_SEATS, _SEATS_OF),
    "sags_with_lna": (
        N_("strategic advisory groups with at least one L/NA"),
        N_("strategic advisory groups that reported their members, without the closed ones"),
    ),
    "lna_share_of_twg_members": (_SEATS, _SEATS_OF),
    "lna_share_of_pooled_fund_board_seats": (_SEATS, _SEATS_OF),
    "funded_lna_roles": (
        N_("leadership roles held by L/NAs for which funds are set aside"),
        N_("leadership roles held by L/NAs of which it is said whether they are funded"),
    ),
    "lna_share_of_pooled_funds": (
        N_("amounts that L/NAs received directly"),
        N_("amounts to recipients of known type or through an intermediary, in one currency"),
    ),
    "lna_share_of_event_voices": (
        N_("speakers and co-authors that are L/NAs"),
        N_("speakers and co-authors whose type is known"),
    ),
    "reporting_rate": (
        N_("mechanisms that reported"),
        N_("mechanisms that were expected to report"),
    ),
    "unknown_type": (
        N_("rows whose organisation type is blank or cannot be classified"),
        N_("all rows of the files"),
    ),
}
