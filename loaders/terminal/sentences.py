"""An issue as a sentence that a terminal can show: texts of the file cannot steer it."""

from dataclasses import replace

from core.i18n import Lang
from loaders.issues import Issue
from loaders.sentences import sentence
from loaders.terminal.escaping import safe


def sentence_of(issue: Issue, lang: Lang) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    shown = replace(
        issue,
        sheet=issue.sheet and safe(issue.sheet),
        value=issue.value and safe(issue.value),
        suggestion=issue.suggestion and safe(issue.suggestion),
        others=tuple(safe(other) for other in issue.others),
    )
    return sentence(shown, lang)
