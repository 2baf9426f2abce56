"""What is being done, as a sentence of the catalogue."""

from core.i18n import N_, Lang, translations
from core.i18n.numbers import count, isolate
from loaders.progress import Progress, Stage

_WORDS = {
    Stage.LETTERS: N_("Finding out how the letters are written"),
    Stage.ROWS: N_("Reading rows: {rows} so far"),
    Stage.SHEET: N_("Reading the sheet “{name}” ({number} of {of})"),
    Stage.COLUMNS: N_("Looking for the list and its headings"),
    Stage.CELLS: N_("Reading the cells of {rows} rows, column by column"),
    Stage.JUDGING: N_("Checking {rows} rows"),
    Stage.COMPARING: N_("Comparing the rows with each other"),
    Stage.MEASURING: N_("Computing the indicators"),
    Stage.WRITING: N_("Writing into the store"),
}


def progress_words(progress: Progress, lang: Lang) -> str:
    """What is being done, in the reader's language."""
    return (
        translations(lang)
        .gettext(_WORDS[progress.stage])
        .format(
            rows=count(progress.rows or 0, lang),
            name=isolate(progress.name or "", lang),
            number=count(progress.done + 1, lang),
            of=count(progress.of or 1, lang),
        )
    )
