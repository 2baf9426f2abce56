"""What we build on: declared in pyproject.toml, locked with hashes, and nothing else imported."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.tree import OURS, ROOT, python_files, syntax

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
LOCAL_SOURCE = re.compile(
    r"--(?:index-url|extra-index-url|find-links|trusted-host)|file:/|https?://|@ /", re.IGNORECASE
)
LOCKS = {"requirements.txt": (), "requirements-dev.txt": ("dev",)}


def declared(*extras: str) -> list[Requirement]:
    """The ranges of pyproject.toml: those of the program, and of the extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = list(project["dependencies"])
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


def pins(lock: str) -> dict[str, Version]:
    """The exact versions of a compiled file, by canonical name."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {canonicalize_name(name): Version(version) for name, version in PIN.findall(text)}


def third_party_imports(path: Path) -> set[str]:
    """First names of the modules that a file imports and that are neither Python's nor ours."""
    found = set()
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - OURS


@pytest.mark.parametrize(("lock", "extras"), LOCKS.items())
def test_every_dependency_is_pinned_inside_its_range(lock: str, extras: tuple[str, ...]) -> None:
    pinned = pins(lock)

    wrong = [
        str(wanted)
        for wanted in declared(*extras)
        if (version := pinned.get(canonicalize_name(wanted.name))) is None
        or version not in wanted.specifier
    ]

    assert wrong == []


def test_the_developers_versions_are_those_of_the_program() -> None:
    program, developers = pins("requirements.txt"), pins("requirements-dev.txt")

    differs = {name for name, version in program.items() if developers.get(name) != version}

    assert differs == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    entries = re.split(r"\n(?=\S)", text)
    bare = [entry for entry in entries if PIN.match(entry) and "--hash=sha256:" not in entry]

    assert bare == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_no_address_and_no_folder(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if LOCAL_SOURCE.search(line)] == []


def test_the_program_imports_nothing_that_is_not_declared() -> None:
    allowed: set[str] = {canonicalize_name(wanted.name) for wanted in declared()}

    assert undeclared([p for p in python_files() if "tests" not in p.parts], allowed) == []


def test_the_tests_import_nothing_that_is_not_declared() -> None:
    allowed: set[str] = {canonicalize_name(wanted.name) for wanted in declared("dev")}

    assert undeclared([p for p in python_files() if "tests" in p.parts], allowed) == []


def undeclared(paths: list[Path], allowed: set[str]) -> list[str]:
    """`file imports module` for each import whose distribution is not allowed."""
    distributions = packages_distributions()
    return [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in paths
        for module in sorted(third_party_imports(path))
        if not allowed & {canonicalize_name(name) for name in distributions.get(module, [])}
    ]
