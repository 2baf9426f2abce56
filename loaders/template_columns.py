"""The columns of the templates: a heading in each language, whether it is needed, its list."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.i18n import Trilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateColumn:
    """One column.

    Attributes:
        heading: each of its three is in data/reference/aliases_heading.csv.
        needed: a row without it says nothing.
        choices: which list its cells are chosen from; None for free text.
        width: in characters.
    """

    heading: Trilingual
    needed: bool = False
    choices: str | None = None
    width: int = 18


def _words(en: str, fr: str, ar: str) -> Trilingual:
    return Trilingual(en=en, fr=fr, ar=ar)


_COLUMNS: Mapping[str, TemplateColumn] = {
    "country": TemplateColumn(
        heading=_words("Country", "Pays", "البلد"), needed=True, choices="country", width=26
    ),
    "hub": TemplateColumn(heading=_words("Hub", "Hub humanitaire", "المركز الإنساني"), width=16),
    "period": TemplateColumn(
        heading=_words("Period", "Période", "الفترة"), needed=True, width=14
    ),
    "cluster": TemplateColumn(
        heading=_words("Cluster", "Secteur", "القطاع"),
        needed=True, choices="cluster", width=36,
    ),
    "level": TemplateColumn(
        heading=_words("Coordination level", "Niveau de coordination", "مستوى التنسيق"),
        choices="level", width=22,
    ),
    "place": TemplateColumn(
        heading=_words("First-level area", "Niveau administratif 1", "المستوى الإداري الأول"),
        width=24,
    ),
    "organisation": TemplateColumn(
        heading=_words("Organisation name", "Nom de l’organisation", "اسم المنظمة"),
        needed=True, width=40,
    ),
    "acronym": TemplateColumn(heading=_words("Acronym", "Acronyme", "الاختصار"), width=14),
    "organisation_type": TemplateColumn(
        heading=_words("Organisation type", "Type d’organisation", "نوع المنظمة"),
        needed=True, choices="organisation_type", width=32,
    ),
    "mechanism_type": TemplateColumn(
        heading=_words("Mechanism type", "Type de mécanisme", "نوع الآلية"),
        needed=True, choices="mechanism_type", width=32,
    ),
    "mechanism": TemplateColumn(
        heading=_words("Mechanism name", "Nom du mécanisme", "اسم الآلية"), width=36
    ),
    "role": TemplateColumn(
        heading=_words("Leadership role", "Rôle de direction", "الدور القيادي"),
        needed=True, choices="role", width=22,
    ),
    "funded": TemplateColumn(
        heading=_words("Funded", "Financé", "ممول"), choices="yes_no", width=10
    ),
    "closed_on": TemplateColumn(
        heading=_words("Closed on", "Fermé le", "تاريخ الإغلاق"), width=14
    ),
}  # fmt: skip

_ORDER: Mapping[str, tuple[str, ...]] = {
    "presence": (
        "country", "hub", "period", "cluster", "level", "place", "organisation", "acronym",
        "organisation_type",
    ),
    "roles": (
        "country", "hub", "period", "mechanism_type", "mechanism", "cluster", "level", "place",
        "role", "organisation", "acronym", "organisation_type", "funded", "closed_on",
    ),
}  # fmt: skip
# A vacant role has no organisation, a country team no cluster.
_NOT_NEEDED = {"roles": frozenset(("organisation", "organisation_type", "cluster"))}


def template_columns(dataset: str) -> Mapping[str, TemplateColumn]:
    """Field -> its column, in the order of the sheet."""
    return {field: _COLUMNS[field] for field in _ORDER[dataset]}


def is_needed(dataset: str, field: str) -> bool:
    """Whether a row of this dataset says nothing without it."""
    return _COLUMNS[field].needed and field not in _NOT_NEEDED.get(dataset, ())
