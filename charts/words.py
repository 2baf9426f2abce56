"""The sentences that charts share: names, states, coverage, notes, the chart in words."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from charts.chart import Axis, Chart, Mark, State
from charts.nouns import counted, noun_of, reported
from core.i18n import N_, Lang, Trilingual, translations
from core.i18n.numbers import count, isolate, percent
from core.i18n.periods import Period, period_name
from metrics.question import Scope, Side
from metrics.registry import Indicator

STATES = {
    State.ZERO: N_("reported: none"),
    State.NOT_REPORTED: N_("not reported"),
    State.CLOSED: N_("closed"),
    State.HIDDEN: N_("hidden: small number"),
    State.NOT_APPLICABLE: N_("not applicable"),
    State.NO_TYPE: N_("not computable: no organisation type"),
    State.NOTHING_KNOWN: N_("not known: every type is unknown"),
    State.TOO_FEW: N_("too few to compare"),
    State.SEVERAL_CURRENCIES: N_("no sum: amounts in several currencies"),
    State.NEVER_REPORTED: N_("nothing reported so far"),
}
SCOPES: dict[Scope, str] = {
    1: N_("L/NAs: NGOs and civil society"),
    2: N_("L/NAs: NGOs, civil society and national society"),
    3: N_("L/NAs: NGOs, civil society, national society and authorities"),
}
DIMENSIONS: Mapping[str, str] = {
    "country": N_("Country"),
    "region": N_("Region"),
    "context": N_("Context"),
    "hub": N_("Hub"),
    "cluster": N_("Cluster"),
    "cluster_reported": N_("Cluster as reported"),
    "level": N_("Level"),
    "mechanism_type": N_("Kind of mechanism"),
    "place": N_("Place"),
    "role": N_("Role"),
    "seat": N_("Seat"),
    "currency": N_("Currency"),
    "dataset": N_("Dataset"),
    "period": N_("Period"),
    "cluster_before": N_("Cluster, list of before September 2025"),
    "cluster_before_with_aors": N_(
        "Cluster with its areas of responsibility, list of before September 2025"
    ),
    "cluster_reduced": N_("Cluster, reduced list"),
    "cluster_reduced_aors_apart": N_("Cluster, reduced list, areas of responsibility apart"),
    "working_language": N_("Working language"),
    "affiliated": N_("Affiliated to an international organisation"),
    "women_led": N_("Women-led"),
    "refugee_led": N_("Refugee-led"),
}
# Which of two organisations of a row is counted, where files name both.
SIDES: Mapping[Side, str] = {
    "present": N_("Counted: organisations that implement"),
    "lead": N_("Counted: lead organisations"),
}
_OF_LEADS = N_("L/NAs among the lead organisations (3W)")
# Written by hand in a name, these turn the text around them.
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_MARKS_OF_DIRECTION = {"\u200e", "\u200f", "\u061c"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a chart is about beside its frame.

    Attributes:
        period: when.
        scope: under which definition of L/NA.
        place: the country, region or context, by its name in the language.
        whole: the same indicator without any split: one row, for n and for who reported.
        side: which organisation of a row is counted; None: no file names two.
    """

    period: Period | None = None
    scope: Scope | None = None
    place: str | None = None
    whole: Mark | None = None
    side: Side | None = None


def share(value: float, lang: Lang) -> str:
    """A share as a percentage, with a decimal where a whole number would say none or all."""
    digits = 1 if 0 < value < 0.01 or 0.99 < value < 1 else 0
    return isolate(percent(value, lang, digits=digits), lang)


def numbers(value: float | None, part: int, whole: int, lang: Lang) -> str:
    """`56% (5 of 9)`; only `5 of 9` where a percentage may not be shown."""
    _ = translations(lang).gettext
    counts = {"part": count(part, lang), "whole": count(whole, lang)}
    if value is None:
        return _("{part} of {whole}").format(**counts)
    return _("{share} ({part} of {whole})").format(share=share(value, lang), **counts)


def state_words(state: State, lang: Lang) -> str:
    """Why there is no number."""
    return translations(lang).gettext(STATES[state])


