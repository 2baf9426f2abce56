"""What a terminal is shown: made safe, aligned, and with a sentence for every mistake."""

import pytest

from core.access import Office
from core.i18n import Lang
from loaders.terminal.console import explained
from loaders.terminal.escaping import safe
from loaders.terminal.usage import USAGE, WITHOUT_SUGGESTION, WrongUsage
from loaders.terminal.words import aligned


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Santé · الصحة · 3W", "Santé · الصحة · 3W"),
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("line\nfeed\ttab", r"line\x0afeed\x09tab"),
        ("abc\u202edef", r"abc\u202edef"),
        ("\u2066in\u2069", r"\u2066in\u2069"),
        ("\ud800", r"\ud800"),
        ("\x9b31m", r"\x9b31m"),
    ],
)
def test_what_steers_is_written_out(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_columns_are_as_wide_as_their_widest_cell_and_marks_take_no_room() -> None:
    lines = list(aligned([("a", "b"), ("\u2066long\u2069", "c")]))

    assert lines == ["  a     b", "  \u2066long\u2069  c"]


def test_the_default_office_is_an_acceptable_label() -> None:
    assert Office("terminal").label == "terminal"


def test_every_wrong_usage_that_may_lack_a_suggestion_has_other_words() -> None:
    asking = {code for code, words in USAGE.items() if "{suggestion}" in words[1]}

    assert set(WITHOUT_SUGGESTION) == asking


@pytest.mark.parametrize("lang", Lang)
def test_what_was_typed_wrongly_is_shown_and_cannot_steer(lang: Lang) -> None:
    error = WrongUsage("unknown-cluster", value="W\x1b[2J", suggestion=None)

    what, remedy = explained(error, lang)

    assert r"W\x1b[2J" in what
    assert "WSH" in remedy
