"""What mechanisms, datasets and periods are called, in the reader's language or an office's."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from core.i18n import Lang, translations
from core.i18n.numbers import isolate
from core.i18n.periods import Period, period_name
from pages.components import cached
from pages.components.session import Context

# Mechanisms of which a cluster can have several, and which therefore have names of their own.
_BY_CLUSTER = {"cluster", "aor"}


@dataclass(frozen=True, slots=True)
class Words:
    """Names of codes in one language."""

    lang: Lang
    names: Mapping[str, Mapping[str, str]]

    def of(self, dimension: str, code: object) -> str:
        """The name of a code; a code without a name stands for itself."""
        return self.names.get(dimension, {}).get(str(code), str(code))

    def mechanism(self, row: Mapping[Hashable, Any]) -> str:
        """`Health`, or the kind of mechanism with its cluster and name; then its hub."""
        kind, cluster, name, hub = (row[c] for c in ("mechanism_type", "cluster", "name", "hub"))
        parts = []
        if kind not in _BY_CLUSTER or not _given(cluster):
            parts.append(self.of("mechanism_type", kind))
        if _given(cluster):
            parts.append(self.of("cluster", cluster))
        if kind not in _BY_CLUSTER and _given(name):
            parts.append(str(name))
        named = " · ".join(isolate(part, self.lang) for part in parts)
        return f"{named} ({isolate(str(hub), self.lang)})" if _given(hub) else named

    def listed(self, names: Iterable[str]) -> str:
        """Several names, one after the other."""
        return translations(self.lang).gettext("; ").join(names)

    def period(self, text: object) -> str:
        """A period; empty where there is none."""
        return period_name(Period.parse(str(text)), self.lang) if _given(text) else ""


def in_language(ctx: Context, lang: Lang) -> Words:
    """The names of the store's codes in a language."""
    return Words(lang, cached.names(ctx.db, str(ctx.db.path), ctx.db.reference_hash, lang.value))


def _given(cell: object) -> bool:
    return cell is not None and not pd.isna(cell) and cell != ""  # type: ignore[call-overload]
