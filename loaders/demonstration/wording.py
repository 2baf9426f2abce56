"""What stands in the demonstration's files besides names: headings, types, clusters, roles."""

from collections.abc import Mapping

from loaders.demonstration.names import Kind, Tongue, Words

HEADINGS: Mapping[str, Words] = {
    "country": Words("Country", "Pays", "البلد"),
    "hub": Words("Hub", "Hub humanitaire", "المركز الإنساني"),
    "organisation": Words("Organization", "Nom de l’organisation", "اسم المنظمة"),
    "type": Words("Organization Type", "Type d’organisation", "نوع المنظمة"),
    "cluster": Words("Cluster", "Secteur", "القطاع"),
    "place": Words("Governorate", "Région", "المحافظة"),
    "period": Words("Reporting period", "Période", "الفترة"),
    "month": Words("Month", "Mois", "الشهر"),
    "contact": Words("Contact e-mail", "Courriel du point focal", "البريد الإلكتروني"),
    "level": Words("Coordination level", "Niveau de coordination", "مستوى التنسيق"),
    "role": Words("Role", "Rôle de coordination", "الدور"),
    "funded": Words("Funded", "Financé", "ممول"),
    "closed": Words("Closed on", "Fermé le", "مغلقة منذ"),
}
HXL: Mapping[str, str] = {
    "organisation": "#org+name",
    "type": "#org+type",
    "cluster": "#sector+cluster+name",
    "place": "#adm1+name",
    "period": "#date+reported",
}
TYPES: Mapping[Kind, Words] = {
    "national": Words("National NGO", "ONG nationale", "منظمة غير حكومية وطنية"),
    "local": Words("Local NGO", "ONG locale", "منظمة غير حكومية محلية"),
    "cso": Words("CSO", "OSC", "منظمة مجتمع مدني"),
    "forum": Words("NGO forum", "Forum d’ONG", "منتدى المنظمات غير الحكومية الوطنية"),
    "ingo": Words("INGO", "ONG internationale", "منظمة غير حكومية دولية"),
    "un": Words("UN agency", "Agence des Nations Unies", "وكالة أممية"),
    "ministry": Words("Government", "Gouvernement", "جهة حكومية"),
    "de_facto": Words("De facto authorities", "Autorités de facto", "سلطات الأمر الواقع"),
    "society": Words(
        "Red Cross / Red Crescent",
        "Croix-Rouge / Croissant-Rouge",
        "الصليب الأحمر / الهلال الأحمر",
    ),
    "other": Words("Other", "Autre", "أخرى"),
    "blank": Words("", "", ""),
    "unsettled": Words("To be confirmed", "À vérifier", "قيد التحقق"),
}
CLUSTERS: Mapping[str, Words] = {
    "WSH": Words("WASH", "EHA", "المياه والإصحاح البيئي"),
    "HEA": Words("Health", "Santé", "الصحة"),
    "NUT": Words("Nutrition", "Nutrition", "التغذية"),
    "FSC": Words("Food Security", "Sécurité alimentaire", "الأمن الغذائي"),
    "PRO": Words("Protection", "Protection", "الحماية"),
    "PRO-CPN": Words("Child Protection", "Protection de l’enfance", "حماية الطفل"),
    "PRO-GBV": Words("GBV", "VBG", "العنف القائم على النوع الاجتماعي"),
    "PRO-MIN": Words("Mine Action", "Lutte antimines", "مكافحة الألغام"),
    "EDU": Words("Education", "Éducation", "التعليم"),
    "SHL": Words("Shelter & NFI", "Abris et AME", "المأوى"),
    "LOG": Words("Logistics", "Logistique", "اللوجستيات"),
    "CCM": Words("CCCM", "Gestion des sites", "إدارة المخيمات"),
    "TEL": Words("ETC", "Télécommunications d’urgence", "اتصالات الطوارئ"),
    "ERY": Words("Early Recovery", "Relèvement précoce", "التعافي المبكر"),
    "SLS": Words(
        "Shelter, Land and Site Coordination",
        "Abris, terres et coordination des sites",
        "المأوى والأراضي وتنسيق المواقع",
    ),
    "COO": Words("Coordination", "Coordination", "التنسيق"),
    "MUL": Words("Multi-sector", "Multisectoriel", "متعدد القطاعات"),
}
ROLES: Mapping[str, Words] = {
    "lead": Words("Lead agency", "Chef de file", "الوكالة القائدة"),
    "co_lead": Words("Co-lead", "Co-chef de file", "قيادة مشتركة"),
    "co_coordinator": Words("Co-coordinator", "Co-coordonnateur", "منسق مشارك"),
    "chair": Words("Chair", "Présidence", "رئاسة"),
    "co_chair": Words("Co-chair", "Coprésidence", "رئاسة مشتركة"),
}
LEVELS: Mapping[str, Words] = {
    "national": Words("National", "Niveau national", "المستوى الوطني"),
    "subnational": Words("Sub-national", "Niveau infranational", "المستوى دون الوطني"),
}
GROUPS: Mapping[str, Words] = {
    "cash": Words("Cash working group", "Groupe de travail espèces", "مجموعة العمل النقدي"),
}
FUND: Words = Words(
    "Fictional Humanitarian Fund", "Fonds humanitaire fictif", "الصندوق الإنساني الخيالي"
)
# Titles of events, by kind.
EVENTS: Mapping[str, Words] = {
    "learning_event": Words(
        "Demonstration workshop: who leads?",
        "Atelier de démonstration : qui dirige ?",
        "ورشة توضيحية: من يقود؟",
    ),
    "practice": Words(
        "Meetings led in turn by local organisations",
        "Des réunions animées à tour de rôle par des organisations locales",
        "اجتماعات تديرها المنظمات المحلية بالتناوب",
    ),
    "challenge": Words(
        "Documents that exist in one language only",
        "Des documents qui n’existent qu’en une langue",
        "وثائق لا تتوفر إلا بلغة واحدة",
    ),
    "lesson": Words(
        "A co-lead needs time and funds",
        "Un co-chef de file a besoin de temps et de fonds",
        "المشاركة في القيادة تحتاج إلى وقت وتمويل",
    ),
    "recommendation": Words(
        "Publish who leads, every quarter",
        "Publier chaque trimestre qui dirige",
        "نشر أسماء الجهات القائدة كل ربع سنة",
    ),
}
YES: Words = Words("Yes", "Oui", "نعم")
NO: Words = Words("No", "Non", "لا")
PLACES: tuple[Words, ...] = (
    Words("Northern region", "Région du Nord", "المنطقة الشمالية"),
    Words("Southern region", "Région du Sud", "المنطقة الجنوبية"),
    Words("Eastern region", "Région de l’Est", "المنطقة الشرقية"),
    Words("Western region", "Région de l’Ouest", "المنطقة الغربية"),
)

_ARABIC_QUARTERS = ("الأول", "الثاني", "الثالث", "الرابع")


def quarter_text(year: int, quarter: int, tongue: Tongue) -> str:
    """A quarter as offices of this language write it; the first is 1."""
    written: Words = Words(
        f"Q{quarter} {year}",
        f"T{quarter} {year}",
        f"الربع {_ARABIC_QUARTERS[quarter - 1]} {year}",
    )
    return written[tongue]
