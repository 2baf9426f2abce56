"""Tables brought up to date: numbered files, forward only, recorded in the same transaction."""

from pathlib import Path

from core.errors import StorageBusy, WrongDeclaration
from core.storage.cursor import Cursor

MIGRATIONS = Path(__file__).parent / "migrations"


def up_to_date(cur: Cursor, folder: Path = MIGRATIONS) -> int:
    """Run the migrations that the store has not seen; returns how many that were.

    Raises:
        StorageBusy: `store-newer-than-program` when the store has seen more than we have.
        WrongDeclaration: the files are not numbered 1, 2, 3…
    """
    files = numbered(folder)
    cur.run("CREATE TABLE IF NOT EXISTS migration (number INTEGER, name VARCHAR)")
    done = int(cur.value("SELECT coalesce(max(number), 0) FROM migration"))
    if done > len(files):
        raise StorageBusy("store-newer-than-program", store=done, program=len(files))
    for number, file in enumerate(files[done:], start=done + 1):
        cur.run(file.read_text(encoding="utf-8"))
        cur.run(
            "INSERT INTO migration VALUES ($number, $name)", {"number": number, "name": file.name}
        )
    return len(files) - done


def numbered(folder: Path) -> list[Path]:
    """The migration files in order."""
    files = sorted(folder.glob("*.sql"))
    for number, file in enumerate(files, start=1):
        if not file.name.startswith(f"{number:04d}_"):
            raise WrongDeclaration("wrong-declaration", file=file.name, reason="gap in numbers")
    return files
