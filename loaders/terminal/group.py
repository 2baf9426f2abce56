"""The commands together; a command line that cannot be parsed is an answer as well."""

import contextlib
import io
import json
import sys
from collections.abc import Sequence
from typing import Any

from typer.core import TyperGroup

_WRONG_USAGE = 2


class Commands(TyperGroup):
    """With --json, what the parser complains of becomes the one JSON object."""

    def main(self, args: Sequence[str] | None = None, *more: Any, **named: Any) -> Any:  # noqa: ANN401 - as the parser's own
        """Parse and run."""
        typed = sys.argv[1:] if args is None else args
        if "--json" not in typed:
            return super().main(args, *more, **named)
        complaint = io.StringIO()
        try:
            with contextlib.redirect_stderr(complaint):
                return super().main(args, *more, **named)
        except SystemExit as end:
            if end.code == _WRONG_USAGE and complaint.getvalue():
                sys.stdout.write(json.dumps(_answer(complaint.getvalue())) + "\n")
            raise


def _answer(complaint: str) -> dict[str, object]:
    """The parser writes how to use it, a hint, and last what is wrong."""
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    error = {"code": "wrong-command-line", "what": lines[-1], "do": lines[0]}
    return {"status": "wrong-usage", "error": error, "issues": []}
