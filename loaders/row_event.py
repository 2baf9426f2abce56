"""An event, practice, challenge, lesson or recommendation, and who had which part in it."""

from collections.abc import Mapping

import pyarrow as pa

from core.i18n.folding import fold
from loaders.columns import TextColumn
from loaders.issues import Severity
from loaders.row_detail import languages, listed, missing, told
from loaders.row_role import RowRoles, without_role
from loaders.vocabulary import Vocabulary


def events(
    columns: Mapping[str, TextColumn], rows: Mapping[str, pa.Array], vocabulary: Vocabulary
) -> RowRoles:
    """Read every row; the role of an organisation is its part in the event."""
    kind = listed(columns["event_kind"], "event_kind", "event_kind", vocabulary)
    part = listed(columns["event_role"], "event_role", "event_role", vocabulary)
    language = languages(columns["language"], "language", vocabulary)
    title = told(columns["title"], vocabulary)
    found = {
        **without_role(len(title)),
        "role": part.values,
        "event_role_reported": columns["event_role"].reported(),
        "occasion": _occasions(title, rows),
        "event_kind": kind.values,
        "event_kind_reported": columns["event_kind"].reported(),
        "title": title,
        "date": rows["day"],
        "date_reported": columns["date"].reported(),
        "language": language.values,
        "language_reported": columns["language"].reported(),
        "summary": columns["summary"].reported(),
        "link": columns["link"].reported(),
    }
    details = (kind, part, language)
    issues = (
        *missing(columns["title"], "title", vocabulary, Severity.DROPS_ROW),
        *missing(columns["event_kind"], "event_kind", vocabulary, Severity.WARNS),
        *(issue for detail in details for issue in detail.issues),
    )
    conversions = tuple(one for detail in details for one in detail.conversions)
    return RowRoles(found, issues, conversions)


def _occasions(title: pa.Array, rows: Mapping[str, pa.Array]) -> pa.Array:
    """What tells events apart: the title and the date."""
    parts = (rows[name].to_pylist() for name in ("day", "period_start", "period_end"))
    return pa.array(
        [
            f"{fold(name)}|{on or f'{start}-{end}'}" if name else None
            for name, on, start, end in zip(title.to_pylist(), *parts, strict=True)
        ],
        pa.string(),
    )
