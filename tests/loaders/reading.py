"""What tests of reading ask of an upload."""

from pathlib import Path

import pytest

from core.errors import UnreadableFile
from loaders.issues import Code, Issue
from loaders.read import Upload, read

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"


def one(path: str) -> Path:
    return next(SAMPLES.glob(path))


def rows(upload: Upload) -> list[tuple[str | None, ...]]:
    table = upload.sheets[0].table
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def text(content: bytes | str, name: str = "t.csv") -> Upload:
    return read(content.encode() if isinstance(content, str) else content, name)


def issue_of(upload: Upload, code: Code) -> Issue:
    found = [issue for issue in upload.issues if issue.code is code]
    assert len(found) == 1
    return found[0]


def refusal(content: bytes, name: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(UnreadableFile) as caught:
        read(content, name)
    return caught.value.code, caught.value.facts
