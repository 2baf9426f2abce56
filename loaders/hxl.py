"""HXL hashtags as real files write them, and the fields that they stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.i18n.folding import fold_letters

# What libhxl, the reference reader, asks of a row of hashtags.
_ENOUGH = 0.5

_KNOWN = frozenset(
    {
        "activity",
        "adm1",
        "adm2",
        "adm3",
        "adm4",
        "adm5",
        "affected",
        "beneficiary",
        "capacity",
        "cause",
        "channel",
        "cluster",
        "contact",
        "country",
        "crisis",
        "currency",
        "date",
        "delivery",
        "description",
        "domain",
        "event",
        "frequency",
        "geo",
        "group",
        "impact",
        "indicator",
        "inneed",
        "item",
        "loc",
        "meta",
        "modality",
        "need",
        "operations",
        "org",
        "output",
        "period",
        "population",
        "reached",
        "region",
        "respondee",
        "response",
        "role",
        "sector",
        "service",
        "severity",
        "site",
        "status",
        "subsector",
        "targeted",
        "threshold",
        "value",
    }
)
_ATTRIBUTES = r"(?:\s*\+\s*[A-Za-z0-9_]+)*"
_WHOLE = re.compile(rf"#?([A-Za-z][A-Za-z0-9_]*)({_ATTRIBUTES})\s*")
_AT_END = re.compile(rf"(?:^|(?<=\s))#([A-Za-z][A-Za-z0-9_]*)({_ATTRIBUTES})\s*$")


@dataclass(frozen=True, slots=True)
class Tag:
    """A hashtag with its attributes: `#org+impl+name`."""

    hashtag: str
    attributes: tuple[str, ...]

    def __str__(self) -> str:
        return "#" + "+".join((self.hashtag, *self.attributes))

    def has(self, *attributes: str) -> bool:
        """Whether it bears any of these attributes; a number behind one (impl2) is ignored."""
        return any(name.rstrip("0123456789") in attributes for name in self.attributes)

    @property
    def language(self) -> str | None:
        """The language of the column: `fr` for `+i_fr`."""
        return next((name[2:] for name in self.attributes if name.startswith("i_")), None)


def tag_of(cell: str | None) -> Tag | None:
    """The hashtag that a whole cell holds, whatever its blanks and letters; else None.

    Without the `#` only a known hashtag with attributes counts: `org+name`, but not `Org`.
    """
    text = (cell or "").strip()
    found = _WHOLE.fullmatch(text)
    if found is None:
        return None
    tag = _tag(found)
    if text.startswith("#") or (tag.hashtag in _KNOWN and tag.attributes):
        return tag
    return None


def split_heading(cell: str) -> tuple[str, Tag | None]:
    """A heading, and the hashtag written behind it in the same cell (`ACTEUR #org+name`)."""
    found = _AT_END.search(cell)
    if found is None:
        return cell, None
    tag = _tag(found)
    if tag.hashtag not in _KNOWN and not tag.attributes:
        return cell, None
    return cell[: found.start()].rstrip(), tag


def is_tag_row(cells: Sequence[str | None]) -> bool:
    """Whether a row holds hashtags: at least half of what is filled, and one of them known."""
    filled = [cell for cell in cells if cell and cell.strip()]
    tags = [tag for cell in filled if cell.strip().startswith("#") and (tag := tag_of(cell))]
    known = any(tag.hashtag in _KNOWN for tag in tags)
    return known and len(tags) >= _ENOUGH * len(filled)


def _tag(found: re.Match[str]) -> Tag:
    names = [fold_letters(name.strip()) for name in found[2].split("+")[1:]]
    return Tag(fold_letters(found[1]), tuple(names))


# Hashtag, one of these attributes (or any), field, how sure: the first that fits counts.
_FIELDS: tuple[tuple[str, tuple[str, ...], str, float], ...] = (
    ("org", ("funder", "funding", "donor"), "funder", 0.95),
    ("org", ("type",), "organisation_type", 0.95),
    ("org", ("acronym",), "acronym", 0.95),
    ("org", ("name",), "organisation", 0.95),
    ("org", ("code", "id", "contact", "role", "email", "phone", "num"), "", 0.0),
    ("org", (), "organisation", 0.85),
    ("sector", ("name",), "cluster", 0.95),
    ("sector", ("code", "acronym", "id"), "cluster", 0.85),
    ("sector", (), "cluster", 0.92),
    ("cluster", (), "cluster", 0.92),
    ("country", ("name",), "country", 0.95),
    ("country", ("code",), "country", 0.90),
    ("country", (), "country", 0.92),
    ("adm1", ("code",), "place_code", 0.95),
    ("adm1", ("name",), "place", 0.95),
    ("adm1", (), "place", 0.92),
    ("date", ("start",), "period_start", 0.95),
    ("date", ("end",), "period_end", 0.95),
    ("date", ("year",), "year", 0.95),
    ("date", ("quarter",), "quarter", 0.95),
    ("date", ("month",), "month", 0.95),
    ("date", ("occurred", "created", "updated"), "", 0.0),
    ("date", (), "period", 0.92),
    ("period", (), "period", 0.92),
)


def field_of(tag: Tag) -> tuple[str, float] | None:
    """The field that a hashtag stands for and how sure that is, 0 to 1; None for none of ours."""
    for hashtag, attributes, field, confidence in _FIELDS:
        if tag.hashtag == hashtag and (not attributes or tag.has(*attributes)):
            return (field, confidence) if field else None
    return None


def means_something_else(tag: Tag) -> bool:
    """Whether the hashtag is a known one that stands for none of our fields."""
    return tag.hashtag in _KNOWN and field_of(tag) is None


def is_personal(tag: Tag) -> bool:
    """Whether the hashtag announces people: `#contact`, `#org+contact`, `#respondee+name`."""
    return tag.hashtag in {"contact", "respondee"} or tag.has("contact", "email", "phone")
