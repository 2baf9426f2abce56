"""One return worked through by hand, and its rows as the store has them."""

from collections.abc import Mapping
from typing import Any

import loaders
from core.i18n import Lang
from core.i18n.periods import Period
from loaders import Staged
from loaders.returns import Answers, Taken, stage
from loaders.returns.workbook import workbook
from tests.loaders.cells import Store

MARCH = Period.parse("2026-03")
LUMIERE = {"organisation": "Association Lumière", "acronym": "AL", "organisation_type": "441"}
INTERNATIONAL = {"organisation": "Example International", "organisation_type": "437"}
WASH = {"country": "TCD", "period": "2026-03", "mechanism_type": "cluster", "cluster": "WSH",
        "level": "national"}  # fmt: skip
ANSWERS = Answers(
    which=WASH,
    says={"status": "active", "language": "fr ar", "interpretation": "no", "plan": "yes",
          "source": "Cluster coordination team", "remarks": "=2+2 <b>The SAG met twice</b>"},
    members={"members": "24", "members_ngo": "11", "members_authority": "0"},
    sag={"members": "8"},
    roles=(
        {"role": "lead", **INTERNATIONAL},
        {"role": "co_lead", **LUMIERE, "funded": "yes"},
        {"role": "co_chair", "organisation": "vacant"},
    ),
    seats=({"seat": "full", **LUMIERE}, {"organisation": "جمعية النور"}),
    meetings=({"date": "2026-03-04", "language": "ar", "interpretation": "yes"},
              {"date": "2026-02-11"}),
)  # fmt: skip

# Mechanism type, then what the dataset says; None is not known.
ROWS: Mapping[str, list[tuple[object, ...]]] = {
    # closed, language, interpretation, translated minutes, plan, members: all, NGO, authority, UN
    "mechanisms": [
        ("cluster", False, "fr ar", False, None, True, 24, 11, 0, None),
        ("sag", False, None, None, None, None, 8, None, None, None),
    ],
    # role, name, funded, narrowest scope
    "roles": [
        ("cluster", "lead", "Example International", None, None),
        ("cluster", "co_lead", "Association Lumière", True, 1),
        ("cluster", "co_chair", None, None, None),
    ],
    # seat, role, name, type known
    "members": [
        ("sag", "full", "member", "Association Lumière", True),
        ("sag", None, "member", "جمعية النور", False),
    ],
    # day, language, interpretation, who was there
    "meetings": [
        ("cluster", "2026-03-04", "ar", True, None),
        ("cluster", "2026-02-11", None, None, None),
    ],
}
_SAID = {
    "mechanisms": ("closed", "language", "interpretation", "minutes_translated", "plan",
                   "members", "members_ngo", "members_authority", "members_un"),
    "roles": ("role", "name", "funded", "lna_scope"),
    "members": ("seat", "role", "name", "type_known"),
    "meetings": ("date", "language", "interpretation", "role"),
}  # fmt: skip


def taken(store: Store, content: bytes, name: str = "return.xlsx") -> Taken:
    """A return as it is understood."""
    return stage(store.database, loaders.read(content, name), store.known)


def written(answers: Answers, lang: Lang = Lang.EN) -> bytes:
    """The sheet with these answers."""
    return workbook(answers, lang)


def rows_of(staged: Staged) -> list[tuple[Any, ...]]:
    """The rows as ROWS has them."""
    names = ("mechanism_type", *_SAID[staged.dataset])
    return [tuple(row[name] for name in names) for row in staged.rows.to_pylist()]
