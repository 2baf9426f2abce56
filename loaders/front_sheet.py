"""The sheet that sums up a returned workbook: how it is known again when the file comes back."""

from core.i18n import N_, Lang, translations
from loaders.upload import Sheet

TITLE = N_("ALN - to correct")
# Stands in a cell of its own: titles change with languages, and any program may save the file.
SIGN = "aln-returned-workbook"
SIGN_ROW = 2


def title(lang: Lang) -> str:
    """The name of the sheet in a language."""
    return translations(lang).gettext(TITLE)


def is_front_sheet(sheet: Sheet) -> bool:
    """Whether a sheet is the first sheet of a workbook that was returned, and no data."""
    if not sheet.table.num_columns or sheet.table.num_rows < SIGN_ROW:
        return False
    first = sheet.table.column(0).slice(0, SIGN_ROW).to_pylist()
    return bool(first[SIGN_ROW - 1] == SIGN)
