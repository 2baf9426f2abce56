"""Numbers of a column: `1,234` is what the other numbers beside it say, or is not known."""

import pytest

from loaders.normalise import number_of
from loaders.row_number import decimal_sign


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (["1,234", "12.5"], [1234, 12.5]),
        (["1.234", "12,5"], [1234, 12.5]),
        (["1,234", "1,234,567"], [1234, 1234567]),
        (["1.234", "1.234,56"], [1234, 1234.56]),
        (["1,234", "1 234,5"], [1.234, 1234.5]),
        (["1,234"], [None]),
        (["1.234", "1 234", "١٢٫٥"], [None, 1234, 12.5]),  # neither tells about a point
        (["1,234", "12,5", "12.5"], [None, 12.5, 12.5]),  # the column contradicts itself
        (["0,123", "1,234"], [0.123, 1.234]),
    ],
)
def test_the_sign_of_decimals_is_that_of_the_whole_column(
    texts: list[str], values: list[float | None]
) -> None:
    sign = decimal_sign(texts)

    read = [number_of(text, decimal=sign) for text in texts]

    assert [number and number.value for number in read] == values
