"""What a person should be asked about the organisations of a file; nothing is linked in silence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from core.i18n.folding import identity_key
from loaders.datasets.row import Row
from loaders.families import Families
from loaders.issues import Code, Issue, Severity
from loaders.joint import joint_texts
from loaders.known import Knowledge
from loaders.organisations import Seen
from loaders.row_organisation import OrganisationColumns, RowOrganisations, Who
from loaders.split import is_one


def doubts(
    organisations: RowOrganisations,
    columns: OrganisationColumns,
    knowledge: Knowledge,
    model: type[Row],
) -> Iterator[Issue]:
    """Two types for one organisation, one acronym with several names, and the like.

    Args:
        organisations: who stands in each row.
        columns: where the cells stand.
        knowledge: international families, names known as one, acronyms with nothing left to ask.
        model: of the dataset: whether a row may name or list nobody.
    """
    yield from _nobody(organisations, columns, model)
    yield from _types_and_families(organisations, columns, knowledge, "")
    settle = knowledge.acronyms.settle
    by_acronym = {
        acronym: group
        for acronym, group in _grouped(organisations, by_acronym=True).items()
        if not settle(acronym, group)
    }
    yield from _several(by_acronym, Code.ACRONYM_WITH_SEVERAL_NAMES, columns.acronym.position)
    by_name = _grouped(organisations, by_acronym=False)
    yield from _several(by_name, Code.NAME_WITH_SEVERAL_ACRONYMS, columns.name.position)
    yield from _joint(columns, knowledge, "")


def lead_doubts(
    organisations: RowOrganisations, columns: OrganisationColumns, knowledge: Knowledge
) -> Iterator[Issue]:
    """The same of those who lead: two types, families, several in one cell. Nobody may lead."""
    yield from _types_and_families(organisations, columns, knowledge, _LEAD)
    yield from _joint(columns, knowledge, _LEAD)


_LEAD = "lead_"


def _joint(columns: OrganisationColumns, knowledge: Knowledge, prefix: str) -> Iterator[Issue]:
    for column, field in ((columns.name, "organisation"), (columns.acronym, "acronym")):
        joint = [
            (index, None)
            for index in joint_texts(column)
            if not is_one(column.texts[index], knowledge)
        ]
        yield from column.issues(
            Code.SEVERAL_ORGANISATIONS_IN_CELL, Severity.WARNS, prefix + field, joint
        )


def _types_and_families(
    organisations: RowOrganisations,
    columns: OrganisationColumns,
    knowledge: Knowledge,
    prefix: str,
) -> Iterator[Issue]:
    for issue in (
        *_two_types(organisations, columns.type.position),
        *_families(organisations, knowledge.families, columns.name.position),
    ):
        yield replace(issue, field=f"{prefix}{issue.field}")


def _nobody(
    organisations: RowOrganisations, columns: OrganisationColumns, model: type[Row]
) -> Iterator[Issue]:
    """Rows with no organisation, or with a word that stands for none: they are in no count."""
    position = columns.name.position or columns.acronym.position
    found: dict[str | None, tuple[int, int]] = {}
    for c in organisations.combinations:
        allowed = (c.vacant and model.may_name_nobody) or (c.unlisted and model.may_list_nobody)
        if c.shown is None and not allowed:
            row, rows = found.get(c.written, (c.row, 0))
            found[c.written] = (min(row, c.row), rows + c.rows)
    for text, (row, rows) in found.items():
        yield Issue(
            code=Code.ORGANISATION_PLACEHOLDER if text else Code.ORGANISATION_MISSING,
            severity=Severity.DROPS_ROW,
            row=row,
            column=position,
            field="organisation",
            value=text,
            count=rows,
        )


def _two_types(organisations: RowOrganisations, position: int | None) -> Iterator[Issue]:
    taken = _taken_texts(organisations)
    for who, judged in organisations.judged.items():
        if not judged.rivals:
            continue
        seen = organisations.seen[who]
        texts = [text for text, _ in seen.type_texts.most_common()]
        yield Issue(
            code=Code.TWO_TYPES,
            severity=Severity.WARNS,
            row=seen.first_row,
            column=position,
            field="organisation_type",
            value=_main_name(seen),
            suggestion=taken.get(who),
            count=sum(seen.types.values()),
            others=tuple(texts),
        )


def _families(
    organisations: RowOrganisations, families: Families, position: int | None
) -> Iterator[Issue]:
    """Declared a national NGO, with the name of an international family: counted as declared."""
    for who, judged in organisations.judged.items():
        seen = organisations.seen[who]
        family = families.of(seen.names or seen.acronyms, who[0]) if judged.lna_scope == 1 else None
        if family is not None:
            yield Issue(
                code=Code.INTERNATIONAL_FAMILY,
                severity=Severity.WARNS,
                row=seen.first_row,
                column=position,
                field="organisation",
                value=_main_name(seen),
                suggestion=family,
                count=sum(seen.types.values()),
            )


def _taken_texts(organisations: RowOrganisations) -> dict[Who, str | None]:
    """The declared type, as written in most rows, that was taken for each organisation."""
    taken: dict[Who, tuple[int, str | None]] = {}
    for c in organisations.combinations:
        if c.who is None or c.type_code != organisations.judged[c.who].organisation_type:
            continue
        if c.who not in taken or c.rows > taken[c.who][0]:
            taken[c.who] = c.rows, c.type_text
    return {who: text for who, (_, text) in taken.items()}


def _main_name(seen: Seen) -> str:
    return (seen.names or seen.acronyms).most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name and an acronym that stand in one row: the one asked about first."""

    first: str
    second: str
    row: int
    rows: int


_Groups = Mapping[tuple[str, str], dict[str, _Pair]]


def _grouped(organisations: RowOrganisations, *, by_acronym: bool) -> _Groups:
    """(country, first of the pair) -> what it goes with; spellings that differ in case are one."""
    found: dict[tuple[str, str], dict[str, _Pair]] = defaultdict(dict)
    for c in organisations.combinations:
        if c.who is None or not c.name or not c.acronym:
            continue
        first, second = (c.acronym, c.name) if by_acronym else (c.name, c.acronym)
        group = found[c.who[0], identity_key(first)]
        key = identity_key(second)
        known = group.get(key)
        if known is None or c.row < known.row:
            group[key] = _Pair(first, second, c.row, c.rows + (known.rows if known else 0))
        else:
            group[key] = replace(known, rows=known.rows + c.rows)
    return found


def _several(groups: _Groups, code: Code, position: int | None) -> Iterator[Issue]:
    for group in groups.values():
        if len(group) < 2:
            continue
        members = sorted(group.values(), key=lambda pair: pair.row)
        yield Issue(
            code=code,
            severity=Severity.WARNS,
            row=members[0].row,
            column=position,
            field="organisation",
            value=members[0].first,
            count=sum(pair.rows for pair in members),
            others=tuple(pair.second for pair in members),
        )
