"""The parts of a workbook, which is a zip archive, and what leads from one part to another."""

import posixpath
import re
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from loaders.marking.splices import escaped, inside, spliced, tags
from loaders.marking.strange import StrangePackageError

_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_FASTER = 4  # than the level zip would take, and hardly larger


@dataclass(frozen=True, slots=True)
class Relation:
    """Where one part points to: `kind` is the last word of its type, `target` a part."""

    name: str
    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """A workbook as its parts.

    Raises:
        StrangePackageError: it is no archive, or something leads nowhere.
    """

    parts: dict[str, bytes]
    _by_folded: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._by_folded = {name.casefold(): name for name in self.parts}

    @classmethod
    def of(cls, content: bytes) -> "Package":
        """Unpack a workbook."""
        try:
            with ZipFile(BytesIO(content)) as archive:
                return cls({entry: archive.read(entry) for entry in archive.namelist()})
        except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise StrangePackageError(str(error)) from error

    def written(self) -> bytes:
        """The workbook as a file."""
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=_FASTER) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return made.getvalue()

    def named(self, name: str) -> str:
        """A part by its name, whose case does not matter."""
        found = self._by_folded.get(name.lstrip("/").casefold())
        if found is None:
            raise StrangePackageError(f"no part {name}")
        return found

    def relations(self, part: str) -> list[Relation]:
        """Where a part points to inside the package."""
        folder, found = posixpath.dirname(part), list[Relation]()
        for tag in tags(self.parts.get(self._relations_of(part), _NO_RELATIONS)):
            told = tag.attributes
            if tag.name == "Relationship" and told.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, told["Target"]))
                kind = told["Type"].rpartition("/")[2]
                found.append(Relation(told["Id"], kind, target.lstrip("/")))
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind that a part points to."""
        targets = (r.target for r in self.relations(part) if r.kind == kind)
        target = next(targets, None)
        return None if target is None else self.named(target)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part point to another; the name of the relation."""
        name = self._relations_of(part)
        xml = self.parts.get(name, _NO_RELATIONS)
        every = tags(xml)
        taken = {tag.attributes.get("Id") for tag in every}
        own = next(f"rIdM{n}" for n in range(1, len(every) + 2) if f"rIdM{n}" not in taken)
        added = (
            f'<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" '
            f'Id="{own}" Type="{_OFFICE}/{kind}" Target="/{escaped(target)}"/>'
        )
        self._put(name, spliced(xml, [inside(xml, every[0], added.encode())]))
        return own

    def without_relations(self, part: str) -> None:
        """Let a part point nowhere."""
        self.parts.pop(self._relations_of(part), None)

    def add(self, pattern: str, content: bytes, kind: str) -> str:
        """A new part, named after a pattern such as `xl/comments{}.xml`; its name."""
        names = (pattern.format(number) for number in range(1, len(self.parts) + 2))
        name = next(name for name in names if name.casefold() not in self._by_folded)
        self._put(name, content)
        self._declare(f'<Override PartName="/{name}" ContentType="{kind}"/>')
        return name

    def _put(self, name: str, content: bytes) -> None:
        self.parts[name] = content
        self._by_folded[name.casefold()] = name

    def _declare(self, written: str) -> None:
        types = self.named(_TYPES)
        xml = self.parts[types]
        root = tags(xml)[0]
        declared = written.replace(
            " ", ' xmlns="http://schemas.openxmlformats.org/package/2006/content-types" ', 1
        )
        self.parts[types] = spliced(xml, [inside(xml, root, declared.encode())])

    def _relations_of(self, part: str) -> str:
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        return self._by_folded.get(path.casefold(), path)


def kind_of(content: bytes) -> str:
    """The ending of a workbook by what it declares: `.xlsx`, `.xlsm`, `.xltx` or `.xltm`."""
    with ZipFile(BytesIO(content)) as archive:
        declared = archive.read(_TYPES)
    template = re.search(rb"\.template\.(?:macroEnabled\.)?main\+xml", declared) is not None
    macros = b".macroEnabled.main+xml" in declared
    return {(False, False): ".xlsx", (False, True): ".xlsm", (True, False): ".xltx"}.get(
        (template, macros), ".xltm"
    )
