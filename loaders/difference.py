"""What becomes of the organisations of the claimed cells."""

from dataclasses import astuple, dataclass

from core.storage.cursor import Cursor


@dataclass(frozen=True, slots=True)
class Difference:
    """Organisations by cluster, place, role and period: what becomes of them.

    Attributes:
        gone: those that the store has now in the claimed cells, and would have no more.
    """

    new: int
    changed: int
    unchanged: int
    gone: int

    def __add__(self, other: "Difference") -> "Difference":
        """Both together."""
        return Difference(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def difference_of(cur: Cursor) -> Difference:
    """Of the list that was prepared last, in the open transaction."""
    counted = dict(cur.rows("SELECT fate, count(*) FROM difference GROUP BY fate"))
    return Difference(
        **{fate: counted.get(fate, 0) for fate in ("new", "changed", "unchanged", "gone")}
    )
