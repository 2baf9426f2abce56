"""Names that look like Markdown or HTML are drawn as those names on the page of organisations."""

import html
import re
from pathlib import Path

import pytest

import metrics
from core.access import Office
from core.storage.database import Database
from loaders.registry import Pair, refuse
from tests.loaders.test_text_stays_text import TEXTS
from tests.pages import published
from tests.pages.published import NATIONAL, markup, opened

MARKDOWN, DIRECTIVE = TEXTS["markdown"], TEXTS["tex"]
# What Streamlit's Markdown reads as more than a letter.
_SIGNS = "*_`[]<>$:#"


@pytest.fixture
def strangely_named(published_store: Path) -> None:
    database = Database.open(published_store)
    metrics.install_views(database)
    names = [(text, NATIONAL) for text in TEXTS.values()]
    content = published.rows(names, ("Education",), "Chad", "2021-11")
    published.publish(database, "names.csv", content, "Education Chad")
    refuse(database, Pair("TCD", MARKDOWN, DIRECTIVE), Office("OCHA Chad"), "two")
    database.close()


def drawn(markdown: str) -> str:
    """What a reader sees of Markdown without any markup; a sign that is not escaped fails."""
    assert not re.search(rf"(?<!\\)[{re.escape(_SIGNS)}]", markdown), markdown
    return re.sub(r"\\(.)", r"\1", markdown)


@pytest.mark.usefixtures("strangely_named")
@pytest.mark.parametrize("kind", ["markdown", "tex", "html"])
def test_an_opened_organisation_bears_its_name(kind: str) -> None:
    visit = opened("organisations.py", lang="en", country="TCD", part="every")
    visit.text_input(key="org_sought").input(TEXTS[kind]).run()

    assert not visit.exception
    assert TEXTS[kind] in [drawn(one.value) for one in visit.subheader]


@pytest.mark.usefixtures("strangely_named")
def test_a_list_of_organisations_holds_their_names() -> None:
    shown = markup(opened("organisations.py", lang="en", country="TCD", part="every"))

    missing = [text for text in TEXTS.values() if html.escape(text) not in shown]
    assert missing == []
    assert "<script>alert" not in shown


@pytest.mark.usefixtures("strangely_named")
def test_what_was_decided_names_both_as_written() -> None:
    visit = opened("organisations.py", lang="en", country="TCD", part="decided")

    (told,) = [drawn(one.value) for one in visit.subheader]
    assert MARKDOWN in told
    assert DIRECTIVE in told
