"""The lists that cells are chosen from: codes and their names in one language."""

import csv
from collections.abc import Mapping

from core.i18n import Lang
from core.i18n.folding import fold
from core.settings import Settings


def choice_lists(lang: Lang) -> Mapping[str, Mapping[str, str]]:
    """List -> code -> name in the language, in the order of the names or of the reference.

    Every name is read back as its code.
    """
    name = f"name_{lang.value}"
    countries = {r["iso3"]: r[name] for r in _reference("countries")}
    lists = {
        "country": dict(sorted(countries.items(), key=lambda entry: fold(entry[1]))),
        "cluster": {r["code"]: r[name] for r in _reference("clusters")},
        "organisation_type": {r["code"]: r[name] for r in _reference("organisation_types")},
        "yes_no": {},
    }
    for term in _reference("terms"):
        lists.setdefault(term["kind"], {})[term["code"]] = term[name]
    for alias in _reference("aliases_yes_no"):
        if alias["lang"] == lang.value:
            lists["yes_no"].setdefault(alias["code"], alias["text"])
    return lists


def _reference(name: str) -> list[dict[str, str]]:
    file = Settings().reference / f"{name}.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
