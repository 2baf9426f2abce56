"""Who the files in force name, and where: worked out from the files by hand."""

from pathlib import Path

from core.storage.database import Database
from loaders.organisation_list import countries_named, named_in, organisations_of
from tests.pages import published
from tests.pages.published import INTERNATIONAL, NATIONAL


def test_an_organisation_is_listed_with_its_spellings_types_and_files(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "store.duckdb")
    first = published.rows(
        (("Alpha", NATIONAL), ("Beta", INTERNATIONAL)), ("WASH",), "Chad", "2021-11"
    )
    second = published.rows((("ALPHA", INTERNATIONAL),), ("Health",), "Chad", "2021-11")
    published.publish(database, "first.csv", first, "OCHA Chad")
    published.publish(database, "second.csv", second, "Health Chad")

    with database.cursor() as cur:
        countries, listed = countries_named(cur), organisations_of(cur, "TCD")
        files = named_in(cur, "TCD", "Alpha")
    database.close()

    assert countries == ["TCD"]
    assert [(one.name, one.names, one.types, one.rows) for one in listed] == [
        ("Alpha", ("ALPHA", "Alpha"), (INTERNATIONAL, NATIONAL), 2),
        ("Beta", ("Beta",), (INTERNATIONAL,), 1),
    ]
    assert [(one.batch, one.file_name, one.rows) for one in files] == [
        (2, "second.csv", 1),
        (1, "first.csv", 1),
    ]
