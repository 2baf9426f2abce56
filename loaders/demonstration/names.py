"""Organisations that nobody can mistake for real ones, each with its name in three scripts.

Local and national ones are called after things that cannot be, such as a lighthouse of paper;
agencies, ministries and societies say in their name that they are fictional.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

Tongue = Literal["en", "fr", "ar"]
Kind = Literal[
    "national", "local", "cso", "forum", "ingo", "un", "ministry", "de_facto", "society",
    "other", "blank", "unsettled",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """One term in three languages, asked for as `term["fr"]`."""

    en: str
    fr: str
    ar: str

    def __getitem__(self, tongue: Tongue) -> str:
        return {"en": self.en, "fr": self.fr, "ar": self.ar}[tongue]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A fictional organisation of one country, its kind and its names."""

    kind: Kind
    name: Words


_THINGS = (
    Words("Lighthouse", "Phare", "منارة"),
    Words("Camel", "Chameau", "جمل"),
    Words("Cloud", "Nuage", "سحابة"),
    Words("Bridge", "Pont", "جسر"),
    Words("Boat", "Bateau", "قارب"),
    Words("Garden", "Jardin", "حديقة"),
    Words("Moon", "Lune", "قمر"),
    Words("Gazelle", "Gazelle", "غزالة"),
    Words("Window", "Fenêtre", "نافذة"),
    Words("Whale", "Baleine", "حوت"),
    Words("Umbrella", "Parapluie", "مظلة"),
    Words("Staircase", "Escalier", "سلم"),
    Words("Airship", "Dirigeable", "منطاد"),
    Words("Turtle", "Tortue", "سلحفاة"),
    Words("Piano", "Piano", "بيانو"),
    Words("Elephant", "Éléphant", "فيل"),
    Words("Giraffe", "Girafe", "زرافة"),
    Words("Compass", "Boussole", "بوصلة"),
    Words("Volcano", "Volcan", "بركان"),
    Words("Train", "Train", "قطار"),
    Words("Owl", "Hibou", "بومة"),
    Words("Island", "Île", "جزيرة"),
    Words("Snail", "Escargot", "حلزون"),
    Words("Bell", "Cloche", "جرس"),
    Words("Mountain", "Montagne", "جبل"),
)
_MATERIALS = (
    Words("Paper", "de papier", "الورق"),
    Words("Glass", "de verre", "الزجاج"),
    Words("Cotton", "de coton", "القطن"),
    Words("Wool", "de laine", "الصوف"),
    Words("Sugar", "de sucre", "السكر"),
    Words("Silk", "de soie", "الحرير"),
    Words("Wax", "de cire", "الشمع"),
    Words("Chalk", "de craie", "الطباشير"),
    Words("Velvet", "de velours", "المخمل"),
    Words("Straw", "de paille", "القش"),
    Words("Cardboard", "de carton", "الكرتون"),
    Words("Amber", "d’ambre", "الكهرمان"),
    Words("Porcelain", "de porcelaine", "الخزف"),
    Words("Cork", "de liège", "الفلين"),
    Words("Felt", "de feutre", "اللباد"),
    Words("Marzipan", "de massepain", "المرصبان"),
    Words("Moss", "de mousse", "الطحلب"),
)
_FORMS = (
    Words("{} Association", "Association {}", "جمعية {}"),
    Words("{} Foundation", "Fondation {}", "مؤسسة {}"),
    Words("{} Network", "Réseau {}", "شبكة {}"),
    Words("{} Initiative", "Initiative {}", "مبادرة {}"),
    Words("{} Organization", "Organisation {}", "منظمة {}"),
)
_ABROAD = Words("{} International", "{} International", "{} الدولية")

_LOCAL_KINDS: tuple[Kind, ...] = ("national", "national", "local", "cso", "national", "local")
_UNKNOWN_KINDS: tuple[Kind, ...] = ("other", "blank", "unsettled")

