"""Where a load from a terminal goes to, and how."""

from dataclasses import dataclass
from pathlib import Path

from core.access import Office
from core.i18n import Lang
from loaders.terminal.memory import Recalling


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Where to load to, and how.

    Attributes:
        store: None is the one of the settings.
        wait: in seconds.
        give_back: where to write the marked workbook; None: it is not wanted.
        recalling: whose earlier decisions are asked for; None: nobody's.
    """

    office: Office
    store: Path | None
    wait: float
    dry_run: bool
    lang: Lang
    give_back: Path | None = None
    recalling: Recalling | None = None
