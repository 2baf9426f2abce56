"""How every chart looks: colours, type, direction. Beside core/i18n, direction is decided here."""

from dataclasses import dataclass

from core.i18n import Lang

# Safe for every kind of colour blindness as a pair; mint and grey never stand together.
MAIN = "#0063B3"
SECOND = "#C25048"
DEEP = "#004A87"
LIGHT = "#007CE0"
CONTEXT = "#767676"  # a shade below the guide's grey: text in it must be readable too
INK = "#1F2933"
SOFT = "#4A5865"
GRID = "#CCCCCC"
BAND = "#D6E6F5"
PAPER = "#FFFFFF"

SERIES = (MAIN, SECOND, INK, CONTEXT)
# In time one line is highlighted, the others stand behind it and are told apart by their dots.
LINES = (MAIN, CONTEXT, CONTEXT, CONTEXT)
# NGO and CSO, national society, authorities, those de facto, international and other.
SEGMENTS = (DEEP, LIGHT, SECOND, INK, CONTEXT)
# L/NAs whose kinds may not be seen: pale, with an edge. Unknown types are hatched paper.
UNDIVIDED = BAND
UNDIVIDED_EDGE = MAIN
# Of each of these, what can be read on it.
ON_SEGMENTS = (PAPER, PAPER, PAPER, PAPER, PAPER)
ON_UNDIVIDED = INK

FONTS = "'Noto Sans', 'Noto Sans Arabic', 'Source Sans 3', 'Segoe UI', Arial, sans-serif"

WIDE = 1280
NARROW = 390
LINE = 3.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights of letters in pixels at the width that a chart is drawn for."""

    figure: float
    title: float
    text: float
    note: float
    leading: float
    margin: float


_WIDE = Sizes(figure=104, title=34, text=20, note=18, leading=1.32, margin=28)
_NARROW = Sizes(figure=44, title=21, text=15, note=14, leading=1.36, margin=14)


def sizes(width: float) -> Sizes:
    """The type of a chart of that width: 18 px or more when shown to a room."""
    return _WIDE if width >= (WIDE + NARROW) / 2 else _NARROW


def direction(lang: Lang) -> str:
    """`ltr` or `rtl`."""
    return lang.direction


def mirrored(lang: Lang) -> bool:
    """Whether categories stand on the right and bars grow leftwards. Time never is mirrored."""
    return direction(lang) == "rtl"


def contrast(first: str, second: str) -> float:
    """The contrast of two `#RRGGBB` colours as WCAG measures it, from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
