"""Which column holds which field: proposed from evidence, and a person's word above all of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from core.i18n.folding import fold
from loaders import personal
from loaders.content import Content, contents
from loaders.dropped import about_people
from loaders.evidence import Claim, Reason, Side, claims
from loaders.header import Header
from loaders.issues import Issue
from loaders.mapping_choices import FIELDS, Chosen, read_choices
from loaders.mapping_issues import Finding, issues_of
from loaders.project_dates import are_project_dates
from loaders.sides import settle
from loaders.upload import Sheet
from loaders.vocabulary import Vocabulary

_ENOUGH = 0.5
# As near as this to the column taken, another is as good.
_AS_GOOD = 0.05


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sheet and what it is taken for.

    Attributes:
        position: A is 1.
        heading: as it stands in the file; empty where it would itself show personal data.
        field: None where the column is not used.
        confidence: 0 to 1, in what `reason` says.
        examples: up to three different values; never any of a column with personal data.
        side: whose organisation its heading speaks of: who implements, or who leads.
    """

    position: int
    heading: str
    tag: str | None
    field: str | None
    confidence: float
    reason: Reason
    examples: tuple[str, ...]
    side: Side = ""


@dataclass(frozen=True)
class ColumnMapping:
    """All columns of a sheet, in their order, and what is to be said about them."""

    columns: tuple[Column, ...]
    issues: tuple[Issue, ...]

    def position_of(self, field: str) -> int | None:
        """The column that holds a field, A is 1; None where none does."""
        return self.fields.get(field)

    @property
    def fields(self) -> Mapping[str, int]:
        """Field -> position of its column."""
        return {column.field: column.position for column in self.columns if column.field}

    @property
    def side(self) -> Side:
        """Whose the column of the organisation is; nothing where a person chose it."""
        sides = {c.field: c.side for c in self.columns if c.field and c.reason != "person"}
        return sides.get("organisation") or sides.get("acronym") or ""


def propose(
    sheet: Sheet,
    header: Header,
    dataset: str,
    vocabulary: Vocabulary,
    choices: Sequence[tuple[str, str]] = (),
    *,
    given: Collection[str] = (),
) -> ColumnMapping:
    """Propose a field for each column; columns about people are dropped here.

    Args:
        sheet: as it was read.
        header: where its table begins.
        dataset: a name of DATASETS.
        vocabulary: known headings and values.
        choices: a person's (heading, field) pairs; `column:B` names a column by its letter, and
            the field `-` leaves a column out.
        given: fields that come from elsewhere, such as `cluster`, and need no column.
    """
    every = contents(sheet, header)
    chosen = read_choices(choices, every, dataset, sheet.name)
    evidence = {c.position: () if c.empty else _claims(c, dataset, vocabulary) for c in every}
    dropped = about_people(every, evidence, chosen, dataset, vocabulary)
    chosen = chosen.without(dropped)
    usable = {c.position: c for c in every if not c.empty and c.position not in dropped}
    claimed = {at: evidence[at] for at in usable if at not in chosen.fields}
    if dataset == "presence":
        claimed = settle(claimed, usable, _chosen_side(evidence, chosen))
    taken = _assigned(usable, claimed, chosen)
    columns = tuple(_column(c, taken, evidence, dropped, chosen) for c in every)
    finding = Finding(sheet.name, header.row, dataset, columns, _rivals(taken, claimed, chosen))
    return ColumnMapping(columns, (*chosen.issues, *issues_of(finding, given)))


