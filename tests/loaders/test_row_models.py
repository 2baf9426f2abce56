"""Every fault that a row model can find has a code of ours, and every code has its words."""

import re
from collections.abc import Iterator
from inspect import getsource
from string import Formatter
from typing import Any

import pytest

from core.i18n import Lang
from loaders.datasets import DATASETS
from loaders.issue_words import WORDS, WORDS_BY_SEVERITY
from loaders.issues import Code, Issue, Severity
from loaders.rows import CODES
from loaders.sentences import sentence

# What pydantic-core reports for each kind of schema. The columns are typed Arrow arrays, so a text
# is never parsed into a number: those types cannot come up.
TYPES = {"str": "string_type", "int": "int_type", "bool": "bool_type", "literal": "literal_error",
         "float": "float_type"}  # fmt: skip
LIMITS = {
    "max_length": "string_too_long",
    "pattern": "string_pattern_mismatch",
    "ge": "greater_than_equal",
}
STRUCTURE = {"model", "model-fields", "model-field", "nullable", "default", "function-after"}
FACTS = {"cell", "row", "count", "field", "sheet", "value", "suggestion", "others"}


@pytest.mark.parametrize("dataset", sorted(DATASETS))
def test_every_error_type_of_a_row_model_has_a_code(dataset: str) -> None:
    model = DATASETS[dataset]
    possible = set(_types(model.__pydantic_core_schema__))
    for part in model.__mro__[:-1]:
        if part.__module__.startswith("loaders."):
            possible |= set(re.findall(r'PydanticCustomError\("(\w+)"', getsource(part)))

    assert possible
    assert possible <= CODES.keys()


def test_every_code_has_words_and_every_word_a_code() -> None:
    severities = {severity.value for severity in Severity}

    assert WORDS.keys() == {code.value for code in Code}
    assert {code for code, _ in WORDS_BY_SEVERITY} <= WORDS.keys()
    assert {severity for _, severity in WORDS_BY_SEVERITY} <= severities


def test_words_name_only_facts_of_an_issue() -> None:
    for words in (*WORDS.values(), *WORDS_BY_SEVERITY.values()):
        for text in words:
            assert {name for _, name, _, _ in Formatter().parse(text) if name} <= FACTS


def test_a_lost_row_is_not_said_to_stay_unknown() -> None:
    lost = Issue(
        code=Code.VALUE_NEAR_LIST,
        severity=Severity.DROPS_ROW,
        row=3,
        column=1,
        field="country",
        value="Tchadd",
        suggestion="Tchad",
    )

    assert sentence(lost, Lang.EN) == (
        "A3: “Tchadd” is not a known country. Did you mean “Tchad”?",
        "Correct it. The row was left out.",
    )


def test_cells_and_latin_names_are_set_apart_in_an_arabic_sentence() -> None:
    warned = Issue(
        code=Code.VALUE_NEAR_LIST,
        severity=Severity.WARNS,
        row=14,
        column=4,
        field="cluster",
        value="Helth",
        suggestion="الصحة",
    )

    said, _ = sentence(warned, Lang.AR)

    assert "\u2066D14\u2069" in said
    assert "\u2066Helth\u2069" in said
    assert "\u2066الصحة" not in said


def _types(schema: Any) -> Iterator[str]:  # noqa: ANN401 - a core schema is nested mappings
    kind = schema["type"]
    assert kind in TYPES.keys() | STRUCTURE, f"a kind of schema not thought of: {kind}"
    if kind in TYPES:
        yield TYPES[kind]
        yield from (error for limit, error in LIMITS.items() if limit in schema)
    inner = schema.get("schema")
    if isinstance(inner, dict):
        yield from _types(inner)
    for field in schema.get("fields", {}).values() if kind == "model-fields" else ():
        yield from _types(field)
