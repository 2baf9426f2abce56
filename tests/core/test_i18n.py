"""Catalogues, their check, and a sentence for every error."""

import ast
import gettext
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from pydantic import ValidationError

import core.i18n
from core.errors import DashboardError, StorageBusy, UnknownIndicator, UnreadableFile
from core.i18n import N_, Lang, Trilingual, catalogue, translations
from core.i18n.errors import ERRORS, WITHOUT_SUGGESTION, explain

ROOT = Path(__file__).parents[2]
CLASSES = {
    "DashboardError",
    "UnreadableFile",
    "StorageBusy",
    "NotAllowed",
    "UnknownIndicator",
    "WrongDeclaration",
}
ARABIC_FORMS = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10'
    ' ? 3 : n%100>=11 ? 4 : 5);\\n"\n\nmsgid "{n} row"\nmsgid_plural "{n} rows"\n'
    + "".join(f'msgstr[{form}] "form {form}"\n' for form in range(6))
)


def raised() -> Iterator[tuple[str, set[str], str]]:
    """Code, facts and place of every error that the program makes with a literal code."""
    for folder in ("core", "loaders", "metrics", "charts", "exports", "pages"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in CLASSES and node.args:
                    yield from _codes(node, f"{path.relative_to(ROOT)}:{node.lineno}")


def _codes(call: ast.Call, place: str) -> Iterator[tuple[str, set[str], str]]:
    facts = {keyword.arg for keyword in call.keywords if keyword.arg}
    first = call.args[0]
    choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    for choice in choices:
        if isinstance(choice, ast.Constant):
            yield str(choice.value), facts, place


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def test_every_error_raised_has_a_sentence_and_the_facts_that_it_names() -> None:
    wanted = {
        code: set(catalogue._PLACEHOLDER.findall("".join(words))) - {"suggestion"}
        for code, words in ERRORS.items()
    }

    wrong = [
        (code, place)
        for code, facts, place in raised()
        if code not in wanted or not wanted[code] <= facts
    ]

    assert wrong == []


@pytest.mark.parametrize("lang", Lang)
def test_every_sentence_can_be_filled_in_every_language(lang: Lang) -> None:
    for code in ERRORS:
        names = catalogue._PLACEHOLDER.findall("".join(ERRORS[code]))
        wrong, remedy = explain(DashboardError(code, **dict.fromkeys(names, "x")), lang)
        assert wrong
        assert remedy
        assert "{" not in wrong + remedy
        assert (wrong == ERRORS[code][0]) is (lang is Lang.EN and not names)


def test_nothing_is_suggested_when_nothing_comes_near() -> None:
    error = UnknownIndicator("unknown-country", value="Narnia", suggestion=None)

    assert explain(error, Lang.EN) == (
        "There is no country “Narnia” in the list.",
        "Give the three-letter code of the country, such as TCD.",
    )
    assert set(WITHOUT_SUGGESTION) == {
        code for code, words in ERRORS.items() if "{suggestion}" in words[1]
    }


def test_a_latin_file_name_is_set_apart_in_an_arabic_sentence() -> None:
    wrong, _ = explain(UnreadableFile("empty-file", name="3w_2022.xlsx"), Lang.AR)

    assert wrong == "الملف «\u20663w_2022.xlsx\u2069» فارغ."


def test_facts_are_shown_as_they_are_even_when_they_look_like_placeholders() -> None:
    wrong, _ = explain(UnreadableFile("empty-file", name="{name.__class__}.csv"), Lang.EN)

    assert wrong == "The file “{name.__class__}.csv” is empty."


def test_an_error_without_a_sentence_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError):
        explain(StorageBusy("no-such-code"), Lang.EN)


def test_the_catalogues_are_complete() -> None:
    assert list(catalogue.check()) == []


def test_the_check_names_what_is_missing_fuzzy_different_and_left_over() -> None:
    template, french = Catalog(), Catalog(locale="fr")
    for sentence in ("Missing", "Fuzzy", "{cell}: wrong", "Right {cell}"):
        template.add(sentence)
    template.add(("{n} row", "{n} rows"))
    french.add("Fuzzy", "Flou", flags=["fuzzy"])
    french.add("{cell}: wrong", "{cellule} : faux")
    french.add("Right {cell}", "{cell} juste")
    french.add(("{n} row", "{n} rows"), ("une ligne", "{n} lignes"))
    french.add("Old", "Vieux")

    assert list(catalogue.faults(template, french, Lang.FR)) == [
        "fr: missing: Missing",
        "fr: fuzzy: Fuzzy",
        "fr: placeholders differ: {cell}: wrong",
        "fr: no longer used: Old",
    ]


@pytest.mark.parametrize(
    ("number", "form"), [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5)]
)
def test_arabic_has_six_forms(
    number: int, form: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ar" / "LC_MESSAGES" / "dashboard.po"
    path.parent.mkdir(parents=True)
    path.write_text(ARABIC_FORMS, encoding="utf-8")
    monkeypatch.setattr(core.i18n, "LOCALE", tmp_path)

    words = core.i18n._read.__wrapped__(Lang.AR)

    assert words.ngettext("{n} row", "{n} rows", number) == f"form {form}"


def test_a_catalogue_is_read_once_however_many_ask_and_nothing_is_installed() -> None:
    core.i18n._read.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        catalogues = list(pool.map(translations, [Lang.FR] * 8))

    assert len({id(words) for words in catalogues}) == 1
    assert core.i18n._read.cache_info().misses == 1
    assert translations(Lang.EN).gettext("No sentence") == N_("No sentence")
    assert gettext.gettext("Choose the country.") == "Choose the country."


def test_languages_know_their_direction_and_own_name() -> None:
    assert [(lang, lang.direction, lang.own_name) for lang in Lang] == [
        ("en", "ltr", "English"),
        ("fr", "ltr", "Français"),
        ("ar", "rtl", "العربية"),
    ]


def test_words_of_the_domain_come_in_all_three_languages_or_not_at_all() -> None:
    words = Trilingual(en="Health", fr="Santé", ar="الصحة")

    assert [words.in_(lang) for lang in Lang] == ["Health", "Santé", "الصحة"]
    with pytest.raises(ValidationError):
        Trilingual(en="Health", fr=" ", ar="الصحة")
