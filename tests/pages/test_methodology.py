"""The methodology page: every indicator in words, in three languages."""

import html
import re

import pytest

import metrics
from core.i18n import Lang, translations
from pages.components.methodology.indicators import HALVES, SOURCES
from tests.pages.published import markup, opened

SQL = re.compile(r"\bFILTER\b|\bcount\(|\bWHERE\b|lna_scope|type_known")


@pytest.mark.usefixtures("published_store")
@pytest.mark.parametrize("lang", list(Lang))
def test_every_indicator_is_explained_without_sql(lang: Lang) -> None:
    visit = opened("methodology.py", lang=lang.value)

    drawn = markup(visit)
    titles = " ".join(heading.value for heading in visit.subheader)
    assert not visit.exception
    for indicator in metrics.indicators().values():
        assert indicator.name.in_(lang) in titles
        for words in (indicator.reading, indicator.caution, indicator.lever):
            assert html.escape(words.in_(lang)) in drawn
        assert html.escape(translations(lang).gettext(HALVES[indicator.id][0])) in drawn
    assert SQL.search(drawn) is None


def test_both_halves_of_every_indicator_are_put_into_words() -> None:
    assert set(HALVES) == set(metrics.indicators())


@pytest.mark.parametrize("lang", [Lang.FR, Lang.AR])
def test_the_source_of_every_indicator_is_translated(lang: Lang) -> None:
    titles = {indicator.source.title for indicator in metrics.indicators().values()}

    assert titles == set(SOURCES)
    assert {title for title in titles if translations(lang).gettext(title) == title} == set()
