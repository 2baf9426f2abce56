"""Step one of every upload: from the bytes of a file to sheets of text cells.

Nothing is parsed in this process: the work is done inside `loaders.fence`.
"""

import hashlib

from core.errors import UnreadableFile
from loaders.fence import guarded
from loaders.parcel import unpack
from loaders.upload import Sheet, Upload

__all__ = ["Sheet", "Upload", "read"]

_LARGEST_MEGABYTES = 200


def read(content: bytes, name: str, *, encoding: str | None = None) -> Upload:
    """The sheets of a file: CSV, TSV, XLSX, XLSM, XLSB, XLS or ODS, told by its content.

    Cells are the text that a person sees: whole numbers without a decimal point, days as
    `2022-03-31` (with the time if it is not midnight), TRUE and FALSE. Formulas are not evaluated;
    their saved results count, and their errors are empty cells with an issue.

    Args:
        content: the file; it is never written to a disk.
        name: as the person knows it; what is no letter in it (a name of a file is any bytes on
            some systems) becomes a question mark.
        encoding: of a text file, if the person says so; otherwise it is found out.

    Raises:
        UnreadableFile: with the fact `name`; its codes are `empty-file`, `not-a-table`,
            `password-protected`, `office-lock-file`, `corrupt-file`, `too-large` (and the fact
            `limit`, in megabytes), `took-too-long` and `unsupported-format`.
    """
    name = name.encode(errors="replace").decode()
    if len(content) > _LARGEST_MEGABYTES << 20:
        raise UnreadableFile("too-large", name=name, limit=_LARGEST_MEGABYTES)
    packed = guarded("loaders.parse:parse", content, {"name": name, "encoding": encoding})
    return unpack(packed, hashlib.sha256(content).hexdigest())
