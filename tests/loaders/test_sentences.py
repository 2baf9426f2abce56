"""A person is told names, and no code that stands for them."""

import pytest

from core.i18n import Lang
from loaders.issues import Code, Issue, Severity
from loaders.sentences import sentence


@pytest.mark.parametrize(
    ("code", "suggestion", "named"),
    [
        (Code.COUNTRY_GUESSED, "TCD", ("Chad", "Tchad", "تشاد")),
        (Code.CLUSTER_GUESSED, "HEA", ("Health", "Santé", "الصحة")),
        (
            Code.PERIOD_GUESSED,
            "2022-Q1",
            ("1st quarter 2022", "1er trimestre 2022", "الربع الأول 2022"),
        ),
    ],
)
def test_what_was_guessed_is_named(code: Code, suggestion: str, named: tuple[str, ...]) -> None:
    issue = Issue(code=code, severity=Severity.WARNS, value="3w.xlsx", suggestion=suggestion)

    for lang, name in zip(Lang, named, strict=True):
        said = sentence(issue, lang)[0]
        assert name in said
        assert suggestion not in said
