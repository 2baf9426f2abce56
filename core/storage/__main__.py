"""Back up and restore from the terminal: python -m core.storage backup --out FILE."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from core.errors import DashboardError, StorageBusy
from core.i18n import Lang
from core.i18n.errors import explain
from core.settings import Settings
from core.storage.backup import backup, restore

app = typer.Typer(no_args_is_help=True, add_completion=False)

LangOption = Annotated[Lang, typer.Option(help="Language of the messages.")]


@app.command("backup")
def backup_command(
    out: Annotated[Path, typer.Option(help="The file to write; it must not exist.")],
    store: Annotated[Path | None, typer.Option(help="The store; ALN_STORE by default.")] = None,
    lang: LangOption = Lang.EN,
) -> None:
    """Copy the store into one file."""
    source = store or Settings().store
    try:
        backup(source, out)
    except DashboardError as error:
        _refuse(error, lang)
    sys.stdout.write(f"{source} -> {out}\n")


@app.command("restore")
def restore_command(
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    out: Annotated[Path | None, typer.Option(help="The store; ALN_STORE by default.")] = None,
    lang: LangOption = Lang.EN,
) -> None:
    """Put a backup in the place of the store; the former store is kept beside it."""
    store = out or Settings().store
    try:
        kept = restore(file, store)
    except DashboardError as error:
        _refuse(error, lang)
    sys.stdout.write(f"{file} -> {store}\n" + (f"{store} -> {kept}\n" if kept else ""))


def _refuse(error: DashboardError, lang: Lang) -> None:
    sys.stderr.write("\n".join(explain(error, lang)) + "\n")
    raise typer.Exit(3 if isinstance(error, StorageBusy) else 1)


if __name__ == "__main__":
    app()
