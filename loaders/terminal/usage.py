"""What a person can get wrong on the command line, with a sentence for each."""

from collections.abc import Mapping

from core.errors import DashboardError
from core.i18n import N_


class WrongUsage(DashboardError):
    """The command was called wrongly; only the terminal raises it."""


USAGE: Mapping[str, tuple[str, str]] = {
    "file-not-found": (
        N_("There is no file at {path}."),
        N_("Check the path and the name of the file."),
    ),
    "file-not-opened": (
        N_("The file at {path} cannot be opened or written: {reason}."),
        N_("Check the path, and whether you may use it."),
    ),
    "file-exists": (
        N_("There is already a file at {path}. It was not overwritten."),
        N_("Give another name, or move that file away."),
    ),
    "unknown-cluster": (
        N_("There is no cluster “{value}” in the list."),
        N_("Did you mean “{suggestion}”?"),
    ),
    "unknown-field": (
        N_("There is no field “{value}”."),
        N_("Did you mean “{suggestion}”?"),
    ),
    "unknown-conversion": (
        N_("There is no conversion “{value}” that could be refused."),
        N_("The conversions are: {kinds}."),
    ),
    "memory-without-office": (
        N_("Without an office nothing is remembered."),
        N_("Name it with --office."),
    ),
    "map-incomplete": (
        N_("“{value}” does not say which heading is which field."),
        N_('Write --map "Heading=field", or --map "Heading=-" for a column to be left out.'),
    ),
    "join-incomplete": (
        N_("“{value}” does not say which sheet gives the types."),
        N_(
            'Write --join "Sheet!Heading of organisations=Heading of types"; inspect shows how it '
            "reads for this file."
        ),
    ),
    "unknown-sign": (
        N_("Cells cannot be split at “{value}”."),
        N_("The signs are: {signs}."),
    ),
    "why-missing": (
        N_("The reason is missing."),
        N_("Give it with --why: it stays readable in the list of batches."),
    ),
    "purge-not-confirmed": (
        N_("Purging removes the rows of batch {value} for good."),
        N_("Add --yes if that is what you want. Nothing was removed."),
    ),
}

# Said instead when nothing comes near.
WITHOUT_SUGGESTION: Mapping[str, str] = {
    "unknown-cluster": N_("Give the code of the cluster, such as WSH."),
    "unknown-field": N_("The fields are: {fields}."),
}
