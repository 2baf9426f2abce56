"""Periods as real offices write them, in cells and in the names of files and sheets."""

import pytest

from core.i18n.folding import fold
from loaders.periods import Strength, guess_period, periods_in_text

_NAMES = {
    1: "january,jan,janvier,janv,يناير,جانفي,كانون الثاني",
    2: "february,feb,février,fév,شباط,فبراير",
    3: "march,mar,mars,آذار,مارس",
    4: "april,apr,avril,نيسان,أبريل",
    5: "may,mai,أيار,مايو",
    6: "june,jun,juin,حزيران,يونيو",
    10: "october,oct,octobre,تشرين الأول",
    11: "november,nov,novembre,تشرين الثاني",
    12: "december,dec,décembre,كانون الأول",
}
MONTHS = {fold(name): month for month, names in _NAMES.items() for name in names.split(",")}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2022-01", "2022-01"),
        ("2022-01..2022-04", "2022-01..2022-04"),
        ("01/2022", "2022-01"),
        ("202203", "2022-03"),
        ("2022-01 to 2022-03", "2022-Q1"),
        ("T1 2022", "2022-Q1"),
        ("2022T1", "2022-Q1"),
        ("1er trimestre 2022", "2022-Q1"),
        ("3ème trimestre 2024", "2024-Q3"),
        ("Q1(Jan-Mar) 2024", "2024-Q1"),
        ("1st Qtr 2022", "2022-Q1"),
        ("الربع الأول 2024", "2024-Q1"),
        ("الربع الثالث من عام ٢٠٢٤", "2024-Q3"),
        ("Q1-Q2 2022", "2022-01..2022-06"),
        ("1er semestre 2022", "2022-01..2022-06"),
        ("oct2021", "2021-10"),
        ("2022 January", "2022-01"),
        ("Jan-22", "2022-01"),
        ("avril 2025", "2025-04"),
        ("janvier_2022", "2022-01"),
        ("as of May 2021", "2021-05"),
        ("كانون الثاني/يناير 2024", "2024-01"),
        ("جانفي 2024", "2024-01"),
        ("من يناير إلى مارس 2022", "2022-Q1"),
        ("تشرين الثاني ٢٠٢٣", "2023-11"),
        ("Jan-Apr 2022", "2022-01..2022-04"),
        ("january_april_2025", "2025-01..2025-04"),
        ("Jan-Oct2023", "2023-01..2023-10"),
        ("april-june-2024", "2024-Q2"),
        ("de janvier à mars 2022", "2022-Q1"),
        ("Jan, Feb and Mar 2022", "2022-Q1"),
        ("1 Jan - 31 March 2022", "2022-Q1"),
        ("01/01/2022 - 31/03/2022", "2022-Q1"),
        ("Nov 2021 - Feb 2022", "2021-11..2022-02"),
        ("2021", "2021"),
        ("2021.0", "2021"),
        ("2020-2021", "2020-01..2021-12"),
        ("2021-22", "2021-01..2022-12"),
    ],
)
def test_a_named_period_is_read(text: str, period: str) -> None:
    reading = periods_in_text(text, MONTHS)

    assert reading is not None
    assert str(reading.period) == period
    assert reading.strength > Strength.DATE


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("20220520", "2022-05"),
        ("2022-05-20", "2022-05"),
        ("2022-05-20 00:00:00", "2022-05"),
        ("20/05/2022", "2022-05"),
        ("05/06/2022", "2022-06"),
        ("05/20/2022", "2022-05"),
        ("31.12.2021", "2021-12"),
        ("5 May 2022", "2022-05"),
        ("May 5, 2022", "2022-05"),
    ],
)
def test_a_date_stands_for_its_month_the_day_first_unless_impossible(text: str, month: str) -> None:
    reading = periods_in_text(text, MONTHS)

    assert reading is not None
    assert (str(reading.period), reading.strength) == (month, Strength.DATE)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("January", 1, 1), ("février", 2, 2), ("شباط", 2, 2), ("Jan to March", 1, 3), ("Q2", 4, 6)],
)
def test_months_without_a_year_wait_for_one(text: str, first: int, last: int) -> None:
    reading = periods_in_text(text, MONTHS)

    assert reading is not None
    assert (reading.period, reading.month, reading.last_month) == (None, first, last)
    completed = reading.in_year(2022).period
    assert completed is not None
    assert (completed.start, completed.end) == (2022 * 12 + first - 1, 2022 * 12 + last - 1)


