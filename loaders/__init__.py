"""From a file that an office has to rows that indicators can be made of.

upload = read(content, name)                        UnreadableFile, or sheets of text
table, issues = find_table(upload, …)               the sheet, its heading, its columns
staged = check(upload, table, …)                    rows, and what is wrong with them
prepared = prepare(database, upload, …)             both, and the audits across rows
rehearse(database, staged, observe=…)               what would change
commit(database, staged, office)                    published, all or nothing
withdraw(database, batch, office, why)              out of force, nothing deleted
purge(database, batch, office, why)                 gone for good
proposals(cur, country)                             organisations that may be one, and why
remembered(cur, upload, vocabulary, office=…)  what was said of the last file of these headings
approve, refuse, revoke(database, pair, office, why)  one, two, or not decided
"""

from loaders.acronyms import keep_together, revoke_acronym, tell_apart
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
from loaders.likenesses import Proposal, Reason, proposals
from loaders.memory import Remembered, forget_layout, remembered
from loaders.organisation_flags import Said, flags, set_flag
from loaders.prepare import Prepared, prepare
from loaders.read import read
from loaders.registry import (
    Pair,
    PairDecision,
    approve,
    pair_decisions,
    refuse,
    rehearse_alias,
    revoke,
)
from loaders.staged import Staged
from loaders.undo import purge, withdraw
from loaders.upload import Sheet, Upload

__all__ = [
    "Batch",
    "Choices",
    "Difference",
    "Knowledge",
    "Pair",
    "PairDecision",
    "Prepared",
    "Proposal",
    "Reason",
    "Receipt",
    "Rehearsal",
    "Remembered",
    "Said",
    "Sheet",
    "Staged",
    "Table",
    "Upload",
    "approve",
    "batches",
    "check",
    "commit",
    "find_table",
    "flags",
    "forget_layout",
    "keep_together",
    "knowledge",
    "pair_decisions",
    "prepare",
    "proposals",
    "purge",
    "read",
    "refuse",
    "rehearse",
    "rehearse_alias",
    "remembered",
    "revoke",
    "revoke_acronym",
    "set_flag",
    "tell_apart",
    "withdraw",
]
