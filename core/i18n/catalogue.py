"""Bring the catalogues up to date, or check that they are: `python -m core.i18n.catalogue`."""

import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from core.i18n import DOMAIN, LOCALE, Lang, catalogue_path

ROOT = Path(__file__).parents[2]
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
TRANSLATED = (Lang.FR, Lang.AR)

_HEADER = "# Sentences of the dashboard. English is the key; run `make i18n` after changing one."
_KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None}
# What changes without any sentence changing would make every refresh a difference.
_NOISE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator|'
    r'Language-Team): .*"\n',
    re.MULTILINE,
)
_PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")


def main(arguments: Sequence[str]) -> int:
    """Refresh the catalogues, or with `--check` only say what is wrong; 0 means all is well."""
    if arguments == ["--check"]:
        problems = list(check())
        sys.stdout.writelines(f"{problem}\n" for problem in problems)
        return 1 if problems else 0
    if arguments:
        sys.stderr.write("usage: python -m core.i18n.catalogue [--check]\n")
        return 2
    refresh()
    return 0


def refresh() -> None:
    """Write the template anew and bring every translation in line, without guessing any."""
    template = extracted()
    TEMPLATE.write_text(_written(template), encoding="utf-8")
    for lang in TRANSLATED:
        catalogue = _read(catalogue_path(lang), lang)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue_path(lang).write_text(_written(catalogue), encoding="utf-8")


def check() -> Iterator[str]:
    """What is not in order, one line each."""
    template = extracted()
    if not TEMPLATE.exists() or TEMPLATE.read_text(encoding="utf-8") != _written(template):
        yield f"{TEMPLATE.name}: not current, run `make i18n`"
    for lang in TRANSLATED:
        yield from faults(template, _read(catalogue_path(lang), lang), lang)


def extracted() -> Catalog:
    """Every sentence in the code."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]  # Babel's
    template = _empty(None)
    found = extract_from_dir(ROOT, methods, options, keywords=_KEYWORDS)
    for filename, line, message, comments, context in sorted(found, key=lambda f: f[:2]):
        template.add(
            message, None, [(Path(filename).as_posix(), line)], (), comments, context=context
        )
    return template


def faults(template: Catalog, catalogue: Catalog, lang: Lang) -> Iterator[str]:
    """What is missing, guessed or different in one translation."""
    for source in template:
        if not source.id:
            continue
        target = catalogue.get(source.id, source.context)
        if target is None or not all(_forms(target.string)):
            yield f"{lang}: missing: {_key(source)}"
        elif target.fuzzy:
            yield f"{lang}: fuzzy: {_key(source)}"
        elif not _same_placeholders(source, target):
            yield f"{lang}: placeholders differ: {_key(source)}"
    for target in catalogue:
        if target.id and template.get(target.id, target.context) is None:
            yield f"{lang}: no longer used: {_key(target)}"


def _same_placeholders(source: Message, target: Message) -> bool:
    wanted = {name for form in _forms(source.id) for name in _PLACEHOLDER.findall(form)}
    have = [set(_PLACEHOLDER.findall(form)) for form in _forms(target.string)]
    # The Arabic forms for one and two say the number by the word itself.
    return have[-1] == wanted and all(names <= wanted for names in have)


def _forms(words: object) -> tuple[str, ...]:
    return tuple(map(str, words)) if isinstance(words, list | tuple) else (str(words or ""),)


def _key(message: Message) -> str:
    return _forms(message.id)[0]


def _empty(lang: Lang | None) -> Catalog:
    return Catalog(
        locale=None if lang is None else lang.value,
        domain=DOMAIN,
        header_comment=_HEADER,
        project="L/NA dashboard",
        version="1",
        fuzzy=False,
    )


def _read(path: Path, lang: Lang) -> Catalog:
    if not path.exists():
        return _empty(lang)
    with path.open("rb") as text:
        return read_po(text, locale=lang.value, domain=DOMAIN, abort_invalid=True)


def _written(catalogue: Catalog) -> str:
    text = io.BytesIO()
    write_po(text, catalogue, width=100, ignore_obsolete=True, include_lineno=False)
    return _NOISE.sub("", text.getvalue().decode("utf-8"))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
