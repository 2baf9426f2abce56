"""Texts made uniform without changing what they say."""

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.normalise import (
    Number,
    clean,
    number_of,
    repair_double_encoding,
    western_digits,
)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Save\u00a0the \n Children\u200b ", "Save the Children"),
        ("\ufeffCluster\t", "Cluster"),
        ("\u200fمنظمة الأمل\u200e", "منظمة الأمل"),
        ("Sante\u0301", "Santé"),
        ("می\u200cروم", "می\u200cروم"),
        ("\u200c ACF", "ACF"),
        ("Œuvre  D’ÉTÉ", "Œuvre D’ÉTÉ"),
        ("ﻣﻨﻈﻤﺔ", "ﻣﻨﻈﻤﺔ"),
        (" \u200b ", ""),
    ],
)
def test_blanks_are_tidied_and_letters_stay(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_digits_of_both_arabic_kinds_become_western() -> None:
    assert western_digits("٢٠٢٢/۰۱ سنة") == "2022/01 سنة"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1 234", 1234),
        ("1\u00a0234,5", 1234.5),
        ("1\u202f234\u202f567", 1234567),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1234567),
        ("1'234", 1234),
        ("0,125", 0.125),
        ("١٢٫٥", 12.5),
        ("١٬٢٣٤٫٥", 1234.5),
        ("۴۵", 45),
        ("-3", -3),
        ("−3", -3),
        ("1e3", 1000),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert number_of(text) == Number(value, percent=False)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1,234", None, None),
        ("1,234", ".", 1234),
        ("1,234", ",", 1.234),
        ("1.234", None, None),
        ("1.234", ".", 1.234),
        ("1.234", ",", 1234),
    ],
)
def test_a_sign_that_may_part_thousands_is_settled_by_the_file_or_not_at_all(
    text: str, decimal: Literal[",", "."] | None, value: float | None
) -> None:
    assert number_of(text, decimal=decimal) == (
        None if value is None else Number(value, percent=False)
    )


@pytest.mark.parametrize("text", ["25 %", "25%", "٢٥٪", "25,0\u00a0%"])
def test_a_percentage_keeps_its_value_as_written_and_says_so(text: str) -> None:
    assert number_of(text) == Number(25, percent=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "%",
        "n/a",
        "12 34",
        "1234 567",
        "1,23,4",
        "1.2.3",
        "1,2.3,4",
        "12-13",
        "nan",
        "inf",
        "٫",
        "1٬23",
    ],
)
def test_what_is_no_number_is_not_made_one(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp1256"])
@pytest.mark.parametrize("text", ["Santé à Bébédjia", "Hôpital Général"])
def test_letters_encoded_twice_are_repaired(text: str, encoding: str) -> None:
    broken = text.encode().decode(encoding, errors="strict")

    assert broken != text
    assert repair_double_encoding(broken) == text


def test_arabic_encoded_twice_is_repaired() -> None:
    broken = "".join(
        bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in "الصحة".encode()
    )

    assert repair_double_encoding(broken) == "الصحة"


@pytest.mark.parametrize(
    "text",
    ["", "Health", "Santé", "Œuvre d’été", "Général à côté", "الأمن الغذائي", "São Tomé", "ÇA"],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair_double_encoding(text) is None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
