"""The one rule by which a language is chosen; the server and the visit both ask it."""

from core.i18n import Lang

COOKIE = "lang"
PARAMETER = "lang"


def choose(*wishes: str | None, accepted: str | None = None) -> Lang:
    """The first wish that names one of our languages, else the browser's, else English.

    Args:
        wishes: two-letter codes in falling order of weight; anything else is passed over.
        accepted: an `Accept-Language` header, such as `ar-TD,fr;q=0.8`.
    """
    for wish in (*wishes, *_by_weight(accepted or "")):
        if wish and wish.lower() in _KNOWN:
            return Lang(wish.lower())
    return Lang.EN


_KNOWN = frozenset(lang.value for lang in Lang)


def _by_weight(accepted: str) -> list[str]:
    ranges = [part.partition(";") for part in accepted.split(",")]
    weighed = [(_weight(rest), tag.strip().partition("-")[0]) for tag, _, rest in ranges]
    # A stable sort: the header's own order decides between equal weights.
    return [tag for weight, tag in sorted(weighed, key=lambda pair: -pair[0]) if weight > 0]


def _weight(parameters: str) -> float:
    name, _, value = parameters.replace(" ", "").partition("=")
    try:
        return float(value) if name == "q" else 1.0
    except ValueError:
        return 0.0
