"""The columns of the templates: a heading in each language, whether it is needed, its list."""

from collections.abc import Mapping

from core.i18n import Trilingual
from loaders.datasets import DATASETS
from loaders.template_column import TemplateColumn
from loaders.template_own_columns import OWN_COLUMNS


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
    **OWN_COLUMNS,
}  # fmt: skip


def template_columns(dataset: str) -> Mapping[str, TemplateColumn]:
    """Field -> its column, in the order of the sheet."""
    return {field: _COLUMNS[field] for field in DATASETS[dataset].asks}


def is_needed(dataset: str, field: str) -> bool:
    """Whether a row of this dataset says nothing without it."""
    return _COLUMNS[field].needed and field not in DATASETS[dataset].spares


def choices_of(field: str) -> str | None:
    """The list that a field's cells are chosen from; None for free text."""
    column = _COLUMNS.get(field)
    return column.choices if column else None