AGENCIES: Mapping[str, Words] = {
    "WSH": Words("Water", "l’eau", "للمياه"),
    "HEA": Words("Health", "la santé", "للصحة"),
    "NUT": Words("Nutrition", "la nutrition", "للتغذية"),
    "FSC": Words("Food", "l’alimentation", "للأغذية"),
    "PRO": Words("Protection", "la protection", "للحماية"),
    "EDU": Words("Schooling", "l’école", "للتعليم"),
    "SHL": Words("Shelter", "l’abri", "للمأوى"),
    "LOG": Words("Transport", "le transport", "للنقل"),
}
MINISTRIES: Mapping[str, Words] = {
    "HEA": Words("Health", "de la Santé", "الصحة"),
    "EDU": Words("Education", "de l’Éducation", "التعليم"),
    "WSH": Words("Water", "de l’Eau", "المياه"),
    "FSC": Words("Agriculture", "de l’Agriculture", "الزراعة"),
}


def agency(theme: str) -> Organisation:
    """The fictional agency of the United Nations for a cluster of AGENCIES."""
    of = AGENCIES[theme]
    return Organisation(
        "un",
        Words(
            f"Fictional Agency for {of.en}",
            f"Agence fictive pour {of.fr}",
            f"الوكالة الخيالية {of.ar}",
        ),
    )


def ministry(theme: str) -> Organisation:
    """The fictional ministry for a cluster of MINISTRIES."""
    of = MINISTRIES[theme]
    return Organisation(
        "ministry",
        Words(
            f"Fictional Ministry of {of.en}",
            f"Ministère fictif {of.fr}",
            f"وزارة {of.ar} الخيالية",
        ),
    )


DE_FACTO = Organisation(
    "de_facto",
    Words(
        "Fictional De Facto Authority",
        "Autorité de facto fictive",
        "سلطة الأمر الواقع الخيالية",
    ),
)
FORUM = Organisation(
    "forum",
    Words(
        "Fictional Forum of National NGOs",
        "Forum fictif des ONG nationales",
        "المنتدى الخيالي للمنظمات الوطنية",
    ),
)
# It says Red Cross and no country: whether it is the host country's society stays open.
NO_COUNTRY = Organisation(
    "society",
    Words(
        "Demonstration Red Cross",
        "Croix-Rouge de démonstration",
        "الصليب الأحمر التوضيحي",
    ),
)


def society(country: Words, *, crescent: bool) -> Organisation:
    """The fictional national society of a country, which the builder teaches to the checks."""
    en, fr, ar = (
        ("Red Crescent", "Croissant-Rouge", "الهلال الأحمر")
        if crescent
        else ("Red Cross", "Croix-Rouge", "الصليب الأحمر")
    )
    return Organisation(
        "society",
        Words(
            f"Demonstration {en} ({country.en})",
            f"{fr} de démonstration ({country.fr})",
            f"{ar} التوضيحي ({country.ar})",
        ),
    )


class Registry:
    """Gives out fictional organisations, each once, always in the same order."""

    def __init__(self, seed: int) -> None:
        pairs = list(product(_THINGS, _MATERIALS))
        random.Random(seed).shuffle(pairs)  # noqa: S311 - the same names each time are wanted
        self._pairs = iter(pairs)

    def local(self, count: int) -> tuple[Organisation, ...]:
        """Local and national organisations, of the kinds that files tell apart."""
        return tuple(self._one(_LOCAL_KINDS[i % len(_LOCAL_KINDS)], i) for i in range(count))

    def unknown(self, count: int) -> tuple[Organisation, ...]:
        """Organisations whose type the files leave open, in three ways."""
        return tuple(self._one(_UNKNOWN_KINDS[i % len(_UNKNOWN_KINDS)], i) for i in range(count))

    def international(self, count: int) -> tuple[Organisation, ...]:
        """International non-governmental organisations."""
        return tuple(Organisation("ingo", self._called(_ABROAD)) for _ in range(count))

    def _one(self, kind: Kind, number: int) -> Organisation:
        return Organisation(kind, self._called(_FORMS[number % len(_FORMS)]))

    def _called(self, form: Words) -> Words:
        thing, material = next(self._pairs)
        return Words(
            form.en.format(f"{material.en} {thing.en}"),
            form.fr.format(f"{thing.fr} {material.fr}"),
            form.ar.format(f"{thing.ar} {material.ar}"),
        )
