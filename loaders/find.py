"""Where in a file the list stands, and what is known beforehand to recognise it."""

from core.storage.database import Database
from loaders.acronyms import acronym_decisions
from loaders.check import Knowledge, Table
from loaders.choices import Choices
from loaders.cluster_name import guess_cluster
from loaders.families import families
from loaders.issues import Issue
from loaders.red_cross import movement
from loaders.registry import registered_names
from loaders.sheets import choose_sheet
from loaders.upload import Upload
from loaders.vocabulary import vocabulary


def knowledge(database: Database) -> Knowledge:
    """Read the words of three languages from the store; keep it, they change with a release.

    Decisions about acronyms change from day to day: `prepare` looks them up anew.
    """
    with database.cursor() as cur:
        words = vocabulary(cur)
        return Knowledge(
            vocabulary=words,
            movement=movement(cur),
            version=database.reference_hash,
            families=families(words),
            acronyms=acronym_decisions(cur),
            registered=registered_names(cur),
        )


def find_table(
    upload: Upload, dataset: str, choices: Choices, known: Knowledge
) -> tuple[Table | None, tuple[Issue, ...]]:
    """The sheet, heading and columns, and what is to be said about the choice of the sheet.

    The table is None where an issue says that there is none.
    """
    given = {
        name for name in ("country", "period", "cluster") if getattr(choices, name) is not None
    }
    if choices.day is not None:
        given.add("date")
    names = [(sheet.name, upload.name) for sheet in upload.sheets]
    if dataset == "presence" and any(guess_cluster(both, known.vocabulary) for both in names):
        given.add("cluster")
    found = choose_sheet(
        upload,
        dataset,
        known.vocabulary,
        choices.sheet,
        row=choices.heading_row,
        choices=choices.columns,
        given=given,
    )
    if found.sheet is None or found.header is None or found.mapping is None:
        return None, found.issues
    return Table(found.sheet, found.header, found.mapping), found.issues
