"""The last lines of `make test` never pass over something in silence."""

import pytest

from tests.run_checks import Outcome, acceptable, summary

PASSED = Outcome(name="types", ran=True, passed=True, said="9 s")
FAILED = Outcome(name="lint", ran=True, passed=False, said="1 s")
LEFT_OUT = Outcome(name="tests", ran=True, passed=True, said="2 s", skipped=("a::b: no samples",))
NOT_RUN = Outcome(name="browser tests", ran=False, passed=False, said="no Chromium")


@pytest.mark.parametrize(
    ("outcome", "here", "in_ci"),
    [
        (PASSED, True, True),
        (FAILED, False, False),
        (LEFT_OUT, True, False),
        (NOT_RUN, True, False),
    ],
)
def test_what_was_left_out_passes_here_and_fails_in_ci(
    outcome: Outcome, here: bool, in_ci: bool
) -> None:
    assert acceptable(outcome, strict=False) is here
    assert acceptable(outcome, strict=True) is in_ci


@pytest.mark.parametrize(
    ("outcomes", "strict", "last"),
    [
        ([PASSED], False, "Everything ran and passed."),
        ([PASSED, NOT_RUN], False, "Passed, but not everything ran: browser tests"),
        ([PASSED, FAILED, NOT_RUN], False, "Failed: lint"),
        ([PASSED, LEFT_OUT, NOT_RUN], True, "Failed: tests, browser tests"),
    ],
)
def test_the_last_line_says_what_came_of_it(
    outcomes: list[Outcome], strict: bool, last: str
) -> None:
    assert summary(outcomes, strict=strict).splitlines()[-1] == last


def test_the_reason_for_each_thing_left_out_is_said() -> None:
    lines = summary([LEFT_OUT, NOT_RUN], strict=False)

    assert "a::b: no samples" in lines
    assert "no Chromium" in lines
