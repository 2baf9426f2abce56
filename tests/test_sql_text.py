"""SQL is written, not assembled: a text put together at run time stands in one file only."""

import ast
import re

import pytest

from tests.tree import name_of, python_files, syntax

STATEMENT = re.compile(
    r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|WITH|COPY|ATTACH)\b", re.IGNORECASE
)
# Each file with its reason. This list may shrink; it never grows without a decision record.
MAY_ASSEMBLE = {
    "metrics/query.py": "the indicator query: names from a closed list, values bound",
    "metrics/query_sources.py": "the rows that it reads; the same rules (docs/adr/0014)",
    "metrics/query_behind.py": "what stands behind its numbers; the same rules",
    "metrics/settled.py": "names of our own views and of a schema with a number (docs/adr/0018)",
    "core/storage/kept.py": "the same names; the number is counted here",
    "core/storage/backup.py": "ATTACH takes no bound parameter; the path is quoted",
    "core/storage/database.py": "ATTACH takes no bound parameter; the path is our own, quoted",
}


def assembled_sql(tree: ast.AST) -> list[int]:
    """Lines on which a text that begins like a statement is put together from parts."""
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.expr))
    return [node.lineno for node in nodes if STATEMENT.match(first_part(node))]


def first_part(node: ast.AST) -> str:
    """The literal beginning of a text that the node assembles; empty where it assembles none."""
    match node:
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]) if has_hole(node):
            return text
        case ast.BinOp(left=left, op=ast.Add() | ast.Mod()):
            return literal(left)
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "replace")):
            return literal(value)
        case _:
            return ""


def has_hole(text: ast.JoinedStr) -> bool:
    """Whether something is filled in: an f-string without braces assembles nothing."""
    return any(isinstance(value, ast.FormattedValue) for value in text.values)


def literal(node: ast.AST) -> str:
    """The text of a literal; empty for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('f"SELECT * FROM {table}"', True),
        ('"  delete FROM x WHERE y = %s" % value', True),
        ('"WITH a AS (" + inner + ")"', True),
        ('"COPY {} TO x".format(table)', True),
        ('"SELECT 1"', False),
        ('f"Selected {n} rows"', False),
        ('f"SELECT 1"', False),
        ('cur.execute("SELECT $a", {"a": 1})', False),
    ],
)
def test_the_search_finds_assembled_statements(source: str, found: bool) -> None:
    assert bool(assembled_sql(ast.parse(source))) is found


def files_that_assemble() -> dict[str, list[int]]:
    """Each program file that assembles a statement, with the lines."""
    programs = [p for p in python_files() if not name_of(p).startswith("tests/")]
    return {name_of(p): lines for p in programs if (lines := assembled_sql(syntax(p)))}


def test_sql_is_assembled_only_where_it_is_allowed() -> None:
    found = files_that_assemble()

    assert {name: lines for name, lines in found.items() if name not in MAY_ASSEMBLE} == {}


def test_a_permission_that_nobody_needs_is_taken_back() -> None:
    assert set(MAY_ASSEMBLE) - set(files_that_assemble()) == set()