def _claims(content: Content, dataset: str, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Claims to fields that the dataset has."""
    listed = FIELDS[dataset]
    return tuple(claim for claim in claims(content, dataset, vocabulary) if claim.field in listed)


def _chosen_side(evidence: Mapping[int, tuple[Claim, ...]], chosen: Chosen) -> Side | None:
    for position, field in chosen.fields.items():
        if field in {"organisation", "acronym"} and evidence[position]:
            return evidence[position][0].side
    return None


def _assigned(
    usable: Mapping[int, Content], claimed: Mapping[int, tuple[Claim, ...]], chosen: Chosen
) -> dict[int, Claim]:
    """Position -> its claim: the surest first, each field and each column once."""
    taken = {
        position: Claim(field, 1.0, "person")
        for position, field in chosen.fields.items()
        if field is not None
    }
    for position, claim in _in_order(usable, claimed):
        fields = {one.field for one in taken.values()}
        if claim.confidence >= _ENOUGH and position not in taken and claim.field not in fields:
            taken[position] = claim
    ends = [at for at, claim in taken.items() if claim.field in {"period_start", "period_end"}]
    by_person = any(taken[at].reason == "person" for at in ends)
    if len(ends) == 2 and not by_person and are_project_dates(*_by_field(ends, taken, usable)):
        return {at: claim for at, claim in taken.items() if at not in ends}
    return taken


def _by_field(
    ends: list[int], taken: Mapping[int, Claim], usable: Mapping[int, Content]
) -> tuple[Content, Content]:
    last, first = sorted(ends, key=lambda at: taken[at].field)
    return usable[first], usable[last]


def _in_order(
    usable: Mapping[int, Content], claimed: Mapping[int, tuple[Claim, ...]]
) -> list[tuple[int, Claim]]:
    """The surest first; then the office's own language before English, names before codes."""
    every = [(position, claim) for position, listed in claimed.items() for claim in listed]

    def rank(entry: tuple[int, Claim]) -> tuple[float, int, str, bool, int]:
        position, claim = entry
        language = claim.language or ""
        foreign = {"": 0, "fr": 1, "en": 3}.get(language, 2)
        return (
            -round(claim.confidence, 2),
            foreign,
            language,
            _is_code(usable[position], claim),
            position,
        )

    return sorted(every, key=rank)


_CODE_WORDS = frozenset(
    (
        "code",
        "id",
        "pcode",
        "short",
        "acronym",
        "acronyme",
        "sigle",
        "abbreviation",
        "اختصار",
        "رمز",
    )
)


def _is_code(content: Content, claim: Claim) -> bool:
    words = fold(content.heading).split()
    return claim.field not in {"acronym", "place_code"} and not _CODE_WORDS.isdisjoint(words)


def _rivals(
    taken: Mapping[int, Claim], claimed: Mapping[int, tuple[Claim, ...]], chosen: Chosen
) -> dict[int, tuple[int, ...]]:
    """Position taken -> the other columns that were as good; translations are no rivals."""
    found: dict[int, tuple[int, ...]] = {}
    for position, winner in taken.items():
        others = tuple(
            other
            for other, listed in claimed.items()
            if other not in taken and winner.reason != "person"
            for claim in listed
            if claim.field == winner.field
            and claim.confidence >= winner.confidence - _AS_GOOD
            and (claim.language is None or claim.language == winner.language)
        )
        if others:
            found[position] = others
    return found


def _column(
    content: Content,
    taken: Mapping[int, Claim],
    evidence: Mapping[int, tuple[Claim, ...]],
    dropped: Collection[int],
    chosen: Chosen,
) -> Column:
    position = content.position
    if position in dropped:
        shown = personal.without_addresses(content.heading)
        return Column(position, shown, None, None, 1.0, "personal-data", ())
    examples = tuple(filter(None, map(personal.without_addresses, content.examples)))
    claim = taken.get(position)
    if claim is not None:
        field, confidence, reason = claim.field, claim.confidence, claim.reason
    else:
        field, (confidence, reason) = None, _left_out(content, evidence[position], chosen)
    return Column(
        position,
        content.heading,
        content.tag,
        field,
        round(confidence, 2),
        reason,
        examples,
        claim.side if claim else "",
    )


def _left_out(content: Content, listed: Sequence[Claim], chosen: Chosen) -> tuple[float, Reason]:
    if content.position in chosen.fields:
        return 1.0, "person"
    if content.empty:
        return 1.0, "empty"
    return (listed[0].confidence, "less-likely") if listed else (1.0, "not-used")
