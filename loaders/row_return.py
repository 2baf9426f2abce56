"""What a mechanism says of itself in its return."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from loaders.columns import TextColumn
from loaders.datasets.mechanisms import MEMBERS
from loaders.row_detail import languages, listed, yes_or_no
from loaders.row_number import whole_numbers
from loaders.row_role import RowRoles, closed_rows, without_role
from loaders.vocabulary import Vocabulary

_YES_OR_NO = ("interpretation", "minutes_translated", "plan")


def returns(
    columns: Mapping[str, TextColumn], rows: Mapping[str, pa.Array], vocabulary: Vocabulary
) -> RowRoles:
    """Read every row; it names no organisation."""
    status = listed(columns["status"], "status", "closed", vocabulary)
    details = {
        "language": languages(columns["language"], "language", vocabulary),
        **{name: yes_or_no(columns[name], name, vocabulary) for name in _YES_OR_NO},
        **{name: whole_numbers(columns[name], name, vocabulary) for name in MEMBERS},
    }
    said_closed = pc.fill_null(pc.equal(status.values, "closed"), fill_value=False)
    since = closed_rows(columns["closed_on"], rows["period_end"], vocabulary)
    found = {
        **without_role(len(said_closed)),
        "closed": pc.or_(said_closed, since),
        "status_reported": columns["status"].reported(),
        "closed_on_reported": columns["closed_on"].reported(),
        "language_reported": columns["language"].reported(),
        **{name: columns[name].reported() for name in ("source", "remarks")},
        **{name: detail.values for name, detail in details.items()},
    }
    every = (status, *details.values())
    return RowRoles(
        found,
        tuple(issue for detail in every for issue in detail.issues),
        tuple(conversion for detail in every for conversion in detail.conversions),
    )
