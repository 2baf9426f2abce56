"""Colours that can be read, computed and not believed."""

import pytest

from charts import theme
from core.i18n import Lang


def test_contrast_is_that_of_wcag() -> None:
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert theme.contrast(theme.MAIN, theme.PAPER) == pytest.approx(6.1, abs=0.1)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", [theme.INK, theme.SOFT, theme.MAIN, theme.SECOND, theme.CONTEXT])
def test_text_is_readable_on_paper(colour: str) -> None:
    assert theme.contrast(colour, theme.PAPER) >= 4.5


@pytest.mark.parametrize(
    "colour", [*theme.SERIES, *theme.LINES, *theme.SEGMENTS, theme.UNDIVIDED_EDGE]
)
def test_marks_stand_out_from_paper(colour: str) -> None:
    assert theme.contrast(colour, theme.PAPER) >= 3


def test_numbers_inside_segments_are_readable_at_their_size() -> None:
    # 20 px bold is large text, for which 3 is asked.
    inks, fills = (*theme.ON_SEGMENTS, theme.ON_UNDIVIDED), (*theme.SEGMENTS, theme.UNDIVIDED)
    pairs = zip(inks, fills, strict=True)

    assert [pair for pair in pairs if theme.contrast(*pair) < 3] == []


def test_mint_and_grey_never_stand_together() -> None:
    used = {*theme.SERIES, *theme.SEGMENTS, *theme.LINES}

    assert used & {"#1EBFB3", "#18998F"} == set()


def test_only_arabic_is_mirrored() -> None:
    assert [lang for lang in Lang if theme.mirrored(lang)] == [Lang.AR]
