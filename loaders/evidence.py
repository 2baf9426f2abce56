"""What speaks for a column being a field: its hashtag, its heading, what it holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from core.i18n.folding import fold
from loaders.content import Content
from loaders.hxl import Tag, field_of, means_something_else, tag_of
from loaders.vocabulary import Vocabulary

Reason = Literal[
    "person",
    "hxl",
    "heading",
    "similar",
    "content",
    "personal-data",
    "empty",
    "not-used",
    "less-likely",
]
Side = Literal["", "implementer", "lead"]

_BY_HEADING = 0.93
_BY_SHORTER_HEADING = 0.88
_BY_SIMILAR_HEADING = 0.75
# Two that agree are surer than one; no two are certain.
_AGREEMENT = 0.02
_CONTRADICTION = 0.25
_HIGHEST = 0.99

_LISTED = {"cluster": 0.6, "organisation_type": 0.6, "country": 0.9, "month": 0.9}
_LONGEST_LIST = 80

_LANGUAGE = re.compile(r" (en|fr|ar|es|pt)$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_YEAR_AND_MONTH = re.compile(r"(19|20)\d\d")
_IMPLEMENTER = re.compile(r"\b(implement\w*|mise en oeuvre|execut\w*)\b|منفذ|تنفيذ")
_LEAD = re.compile(r"\b(lead|programme|program|chef de file|principal)\b|رئيسي|قائد")


@dataclass(frozen=True, slots=True)
class Claim:
    """A column may hold a field, and why.

    Attributes:
        side: whose organisation it is, where a file has both who implements and who leads.
        bare: a hashtag `#org` that does not say name or acronym.
        language: of a column that stands once in each language.
    """

    field: str
    confidence: float
    reason: Reason
    side: Side = ""
    bare: bool = False
    language: str | None = None


def claims(content: Content, dataset: str, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Every field that a column may hold; the surest claim of each field, the surest first."""
    tag = tag_of(content.tag)
    known = {kind: _share_known(content, kind, vocabulary) for kind in _LISTED}
    best: dict[str, Claim] = {}
    for claim in _all_claims(content, tag, dataset, vocabulary, known):
        settled = _month_or_period(claim, content, known)
        rival = best.get(settled.field)
        best[settled.field] = settled if rival is None else _agreed(rival, settled)
    judged = (_against_content(claim, content, known) for claim in best.values())
    return tuple(sorted(judged, key=lambda claim: -claim.confidence))


def _all_claims(
    content: Content,
    tag: Tag | None,
    dataset: str,
    vocabulary: Vocabulary,
    known: dict[str, float],
) -> Iterator[Claim]:
    side, language = _side(content, tag), _language(content, tag)
    if tag is not None and (meant := field_of(tag)):
        bare = tag.hashtag == "org" and not tag.has("name", "acronym", "type", "funder")
        yield Claim(meant[0], meant[1], "hxl", side, bare, language)
    if tag is not None and means_something_else(tag):
        return
    yield from _by_heading(content, dataset, vocabulary, side, language)
    for kind, enough in _LISTED.items():
        if known[kind] >= enough:
            yield Claim(kind, 0.4 + 0.35 * known[kind], "content", side, language=language)


def _by_heading(
    content: Content, dataset: str, vocabulary: Vocabulary, side: Side, language: str | None
) -> Iterator[Claim]:
    for text, confidence in _readings(content):
        field = vocabulary.heading(dataset, text)
        if field is not None:
            yield _sided(field, confidence, "heading", side, language)
            return
    for text, _ in _readings(content):
        field = vocabulary.similar_heading(dataset, text)
        if field is not None:
            yield _sided(field, _BY_SIMILAR_HEADING, "similar", side, language)
            return


def _sided(
    field: str, confidence: float, reason: Reason, side: Side, language: str | None
) -> Claim:
    if field.startswith("lead_"):
        return Claim(field.removeprefix("lead_"), confidence, reason, "lead", language=language)
    return Claim(field, confidence, reason, side, language=language)


def _readings(content: Content) -> Iterator[tuple[str, float]]:
    """The ways to read a heading, the fullest first."""
    yield content.heading, _BY_HEADING
    for text in (content.heading, *content.shorter):
        apart = fold(_CAMEL.sub(" ", text))
        yield text, _BY_SHORTER_HEADING
        yield apart, _BY_SHORTER_HEADING
        yield _LANGUAGE.sub("", apart), _BY_SHORTER_HEADING


def _side(content: Content, tag: Tag | None) -> Side:
    heading = fold(_CAMEL.sub(" ", content.heading))
    if (tag and tag.has("impl", "implementing")) or _IMPLEMENTER.search(heading):
        return "implementer"
    if (tag and tag.has("prog", "programme", "lead")) or _LEAD.search(heading):
        return "lead"
    return ""


def _language(content: Content, tag: Tag | None) -> str | None:
    if tag is not None and tag.language:
        return tag.language
    found = _LANGUAGE.search(fold(_CAMEL.sub(" ", content.heading)))
    return found[1] if found else None


def _share_known(content: Content, kind: str, vocabulary: Vocabulary) -> float:
    fewest = 1 if kind == "month" else 2
    if not fewest <= len(content.distinct) <= _LONGEST_LIST:
        return 0.0
    return content.share_of_values(lambda text: vocabulary.code(kind, text) is not None)


def _month_or_period(claim: Claim, content: Content, known: dict[str, float]) -> Claim:
    """A column of month names is `month`; one with years in it is `period`, whatever its name."""
    if claim.field == "period" and known["month"] >= _LISTED["month"]:
        return replace(claim, field="month")
    dated = content.share_of_values(lambda text: _YEAR_AND_MONTH.search(text) is not None)
    if claim.field == "month" and dated >= _LISTED["month"]:
        return replace(claim, field="period")
    return claim


def _agreed(one: Claim, other: Claim) -> Claim:
    surer = max(one, other, key=lambda claim: claim.confidence)
    side: Side = "lead" if "lead" in (one.side, other.side) else surer.side
    certainty = min(_HIGHEST, surer.confidence + _AGREEMENT)
    return replace(surer, confidence=certainty, side=side, bare=one.bare and other.bare)


def _against_content(claim: Claim, content: Content, known: dict[str, float]) -> Claim:
    """A heading alone is doubted where not one of the values is known."""
    doubted = claim.field in _LISTED and claim.reason in {"heading", "similar"}
    if doubted and len(content.distinct) >= 3 and known[claim.field] == 0:
        return replace(claim, confidence=claim.confidence - _CONTRADICTION)
    return claim
