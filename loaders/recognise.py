"""What a file is, by its content: the name is only looked at where the content says nothing."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath

from core.errors import UnreadableFile

_UNPACKED = 1 << 30
_MEGABYTE = 1 << 20
# No deflate stream yields more than this for a byte of it.
_HIGHEST_RATIO = 1032
_CHUNK = 1 << 20

_FOREIGN = (
    (b"%PDF", "not-a-table"),
    (b"\x89PNG", "not-a-table"),
    (b"\xff\xd8\xff", "not-a-table"),
    (b"GIF8", "not-a-table"),
    (b"BM", "not-a-table"),
    (b"{\\rtf", "not-a-table"),
    (b"\x7fELF", "not-a-table"),
    (b"MZ\x90", "not-a-table"),
    (b"\x00\x01\x00\x00Standard", "unsupported-format"),
    (b"\x1f\x8b", "unsupported-format"),
    (b"7z\xbc\xaf\x27\x1c", "unsupported-format"),
    (b"Rar!", "unsupported-format"),
    (b"SQLite format 3", "unsupported-format"),
    (b"PAR1", "unsupported-format"),
    (b"\xff\x00\x02\x00\x04\x04", "unsupported-format"),
    (b"\x09\x08\x10\x00", "unsupported-format"),
    (b"\x09\x08\x08\x00", "unsupported-format"),
    (b"\x09\x04\x06\x00", "unsupported-format"),
    (b"\x09\x02\x06\x00", "unsupported-format"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Places in the header and in a directory entry of a compound file, and a record of BIFF.
_HEADER, _SECTOR_POWER, _DIRECTORY_SECTOR, _FIRST_SECTOR = 512, 30, 48, 116
_LARGEST_POWER = 12
_FILEPASS, _FIRST_RECORDS = 0x2F, 4
_LOCK_SIZES = (162, 165)
_LOCK_NAME = 54


def recognise(content: bytes, name: str) -> str:
    """The kind of the file: csv (any text file), xlsx, xlsb, xls or ods.

    Raises:
        UnreadableFile: `empty-file`, `office-lock-file`, `not-a-table`, `unsupported-format`,
            `password-protected`, `corrupt-file`, or `too-large` for a zip archive that would
            unpack to more than 1 GB.
    """
    if not content:
        raise UnreadableFile("empty-file", name=name)
    if _is_lock(content, name):
        raise UnreadableFile("office-lock-file", name=name)
    if content.startswith(_OLE):
        return _in_compound_file(content, name)
    if content.startswith(b"PK") and content[2:4] in (b"\x03\x04", b"\x05\x06"):
        return _in_archive(content, name)
    for magic, code in _FOREIGN:
        # "BM" may begin a heading, so a picture must also look like no text.
        if content.startswith(magic) and (len(magic) > 2 or b"\x00" in content[:64]):
            raise UnreadableFile(code, name=name)
    return "csv"


def _is_lock(content: bytes, name: str) -> bool:
    """Office writes who has a file open: the name's length, the name, blanks, the name again."""
    if PurePath(name).name.startswith(("~$", ".~lock.")):
        return True
    filled = content[0] + 1
    return (
        len(content) in _LOCK_SIZES
        and 1 < filled <= _LOCK_NAME
        and not content[filled : _LOCK_NAME + 1].strip(b" \x00")
    )


def _in_compound_file(content: bytes, name: str) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") + b"\x00\x00" in content

    if holds("EncryptedPackage"):
        raise UnreadableFile("password-protected", name=name)
    if holds("Workbook") or holds("Book"):
        if _is_encrypted_xls(content):
            raise UnreadableFile("password-protected", name=name)
        return "xls"
    if holds("WordDocument") or holds("PowerPoint Document") or holds("__properties_version1.0"):
        raise UnreadableFile("not-a-table", name=name)
    code = "unsupported-format" if _has_directory(content) else "corrupt-file"
    raise UnreadableFile(code, name=name)


