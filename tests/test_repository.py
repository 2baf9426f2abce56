"""Is the house in order? What reviewers forget, each as one small test."""

import ast
import re
from pathlib import Path

import pytest

from tests.tree import FOLDERS, ROOT, name_of, python_files, syntax, text_of, tracked_files

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}
CORE = {"__init__", "errors", "settings", "access", "i18n", "storage"}
SPREADSHEETS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
SPREADSHEETS_MAY_LIE_IN = ("data/samples/", "data/templates/", "tests/")
WRITTEN_BY_BABEL = {".po", ".pot"}  # it ends them in an empty line
# The frame hands the menu to `st.navigation`; its entries may stand in the component.
MENU = ("pages/frame.py", "pages/components/menu.py")
KILOBYTES_500 = 500 * 1024
# The lists of hashes are as long as they are; nobody reads them.
MAY_BE_LARGE = {"requirements.txt", "requirements-dev.txt"}
KNOWS_DIRECTION = ("core/i18n/", "charts/theme.py", "tests/")
# Put together from parts, so that this file does not find itself.
HOSTS = re.compile(
    r"(?:files\.python" + r"hosted|py" + r"pi\.org|/sim" + r"ple/|arti" + r"factory|ne" + r"xus\.)"
)
HOME = re.compile(
    r"(?<![\w.])/(?:ro" + r"ot|ho" + r"me/\w+|Use" + r"rs/\w+|wo" + r"rk|t" + r"mp)/\w"
)
TO_DO = re.compile(r"\bTO" + r"DO\b(?!\(#\d+\))|\bFIX" + r"ME\b|\bX" + r"XX\b")


def test_migrations_are_numbered_without_gaps() -> None:
    numbers = [int(p.name[:4]) for p in (ROOT / "core/storage/migrations").glob("*.sql")]

    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_no_folder_or_module_is_a_drawer() -> None:
    names = {part for p in python_files() for part in p.relative_to(ROOT).with_suffix("").parts}

    assert names & DRAWERS == set()


def test_core_holds_its_five_parts_and_nothing_else() -> None:
    files = (p.relative_to(ROOT / "core") for p in python_files() if name_of(p).startswith("core/"))

    assert {Path(path.parts[0]).stem for path in files} <= CORE


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_of_code_is_a_package(folder: str) -> None:
    folders = {p.parent for p in python_files() if name_of(p).startswith(f"{folder}/")}

    assert [name_of(f) for f in folders if not (f / "__init__.py").exists()] == []


def test_a_file_has_250_lines_at_most() -> None:
    long = {name_of(p): lines for p in python_files() if (lines := line_count(p)) > 250}

    assert long == {}


def test_a_function_has_40_lines_at_most() -> None:
    long = {
        f"{name_of(path)}:{node.name}": lines
        for path in python_files()
        for node in ast.walk(syntax(path))
        if isinstance(node, FUNCTION) and (lines := (node.end_lineno or 0) - node.lineno + 1) > 40
    }

    assert long == {}


def test_the_composition_stays_small() -> None:
    assert line_count(ROOT / "dashboard.py") <= 80


def test_what_is_left_to_do_names_its_issue() -> None:
    assert lines_with(TO_DO, python_files()) == []


def test_direction_is_decided_in_one_place() -> None:
    asks = {
        name_of(path)
        for path in python_files()
        if not name_of(path).startswith(KNOWS_DIRECTION)
        and any(asks_for_arabic(node) for node in ast.walk(syntax(path)))
    }

    assert asks == set()


def test_no_file_knows_the_machine_it_was_made_on() -> None:
    assert lines_with(HOME, tracked_files()) == []


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(HOSTS, tracked_files()) == []


def test_every_text_file_ends_in_one_newline() -> None:
    ours = (p for p in tracked_files() if p.suffix not in WRITTEN_BY_BABEL)
    texts = {name_of(p): text for p in ours if (text := text_of(p))}

    assert [
        n for n, text in texts.items() if not text.endswith("\n") or text.endswith("\n\n")
    ] == []


def test_no_file_is_larger_than_500_kilobytes() -> None:
    large = {name_of(p) for p in tracked_files() if p.stat().st_size > KILOBYTES_500}

    assert large <= MAY_BE_LARGE


def test_spreadsheets_lie_only_among_samples_templates_and_tests() -> None:
    sheets = [name_of(p) for p in tracked_files() if p.suffix.lower() in SPREADSHEETS]

    assert [name for name in sheets if not name.startswith(SPREADSHEETS_MAY_LIE_IN)] == []


def test_every_page_is_in_the_menu() -> None:
    files = [ROOT / name for name in MENU if (ROOT / name).exists()]
    named = {text for path in files for text in literals(syntax(path))}
    pages = {p.stem for p in (ROOT / "pages").glob("*.py")} - {"frame", "__init__"}

    assert {page for page in pages if not {page, f"{page}.py"} & named} == set()


def test_every_decision_record_is_numbered_and_has_its_three_parts() -> None:
    records = sorted((ROOT / "docs/adr").glob("*.md"))
    parts = ("## Context", "## Decision", "## Consequences")

    assert [int(p.name[:4]) for p in records] == list(range(1, len(records) + 1))
    assert [
        p.name for p in records if not all(part in p.read_text("utf-8") for part in parts)
    ] == []


def line_count(path: Path) -> int:
    """Lines of a text file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def lines_with(pattern: re.Pattern[str], paths: list[Path] | tuple[Path, ...]) -> list[str]:
    """`file:line` wherever the pattern stands; files that are no text are left out."""
    return [
        f"{name_of(path)}:{number}"
        for path in paths
        for number, line in enumerate((text_of(path) or "").splitlines(), start=1)
        if pattern.search(line)
    ]


def literals(tree: ast.AST) -> set[str]:
    """Every text literal; of a path the last part."""
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text.rpartition("/")[2] for text in texts if isinstance(text, str)}


def asks_for_arabic(node: ast.AST) -> bool:
    """Whether a comparison has the literal `"ar"`, or `Lang.AR`, on one of its sides."""
    if not isinstance(node, ast.Compare):
        return False
    sides = (node.left, *node.comparators)
    return any(
        (isinstance(side, ast.Constant) and side.value == "ar")
        or (isinstance(side, ast.Attribute) and side.attr.lower() in {"ar", "arabic"})
        for side in sides
    )
