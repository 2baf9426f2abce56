"""The fields of the datasets by name, for sentences that speak of them."""

from collections.abc import Mapping

from core.i18n import N_

FIELD_NAMES: Mapping[str, str] = {
    "country": N_("country"),
    "hub": N_("hub"),
    "level": N_("level"),
    "place": N_("place"),
    "place_code": N_("place code"),
    "cluster": N_("cluster"),
    "organisation": N_("organisation"),
    "acronym": N_("acronym"),
    "organisation_type": N_("organisation type"),
    "lead_organisation": N_("lead organisation"),
    "lead_acronym": N_("acronym of the lead organisation"),
    "lead_organisation_type": N_("type of the lead organisation"),
    "funder": N_("donor"),
    "period": N_("period"),
    "period_start": N_("start of the period"),
    "period_end": N_("end of the period"),
    "year": N_("year"),
    "quarter": N_("quarter"),
    "month": N_("month"),
    "mechanism": N_("coordination mechanism"),
    "mechanism_type": N_("type of mechanism"),
    "role": N_("role"),
    "funded": N_("funded role"),
    "closed_on": N_("closed since"),
}
