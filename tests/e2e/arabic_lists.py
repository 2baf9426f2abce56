"""Membership lists in Arabic as an office keeps them, and what is wrong in the first of them."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from tests.loaders.made_files import xlsx

HEADINGS = ("الدولة", "الفترة", "نوع الآلية", "القطاع", "اسم المنظمة", "نوع المنظمة", "الصفة")
# The last of these nobody could guess: it means "capacity". A person says that it is the seat.
SEAT = 7
FIRST_ROW = 4
YEMEN, CLUSTER = "اليمن", "مجموعة قطاعية"
WATER, HEALTH, PROTECTION = "المياه والصرف الصحي والنظافة الصحية", "الصحة", "الحماية"
NATIONAL, INTERNATIONAL, UN = "منظمة غير حكومية وطنية", "منظمة غير حكومية دولية", "الأمم المتحدة"
FULL, OBSERVER = "عضو كامل العضوية", "مراقب"
MISSPELT_CLUSTER = "المياه والصرف الصحي والنضافة"
UNKNOWN_TYPE = "فريق شبابي تطوعي"
NO_QUARTER = "الربع الخامس 2024"
HOPE, LIGHT, COAST = "مؤسسة الأمل", "جمعية النور", "جمعية الساحل"
HEALING, MERCY, BUILDING = "جمعية الشفاء", "جمعية الرحمة", "جمعية البناء"
RELIEF, DOCTORS, CHILDREN = "الإغاثة الدولية", "أطباء متطوعون", "وكالة الطفولة"

Line = tuple[str | None, str | None, str | None, str | None, str]


def first_quarter() -> bytes:
    """Ten rows, 4 to 13, with five kinds of mistakes in seven cells."""
    q1 = "الربع الأول 2024"
    lines = (
        (q1, WATER, LIGHT, NATIONAL, FULL),
        (q1, WATER, HOPE, UNKNOWN_TYPE, FULL),  # F5: a type that is in no list
        (q1, WATER, RELIEF, INTERNATIONAL, FULL),
        (q1, MISSPELT_CLUSTER, COAST, NATIONAL, FULL),  # D7: one letter is wrong
        (q1, MISSPELT_CLUSTER, CHILDREN, UN, OBSERVER),  # D8: the same again
        (q1, HEALTH, None, NATIONAL, FULL),  # E9: no organisation
        (q1, HEALTH, MERCY, UNKNOWN_TYPE, FULL),  # F10: the same type again
        (NO_QUARTER, HEALTH, DOCTORS, INTERNATIONAL, FULL),  # B11: there is no fifth quarter
        (q1, NATIONAL, BUILDING, None, FULL),  # D12: the type stands in the cluster's column
        (q1, PROTECTION, RELIEF, INTERNATIONAL, FULL),
    )
    return _made("قائمة أعضاء المجموعات القطاعية، بداية العام", lines)


def second_quarter() -> bytes:
    """Three rows, nothing wrong."""
    q2 = "الربع الثاني 2024"
    lines = (
        (q2, WATER, LIGHT, NATIONAL, FULL),
        (q2, WATER, RELIEF, INTERNATIONAL, FULL),
        (q2, HEALTH, MERCY, NATIONAL, FULL),
    )
    return _made("قائمة أعضاء المجموعات القطاعية، الربع التالي", lines)


def _made(title: str, lines: Sequence[Line]) -> bytes:
    def fill(sheet: Worksheet) -> None:
        sheet.title = "الأعضاء"
        sheet.sheet_view.rightToLeft = True
        sheet["A1"] = title
        sheet.merge_cells("A1:G1")
        for column, heading in enumerate(HEADINGS, start=1):
            sheet.cell(FIRST_ROW - 1, column, heading)
        for row, (period, *others) in enumerate(lines, start=FIRST_ROW):
            for column, cell in enumerate((YEMEN, period, CLUSTER, *others), start=1):
                sheet.cell(row, column, cell)

    return xlsx(fill)
