"""The reference tables of data/reference: complete, consistent, in three languages."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "data" / "reference"
MIGRATIONS = sorted((ROOT / "core" / "storage" / "migrations").glob("*.sql"))
DECLARED = "\n".join(path.read_text("utf-8") for path in MIGRATIONS)

TABLES = {
    "countries": "country",
    "clusters": "cluster",
    "cluster_crosswalk": "cluster_crosswalk",
    "organisation_types": "organisation_type",
    "terms": "term",
    "published_figures": "published_figure",
}


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def heading_of(name: str) -> list[str]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return next(csv.reader(lines))


def declared_columns(table: str) -> list[str]:
    body = re.search(rf"CREATE TABLE {table} \((.*?)\n\);", DECLARED, re.DOTALL)
    assert body is not None
    added = re.findall(rf"ALTER TABLE {table} ADD COLUMN (\w+) [A-Z]", DECLARED)
    return [*re.findall(r"^    (\w+) [A-Z]", body[1], re.MULTILINE), *added]


def codes(name: str, kind: str | None = None) -> set[str]:
    return {row["code"] for row in rows(name) if kind is None or row["kind"] == kind}


def named() -> Iterator[tuple[str, dict[str, str]]]:
    for name, table in TABLES.items():
        if "name_en" in declared_columns(table):
            yield from ((name, row) for row in rows(name))


@pytest.mark.parametrize("name", TABLES)
def test_a_file_has_the_columns_of_its_table(name: str) -> None:
    assert heading_of(name) == declared_columns(TABLES[name])


@pytest.mark.parametrize("path", sorted(REFERENCE.glob("*.csv")), ids=lambda path: path.stem)
def test_files_are_utf8_with_plain_line_ends_and_no_loose_blanks(path: Path) -> None:
    raw = path.read_bytes()

    cells = [cell for line in csv.reader(raw.decode("utf-8").splitlines()) for cell in line]

    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert [cell for cell in cells if cell != cell.strip()] == []


def test_every_name_is_given_in_three_languages() -> None:
    missing = [
        (name, row)
        for name, row in named()
        if not all(row[f"name_{lang}"].strip() for lang in ("en", "fr", "ar"))
    ]

    assert missing == []


def test_arabic_names_are_written_in_arabic() -> None:
    assert [row for _, row in named() if not re.search(r"[\u0600-\u06ff]", row["name_ar"])] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("countries", "iso3"),
        ("countries", "iso2"),
        ("clusters", "code"),
        ("cluster_crosswalk", "code"),
        ("organisation_types", "code"),
        ("terms", "code"),
        ("published_figures", "figure"),
    ],
)
def test_a_key_is_given_once(name: str, key: str) -> None:
    keys = [row[key] for row in rows(name)]

    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("column", ["working_languages", "official_languages"])
def test_languages_of_countries_are_codes_of_our_list(column: str) -> None:
    spoken = {code for row in rows("countries") for code in row[column].split()}

    assert spoken <= codes("terms", "language") - {"local"}


def test_contexts_are_a_closed_list() -> None:
    assert {row["context"] for row in rows("countries")} == {"mena", "francophone", "other"}


@pytest.mark.parametrize("country", ["MAR", "TUN", "DZA"])
def test_the_maghreb_stands_outside_cluster_coverage(country: str) -> None:
    (row,) = [row for row in rows("countries") if row["iso3"] == country]

    assert (row["context"], row["has_clusters"]) == ("mena", "false")


def test_every_cluster_of_the_former_list_has_a_place_in_the_reduced_one() -> None:
    former = {row["code"] for row in rows("clusters") if row["list"] != "reduced"}
    reduced = {row["code"] for row in rows("clusters") if row["list"] != "before-2025-09"}
    crosswalk = {row["code"]: row["reduced_code"] for row in rows("cluster_crosswalk")}

    assert set(crosswalk) == former
    assert set(crosswalk.values()) - {""} <= reduced
    assert [code for code, reduced_code in crosswalk.items() if not reduced_code] == ["ERY"]


def test_an_area_of_responsibility_belongs_to_a_cluster() -> None:
    clusters = {row["code"] for row in rows("clusters") if row["kind"] == "cluster"}

    parents = {row["parent"] for row in rows("clusters") if row["kind"] == "aor"}
    of_the_rest = {row["parent"] for row in rows("clusters") if row["kind"] != "aor"}

    assert parents <= clusters
    assert of_the_rest == {""}


def test_a_published_figure_is_a_number_with_a_source() -> None:
    figures = rows("published_figures")

    wrong = [row for row in figures if not re.fullmatch(r"-?\d+(\.\d+)?", row["value"])]

    assert wrong == []
    assert all(row["source_url"].startswith("https://") for row in figures)
    assert {row["iso3"] for row in figures} - {""} <= {row["iso3"] for row in rows("countries")}


@pytest.mark.parametrize(
    ("of_class", "expected"),
    [
        ("ngo_cso", {"441", "501", "504", "902"}),
        ("red_cross", {"445"}),
        ("authority", {"435"}),
        ("de_facto", {"901"}),
        ("unknown", {"431", "439", "443", "444", "446"}),
    ],
)
def test_private_religious_and_academic_are_unknown_not_international(
    of_class: str, expected: set[str]
) -> None:
    found = {row["code"] for row in rows("organisation_types") if row["class"] == of_class}

    assert found == expected
