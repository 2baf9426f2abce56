"""What is made of a file under a person's present choices; worked out once for each set of them."""

from collections.abc import Sequence
from dataclasses import replace

from core.storage.database import Database
from loaders import Choices, Knowledge, Upload, lists_in
from loaders.prepare import prepare
from pages.components import store
from pages.components.session import Context
from pages.components.upload import visit, work
from pages.components.upload.drafts import Draft, Part, Understood


def up_to_date(ctx: Context, draft: Draft) -> Draft:
    """The draft with what is understood under its choices, worked out if it is not yet.

    Without the file, which another visit chose, the draft stays as it is.
    """
    upload = visit.file_of(draft)
    if draft.is_understood or upload is None:
        return draft
    database, known, dataset, choices = store.real(), store.known(), draft.dataset, draft.choices
    running = work.reading(lambda: _understood(database, upload, dataset, choices, known))
    seen = work.awaited(ctx, running, ctx._("Looking at the rows…"))
    return visit.keep(replace(draft, understood=seen))


def with_lists(ctx: Context, draft: Draft) -> Draft:
    """The draft with what each of its sheets may list, looked up once; one sheet is not asked."""
    upload = visit.file_of(draft)
    if draft.lists is not None or upload is None or len(upload.sheets) < 2:
        return draft
    known = store.known()
    running = work.reading(lambda: lists_in(upload, known))
    return visit.keep(
        replace(draft, lists=work.awaited(ctx, running, ctx._("Looking at the sheets…")))
    )


def each(ctx: Context, draft: Draft, wanted: Sequence[Part]) -> tuple[Part, ...]:
    """Lists of the file with what is understood under their choices; as they are without a file."""
    upload = visit.file_of(draft)
    if upload is None:
        return tuple(wanted)
    database, known = store.real(), store.known()

    def look() -> tuple[Part, ...]:
        return tuple(
            replace(
                part, understood=_understood(database, upload, part.dataset, part.choices, known)
            )
            for part in wanted
        )

    return work.awaited(ctx, work.reading(look), ctx._("Looking at the rows…"))


def _understood(
    database: Database, upload: Upload, dataset: str, choices: Choices, known: Knowledge
) -> Understood:
    prepared = prepare(database, upload, dataset, choices, known)
    table, issues = prepared.table, prepared.report.issues
    if table is None:
        return Understood(dataset, choices, choices.sheet, None, (), None, issues)
    return Understood(
        dataset,
        choices,
        table.sheet.name,
        table.header.row,
        table.mapping.columns,
        prepared.staged,
        issues,
    )