def plain(name: str) -> str:
    """A name without what could turn or break the text around it."""
    kept = (
        c
        for c in unicodedata.normalize("NFC", name)
        if unicodedata.bidirectional(c) not in _TURNING
        and c not in _MARKS_OF_DIRECTION
        and (unicodedata.category(c) not in {"Cc", "Cs", "Cn", "Co"} or c in "\t\n")
    )
    return " ".join("".join(kept).split())


def name_in(names: Mapping[str, str], code: object, lang: Lang) -> str:
    """The name of a code, set apart where its script runs against the language."""
    if not isinstance(code, str) or not code:
        return translations(lang).gettext("Not given")
    return isolate(plain(names.get(code, code)), lang)


def dimension_name(dimension: str, lang: Lang) -> str:
    """What the categories of a dimension are."""
    return translations(lang).gettext(DIMENSIONS[dimension])


def coverage_line(whole: Mark | None, indicator: Indicator, within: Setting, lang: Lang) -> str:
    """Who reported, when, how many and under which definition, parted by dots."""
    _ = translations(lang).gettext
    parts = []
    if whole and whole.expected and whole.reporting is not None:
        parts.append(reported(whole.reporting, whole.expected, indicator, lang))
    if within.period:
        name = isolate(period_name(within.period, lang), lang)
        parts.append(_("Period: {period}").format(period=name))
    if whole and whole.denominator is not None and indicator.unknown is not None:
        known = counted(whole.denominator, noun_of(indicator), lang)
        parts.append(_("n = {count}").format(count=known))
    if within.scope and indicator.unknown is not None:
        parts.append(_(SCOPES[within.scope]))
    if within.side:
        parts.append(_(SIDES[within.side]))
    return "\u00a0· ".join(parts)


def notes_for(marks: Iterable[Mark], lang: Lang) -> tuple[str, ...]:
    """How to read what is drawn: only what does occur."""
    found = tuple(marks)
    _ = translations(lang).gettext
    sentences = {
        _(
            "Thin line: the lowest and the highest possible share, depending on those whose type"
            " is unknown."
        ): any(mark.uncertain for mark in found),
        _("Hollow: fewer than 70 percent of the expected mechanisms reported."): any(
            mark.low_coverage for mark in found
        ),
        _("In progress: the period is not over, its number will still change."): any(
            mark.partial and not mark.incomplete for mark in found
        ),
        _(
            "Incomplete: many that reported before have not reported yet; no change is read there."
        ): any(mark.incomplete for mark in found),
    }
    return tuple(sentence for sentence, occurs in sentences.items() if occurs)


def percent_axis(lang: Lang) -> Axis:
    """From 0 to 100 percent, always."""
    steps = (0.0, 0.25, 0.5, 0.75, 1.0)
    title = translations(lang).gettext("Share, in percent")
    ticks = tuple((step, share(step, lang)) for step in steps)
    return Axis(title, "percent", (0.0, 1.0), ticks)


def of_side(indicator: Indicator, side: Side | None) -> Indicator:
    """The indicator, by a name of its own where it counts those who lead."""
    if side != "lead":
        return indicator
    name = Trilingual(**{lang.value: translations(lang).gettext(_OF_LEADS) for lang in Lang})
    return indicator.model_copy(update={"name": name})


def measure_line(indicator: Indicator, within: Setting, lang: Lang) -> str:
    """What is measured, and where."""
    name = indicator.name.in_(lang)
    if within.place is None:
        return name
    template = translations(lang).gettext("{place}: {measure}")
    return template.format(place=isolate(plain(within.place), lang), measure=name)


def in_words(chart: Chart) -> str:
    """The chart for those who do not see it: the finding, who reported, and every mark."""
    _ = translations(chart.lang).gettext
    several = len(chart.series) > 1
    values = [
        _("{series}, {label}: {text}").format(series=s.name, label=m.label, text=m.text)
        if several
        else _("{label}: {text}").format(label=m.label, text=m.text)
        for s in chart.series
        for m in s.marks
    ]
    beside = [*(r.label for r in chart.references), *(a.label for a in chart.annotations)]
    return _("{finding}. {measure}. {coverage}. {values}.").format(
        finding=chart.finding,
        measure=chart.measure,
        coverage=chart.coverage,
        values=_("; ").join([*values, *beside]),
    )