@pytest.mark.parametrize(
    "text",
    [
        *("", "3w", "4W v2.1", "Sheet1", "Feuil1", "T1", "S1", "SO2021", "SO202103", "v20"),
        *("44562", "2022-13", "99/99/2022", "32/01/2022", "2022-01-45", "+252 61 2022123"),
        *("janvier et mars 2022", "Nov-Jan 2022", "marches"),
        *("2022-Q5", "Q0 2022", "T5 2022", "2022T12", "5e trimestre 2022", "الربع الخامس 2022"),
        *("الربع 5 لعام 2022", "S3 2022", "2022 H3", "Q1-Q5 2022"),
        *("2020 data compiled 2021", "Jan 2022, updated Feb 2022"),
    ],
)
def test_what_is_no_period_or_could_be_two_is_not_read(text: str) -> None:
    assert periods_in_text(text, MONTHS) is None


def test_a_bare_number_is_a_date_only_when_the_caller_says_so() -> None:
    reading = periods_in_text("44562", MONTHS, serial=True)

    assert reading is not None
    assert str(reading.period) == "2022-01"  # 44562 is 1 January 2022
    assert periods_in_text("123", MONTHS, serial=True) is None


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("January 2022", True),
        ("T1 2022", True),
        ("20/05/2022", True),
        ("as of May 2021", False),
        ("05/06/2022", False),
        ("Jan-22", False),
        ("mars 22", False),
    ],
)
def test_a_reading_says_whether_another_was_possible(text: str, exact: bool) -> None:
    reading = periods_in_text(text, MONTHS)

    assert reading is not None
    assert reading.exact is exact


@pytest.mark.parametrize(
    ("sheet", "file", "period", "source"),
    [
        ("Data", "whowhatwhere_3w_all_clusters_march_2022.xlsx", "2022-03", "file"),
        ("Feuil1", "whowhatwhere_3w_tcd_oct2021.xlsx", "2021-10", "file"),
        ("RCA 3W Qui fait Quoi Où T1 2022", "whowhatwhere_3w_car_mar2022.xlsx", "2022-Q1", "sheet"),
        (
            "3W longtable Jan-Apr 2022 ",
            "whowhatwhere_iraq_3w_jan_to_apr_2022_longtable_20220518.xlsx",
            "2022-01..2022-04",
            "sheet",
        ),
        ("2020 3Ws compiled", "whowhatwhere_sudan_3w_2021.xlsx", "2021", "file"),
        (
            "January to March",
            "whowhatwhere_ss_20220520_3w_op_january_march_2022.xlsx",
            "2022-Q1",
            "sheet",
        ),
        ("DATA-FINAL", "whowhatwhere_rdc_3w_janvier_2022.xlsx", "2022-01", "file"),
        ("Sheet1", "whowhatwhere_hti_operational_presence_2020.xlsx", "2020", "file"),
        (
            "Eth_4Ws_February_2022",
            "whowhatwhere_ethiopia_who_is_doing_what_where_4w_february_2022.xlsx",
            "2022-02",
            "sheet",
        ),
        ("3W as of May 2021", "whowhatwhere_3w_as_of_may_2021.xlsx", "2021-05", "sheet"),
        (
            "3W_Dataset_January - April 2025",
            "3w_operational_presence_dataset_january_april_2025.xlsx",
            "2025-01..2025-04",
            "sheet",
        ),
        ("January to March", "3w_2022.xlsx", "2022-Q1", "sheet"),
        ("Data", "3w_2022_20220518.xlsx", "2022", "file"),
        ("2021", "3w_20220110.xlsx", "2021", "sheet"),
        ("2022", "3w_mar2022.xlsx", "2022-03", "file"),
        ("Data", "3w_20220110.xlsx", "2022-01", "file"),
    ],
)
def test_names_of_sheet_and_file_tell_the_period(
    sheet: str, file: str, period: str, source: str
) -> None:
    guess = guess_period(sheet, file, months=MONTHS)

    assert guess is not None
    assert (str(guess[0]), guess[1]) == (period, {"sheet": sheet, "file": file}[source])


@pytest.mark.parametrize(
    "names", [(), ("Data", "3w.xlsx"), ("March", "4w.xlsx"), ("December", "3w_20230110.xlsx")]
)
def test_names_that_do_not_tell_are_not_made_to(names: tuple[str, ...]) -> None:
    assert guess_period(*names, months=MONTHS) is None
