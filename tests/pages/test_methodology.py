"""The methodology page: every indicator in words, in three languages."""

import html
import re

import pytest

import metrics
from core.i18n import Lang, translations
from pages.components.methodology.halves import HALVES
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
        assert html.escape(indicator.source.title.in_(lang)) in drawn
        for half in HALVES.get(indicator.id, ()):
            assert html.escape(translations(lang).gettext(half)) in drawn
    assert SQL.search(drawn) is None


def test_every_indicator_that_stands_on_no_others_has_words_for_its_halves() -> None:
    assert set(HALVES) == {one.id for one in metrics.indicators().values() if not one.over}
