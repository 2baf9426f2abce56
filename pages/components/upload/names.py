"""Names of countries, clusters, periods and fields in the reader's language."""

from collections.abc import Iterable, Sequence

import pyarrow.compute as pc

from core.i18n import N_, Lang
from core.i18n.folding import fold
from core.i18n.numbers import isolate
from core.i18n.periods import Period, period_name
from loaders import Staged
from loaders.fields import FIELD_NAMES
from loaders.normalise import Conversion, ConversionKind
from pages.components import store
from pages.components.session import Context

_LISTED = 12
_YES_OR_NO = {"yes": N_("yes"), "no": N_("no")}
_MARKS = str.maketrans("", "", "\u2066\u2067\u2069")
_MARKDOWN = frozenset(r"\`*_{}[]()#+-.!|<>$~:&")


def country(ctx: Context, code: str) -> str:
    """A country by its name."""
    return _in(ctx.lang, store.known().vocabulary.countries.get(code, ())) or code


def cluster(ctx: Context, code: str) -> str:
    """A cluster by its name; a label that is no code as it stands."""
    known = store.known().vocabulary.clusters.get(code)
    return (_in(ctx.lang, known.names) if known else "") or code


def countries(ctx: Context) -> list[str]:
    """Every country's code, in the order of the names."""
    codes = store.known().vocabulary.countries
    return sorted(codes, key=lambda code: fold(country(ctx, code)))


def clusters(ctx: Context) -> list[str]:
    """Every cluster's code, in the order of the names."""
    codes = store.known().vocabulary.clusters
    return sorted(codes, key=lambda code: fold(cluster(ctx, code)))


def period(ctx: Context, written: str) -> str:
    """A period from its written form."""
    return period_name(Period.parse(written), ctx.lang)


def field(ctx: Context, name: str) -> str:
    """A field by its name for readers."""
    words = ctx._(FIELD_NAMES.get(name, name))
    return words[:1].upper() + words[1:]


def meaning(ctx: Context, field: str, code: str) -> str:
    """What a code of a field stands for."""
    if field == "country":
        return country(ctx, code)
    if field == "cluster":
        return cluster(ctx, code)
    if code in _YES_OR_NO:
        return ctx._(_YES_OR_NO[code])
    return _terms(ctx).get((field, code), code)


def _terms(ctx: Context) -> dict[tuple[str, str], str]:
    """(kind, code) -> name, of what is neither a country nor a cluster."""
    with store.real().cursor() as cur:
        terms = cur.rows("SELECT kind, code, name_en, name_fr, name_ar FROM term")
        types = cur.rows("SELECT code, name_en, name_fr, name_ar FROM organisation_type")
    named = {(kind, code): _in(ctx.lang, three) for kind, code, *three in terms}
    return named | {("organisation_type", str(c)): _in(ctx.lang, three) for c, *three in types}


def as_read(ctx: Context, conversion: Conversion) -> str:
    """What was made of a text: a code by its name, any other text as it is."""
    if conversion.kind is ConversionKind.MATCHED:
        return meaning(ctx, conversion.field, conversion.after)
    return conversion.after


def of_guess(ctx: Context, field: str, value: str) -> str:
    """A guessed value in words."""
    return period(ctx, value) if field == "period" else meaning(ctx, field, value)


def countries_in(staged: Staged) -> list[str]:
    """The countries that the rows are about."""
    return sorted(pc.unique(staged.rows.column("country")).drop_null().to_pylist())


def periods_in(staged: Staged) -> list[Period]:
    """The periods that the rows are about."""
    months = staged.rows.select(["period_start", "period_end"])
    pairs = months.group_by(["period_start", "period_end"]).aggregate([]).to_pylist()
    return sorted(Period(pair["period_start"], pair["period_end"]) for pair in pairs)


def clusters_in(staged: Staged) -> list[str]:
    """The clusters of the rows: the code, or the label where it is not known."""
    found = pc.unique(pc.coalesce(staged.rows["cluster"], staged.rows["cluster_reported"]))
    return sorted(found.drop_null().to_pylist())


def listed(ctx: Context, names: Iterable[str], *, limit: int = _LISTED) -> str:
    """Names one after the other; of many the first, and how many more."""
    shown: Sequence[str] = [isolate(name, ctx.lang) for name in names]
    if len(shown) <= limit:
        return " · ".join(shown)
    more = ctx._("and {count} more").format(count=len(shown) - limit)
    return " · ".join([*shown[:limit], more])


def same_office(one: str, other: str) -> bool:
    """Whether two names of offices are one, but for case, accents and blanks."""
    return fold(one) == fold(other)


def plain(text: str) -> str:
    """Text of a file, safe where Markdown is drawn."""
    return "".join(f"\\{c}" if c in _MARKDOWN else c for c in text)


def unmarked(text: str) -> str:
    """Words for a file, without the marks that keep directions apart on a page."""
    return text.translate(_MARKS)


def _in(lang: Lang, three: Sequence[str]) -> str:
    at = list(Lang).index(lang)
    return three[at] if at < len(three) else ""
