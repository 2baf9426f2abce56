"""What is being done, on one line of a terminal that is rewritten; nothing where there is none."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from core.i18n import Lang
from loaders.progress import Progress, listening
from loaders.progress_words import progress_words
from loaders.terminal.escaping import safe

_CLEARED = "\r\x1b[K"


@contextmanager
def telling(lang: Lang) -> Iterator[None]:
    """Show on standard error what is done inside, if a person sits before it."""
    if not sys.stderr.isatty():
        yield
        return
    try:
        with listening(lambda progress: _show(progress, lang)):
            yield
    finally:
        sys.stderr.write(_CLEARED)
        sys.stderr.flush()


def _show(progress: Progress, lang: Lang) -> None:
    named = Progress(
        progress.stage, progress.done, progress.of, progress.rows, safe(progress.name or "")
    )
    share = f" {progress.share:.0%}" if progress.of else ""
    text = f"{_CLEARED}{progress_words(named, lang)}{share}"
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
    sys.stderr.flush()
