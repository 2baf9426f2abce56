"""The seat of each row of a membership list."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.columns import TextColumn
from loaders.row_detail import listed
from loaders.row_role import RowRoles, without_role
from loaders.unknown import stands_for_nothing
from loaders.vocabulary import Vocabulary

MEMBER, OBSERVER = "member", "observer"


def members(
    columns: Mapping[str, TextColumn], rows: Mapping[str, pa.Array], vocabulary: Vocabulary
) -> RowRoles:
    """Who is on the list is a member, unless its seat says observer, or is not understood."""
    column = columns["seat"]
    seat = listed(column, "seat", "seat", vocabulary)
    blank = np.array([*(stands_for_nothing(t, vocabulary) for t in column.texts), True])
    silent = pa.array(blank[column.codes])
    nothing = pa.scalar(None, pa.string())
    role = pc.if_else(
        pc.or_(silent, pc.fill_null(pc.equal(seat.values, "full"), False)),
        MEMBER,
        pc.if_else(pc.equal(seat.values, "observer"), OBSERVER, nothing),
    )
    reported = column.reported()
    found = {
        **without_role(len(column.codes)),
        "role": role,
        "role_reported": reported,
        "seat": seat.values,
        "seat_reported": reported,
    }
    return RowRoles(found, seat.issues, seat.conversions)
