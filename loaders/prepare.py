"""All that happens to a file between reading and rehearsing it, in one call."""

from dataclasses import dataclass, replace

from core.storage.database import Database
from loaders.acronyms import acronym_decisions
from loaders.audit import audit
from loaders.bounded import bounded
from loaders.check import Knowledge, check
from loaders.choices import Choices
from loaders.find import find_table
from loaders.issues import Report
from loaders.mending import corrected
from loaders.progress import Progress, Stage, tell
from loaders.registry import registered_names
from loaders.repair import with_letters
from loaders.said import presentable, without_text
from loaders.staged import Staged
from loaders.table import Table
from loaders.upload import Upload


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A file as far as it came.

    Attributes:
        table: where the list stands; None where the report says that there is none.
        staged: its rows, with the same report; None without a table.
        report: every issue, in the order of the steps.
    """

    table: Table | None
    staged: Staged | None
    report: Report


def prepare(
    database: Database, upload: Upload, dataset: str, choices: Choices, knowledge: Knowledge
) -> Prepared:
    """Find the list, judge its rows, and audit them together; nothing is written.

    Args:
        database: lends a cursor to the audits.
        upload: the file as it was read.
        dataset: a name of DATASETS.
        choices: a person's word about it.
        knowledge: what is known beforehand.

    Raises:
        ValueError: the choices mend cells of another file.
    """
    tell(Progress(Stage.COLUMNS))
    upload = with_letters(corrected(upload, choices.corrections), choices)
    table, about_sheets = find_table(upload, dataset, choices, knowledge)
    if table is None:
        # Nobody has said yet which columns hold people.
        told = tuple(map(without_text, upload.issues))
        return Prepared(None, None, Report((*told, *about_sheets)))
    with database.cursor() as cur:
        decided = replace(
            knowledge, acronyms=acronym_decisions(cur), registered=registered_names(cur)
        )
        checked = check(upload, table, dataset, choices, decided)
        tell(Progress(Stage.COMPARING))
        across = audit(cur, checked)
    first = tuple(presentable(about_sheets, table))
    report = Report((*first, *checked.report.issues, *bounded(presentable(across, table))))
    return Prepared(table, replace(checked, report=report), report)
