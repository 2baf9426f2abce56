"""The verbs from a terminal: `python -m loaders --help` lists them.

Exit status: 0 done, 1 refused because of the data (issues on standard output), 2 wrong usage,
3 the store is in use by another process.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from core.access import Office
from core.i18n import Lang
from loaders import batches, codes, purge, withdraw
from loaders.terminal import (
    decisions,
    giving_back,
    joint_options,
    options,
    reading_options,
    receipts,
    registry,
    reports,
)
from loaders.terminal.console import Console
from loaders.terminal.group import Commands
from loaders.terminal.loading import Terms, load
from loaders.terminal.options import known_dataset, reason
from loaders.terminal.typed import recalling_of, typed_of
from loaders.terminal.usage import WrongUsage
from loaders.terminal.work import opened, read_file, understand, words_without_store, write_file

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="From an office's file to rows that indicators are made of.",
)


@app.command("inspect")
def inspect_command(
    ctx: typer.Context,
    file: options.FileArgument,
    dataset: options.DatasetOption = "presence",
    country: options.CountryOption = None,
    period: options.PeriodOption = None,
    cluster: options.ClusterOption = None,
    hub: options.HubOption = None,
    sheet: options.SheetOption = None,
    identity: options.IdentityOption = "name",
    mapped: options.MapOption = None,
    heading_row: options.HeadingRowOption = None,
    give_back: options.ReturnOption = None,
    date: options.DateOption = None,
    dates: options.DatesOption = None,
    join: joint_options.JoinOption = None,
    split: joint_options.SplitOption = None,
    whole: joint_options.WholeOption = None,
    refuse: reading_options.RefuseOption = None,
    repair_letters: reading_options.RepairOption = False,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Say what is recognised in a file: sheet, headings, country, period, issues."""
    console = Console(lang, as_json)
    with console.guarding():
        typed = typed_of(ctx)
        upload, content = read_file(file)
        reading = understand(upload, typed, words_without_store())
        giving_back.give_back(content, reading, give_back, lang)
        console.end(giving_back.with_path(reports.inspected(reading, lang), give_back, lang))


@app.command("load")
def load_command(
    ctx: typer.Context,
    file: options.FileArgument,
    dataset: options.DatasetOption = "presence",
    country: options.CountryOption = None,
    period: options.PeriodOption = None,
    cluster: options.ClusterOption = None,
    hub: options.HubOption = None,
    claim: options.ClaimOption = "as-found",
    sheet: options.SheetOption = None,
    identity: options.IdentityOption = "name",
    mapped: options.MapOption = None,
    heading_row: options.HeadingRowOption = None,
    date: options.DateOption = None,
    dates: options.DatesOption = None,
    join: joint_options.JoinOption = None,
    split: joint_options.SplitOption = None,
    whole: joint_options.WholeOption = None,
    refuse: reading_options.RefuseOption = None,
    repair_letters: reading_options.RepairOption = False,
    office: options.OfficeOption = "terminal",
    office_with_memory: reading_options.MemoryOption = None,
    no_memory: reading_options.NoMemoryOption = False,
    forget: reading_options.ForgetOption = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Rehearse; store nothing.")] = False,
    give_back: options.ReturnOption = None,
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Check a file and publish it as a batch, all or nothing."""
    console = Console(lang, as_json)
    with console.guarding():
        typed, recalling = typed_of(ctx), recalling_of(ctx)
        terms = Terms(
            office=recalling.office if recalling else Office(office), store=store, wait=wait,
            dry_run=dry_run, lang=lang, give_back=give_back, recalling=recalling,
        )  # fmt: skip
        console.end(load(file, typed, terms))


@app.command("batches")
def batches_command(
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """List what has been loaded, the newest first."""
    console = Console(lang, as_json)
    with console.guarding(), opened(store, wait) as database, database.cursor() as cur:
        console.end(decisions.listed(batches(cur), lang))


@app.command("withdraw")
def withdraw_command(
    batch: options.BatchArgument,
    why: options.WhyOption,
    office: options.OfficeOption = "terminal",
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Take a batch out of force: nothing is deleted, the one before it is in force again."""
    console = Console(lang, as_json)
    with console.guarding():
        who, because = Office(office), reason(why)
        with opened(store, wait) as database:
            event = withdraw(database, batch, who, because)
        console.end(decisions.withdrawn(batch, event, lang))


@app.command("purge")
def purge_command(
    batch: options.BatchArgument,
    why: options.WhyOption,
    yes: Annotated[bool, typer.Option("--yes", help="Yes, for good.")] = False,
    office: options.OfficeOption = "terminal",
    store: options.StoreOption = None,
    wait: options.WaitOption = 0.0,
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Remove the rows of a batch for good; its number and the reason stay."""
    console = Console(lang, as_json)
    with console.guarding():
        who, because = Office(office), reason(why)
        if not yes:
            raise WrongUsage("purge-not-confirmed", value=batch)
        with opened(store, wait) as database:
            event = purge(database, batch, who, because)
        console.end(decisions.purged(batch, event, lang))


@app.command("template")
def template_command(
    dataset: options.DatasetArgument,
    out: Annotated[Path, typer.Option("--out", help="The workbook to write; must not exist.")],
    lang: options.LangOption = Lang.EN,
    as_json: options.JsonOption = False,
) -> None:
    """Write the empty workbook of a dataset, in one language, with lists to choose from."""
    # Imported here: its library takes a tenth of a second, which no load should wait for.
    from loaders.template import template

    console = Console(lang, as_json)
    with console.guarding():
        write_file(out, template(known_dataset(dataset), lang))
        console.end(decisions.written(dataset, out, lang))


@app.command("codes")
def codes_command(
    check: Annotated[bool, typer.Option("--check", help="Only say whether it is current.")] = False,
) -> None:
    """Write docs/codes.md: every issue and error with its sentence."""
    if not check:
        codes.write()
    elif not codes.is_current():
        sys.stdout.write(f"{codes.PAGE.name} is not current: run `make docs`\n")
        raise typer.Exit(1)


registry.add_to(app)
receipts.add_to(app)

if __name__ == "__main__":
    app(prog_name="python -m loaders")
