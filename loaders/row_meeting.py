"""Who was at which meeting, and in which language it was held."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from loaders.columns import TextColumn, constant
from loaders.row_detail import languages, yes_or_no
from loaders.row_role import RowRoles, without_role
from loaders.vocabulary import Vocabulary

ATTENDED, ABSENT = "attended", "absent"


def attendances(
    columns: Mapping[str, TextColumn], rows: Mapping[str, pa.Array], vocabulary: Vocabulary
) -> RowRoles:
    """Who is on the list was there, unless a column says who was: then a blank is not known."""
    language = languages(columns["language"], "language", vocabulary)
    said = {
        field: yes_or_no(columns[field], field, vocabulary)
        for field in ("attended", "interpretation", "minutes_translated")
    }
    found = {
        **without_role(len(columns["date"].codes)),
        "role": _role(columns["attended"], said["attended"].values),
        "attended_reported": columns["attended"].reported(),
        "occasion": rows["day"],
        "date": rows["day"],
        "date_reported": columns["date"].reported(),
        "language": language.values,
        "language_reported": columns["language"].reported(),
        "interpretation": said["interpretation"].values,
        "minutes_translated": said["minutes_translated"].values,
    }
    issues = (
        *language.issues,
        *(issue for detail in said.values() for issue in detail.issues),
    )
    made = (conversion for detail in said.values() for conversion in detail.conversions)
    return RowRoles(found, issues, (*language.conversions, *made))


def _role(column: TextColumn, attended: pa.Array) -> pa.Array:
    if column.position is None:
        return constant(ATTENDED, len(attended))
    return pc.if_else(attended, ATTENDED, ABSENT)
