"""docs/indicators.md, generated from the declarations."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from core.i18n import Lang, Trilingual
from metrics.registry import Indicator, indicators

PAGE = Path(__file__).parent.parent / "docs" / "indicators.md"

_HEAD = """# Indicators

Generated from `metrics/indicators/*.toml` by `python -m metrics docs`. Edit those, not this page.

They are ours. Each names the area of the IASC guidance of 2021 that it serves; none is an official
IASC indicator. A share is of what is known: unknown types leave both of its sides, and beside it
stand its number of unknowns and the share that it would be if every one of them were international
(`low`) or an L/NA (`high`). Where nothing is known there is no value, never 0.

An indicator over two others has no number of its own besides theirs: a ratio, or both side by side.
A count is of all there are; its numerator says how many of them are L/NAs. Amounts of several
currencies have no sum: the state `several-currencies` stands in its place.

Scope 1 is non-governmental and civil society organisations; scope 2, the default, adds the host
country's Red Cross or Red Crescent society; scope 3 adds its authorities.

Where an indicator has the dimension `cluster`, it has four lists of clusters as well:
`cluster_before` (before September 2025) and `cluster_reduced`, and with them
`cluster_before_with_aors` and `cluster_reduced_aors_apart`. An organisation of two clusters that
are one in a list counts once there; two mechanisms stay two. Where it has `country`, it has
`working_language`, whose groups overlap and must not be added up. Where it counts organisations of
known type, `affiliated`, `women_led` and `refugee_led` (`yes`, `no`) limit it; of whom nobody has
said so is unknown, never `no`.

What may be shown outside the team (`disclosure`): structure always, as “1 of 3”, with a percentage
from 10 on; membership from 5 organisations of known type on, and divided into kinds of actor (or in
the scopes 1 and 3) where each kind that is there has 5 or more; exposure only by country and
quarter, from 5 L/NAs on. Lists of clusters and working languages are open to structure alone, flags
to nobody outside.
"""
_LABELS: Mapping[Lang, tuple[str, str, str]] = {
    Lang.EN: ("How to read it", "What it does not say", "What would move it"),
    Lang.FR: ("Comment le lire", "Ce qu’il ne dit pas", "Ce qui le ferait bouger"),
    Lang.AR: ("كيف يُقرأ", "ما لا يدل عليه", "ما الذي يغيّره"),
}


def page() -> str:
    """The page as it should be."""
    return "\n".join([_HEAD, *(_section(i) for i in indicators().values())])


def write() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def is_current() -> bool:
    """Whether the page is as it should be."""
    return PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()


def _section(indicator: Indicator) -> str:
    words = [_words(indicator, lang) for lang in Lang]
    return "\n".join([f"## {indicator.code} `{indicator.id}`\n", *words, _facts(indicator)])


def _words(indicator: Indicator, lang: Lang) -> str:
    texts: tuple[Trilingual, ...] = (indicator.reading, indicator.caution, indicator.lever)
    lines = [
        f"- **{label}**: {text.in_(lang)}" for label, text in zip(_LABELS[lang], texts, strict=True)
    ]
    opening = f'<div lang="{lang.value}" dir="{lang.direction}">'
    return "\n".join([opening, "", f"**{indicator.name.in_(lang)}**", "", *lines, "", "</div>", ""])


def _facts(indicator: Indicator) -> str:
    only = ", ".join(
        f"{name} = {of if isinstance(of, str) else ' or '.join(of)}"
        for name, of in indicator.only.items()
    )
    counted = f"{indicator.pools}, one {indicator.entity}" if indicator.entity else indicator.pools
    counts = {
        "Looks at": f"`{indicator.view}`" + (f", {only} unless asked otherwise" if only else ""),
        "Numerator": f"`{indicator.numerator}`",
        "Denominator": f"`{indicator.denominator}`",
        "Unknown": f"`{indicator.unknown}`" if indicator.unknown else "none",
        "Parts make a whole": counted,
        "Several reports": indicator.several_reports,
    }
    rows = {
        "Area": indicator.area,
        "Unit": f"{indicator.unit}, {indicator.direction.replace('_', ' ')}",
        **(_derived(indicator) if indicator.over else counts),
        "Dimensions": ", ".join(indicator.dimensions),
        "Disclosure": indicator.disclosure,
        "Source": f"{indicator.source.title.en} ({indicator.source.year})",
    }
    return _table(rows.items())


def _derived(indicator: Indicator) -> dict[str, str]:
    needs = ", ".join(f"a denominator of {n} for `{name}`" for name, n in indicator.needs.items())
    return {
        "Over": ", ".join(f"`{name}`" for name in indicator.over),
        "Combined as": indicator.combine or "",
        "Needs": needs or "nothing more",
    }


def _table(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows), ""])
