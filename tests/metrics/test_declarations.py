"""What a declaration may say, and what is refused."""

from pathlib import Path

import pytest

from core.errors import UnknownIndicator, WrongDeclaration
from core.i18n import Lang
from metrics import find, indicators
from metrics.question import ask
from metrics.registry import read_declarations

GOOD = (Path(__file__).parents[2] / "metrics" / "indicators" / "participation.toml").read_text(
    encoding="utf-8"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('entity = "organisation"\n', ""),
        ('pools = "distinct"', 'pools = "adds"'),
        ('view = "v_presence"', 'view = "report"'),
        ('"role", "period"]', '"role", "period", "weather"]'),
        ('"role", "period"]', '"role", "period", "dataset"]'),
        ('only = { level = "national", role = "present" }', 'only = { dataset = "presence" }'),
        ("[indicator.source]", "[indicator.sauce]"),
        ('direction = "higher_is_better"', 'direction = "up"'),
        ("[[indicator]]", "[[indikator]]"),
        ('unit = "percent"', "unit = percent"),
    ],
)
def test_a_contradiction_is_refused(before: str, after: str, tmp_path: Path) -> None:
    assert before in GOOD
    (tmp_path / "a.toml").write_text(GOOD.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(WrongDeclaration) as refused:
        read_declarations(tmp_path)

    assert refused.value.facts["file"] == "a.toml"


def test_the_same_id_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD, encoding="utf-8")

    with pytest.raises(WrongDeclaration):
        read_declarations(tmp_path)


@pytest.mark.parametrize("language", Lang)
def test_texts_are_in_their_own_script(language: Lang) -> None:
    for indicator in indicators().values():
        for text in (indicator.name, indicator.reading, indicator.caution, indicator.lever):
            arabic = sum("\u0600" <= letter <= "\u06ff" for letter in text.in_(language))
            assert (arabic > len(text.in_(language)) / 2) is (language is Lang.AR)


def test_an_indicator_is_found_by_id_and_by_code() -> None:
    assert find("P8") is find("lna_share_of_presence")


def test_a_wrong_name_comes_back_with_the_nearest_one() -> None:
    with pytest.raises(UnknownIndicator) as indicator:
        find("lna_share_of_presense")
    with pytest.raises(UnknownIndicator) as dimension:
        ask(find("P8"), by=["contry"])

    assert indicator.value.facts["suggestion"] == "lna_share_of_presence"
    assert dimension.value.facts["suggestion"] == "country"
