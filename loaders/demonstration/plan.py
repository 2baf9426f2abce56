"""What the demonstration tells, declared: who is present where, who leads, and what goes wrong.

The tests compare the store with this plan. Quarters are counted from 2022-Q1, which is 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.demonstration.names import Tongue, Words

FIRST_YEAR = 2022
QUARTERS = 16


def at(year: int, quarter: int) -> int:
    """The number of a quarter."""
    return (year - FIRST_YEAR) * 4 + quarter - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country's part of the story.

    Attributes:
        local: local and national organisations present, in the first quarter and in the last.
        unknown: likewise those whose type the files leave open.
        international: international NGOs, the same number throughout.
        shared: cluster -> the quarter from which an L/NA shares its leadership.
        chaired: clusters chaired by a ministry.
        subnational: whether leadership below the country is reported as well.
    """

    iso3: str
    name: Words
    office: str
    tongue: Tongue
    crescent: bool
    clusters: tuple[str, ...]
    local: tuple[int, int]
    international: int
    unknown: tuple[int, int]
    shared: Mapping[str, int]
    chaired: tuple[str, ...] = ()
    de_facto: tuple[str, ...] = ()
    hubs: tuple[str, ...] = field(default=())
    subnational: bool = False


_USUAL = ("WSH", "HEA", "NUT", "FSC", "PRO", "EDU", "SHL", "LOG")
_AORS = ("PRO-CPN", "PRO-GBV")
_WOBBLE = (0, 1, 0, -1, 1, -1, 0)

COUNTRIES: tuple[Country, ...] = (
    Country(
        iso3="YEM", name=Words("Yemen", "Yémen", "اليمن"), office="صنعاء", tongue="ar",
        crescent=True, clusters=(*_USUAL, "CCM", *_AORS, "PRO-MIN"), local=(16, 24),
        international=14, unknown=(3, 3), de_facto=("WSH", "FSC"), subnational=True,
        shared={"EDU": at(2022, 1), "PRO": at(2024, 2), "WSH": at(2025, 1)},
    ),
    Country(
        iso3="SYR", name=Words("Syria", "Syrie", "سوريا"), office="Damascus", tongue="en",
        crescent=True, clusters=(*_USUAL, "ERY", *_AORS, "PRO-MIN"), local=(14, 21),
        international=13, unknown=(2, 2), hubs=("Hub North", "Hub South"),
        shared={"PRO": at(2024, 3), "EDU": at(2025, 2), "PRO-CPN": at(2023, 1)},
    ),
    Country(
        iso3="IRQ", name=Words("Iraq", "Iraq", "العراق"), office="Baghdad", tongue="en",
        crescent=True, clusters=(*_USUAL, "CCM", *_AORS), local=(14, 20), international=12,
        unknown=(2, 1), chaired=("HEA", "EDU"),
        shared={"WSH": at(2023, 1), "SHL": at(2024, 3), "PRO": at(2025, 1)},
    ),
    Country(
        iso3="LBN", name=Words("Lebanon", "Liban", "لبنان"), office="Beirut", tongue="en",
        crescent=False, clusters=(*_USUAL, *_AORS), local=(18, 24), international=14,
        unknown=(1, 1),
        shared={"FSC": at(2022, 1), "EDU": at(2024, 4), "HEA": at(2025, 2)},
    ),
    Country(
        iso3="SDN", name=Words("Sudan", "Soudan", "السودان"), office="Port Sudan", tongue="en",
        crescent=True, clusters=(*_USUAL, "TEL", *_AORS), local=(10, 18), international=12,
        unknown=(8, 3), shared={"PRO": at(2025, 1)}, subnational=True,
    ),
    Country(
        iso3="TCD", name=Words("Chad", "Tchad", "تشاد"), office="N'Djamena", tongue="fr",
        crescent=False, clusters=(*_USUAL, "CCM", *_AORS), local=(14, 14), international=16,
        unknown=(2, 2), subnational=True,
        shared={"EDU": at(2022, 1), "FSC": at(2024, 3), "NUT": at(2025, 1)},
    ),
    Country(
        iso3="MLI", name=Words("Mali", "Mali", "مالي"), office="Bamako", tongue="fr",
        crescent=False, clusters=(*_USUAL, *_AORS), local=(16, 16), international=15,
        unknown=(2, 2), chaired=("EDU", "FSC"),
        shared={"PRO": at(2023, 1), "WSH": at(2025, 1)},
    ),
    Country(
        iso3="NER", name=Words("Niger", "Niger", "النيجر"), office="Niamey", tongue="fr",
        crescent=False, clusters=(*_USUAL, *_AORS), local=(12, 12), international=13,
        unknown=(1, 1),
        shared={"WSH": at(2022, 1), "SHL": at(2024, 2), "PRO": at(2025, 1), "FSC": at(2025, 2)},
    ),
    Country(
        iso3="COD", name=Words("DR Congo", "RDC", "الكونغو الديمقراطية"), office="Kinshasa",
        tongue="fr", crescent=False, clusters=(*_USUAL, "ERY", *_AORS), local=(22, 22),
        international=22, unknown=(3, 3), subnational=True,
        shared={"PRO": at(2022, 1), "EDU": at(2022, 3), "NUT": at(2024, 3),
                "HEA": at(2025, 1), "FSC": at(2025, 3)},
    ),
    Country(
        iso3="HTI", name=Words("Haiti", "Haïti", "هايتي"), office="Port-au-Prince", tongue="fr",
        crescent=False, clusters=(*_USUAL, *_AORS), local=(15, 15), international=14,
        unknown=(4, 4), subnational=True,
        shared={"PRO": at(2024, 2), "FSC": at(2025, 1)},
    ),
)  # fmt: skip

