"""From being present to being a member to leading: shares of different things on one line.

They are never subtracted. Lead agencies are designated, so leadership below membership is to be
expected: what is drawn here says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from charts.chart import Axis, Chart, Series
from charts.findings_of_ways import of_dropoff, of_pair, of_presence_and_share
from charts.nouns import Noun
from charts.ways import Way, mark_alone, parts_of, series_of
from charts.words import (
    Setting,
    coverage_line,
    dimension_name,
    in_words,
    measure_line,
    notes_for,
    percent_axis,
)
from core.i18n import N_, Lang, translations
from metrics.registry import Dimension, Indicator

# Below ten roles a share of leadership says more about who was designated than about L/NAs.
ENOUGH_ROLES = 10
PRESENT = N_("Organisations present (P8)")
MEMBERS = N_("Cluster members (P1)")
ROLES = N_("Leadership roles (L2)")
LED = N_("L/NA in cluster leadership (L1)")
_ANY = N_("With any L/NA")
_SEATS = N_("Share of seats")


def dropoff(
    ways: Sequence[Way],
    lang: Lang,
    *,
    by: Dimension = "cluster",
    names: Mapping[str, str] | None = None,
    among: Iterable[str] = (),
    within: Setting | None = None,
) -> Chart:
    """A line for each category, with a dot for each of presence, membership and leadership.

    Args:
        ways: in that order, each split by `by` alone.
        lang: the reader's language.
        by: the column of categories.
        names: code to name in that language.
        among: codes that belong here even when nobody reported on them.
        within: period, scope and place; its whole is of the last way.
    """
    within, _ = within or Setting(), translations(lang).gettext
    series = series_of(ways, lang, by=by, names=names or {}, among=among)
    chart = Chart(
        kind="dots",
        finding=of_dropoff(series, Noun.CLUSTER if by == "cluster" else None, lang),
        measure=_("Share of L/NAs among: {ways}").format(
            ways=_("; ").join(one.name for one in series)
        ),
        coverage=coverage_line(within.whole, ways[-1].indicator, within, lang),
        notes=(*_notes(series, lang), designated(lang)),
        alternative="",
        series=series,
        categories=Axis(dimension_name(by, lang), "category"),
        values=percent_axis(lang),
        lang=lang,
    )
    return replace(chart, alternative=in_words(chart))


def side_by_side(
    pair: pd.DataFrame, indicator: Indicator, lang: Lang, *, within: Setting | None = None
) -> Chart:
    """Membership and leadership as two dots on one line, never one figure.

    Args:
        pair: the derived indicator, without any split: one row, or none.
        indicator: the one that stands on both.
        lang: the reader's language.
        within: period, scope, place.
    """
    within, _ = within or Setting(), translations(lang).gettext
    label = within.place or _("All together")
    parts = zip((MEMBERS, ROLES), indicator.parts, parts_of(pair, indicator), strict=True)
    series = tuple(
        Series(
            _(name),
            (mark_alone(Way(name, part, frame, indicator.needs.get(part.id, 0)), label, lang),),
        )
        for name, part, frame in parts
    )
    members = series[0].marks[0]
    chart = Chart(
        kind="dots",
        finding=of_pair(members, series[1].marks[0], lang),
        measure=measure_line(indicator, within, lang),
        coverage=coverage_line(members, indicator.parts[0], within, lang),
        notes=(*_notes(series, lang), designated(lang)),
        alternative="",
        series=series,
        categories=Axis("", "category"),
        values=percent_axis(lang),
        lang=lang,
    )
    return replace(chart, alternative=in_words(chart))


def presence_and_share(
    forums: Sequence[tuple[str, Way, Way]], lang: Lang, *, within: Setting | None = None
) -> Chart:
    """For each kind of mechanism how many have any L/NA, and which share of the seats these hold.

    Args:
        forums: one or more: the name in the language, the way of presence, that of the share.
        lang: the reader's language.
        within: period, scope, place.
    """
    within, _ = within or Setting(), translations(lang).gettext
    presence = Series(_(_ANY), tuple(mark_alone(one, name, lang) for name, one, _way in forums))
    seats = Series(_(_SEATS), tuple(mark_alone(one, name, lang) for name, _way, one in forums))
    chart = Chart(
        kind="dots",
        finding=of_presence_and_share(presence.marks, seats.marks, lang),
        measure=_("Presence and share of L/NAs, side by side"),
        coverage=coverage_line(presence.marks[0], forums[0][1].indicator, within, lang),
        notes=_notes((presence, seats), lang),
        alternative="",
        series=(presence, seats),
        categories=Axis(_("Kind of mechanism"), "category"),
        values=percent_axis(lang),
        lang=lang,
    )
    return replace(chart, alternative=in_words(chart))


def designated(lang: Lang) -> str:
    """Why a lower share of leadership is no deficit."""
    return translations(lang).gettext(
        "Lead agencies are designated: leadership below membership is to be expected, and is no"
        " deficit of a country or of its L/NAs."
    )


def _notes(series: Sequence[Series], lang: Lang) -> tuple[str, ...]:
    return notes_for([mark for one in series for mark in one.marks], lang)
