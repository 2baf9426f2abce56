"""What the page of talks says of a slide, and the choices that it offers."""

from core.i18n import N_, Lang
from core.i18n.periods import Period, period_name
from core.storage.talks import KINDS, TalkSlide
from metrics import find, indicators
from metrics.registry import Indicator
from pages.components import cached
from pages.components.session import Context

KIND_NAMES = {
    "headline": N_("One big number"),
    "cluster": N_("By cluster"),
    "country": N_("By country"),
    "context": N_("By context"),
    "trend": N_("Over time"),
    "reported": N_("Who has reported"),
}
_REPORTING = "reporting_rate"


def offered(kind: str) -> list[Indicator]:
    """The indicators that can be shown so."""
    if kind == "reported":
        return [find(_REPORTING)]
    every = indicators().values()
    if kind == "headline":
        return list(every)
    needed = "period" if kind == "trend" else kind
    return [indicator for indicator in every if needed in indicator.dimensions]


def kinds(ctx: Context) -> dict[str, str]:
    """Code to name of each kind of chart."""
    return {kind: ctx._(KIND_NAMES[kind]) for kind in KINDS}


def about(ctx: Context, slide: TalkSlide) -> str:
    """Which chart a slide shows, in one line."""
    places = [
        cached.names_of(ctx, name).get(code, code)
        for name, code in (("country", slide.country), ("cluster", slide.cluster))
        if code
    ]
    parts = (
        find(slide.indicator).name.in_(ctx.lang),
        ctx._(KIND_NAMES[slide.kind]),
        *places,
        period_name(Period.parse(slide.period), ctx.lang),
    )
    return "\u00a0· ".join(parts)


def languages() -> dict[str, str]:
    """Code to own name of each language."""
    return {lang.value: lang.own_name for lang in Lang}