# The troubles. Each stands in one place, so that it can be shown, and tested, by itself.
SILENT = ("MLI", (at(2024, 1), at(2024, 2)))
LAST_QUARTER_BY = frozenset({"YEM", "IRQ", "LBN", "TCD", "NER", "COD"})
CLOSES = ("TCD", "LOG", at(2024, 3))
RENAMED = ("LBN", "SHL", "SLS", at(2025, 4))  # goes over to the reduced list of clusters
WITHOUT_TYPES = ("NER", 2022)
TWO_SCRIPTS = ("TCD", at(2024, 3), 2)  # from then on, so many go by their Arabic names
MONTHLY = ("IRQ", "HEA", 2025)
CORRECTED = ("COD", at(2023, 2), "TEL")  # the first version names a cluster that does not exist
WITHDRAWN = ("LBN", at(2024, 3))
LATE = ("TCD", at(2025, 4))  # a file of its own: country and period stand in its name only
UNKNOWN_HOLDER = ("SDN", "EDU")  # who co-leads it is typed "Other"
FOREIGN_SOCIETY = ("TCD", "SDN")  # the society of the second works in the first
NAMELESS_SOCIETY = "HTI"  # a Red Cross that does not say of which country
PERSONAL = ("HTI", 2023)  # this file has e-mail addresses
WITH_HXL = ("TCD", 2022)
CP1252, CP1256 = ("MLI", 2022), ("YEM", 2022)
WORKBOOKS = frozenset({("SDN", 2022), ("IRQ", 2024)})

# Who takes part, besides being present: tenths of the local organisations at work in a cluster that
# are its members, and their seats in each advisory group; in the first quarter and in the last.
MEMBER_TENTHS: Mapping[str, tuple[int, int]] = {
    "YEM": (4, 7), "SYR": (4, 6), "IRQ": (5, 8), "LBN": (6, 9), "SDN": (3, 6),
    "TCD": (5, 5), "MLI": (6, 5), "NER": (5, 5), "COD": (6, 6), "HTI": (5, 5),
}  # fmt: skip
ADVISORY_SEATS: Mapping[str, tuple[int, int]] = {
    "YEM": (0, 2), "SYR": (0, 1), "IRQ": (1, 2), "LBN": (1, 3), "SDN": (0, 1),
    "TCD": (1, 1), "MLI": (0, 0), "NER": (0, 1), "COD": (1, 2), "HTI": (1, 1),
}  # fmt: skip
# The quarter from which a local or national actor sits in the humanitarian country team.
IN_COUNTRY_TEAM: Mapping[str, int] = {
    "YEM": at(2023, 1), "IRQ": at(2022, 1), "LBN": at(2022, 1), "SDN": at(2024, 1),
    "TCD": at(2023, 2), "NER": at(2022, 3), "COD": at(2022, 1), "HTI": at(2024, 4),
}  # fmt: skip
POOLED_FUNDS = ("YEM", "SYR", "LBN", "SDN", "COD")
COUNTED_MEMBERS = "HTI"  # its clusters give numbers by type, and no lists
CASH_CHAIRED = at(2023, 3)  # from then on an L/NA co-chairs the working group on cash everywhere
MEETINGS_SINCE = at(2025, 1)
OTHER_CURRENCY = "LBN"  # one allocation of each year is in euros


def by_iso3(iso3: str) -> Country:
    """A country of the plan."""
    return next(country for country in COUNTRIES if country.iso3 == iso3)


def reports(country: Country, quarter: int) -> bool:
    """Whether anything is reported from a country about a quarter."""
    silent, quarters = SILENT
    if country.iso3 == silent and quarter in quarters:
        return False
    return quarter < QUARTERS - 1 or country.iso3 in LAST_QUARTER_BY


def open_clusters(country: Country, quarter: int) -> tuple[str, ...]:
    """The clusters and areas of responsibility that are not closed."""
    iso3, cluster, since = CLOSES
    return tuple(
        c for c in country.clusters if (country.iso3, c) != (iso3, cluster) or quarter < since
    )


def label_of(country: Country, cluster: str, quarter: int) -> str:
    """The cluster as it is called by then: one goes over to the reduced list."""
    iso3, before, after, since = RENAMED
    return after if (country.iso3, cluster) == (iso3, before) and quarter >= since else cluster


def local_at(country: Country, quarter: int) -> int:
    """Local and national organisations present: an even move, and one more or less at times."""
    phase = (quarter + ord(country.iso3[0])) % len(_WOBBLE)
    return count_in(country.local, quarter) + _WOBBLE[phase]


def count_in(numbers: tuple[int, int], quarter: int) -> int:
    """A number that moves evenly from the first quarter to the last."""
    first, last = numbers
    return first + round((last - first) * quarter / (QUARTERS - 1))
