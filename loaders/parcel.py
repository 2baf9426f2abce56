"""How an upload crosses the fence: a line of JSON, then each sheet as an Arrow stream."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from loaders.issues import Code, Issue, Severity
from loaders.upload import Sheet, Upload

_LENGTH = 8


def pack(upload: Upload) -> pa.Buffer:
    """The upload as one run of bytes, without its sha256, which the receiver knows."""
    label = {
        "name": upload.name,
        "kind": upload.kind,
        "encoding": upload.encoding,
        "delimiter": upload.delimiter,
        "sheets": [[sheet.name, sheet.visible] for sheet in upload.sheets],
        "issues": [asdict(issue) for issue in upload.issues],
    }
    measured = pa.MockOutputStream()
    _write(measured, label, upload.sheets)
    # Room is made once: a growing buffer would need twice the memory.
    packed = pa.allocate_buffer(measured.size())
    _write(pa.FixedSizeBufferWriter(packed), label, upload.sheets)
    return packed


def _write(sink: pa.NativeFile, label: Mapping[str, object], sheets: Iterable[Sheet]) -> None:
    written = json.dumps(label).encode()
    sink.write(len(written).to_bytes(_LENGTH, "big") + written)
    for sheet in sheets:
        with pa.ipc.new_stream(sink, sheet.table.schema) as stream:
            stream.write_table(sheet.table)


def unpack(packed: bytes | bytearray, sha256: str) -> Upload:
    """The upload again; its tables lie in `packed` without a copy."""
    start = pa.BufferReader(packed)
    label = json.loads(start.read(int.from_bytes(start.read(_LENGTH), "big")))
    return Upload(
        name=label["name"],
        sha256=sha256,
        kind=label["kind"],
        encoding=label["encoding"],
        delimiter=label["delimiter"],
        sheets=tuple(_sheets(start, label["sheets"])),
        issues=tuple(_issue(fields) for fields in label["issues"]),
    )


def _sheets(stream: pa.BufferReader, names: list[tuple[str, bool]]) -> Iterable[Sheet]:
    for name, visible in names:
        yield Sheet(name, pa.ipc.open_stream(stream).read_all(), visible)


def _issue(fields: dict[str, Any]) -> Issue:
    exact = {
        "code": Code(fields["code"]),
        "severity": Severity(fields["severity"]),
        "others": tuple(fields["others"]),
        "rows": tuple(fields["rows"]),
    }
    return Issue(**{**fields, **exact})
