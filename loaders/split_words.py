"""The signs at which cells are split, in words: templates of the catalogue."""

from collections.abc import Mapping

from core.i18n import N_

SIGN_WORDS: Mapping[str, str] = {
    "line": N_("line break"),
    ",": N_("comma"),
    "and": N_("the word “and”"),
    "et": N_("the word “et”"),
    "و": N_("the word “و”"),
}
