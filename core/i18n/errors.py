"""A sentence for every `DashboardError`: what is wrong, and what to do about it."""

from collections.abc import Mapping

from core.errors import DashboardError
from core.i18n import N_, Lang, translations
from core.i18n.numbers import isolate

ERRORS: Mapping[str, tuple[str, str]] = {
    "empty-file": (
        N_("The file “{name}” is empty."),
        N_("Open it to see whether the list is in it, save it and upload it again."),
    ),
    "not-a-table": (
        N_("The file “{name}” holds no table."),
        N_("Upload a workbook or a CSV file with a heading row and rows under it."),
    ),
    "password-protected": (
        N_("The file “{name}” is protected by a password."),
        N_("Open it, remove the password, save it and upload it again."),
    ),
    "office-lock-file": (
        N_("“{name}” is only the mark that another program left while the workbook is open."),
        N_("Close the workbook and upload the workbook itself."),
    ),
    "corrupt-file": (
        N_("The file “{name}” is damaged and cannot be read."),
        N_("Open it in your spreadsheet program, save a new copy and upload that."),
    ),
    "too-large": (
        N_("The file “{name}” is larger than {limit} MB, or would be when unpacked."),
        N_("Keep only the sheet that holds the list, or send it in parts."),
    ),
    "took-too-long": (
        N_("Reading the file “{name}” took too long and was stopped."),
        N_("Keep only the sheet that holds the list, without formulas, and upload it again."),
    ),
    "unsupported-format": (
        N_("The file “{name}” is of a kind that cannot be read."),
        N_("Save it as XLSX, XLSM, XLSB, XLS, ODS, CSV or TSV and upload it again."),
    ),
    "not-a-store": (
        N_("The file “{name}” is not a store of this dashboard."),
        N_("Check the setting ALN_STORE. The file was not changed."),
    ),
    "store-busy": (
        N_("Another program is using the store: {process}."),
        N_("Close that program, or wait until it has finished, and try again."),
    ),
    "writer-busy": (
        N_("Another upload is being stored at this moment."),
        N_("Wait a moment and try again. Nothing was stored twice."),
    ),
    "store-newer-than-program": (
        N_("The store was written by a newer version of this program."),
        N_("Install the newer version and try again. The store was not changed."),
    ),
    "not-allowed": (
        N_("This dashboard is for reading only. Nothing can be stored or withdrawn here."),
        N_("Use the dashboard on which your office uploads, or ask whoever runs this one."),
    ),
    "inside-only": (
        N_("Which organisations, files and rows stand behind a number is shown only to the team."),
        N_("Ask the office that publishes for this country. The number itself is on the pages."),
    ),
    "label-is-personal": (
        N_("“Who” is the label of an office. An e-mail address or a person’s name is refused."),
        N_("Give the name of the office, such as “OCHA Chad”."),
    ),
    "unknown-indicator": (
        N_("There is no indicator “{value}”."),
        N_("Did you mean “{suggestion}”?"),
    ),
    "unknown-dimension": (
        N_("There is no dimension “{value}”."),
        N_("Did you mean “{suggestion}”?"),
    ),
    "one-side": (
        N_("Who is present and who leads are counted apart; “{value}” is not one of the two."),
        N_("Ask for the role present or for the role lead, one at a time."),
    ),
    "not-split-so": (
        N_("“{indicator}” cannot be split by “{value}”: what it is made of does not say it."),
        N_("Choose another split, or another indicator."),
    ),
    "unknown-choice": (
        N_("The address asks for “{value}”, which is in none of the lists."),
        N_("Choose another value on the page, or ask whoever sent the link."),
    ),
    "outside-the-lattice": (
        N_("This question is answered only inside the team: it could show a single organisation."),
        N_("Ask by country, cluster and quarter, or by their totals."),
    ),
    "unknown-batch": (
        N_("There is no batch {value}."),
        N_("Look up its number in the list of batches."),
    ),
    "sheets-overlap": (
        N_(
            "The sheets “{first}” and “{second}” both speak for the same cluster, place and month "
            "({count} times). Nothing was stored."
        ),
        N_("Take one of the two sheets out, or correct the months, clusters or places in them."),
    ),
    "batch-withdrawn": (
        N_("Batch {value} was withdrawn before."),
        N_("Nothing to do. To bring it back, upload the file again."),
    ),
    "batch-purged": (
        N_("The rows of batch {value} were removed for good."),
        N_("Upload the file again if it is needed."),
    ),
    "wrong-day": (
        N_("“{value}” is not a day."),
        N_("Write it as 2026-03-05."),
    ),
    "wrong-period": (
        N_("“{value}” is not a period."),
        N_("Write it as 2022-01, 2022-Q1, 2022 or 2022-01..2022-04."),
    ),
    "no-segments": (
        N_("“{value}” does not count actors, so it has no kinds of actor."),
        N_("Ask for it without segments."),
    ),
    "no-trend": (
        N_("“{value}” says who reported, so it is the same for those who did."),
        N_("Look at it by period instead."),
    ),
    "wrong-flag": (
        N_("“{value}” is no answer to whether an organisation has a flag."),
        N_("Write yes or no, or nothing for those of whom nobody has said."),
    ),
    "unknown-country": (
        N_("There is no country “{value}” in the list."),
        N_("Did you mean “{suggestion}”?"),
    ),
    "unknown-dataset": (
        N_("There is no dataset “{value}”."),
        N_("Choose presence (3W, 4W, 5W) or roles."),
    ),
    "unknown-organisation": (
        N_("No file of {country} names the organisation “{value}”."),
        N_("Did you mean “{suggestion}”?"),
    ),
    "alias-known": (
        N_("“{first}” and “{second}” are counted as one organisation already."),
        N_("Nothing to do. If they are two, revoke that decision first."),
    ),
    "alias-taken": (
        N_("“{first}” is counted as “{other}” already."),
        N_("Decide about “{other}” instead, or revoke that decision first."),
    ),
    "alias-refused": (
        N_("It was decided before that “{first}” and “{second}” are two organisations."),
        N_("If they are one after all, revoke that decision first."),
    ),
    "no-decision": (
        N_("Nothing was decided about “{value}”, or it was revoked before."),
        N_("Look it up in the list of organisations."),
    ),
    "unknown-mechanism": (
        N_("Batch {batch} does not report on the mechanism {value}."),
        N_("Leave the mechanism out, or look up its number in the list of mechanisms."),
    ),
    "no-such-mechanism": (
        N_("Nobody has reported on a mechanism {value} in {country}."),
        N_("Look up its number in the list of mechanisms."),
    ),
    "words-missing": (
        N_("The reason is missing."),
        N_("Say in a few words why: they are shown beside the numbers."),
    ),
    "words-too-long": (
        N_("The words are longer than {limit} letters."),
        N_("Say it more briefly; the whole text may stay with the office that wrote it."),
    ),
    "words-are-personal": (
        N_("The words hold an e-mail address or a telephone number. They were not stored."),
        N_("Name an organisation or office, never a person, and leave addresses out."),
    ),
    "backup-exists": (
        N_("There is already a file at {path}. It was not overwritten."),
        N_("Give another name, or move that file away."),
    ),
    "backup-not-found": (
        N_("There is no backup at {path}."),
        N_("Check the path and the name of the file."),
    ),
    "not-a-backup": (
        N_("The file at {path} is not a backup of this dashboard."),
        N_("Choose a file that the backup command made. The store was not changed."),
    ),
    "wrong-declaration": (
        N_("The file {file} of this program contradicts itself: {reason}."),
        N_("Tell whoever looks after the dashboard, and quote this message."),
    ),
}

# Said instead when nothing in the list comes near.
WITHOUT_SUGGESTION: Mapping[str, str] = {
    "unknown-indicator": N_("Look up its name in the list of indicators."),
    "unknown-dimension": N_("Look up its name among the dimensions of the indicator."),
    "unknown-country": N_("Give the three-letter code of the country, such as TCD."),
    "unknown-organisation": N_("Write its name or acronym as it stands in the files."),
}


def explain(error: DashboardError, lang: Lang) -> tuple[str, str]:
    """What is wrong and what to do, in the reader's language.

    Raises:
        KeyError: the code has no sentence, or a fact of the sentence is not in the error: a
            mistake in the program.
    """
    wrong, remedy = ERRORS[error.code]
    if not error.facts.get("suggestion"):
        remedy = WITHOUT_SUGGESTION.get(error.code, remedy)
    facts = {name: isolate(str(fact), lang) for name, fact in error.facts.items()}
    words = translations(lang)
    return words.gettext(wrong).format(**facts), words.gettext(remedy).format(**facts)
