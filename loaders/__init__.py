"""From a file that an office has to rows that indicators can be made of.

upload = read(content, name)                        UnreadableFile, or sheets of text
table, issues = find_table(upload, …)               the sheet, its heading, its columns
staged = check(upload, table, …)                    rows, and what is wrong with them
prepared = prepare(database, upload, …)             both, and the audits across rows
rehearse(database, staged, observe=…)               what would change
commit(database, staged, office)                    published, all or nothing
withdraw(database, batch, office, why)              out of force, nothing deleted
purge(database, batch, office, why)                 gone for good
"""

from loaders.batches import Batch, batches
from loaders.check import Knowledge, Table, check
from loaders.choices import Choices
from loaders.commit import (
    Difference,
    Receipt,
    Rehearsal,
    commit,
    rehearse,
)
from loaders.find import find_table, knowledge
from loaders.prepare import Prepared, prepare
from loaders.read import read
from loaders.staged import Staged
from loaders.undo import purge, withdraw
from loaders.upload import Sheet, Upload

__all__ = [
    "Batch",
    "Choices",
    "Difference",
    "Knowledge",
    "Prepared",
    "Receipt",
    "Rehearsal",
    "Sheet",
    "Staged",
    "Table",
    "Upload",
    "batches",
    "check",
    "commit",
    "find_table",
    "knowledge",
    "prepare",
    "purge",
    "read",
    "rehearse",
    "withdraw",
]
