"""An allocation: which fund gave how much to whom, and by which way."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc
from babel.numbers import list_currencies

from core.i18n.folding import fold
from loaders.columns import TextColumn, constant
from loaders.issues import Severity
from loaders.row_detail import Detail, listed, matched, missing, told, wanted
from loaders.row_number import amounts
from loaders.row_role import RowRoles, without_role
from loaders.unknown import unknown_values
from loaders.vocabulary import Vocabulary

RECIPIENT = "recipient"
_SIGNS = {"€": "EUR", "US$": "USD", "$US": "USD", "£": "GBP"}


def allocations(
    columns: Mapping[str, TextColumn], rows: Mapping[str, pa.Array], vocabulary: Vocabulary
) -> RowRoles:
    """Read every row; an amount that is not understood stays unknown, and is never 0."""
    amount = amounts(columns["amount"], "amount", vocabulary)
    currency = _currency(columns["currency"], vocabulary)
    route = listed(columns["route"], "route", "route", vocabulary)
    known = {name: told(columns[name], vocabulary) for name in ("fund", "reference", "through")}
    by_name = pc.and_(pc.is_null(route.values), pc.is_valid(known["through"]))
    found = {
        **without_role(len(rows["day"])),
        "role": constant(RECIPIENT, len(rows["day"])),
        "occasion": _occasions({**rows, **known}),
        **known,
        "date": rows["day"],
        "date_reported": columns["date"].reported(),
        "amount": amount.values,
        "amount_reported": columns["amount"].reported(),
        "currency": currency.values,
        "currency_reported": columns["currency"].reported(),
        "route": pc.if_else(by_name, "intermediary", route.values),
        "route_reported": columns["route"].reported(),
    }
    issues = (
        *missing(columns["fund"], "fund", vocabulary, Severity.DROPS_ROW),
        *missing(columns["amount"], "amount", vocabulary, Severity.WARNS),
        *(issue for detail in (amount, currency, route) for issue in detail.issues),
    )
    return RowRoles(found, issues, (*amount.conversions, *currency.conversions, *route.conversions))


def _currency(column: TextColumn, vocabulary: Vocabulary) -> Detail:
    """ISO codes; a word such as `dollar`, which several countries use, is not known."""
    codes = [
        _SIGNS.get(text) or _iso(text) or vocabulary.code("currency", text) for text in column.texts
    ]
    codes = wanted(column, codes)
    issues = unknown_values(column, codes, vocabulary, "currency")
    return Detail(
        column.spread(codes, pa.string()),
        tuple(issues),
        tuple(matched(column, "currency", codes)),
    )


def _iso(text: str) -> str | None:
    return text.upper() if text.upper() in list_currencies() else None


def _occasions(rows: Mapping[str, pa.Array]) -> pa.Array:
    """What tells allocations apart: the fund's reference, else recipient, way and date."""
    told = (rows[name].to_pylist() for name in ("fund", "reference", "identity_key", "through"))
    when = (rows[name].to_pylist() for name in ("day", "period_start", "period_end"))
    return pa.array(
        [
            f"{fold(fund or '')}||{fold(reference)}"
            if reference
            else f"{fold(fund or '')}|{who}|{fold(through or '')}|{on or f'{start}-{end}'}"
            for fund, reference, who, through, on, start, end in zip(*told, *when, strict=True)
        ],
        pa.string(),
    )
