"""Text of strange files on a terminal: nothing in it may move the cursor or turn the direction."""

import re

# Control characters, line separators, whatever steers the direction of text, lone surrogates.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)


def safe(text: str) -> str:
    r"""The text with everything that steers a terminal written out, as `\x1b` or `\u202e`."""
    return _STEERING.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