def _has_directory(content: bytes) -> bool:
    """Whether the list of streams is there; it often stands at the end, which may be cut off."""
    if len(content) < _HEADER:
        return False
    (power,) = struct.unpack_from("<H", content, _SECTOR_POWER)
    (sector,) = struct.unpack_from("<I", content, _DIRECTORY_SECTOR)
    end: int = (sector + 2) << min(power, _LARGEST_POWER)
    return end <= len(content)


def _is_encrypted_xls(content: bytes) -> bool:
    """Whether one of the first records of the workbook says so; the parser just calls it broken."""
    entry = content.find("Workbook".encode("utf-16-le"))
    try:
        (power,) = struct.unpack_from("<H", content, _SECTOR_POWER)
        (sector,) = struct.unpack_from("<I", content, entry + _FIRST_SECTOR)
        place = (sector + 1) << min(power, _LARGEST_POWER)
        for _ in range(_FIRST_RECORDS):
            kind, length = struct.unpack_from("<HH", content, place)
            if kind == _FILEPASS:
                return True
            place += 4 + length
    except struct.error:
        return False
    return False


def _in_archive(content: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            manifest = _manifest(archive, members)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise UnreadableFile("corrupt-file", name=name) from error
    except RuntimeError as error:
        raise UnreadableFile("password-protected", name=name) from error
    _check_size(content, members, name)
    if b"encryption-data" in manifest:
        raise UnreadableFile("password-protected", name=name)
    return _of_members({member.filename for member in members}, manifest, name)


def _manifest(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> bytes:
    """The list of an OpenDocument file, which says what it is and whether it is encrypted."""
    name = "META-INF/manifest.xml"
    if all(member.filename != name for member in members):
        return b""
    with archive.open(name) as stream:
        return stream.read(_CHUNK)


def _of_members(members: set[str], manifest: bytes, name: str) -> str:
    if "xl/workbook.bin" in members:
        return "xlsb"
    if any(re.fullmatch(r"xl/workbook\d*\.xml", member) for member in members):
        return "xlsx"
    if "content.xml" in members and b"opendocument.text" in manifest:
        raise UnreadableFile("not-a-table", name=name)
    if "content.xml" in members:
        return "ods"
    if any(member.startswith(("word/", "ppt/")) for member in members):
        raise UnreadableFile("not-a-table", name=name)
    if "[Content_Types].xml" in members and any(m.startswith("xl/") for m in members):
        raise UnreadableFile("corrupt-file", name=name)
    # Numbers, Pages, an archive of several files.
    raise UnreadableFile("unsupported-format", name=name)


def _check_size(content: bytes, members: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse what unpacks to more than 1 GB; the sizes in the archive are not believed."""
    told = sum(member.file_size for member in members)
    possible = sum(member.compress_size for member in members) * _HIGHEST_RATIO
    if told > _UNPACKED or (
        possible > _UNPACKED and _unpacks_beyond(_UNPACKED, content, members, name)
    ):
        raise UnreadableFile("too-large", name=name, limit=_UNPACKED // _MEGABYTE)


def _unpacks_beyond(limit: int, content: bytes, members: list[zipfile.ZipInfo], name: str) -> bool:
    total = 0
    try:
        for member in members:
            for length in _inflated(content, member):
                total += length
                if total > limit:
                    return True
    except (zlib.error, struct.error) as error:
        raise UnreadableFile("corrupt-file", name=name) from error
    return False


def _inflated(content: bytes, member: zipfile.ZipInfo) -> Iterator[int]:
    """How many bytes each chunk of a member unpacks to; nothing of it is kept."""
    start = member.header_offset
    start += 30 + sum(struct.unpack_from("<HH", content, start + 26))
    packed = memoryview(content)[start : start + member.compress_size]
    if member.compress_type != zipfile.ZIP_DEFLATED:
        yield len(packed)
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: bytes | memoryview = packed
    while rest and not inflater.eof:
        yield len(inflater.decompress(rest, _CHUNK))
        rest = inflater.unconsumed_tail
