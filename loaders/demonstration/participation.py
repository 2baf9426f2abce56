"""Lists of members and meetings and the returns of mechanisms, as filled templates: codes by field.

Where a template has a list to choose from, the code stands here and its word in the file.
"""

from collections.abc import Iterator

from loaders.demonstration import plan
from loaders.demonstration.cast import Cast
from loaders.demonstration.names import Kind
from loaders.demonstration.rows import Row, period_text, who
from loaders.demonstration.seats import Mechanism, Seat, clusters_of, seats
from loaders.demonstration.wording import GROUPS

_MONTHLY_MEETINGS = ("WSH", "HEA", "PRO")
_COUNTED_AS: dict[Kind, str] = {
    "national": "members_ngo", "local": "members_ngo", "cso": "members_ngo",
    "forum": "members_ngo", "society": "members_red_cross", "ministry": "members_authority",
    "ingo": "members_ingo", "un": "members_un",
}  # fmt: skip
_COUNTS = (*dict.fromkeys(_COUNTED_AS.values()), "members_other")


def member_rows(cast: Cast, quarter: int) -> Iterator[Row]:
    """Members: one row for each seat."""
    for mechanism, filled in seats(cast, quarter):
        at = _at(cast, mechanism, quarter)
        for seat in filled:
            yield at | who(cast, seat.holder) | {"seat": seat.kind}


def chair_rows(cast: Cast, quarter: int) -> Iterator[Row]:
    """Roles of the working group on cash: an INGO chairs, an L/NA co-chairs from some day on."""
    mechanism = Mechanism("twg", name=GROUPS["cash"][cast.country.tongue])
    at = _at(cast, mechanism, quarter)
    yield at | who(cast, cast.abroad[0]) | {"role": "chair"}
    if quarter >= plan.CASH_CHAIRED:
        yield at | who(cast, cast.steady(0)) | {"role": "co_chair"}


def meeting_rows(cast: Cast, quarter: int) -> Iterator[Row]:
    """Who was at the monthly meetings of three clusters; nobody who is not a member."""
    for mechanism, filled in seats(cast, quarter):
        if mechanism.mechanism_type != "cluster" or mechanism.cluster not in _MONTHLY_MEETINGS:
            continue
        for month in range(quarter * 3, quarter * 3 + 3):
            at = _at(cast, mechanism, quarter) | _held(cast, mechanism, quarter) | {
                "date": f"{plan.FIRST_YEAR + month // 12}-{month % 12 + 1:02}-14",
            }  # fmt: skip
            del at["period"]
            for number, seat in enumerate(filled):
                if _is_there(seat, number, month):
                    yield at | who(cast, seat.holder)


def return_rows(cast: Cast, quarter: int) -> Iterator[Row]:
    """What each open cluster says of itself; numbers of members only where nobody lists them."""
    for number, mechanism in enumerate(clusters_of(cast, quarter)):
        says = {"status": "active", "plan": _yes((number + quarter) % 16 > 8)}
        row = _at(cast, mechanism, quarter) | _held(cast, mechanism, quarter) | says
        if cast.country.iso3 == plan.COUNTED_MEMBERS:
            row |= _counted(cast, mechanism, quarter)
        yield row


def _at(cast: Cast, mechanism: Mechanism, quarter: int) -> Row:
    return {
        "country": cast.country.iso3,
        "hub": mechanism.hub,
        "period": period_text(cast, quarter),
        "mechanism_type": mechanism.mechanism_type,
        "mechanism": mechanism.name,
        "cluster": mechanism.cluster,
        "level": "national",
        "place": "",
    }


def _held(cast: Cast, mechanism: Mechanism, quarter: int) -> Row:
    """Meetings of Arabic-speaking countries go over from English to Arabic one after another."""
    turned = (len(mechanism.cluster) + sum(map(ord, mechanism.cluster))) % plan.QUARTERS
    own = "fr" if cast.country.tongue == "fr" else "ar"
    in_own = own == "fr" or quarter >= turned
    return {
        "language": own if in_own else "en",
        "interpretation": _yes(not in_own and quarter % 2 == 0),
        "minutes_translated": _yes(quarter >= turned),
    }


def _is_there(seat: Seat, number: int, month: int) -> bool:
    """Agencies always, international NGOs three times in four, the others two in three."""
    if seat.holder.kind == "un":
        return True
    return bool((number + month) % (4 if seat.holder.kind == "ingo" else 3))


def _counted(cast: Cast, mechanism: Mechanism, quarter: int) -> Row:
    """Five more national NGOs than foreign ones at the end, as many at the beginning."""
    foreign = 8 + sum(map(ord, mechanism.cluster)) % 5
    numbers = dict.fromkeys(_COUNTS, 0) | {
        "members_ngo": foreign + 5 * quarter // plan.QUARTERS,
        "members_red_cross": 1,
        "members_ingo": foreign,
        "members_un": 3,
    }
    return {name: str(number) for name, number in (numbers | {
        "members": sum(numbers.values())}).items()}  # fmt: skip


def _yes(answer: bool) -> str:
    return "yes" if answer else "no"
