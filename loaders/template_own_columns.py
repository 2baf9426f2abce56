"""The columns of the templates that only some datasets have."""

from collections.abc import Mapping

from core.i18n import Trilingual
from loaders.template_column import TemplateColumn

OWN_COLUMNS: Mapping[str, TemplateColumn] = {
    "seat": TemplateColumn(
        heading=Trilingual(
            en="Seat",
            fr="Siège",
            ar="المقعد",
        ),
        choices="seat",
        width=20,
    ),
    "date": TemplateColumn(
        heading=Trilingual(
            en="Date",
            fr="Date",
            ar="التاريخ",
        ),
        needed=True,
        width=14,
    ),
    "language": TemplateColumn(
        heading=Trilingual(
            en="Language",
            fr="Langue",
            ar="اللغة",
        ),
        choices="language",
        width=20,
    ),
    "interpretation": TemplateColumn(
        heading=Trilingual(
            en="Interpretation provided",
            fr="Interprétation assurée",
            ar="توفر الترجمة الشفوية",
        ),
        choices="yes_no",
        width=16,
    ),
    "minutes_translated": TemplateColumn(
        heading=Trilingual(
            en="Minutes translated",
            fr="Compte rendu traduit",
            ar="المحضر مترجم",
        ),
        choices="yes_no",
        width=16,
    ),
    "status": TemplateColumn(
        heading=Trilingual(
            en="Active or closed",
            fr="Actif ou fermé",
            ar="نشطة أو مغلقة",
        ),
        choices="closed",
        width=16,
    ),
    "plan": TemplateColumn(
        heading=Trilingual(
            en="Localisation plan in place",
            fr="Plan de localisation en place",
            ar="وجود خطة للتوطين",
        ),
        choices="yes_no",
        width=18,
    ),
    "members": TemplateColumn(
        heading=Trilingual(
            en="Number of members",
            fr="Nombre de membres",
            ar="عدد الأعضاء",
        ),
        width=14,
    ),
    "members_ngo": TemplateColumn(
        heading=Trilingual(
            en="Members: local and national NGOs",
            fr="Membres : ONG locales et nationales",
            ar="الأعضاء: المنظمات غير الحكومية المحلية والوطنية",
        ),
        width=18,
    ),
    "members_red_cross": TemplateColumn(
        heading=Trilingual(
            en="Members: Red Cross / Red Crescent",
            fr="Membres : Croix-Rouge / Croissant-Rouge",
            ar="الأعضاء: الصليب الأحمر / الهلال الأحمر",
        ),
        width=18,
    ),
    "members_authority": TemplateColumn(
        heading=Trilingual(
            en="Members: authorities",
            fr="Membres : autorités",
            ar="الأعضاء: السلطات",
        ),
        width=18,
    ),
    "members_ingo": TemplateColumn(
        heading=Trilingual(
            en="Members: international NGOs",
            fr="Membres : ONG internationales",
            ar="الأعضاء: المنظمات غير الحكومية الدولية",
        ),
        width=18,
    ),
    "members_un": TemplateColumn(
        heading=Trilingual(
            en="Members: UN",
            fr="Membres : Nations Unies",
            ar="الأعضاء: الأمم المتحدة",
        ),
        width=18,
    ),
    "members_other": TemplateColumn(
        heading=Trilingual(
            en="Members: others",
            fr="Membres : autres",
            ar="الأعضاء: آخرون",
        ),
        width=18,
    ),
    "source": TemplateColumn(
        heading=Trilingual(
            en="Source of the answers",
            fr="Source des réponses",
            ar="مصدر الإجابات",
        ),
        width=30,
    ),
    "remarks": TemplateColumn(
        heading=Trilingual(
            en="Remarks",
            fr="Remarques",
            ar="ملاحظات",
        ),
        width=40,
    ),
    "fund": TemplateColumn(
        heading=Trilingual(
            en="Fund",
            fr="Fonds",
            ar="الصندوق",
        ),
        needed=True,
        width=32,
    ),
    "reference": TemplateColumn(
        heading=Trilingual(
            en="Allocation reference",
            fr="Référence de l’allocation",
            ar="مرجع التخصيص",
        ),
        width=22,
    ),
    "amount": TemplateColumn(
        heading=Trilingual(
            en="Amount",
            fr="Montant",
            ar="المبلغ",
        ),
        needed=True,
        width=16,
    ),
    "currency": TemplateColumn(
        heading=Trilingual(
            en="Currency",
            fr="Devise",
            ar="العملة",
        ),
        needed=True,
        width=12,
    ),
    "route": TemplateColumn(
        heading=Trilingual(
            en="Direct or through another organisation",
            fr="Directement ou par une autre organisation",
            ar="مباشرة أو عبر منظمة أخرى",
        ),
        choices="route",
        width=26,
    ),
    "through": TemplateColumn(
        heading=Trilingual(
            en="Through which organisation",
            fr="Par quelle organisation",
            ar="عبر أي منظمة",
        ),
        width=32,
    ),
    "event_kind": TemplateColumn(
        heading=Trilingual(
            en="Kind of event",
            fr="Nature de l’événement",
            ar="نوع الفعالية",
        ),
        needed=True,
        choices="event_kind",
        width=22,
    ),
    "title": TemplateColumn(
        heading=Trilingual(
            en="Title",
            fr="Titre",
            ar="العنوان",
        ),
        needed=True,
        width=44,
    ),
    "event_role": TemplateColumn(
        heading=Trilingual(
            en="Part in the event",
            fr="Part prise à l’événement",
            ar="الدور في الفعالية",
        ),
        choices="event_role",
        width=22,
    ),
    "summary": TemplateColumn(
        heading=Trilingual(
            en="Summary",
            fr="Résumé",
            ar="الملخص",
        ),
        width=60,
    ),
    "link": TemplateColumn(
        heading=Trilingual(
            en="Web link",
            fr="Lien internet",
            ar="الرابط",
        ),
        width=32,
    ),
}
