"""Whether enough reported: coverage as a state, and operations as a count."""

from collections.abc import Sequence

import pandas as pd

ENOUGH_REPORTING = 0.7


def low_coverage(found: pd.DataFrame) -> pd.Series:
    """Whether fewer than 70 % of the expected mechanisms reported, row by row of a measurement.

    Where none is expected there is no coverage, and so no low one.
    """
    low = found["reporting"] < ENOUGH_REPORTING * found["expected"]
    return (low & (found["expected"] > 0)).astype("boolean")


def operations(found: pd.DataFrame, by: Sequence[str] = ("context",)) -> pd.DataFrame:
    """How many operations (countries) reported, to be said beside every total of contexts.

    Args:
        found: `coverage` or `measure`, split by `country` and by the dimensions of `by`.
        by: what the totals are of; groups of languages overlap.

    Returns:
        The dimensions, operations_reporting and operations_expected: countries of which at least
        one mechanism reported, and of which at least one was expected to. A country whose expected
        mechanisms are all silent is expected and does not report.
    """
    known = found[found["expected"] > 0]
    told = known.assign(
        operations_reporting=(known["reporting"] > 0).astype("Int64"),
        operations_expected=pd.Series(1, index=known.index, dtype="Int64"),
    )
    counts = ["operations_reporting", "operations_expected"]
    each = told.groupby([*by, "country"], dropna=False, as_index=False)[counts].max()
    return each.groupby([*by], dropna=False, as_index=False)[counts].sum()
