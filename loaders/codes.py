"""docs/codes.md: every issue and every error, written from the code and never by hand."""

from collections.abc import Iterator, Mapping

from core.i18n import Lang, translations
from core.i18n.errors import ERRORS
from core.settings import ROOT
from loaders.issue_words import WORDS
from loaders.terminal.usage import USAGE

PAGE = ROOT / "docs" / "codes.md"

_INTRODUCTION = """\
# Codes

Written by `make docs` from the code; not edited by hand. A code is stable: scripts, statistics and
translations hang on it. What stands in braces is filled in from the file.
"""
_PARTS: tuple[tuple[str, str, Mapping[str, tuple[str, str]]], ...] = (
    (
        "Issues",
        "Something about the data of an upload: it is refused, a row is left out, or it is loaded "
        "with a remark. Every `issues` entry of `--json` has one of these in `code`.",
        WORDS,
    ),
    (
        "Errors",
        "Something that stops a request: exit status 1 (the file), 2 (wrong usage) or 3 (the store "
        "is in use); `error.code` in `--json`.",
        ERRORS,
    ),
    ("Wrong usage of the terminal", "Exit status 2; `error.code` in `--json`.", USAGE),
)


def write() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


def is_current() -> bool:
    """Whether the page is what would be written."""
    return PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()


def page() -> str:
    """The page as Markdown."""
    return "\n".join((_INTRODUCTION, *_parts())).rstrip() + "\n"


def _parts() -> Iterator[str]:
    for title, about, words in _PARTS:
        yield f"## {title}\n\n{about}\n"
        for code in sorted(words):
            yield f"### {code}\n"
            for lang in Lang:
                gettext = translations(lang).gettext
                what, remedy = map(gettext, words[code])
                yield f"- {lang.own_name}: {what} {remedy}"
            yield ""
