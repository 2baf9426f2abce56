"""The answers about organisations: what to decide, what was decided, who is under review."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from core.i18n import N_, Lang
from core.i18n.numbers import moment
from core.storage.cursor import Cursor
from loaders.families import Families, UnderReview, under_review
from loaders.likenesses import Proposal, proposals
from loaders.registry import PairDecision, pair_decisions
from loaders.registry_words import REASON_WORDS
from loaders.terminal.console import Answer
from loaders.terminal.escaping import safe
from loaders.terminal.words import Words, aligned

_DECIDED = {
    "alias-approved": N_("“{first}” ({country}) is counted as “{second}” from now on."),
    "alias-refused": N_("“{first}” and “{second}” ({country}) are two organisations."),
    "alias-revoked": N_("What was decided about “{first}” and “{second}” ({country}) is revoked."),
    "acronym-apart": N_(
        "“{first}” ({country}) is several organisations. Files loaded from now on tell them by "
        "name; load those again that were loaded before."
    ),
    "acronym-together": N_("The names of “{first}” ({country}) are one organisation."),
    "acronym-revoked": N_("What was decided about “{first}” ({country}) is revoked."),
}


@dataclass(frozen=True, slots=True)
class Registry:
    """What there is to say about the organisations of some countries."""

    proposals: Sequence[Proposal]
    decisions: Sequence[PairDecision]
    under_review: Sequence[UnderReview]


def registry_of(cur: Cursor, country: str | None, known: Families) -> Registry:
    """Of one country, or of every country of the store."""
    named = cur.rows("SELECT DISTINCT country FROM organisation ORDER BY country")
    countries = [iso3 for (iso3,) in named] if country is None else [country]
    return Registry(
        [proposal for iso3 in countries for proposal in proposals(cur, iso3)],
        [decision for iso3 in countries for decision in pair_decisions(cur, iso3)],
        [found for iso3 in countries for found in under_review(cur, iso3, known)],
    )


def registered(registry: Registry, lang: Lang) -> Answer:
    """Proposals, decisions that hold, and who is under review."""
    facts = {
        "status": "done",
        "proposals": [asdict(proposal) for proposal in registry.proposals],
        "decisions": [_decision_facts(decision) for decision in registry.decisions],
        "under_review": [asdict(found) for found in registry.under_review],
    }
    words = Words(lang)
    parts = (
        (N_("To decide"), _proposal_rows(registry.proposals, words)),
        (N_("Decided"), _decision_rows(registry.decisions, words)),
        (N_("Under review"), _review_rows(registry.under_review)),
    )
    lines = [line for title, rows in parts if rows for line in _part(words(title), rows)]
    return Answer(facts, tuple(lines) or (words(N_("There is nothing to decide.")),))


def decided(kind: str, named: tuple[str, str, str | None], event: int, lang: Lang) -> Answer:
    """A decision was recorded: country, first and second organisation (None for an acronym)."""
    country, first, second = named
    facts = {"status": kind, "country": country, "first": first, "second": second, "event": event}
    sentence = Words(lang)(_DECIDED[kind], country=country, first=first, second=second)
    return Answer(facts, (sentence,))


def _part(title: str, rows: list[list[str]]) -> Iterator[str]:
    yield f"{title} ({len(rows)})"
    yield from aligned(rows)


def _proposal_rows(every: Sequence[Proposal], words: Words) -> list[list[str]]:
    return [
        [p.country, safe(p.first), safe(p.second or "–"), words(REASON_WORDS[p.reason]),
         words.listed(p.evidence)]
        for p in every
    ]  # fmt: skip


def _decision_facts(decision: PairDecision) -> dict[str, object]:
    told = {name: getattr(decision, name) for name in ("kind", "event", "who", "why")}
    moment_utc = decision.moment.replace(tzinfo=None).isoformat(timespec="seconds")
    return asdict(decision.pair) | told | {"moment": f"{moment_utc}Z"}


def _decision_rows(every: Sequence[PairDecision], words: Words) -> list[list[str]]:
    signs = {"alias-approved": "=", "alias-refused": "≠"}
    return [
        [d.pair.country, safe(d.pair.first), signs[d.kind], safe(d.pair.second),
         moment(d.moment, words.lang), safe(d.who), safe(d.why or "")]
        for d in every
    ]  # fmt: skip


def _review_rows(every: Sequence[UnderReview]) -> list[list[str]]:
    return [[found.country, safe(found.name), safe(found.family)] for found in every]
