"""Indicators from the terminal: python -m metrics list, compute, docs.

Exit status: 0 done, 1 refused because of the data, 2 wrong usage, 3 store in use.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, cast

import pandas as pd
import typer

from core.errors import DashboardError, StorageBusy, UnknownIndicator
from core.i18n import N_, Lang, translations
from core.i18n.errors import explain
from metrics import find, indicators, measure, methodology, mixed_levels, overlapping
from metrics.dimensions import limits
from metrics.output import as_csv, as_json
from metrics.question import Scope, ask
from metrics.source import opened, resolved

DEMONSTRATION = N_("The store is empty. These numbers come from fictional demonstration data.")
NO_STORE = N_("There is no store yet, and no demonstration data. Load a file first.")
STALE = N_("docs/indicators.md is not current. Run: python -m metrics docs")
OVERLAPS = N_(
    "A country with several working languages is in each of them: do not add the rows up."
)
MIXED = N_("Levels are mixed in one number: {levels}.")
NOT_A_PAIR = N_("“{value}” is not of the form dimension=value.")
NOT_A_TIME = N_("“{value}” is not an instant. Write it in UTC, such as 2026-03-31T12:00.")

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the messages.")]


class GrainChoice(StrEnum):
    """What one period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    REPORTED = "reported"
    ALL = "all"


class Format(StrEnum):
    """How the result is written."""

    CSV = "csv"
    JSON = "json"


@app.command("list")
def list_command(
    as_objects: Annotated[bool, typer.Option("--json", help="One JSON list.")] = False,
    lang: LangOption = Lang.EN,
) -> None:
    """The indicators, and what each can be split by."""
    if as_objects:
        listed = [i.model_dump(mode="json") for i in indicators().values()]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        return
    for indicator in indicators().values():
        sys.stdout.write(
            f"{indicator.code}  {indicator.id}\n    {indicator.name.in_(lang)}\n"
            f"    {', '.join(limits(indicator))}\n"
        )


@app.command("compute")
def compute_command(
    indicator: Annotated[str, typer.Argument(help="An id or a code: `list` shows them.")],
    by: Annotated[str, typer.Option(help="Dimensions, separated by commas.")] = "",
    where: Annotated[list[str] | None, typer.Option(help="dimension=value; repeatable.")] = None,
    scope: Annotated[int, typer.Option(min=1, max=3, help="What counts as an L/NA.")] = 2,
    grain: Annotated[GrainChoice, typer.Option(help="What a period is.")] = GrainChoice.REPORTED,
    as_of: Annotated[str | None, typer.Option(help="An instant in UTC.")] = None,
    written: Annotated[Format, typer.Option("--format")] = Format.CSV,
    store: Annotated[Path | None, typer.Option(help="The store; ALN_STORE by default.")] = None,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for the store.")] = 0.0,
    lang: LangOption = Lang.EN,
) -> None:
    """One indicator, one row a group."""
    with _explained(lang):
        asked = find(indicator)
        groups = [name.strip() for name in by.split(",") if name.strip()]
        only = _pairs(where or [], lang)
        ask(asked, by=groups, only=only)  # a wrong question needs no store
        instant = _instant(as_of, lang)
        with opened(store, wait=wait) as (database, demonstration):
            if database is None:
                _say(NO_STORE, lang)
                raise typer.Exit(1)
            if demonstration:
                _say(DEMONSTRATION, lang)
            with database.cursor(as_of=resolved(database, instant)) as cur:
                found = measure(
                    cur,
                    asked,
                    by=groups,
                    only=only,
                    scope=cast("Scope", scope),
                    grain=grain.value,
                )
                mixed = mixed_levels(cur, asked, by=groups, only=only, grain=grain.value)
    _caution(groups, mixed, lang)
    sys.stdout.write(_WRITERS[written](found))


@app.command("docs")
def docs_command(
    check: Annotated[bool, typer.Option("--check", help="Only say whether it is current.")] = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Write docs/indicators.md."""
    if not check:
        methodology.write()
    elif not methodology.is_current():
        _say(STALE, lang)
        raise typer.Exit(1)


def _caution(groups: list[str], mixed: tuple[str, ...], lang: Lang) -> None:
    """What must be said beside the numbers; on standard error, so that they stay alone."""
    if overlapping(groups):
        _say(OVERLAPS, lang)
    if mixed:
        _say(MIXED, lang, levels=", ".join(mixed))


_WRITERS: dict[Format, Callable[[pd.DataFrame], str]] = {
    Format.CSV: as_csv,
    Format.JSON: lambda found: as_json(found) + "\n",
}


@contextmanager
def _explained(lang: Lang) -> Iterator[None]:
    try:
        yield
    except UnknownIndicator as error:
        _refuse(error, lang, status=2)
    except StorageBusy as error:
        _refuse(error, lang, status=3)
    except DashboardError as error:
        _refuse(error, lang, status=1)


def _refuse(error: DashboardError, lang: Lang, *, status: int) -> None:
    sys.stderr.write("\n".join(explain(error, lang)) + "\n")
    raise typer.Exit(status)


def _say(template: str, lang: Lang, **facts: str) -> None:
    sys.stderr.write(translations(lang).gettext(template).format(**facts) + "\n")


def _pairs(where: list[str], lang: Lang) -> dict[str, tuple[str | None, ...]]:
    """The values of each dimension; nothing behind the sign means: where there is no value."""
    only: dict[str, tuple[str | None, ...]] = {}
    for pair in where:
        name, sign, value = pair.partition("=")
        if not sign:
            _say(NOT_A_PAIR, lang, value=pair)
            raise typer.Exit(2)
        only[name.strip()] = (*only.get(name.strip(), ()), value.strip() or None)
    return only


def _instant(text: str | None, lang: Lang) -> datetime | None:
    if text is None:
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        _say(NOT_A_TIME, lang, value=text)
        raise typer.Exit(2) from None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


if __name__ == "__main__":
    app()
