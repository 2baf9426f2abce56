"""A file taken through every step up to the rehearsal, as a page would, with nobody watching."""

from core.errors import UnreadableFile
from core.i18n import Lang
from core.i18n.errors import explain
from core.i18n.periods import Period
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders import Choices, Knowledge, prepare, read, rehearse
from loaders.datasets import DATASETS
from loaders.sentences import sentence

SAID = Choices(country="SOM", period=Period.month(2022, 3))
UNSAID = Choices()


def outcome(database: Database, known: Knowledge, content: bytes, name: str) -> str:
    """What became of a file: the code of a refusal, `blocked`, or `rehearsed`.

    Anything else, an error of ours or of a library, comes through.
    """
    try:
        upload = read(content, name)
    except UnreadableFile as refusal:
        told = [explain(refusal, lang) for lang in Lang]
        return refusal.code if all(map(all, told)) else "wordless"
    ends = set()
    for dataset in DATASETS:
        for choices in (SAID, UNSAID):
            prepared = prepare(database, upload, dataset, choices, known)
            for issue in prepared.report.issues:
                for lang in Lang:
                    assert all(text.encode() for text in sentence(issue, lang)), issue
            ends.add("blocked" if prepared.report.blocks else "rehearsed")
            if prepared.staged is not None and not prepared.report.blocks:
                rehearse(database, prepared.staged, observe=_organisations)
    return max(ends)


def _organisations(cur: Cursor) -> int:
    return int(cur.value("SELECT count(DISTINCT organisation) FROM fact_org"))
