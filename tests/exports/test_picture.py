"""Pictures made without a browser: of their size, with their letters, from the right side."""

import io
import unicodedata
from pathlib import Path
from xml.etree import ElementTree  # our own drawing is read back, nothing from outside

import pytest
from PIL import Image, ImageChops, ImageFont

from charts.svg import svg
from core.i18n import Lang
from exports import picture
from tests.charts.samples import charts_in
from tests.exports.made import made_by_hand, origin

TEXT = "{http://www.w3.org/2000/svg}text"
KINDS = tuple(charts_in(Lang.EN))


def drawn(written: bytes) -> Image.Image:
    """The picture in shades of grey."""
    return Image.open(io.BytesIO(written)).convert("L")


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize(("size", "width"), [("slide", 1920), ("message", 1080)])
def test_a_picture_has_the_width_of_its_use(lang: Lang, size: picture.Size, width: int) -> None:
    made = drawn(picture.png(made_by_hand(lang), origin(), size=size))

    assert made.width == width


def test_titles_begin_on_the_side_where_their_language_is_read() -> None:
    sides = {}
    for lang in (Lang.FR, Lang.AR):
        made = drawn(picture.png(made_by_hand(lang), origin(), size="slide"))
        ink = ImageChops.invert(made.crop((0, 0, made.width, 90))).getbbox()
        assert ink is not None
        sides[lang] = (ink[0], made.width - ink[2])

    # The margin is 28 of 1280, here 42; letters keep a little distance from it.
    assert sides[Lang.FR][0] < 60 < sides[Lang.FR][1]
    assert sides[Lang.AR][1] < 60 < sides[Lang.AR][0]


def test_the_direction_of_arabic_is_written_into_every_text() -> None:
    chart = charts_in(Lang.AR)["bars"]
    root = ElementTree.fromstring(picture.with_directions(svg(chart), Lang.AR))  # noqa: S314

    texts = list(root.iter(TEXT))
    assert texts
    assert all(
        (t.text or "").startswith("\u202b") and (t.text or "")[-1] == "\u202c" for t in texts
    )
    assert not any(set(t.text or "") & set("\u2066\u2067\u2068\u2069") for t in texts)


def test_arabic_letters_are_joined() -> None:
    # Beh three times: joined they are one low line, much narrower than three times one letter.
    def wide(text: str) -> int:
        words = f'<text x="20" y="60" font-size="40" font-family="Noto Sans">{text}</text>'
        plain = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 90">{words}</svg>'
        made = drawn(picture.rendered(plain, 1280))
        box = ImageChops.invert(made).getbbox()
        assert box is not None
        return box[2] - box[0]

    assert wide("\u0628\u0628\u0628") < 2.5 * wide("\u0628")
    assert wide("\u0628\u200c\u0628\u200c\u0628") > 2.5 * wide("\u0628")


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_of_every_chart_has_its_shape_in_the_fonts(kind: str, lang: Lang) -> None:
    font = ImageFont.truetype(picture.FONTS[0], 40, layout_engine=ImageFont.Layout.BASIC)
    nothing = bytes(font.getmask("\uffff"))
    chart = charts_in(lang)[kind]

    root = ElementTree.fromstring(picture.vector(chart, origin()))  # noqa: S314 - see the import

    used = {c for t in root.iter(TEXT) for c in "".join(t.itertext())}
    shown = {c for c in used if unicodedata.category(c) not in {"Zs", "Cf"}}
    assert {c for c in shown if bytes(font.getmask(c)) == nothing} == set()


def test_without_its_fonts_the_server_names_them_and_draws_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(picture, "FONTS", (tmp_path / "NotoSans-Regular.ttf",))

    assert picture.missing_fonts() == ("NotoSans-Regular.ttf",)
    with pytest.raises(FileNotFoundError, match=r"NotoSans-Regular\.ttf"):
        picture.png(made_by_hand(Lang.EN), origin(), size="slide")
    assert b"<svg" in picture.vector(made_by_hand(Lang.EN), origin())
