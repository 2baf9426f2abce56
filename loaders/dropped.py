"""Which columns are about people and are dropped before anything of them is kept."""

from collections.abc import Mapping, Sequence

from loaders import personal
from loaders.content import Content
from loaders.datasets import DATASETS
from loaders.evidence import Claim
from loaders.mapping_choices import Chosen
from loaders.vocabulary import Vocabulary


def about_people(
    every: Sequence[Content],
    evidence: Mapping[int, Sequence[Claim]],
    chosen: Chosen,
    dataset: str,
    vocabulary: Vocabulary,
) -> set[int]:
    """Their positions; a list of who was there has more of them than another file."""
    listed = DATASETS[dataset].lists_people
    return {
        c.position
        for c in every
        if _is_personal(c, evidence[c.position], chosen, vocabulary)
        or (listed and _is_attendee(c, chosen, vocabulary))
    }


def _is_personal(
    content: Content, evidence: Sequence[Claim], chosen: Chosen, vocabulary: Vocabulary
) -> bool:
    """By content whatever anybody says; by heading unless a person or the evidence says better."""
    if content.empty and not personal.holds_address(content.heading):
        return False
    if personal.has_personal_content(content):
        return True
    if content.position in chosen.fields:
        return False
    if personal.has_personal_heading(content, vocabulary):
        return not any(claim.reason in {"hxl", "content"} for claim in evidence)
    return not evidence and personal.mentions_person(content, vocabulary)


def _is_attendee(content: Content, chosen: Chosen, vocabulary: Vocabulary) -> bool:
    """By heading, unless a person says better; an empty column holds nobody."""
    if content.empty or content.position in chosen.fields:
        return False
    return personal.lists_attendees(content, vocabulary)
