"""Of issues about several organisations in one cell, and about sheets that belong together."""

from collections.abc import Mapping

from core.i18n import N_

JOINT_WORDS: Mapping[str, tuple[str, str]] = {
    "split-left-whole": (
        N_("{cell}: “{value}” is known as one organisation. It was not split."),
        N_("Give each organisation a row of its own if it is several."),
    ),
    "split-not-each": (
        N_("{cell}: “{value}” is not known to hold for each organisation of the split cell."),
        N_("Write one for each organisation, in the same order. So far it holds for none of them."),
    ),
    "split-not-here": (
        N_("Cells that name several organisations were not split: an amount is told for all."),
        N_("Give each organisation a row with its own amount."),
    ),
    "join-possible": (
        N_(
            "Sheet “{sheet}” gives types beside organisations, in “{value}” and “{suggestion}”. "
            "Rows of unknown type: {others}; it would settle {count} of them."
        ),
        N_("Accept it if the two sheets belong together. Until then nothing of it is used."),
    ),
    "join-contradicted": (
        N_("{cell}: sheet “{sheet}” gives “{value}” several types: {others}. None was taken."),
        N_("Correct that sheet, or write the type into the list itself."),
    ),
}
