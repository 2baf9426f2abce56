"""The columns of `staged.SCHEMA` that say who, row by row."""

from collections.abc import Sequence

import pyarrow as pa

from loaders.columns import constant
from loaders.row_organisation import RowOrganisations

_TEXTS = ("identity_key", "name", "organisation_reported", "acronym_reported", "type_reported")
_CLASS = {
    "row_type_unknown": pa.bool_(),
    "judged_type": pa.int16(),
    "lna_scope": pa.int8(),
    "type_known": pa.bool_(),
}


def who(organisations: RowOrganisations) -> dict[str, pa.Array]:
    """What tells each row's organisation apart, how the file writes it, and its class."""
    combinations, judged = organisations.combinations, organisations.judgements()
    values: dict[str, Sequence[object]] = {
        "identity_key": [c.who[1] if c.who else None for c in combinations],
        "name": [c.shown for c in combinations],
        "organisation_reported": [c.name for c in combinations],
        "acronym_reported": [c.acronym for c in combinations],
        "type_reported": [c.type_text for c in combinations],
        "row_type_unknown": organisations.types_unknown(),
        "judged_type": [j.organisation_type if j else None for j in judged],
        "lna_scope": [j.lna_scope if j else None for j in judged],
        "type_known": [j.type_known if j else None for j in judged],
    }
    kinds = dict.fromkeys(_TEXTS, pa.string()) | _CLASS
    return {name: organisations.spread(values[name], kind) for name, kind in kinds.items()}


def nobody(rows: int) -> dict[str, pa.Array]:
    """The same columns where no row names anybody."""
    texts = dict.fromkeys(_TEXTS, constant(None, rows))
    return texts | {name: pa.nulls(rows, kind) for name, kind in _CLASS.items()}
