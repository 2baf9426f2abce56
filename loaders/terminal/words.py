"""What a person is told: calm lines in three languages, columns aligned."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from core.i18n import N_, Lang, translations
from core.i18n.numbers import count, isolate
from core.i18n.periods import Period, period_name
from loaders.difference import Difference
from loaders.fields import FIELD_NAMES
from loaders.issues import Code, Issue, Severity
from loaders.terminal.escaping import safe
from loaders.terminal.sentences import sentence_of

_SHOWN = 5
_LISTED = 12
_BEHIND = 2

_SEVERITIES = {
    Severity.BLOCKS_FILE: N_("The file is refused"),
    Severity.DROPS_ROW: N_("Rows left out"),
    Severity.WARNS: N_("Remarks"),
}


class Ready(str):
    """A text that is safe and set apart already."""

    __slots__ = ()


class Words:
    """Sentences of one language, filled in and safe to show."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._gettext = translations(lang).gettext

    def __call__(self, template: str, **facts: object) -> str:
        """A sentence of the catalogue; texts of the file are made safe, numbers written out."""
        return self._gettext(template).format(
            **{name: self._shown(fact) for name, fact in facts.items()}
        )

    def _shown(self, fact: object) -> str:
        if isinstance(fact, Ready):
            return fact
        if isinstance(fact, int):
            return count(fact, self.lang)
        if isinstance(fact, Period):
            return period_name(fact, self.lang)
        return isolate(safe(str(fact)), self.lang)

    def field(self, name: str) -> str:
        """A field by its name for readers."""
        return self._gettext(FIELD_NAMES.get(name, name))

    def listed(self, names: Iterable[object]) -> Ready:
        """Names one after the other, cut where the list is long."""
        shown = [self._shown(name) for name in names]
        more = f" · … (+{len(shown) - _LISTED})" if len(shown) > _LISTED else ""
        return Ready(" · ".join(shown[:_LISTED]) + more)


def issue_lines(issues: Sequence[Issue], words: Words) -> Iterator[str]:
    """Issues by weight and rule: the first of each, how many there are, what to do."""
    for severity, title in _SEVERITIES.items():
        grouped: dict[Code, list[Issue]] = {}
        for issue in issues:
            if issue.severity is severity:
                grouped.setdefault(issue.code, []).append(issue)
        if grouped:
            yield ""
            yield words(title)
        for code, alike in grouped.items():
            yield from _rule(code, alike, words)


def _rule(code: Code, alike: Sequence[Issue], words: Words) -> Iterator[str]:
    yield f"  {code.value} ({count(len(alike), words.lang)})"
    for issue in alike[:_SHOWN]:
        what = sentence_of(issue, words.lang)[0]
        rows = words(N_("({count} rows)"), count=issue.count) if _repeats(issue) else ""
        yield f"    {what} {rows}".rstrip()
    if len(alike) > _SHOWN:
        more = words(N_("{count} more; --json lists all of them"), count=len(alike) - _SHOWN)
        yield f"    … {more}"
    yield f"    → {sentence_of(alike[0], words.lang)[1]}"


def _repeats(issue: Issue) -> bool:
    return issue.count > 1 and "{count}" not in issue.code.template


def difference_line(difference: Difference, words: Words) -> str:
    """What becomes of the organisations of the claimed cells."""
    return words(
        N_(
            "Organisations by cluster, place, role and period: {new} new, {changed} changed, "
            "{unchanged} unchanged, {gone} gone."
        ),
        new=difference.new,
        changed=difference.changed,
        unchanged=difference.unchanged,
        gone=difference.gone,
    )


def aligned(rows: Iterable[Sequence[str]], indent: int = 2) -> Iterator[str]:
    """Cells in columns, each as wide as its widest."""
    table = [tuple(row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [c + " " * (w - _width(c) + _BEHIND) for c, w in zip(row, widths, strict=True)]
        yield (" " * indent + "".join(cells)).rstrip()


def _width(text: str) -> int:
    """Columns on a terminal: marks and invisible characters take none."""
    return sum(unicodedata.category(c) not in {"Mn", "Cf"} for c in text)
