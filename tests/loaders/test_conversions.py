"""What was made of a file's texts is told before anything is stored."""

from pathlib import Path

import loaders
from core.storage.database import Database
from loaders import Choices
from loaders.normalise import Conversion, ConversionKind

FILE = """\
Pays,Organisation,Type,Cluster,Mois
Tchad,  Espoir  ,ONG nationale,EHA,janvier 2022
Tchad,OXFAM,ONG internationale,Santé,2022-01
TCHAD,Espoir ,ONG nationale,EHA,janvier 2022
"""


def test_blanks_once_a_column_and_each_word_that_became_a_code(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "store.duckdb")
    known = loaders.knowledge(database)
    upload = loaders.read(FILE.encode(), "liste.csv")

    staged = loaders.prepare(database, upload, "presence", Choices(), known).staged
    database.close()

    assert staged is not None
    # "Tchad" and "Santé" are the names of our own list: nothing was made of them.
    assert set(staged.conversions) == {
        Conversion("organisation", "  Espoir  ", "Espoir", 2, ConversionKind.BLANKS),
        Conversion("cluster", "EHA", "WSH", 2, ConversionKind.MATCHED),
        Conversion("organisation_type", "ONG nationale", "441", 2, ConversionKind.MATCHED),
        Conversion("organisation_type", "ONG internationale", "437", 1, ConversionKind.MATCHED),
        Conversion("period", "janvier 2022", "2022-01", 2, ConversionKind.PERIOD),
    }
