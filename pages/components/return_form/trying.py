"""What is made of the answers: the workbook of the return, read as any file is, and rehearsed."""

from dataclasses import replace

import pandas as pd

import metrics
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders import Knowledge, Rehearsal, Staged, read, rehearse_all
from loaders.returns import Taken, stage
from loaders.returns.workbook import workbook
from pages.components import store
from pages.components.return_form import visit
from pages.components.return_form.forms import Form, Tried
from pages.components.session import Context
from pages.components.upload import names, work


def file_of(ctx: Context, form: Form) -> tuple[str, bytes]:
    """Name and bytes of the workbook: the one handed over, as long as nothing was changed in it."""
    if form.handed_over is not None:
        return form.handed_over
    which = form.answers.which
    told = (which.get(n, "") for n in ("country", "mechanism_type", "cluster", "period"))
    name = "-".join(["return", *(text for text in told if text)])
    return f"{name.replace('/', '-')}.xlsx", workbook(form.answers, ctx.lang)


def up_to_date(ctx: Context, form: Form) -> Form:
    """The form with an attempt for its present answers and the present state of the store."""
    database, known = store.real(), store.known()
    name, content = file_of(ctx, form)
    event = database.event_number()
    tried = form.tried
    if tried and (tried.file_name, tried.content, tried.event) == (name, content, event):
        return form
    running = work.reading(lambda: _taken(database, content, name, known))
    taken = work.awaited(ctx, running, ctx._("Looking at the answers…"))
    rehearsed = None
    if not taken.report.blocks:
        rehearsed = work.writing(lambda: _rehearsed(database, taken.stageds))
    return visit.keep(replace(form, tried=Tried(name, content, event, taken, rehearsed)))


def outcome(ctx: Context, tried: Tried) -> Rehearsal[pd.DataFrame] | None:
    """What the rehearsal found, waited for; None where the answers are refused.

    Raises:
        StorageBusy: another writer holds on too long.
    """
    if tried.rehearsed is None:
        return None
    return work.awaited(ctx, tried.rehearsed, ctx._("Trying it out in the store…"))


def is_confirmed(form: Form, found: Rehearsal[pd.DataFrame]) -> bool:
    """Whether nothing vanishes, or a person has confirmed what this attempt makes vanish."""
    return not found.difference.gone or form.gone_confirmed is form.tried


def _taken(database: Database, content: bytes, name: str, known: Knowledge) -> Taken:
    return stage(database, read(content, name), known)


def _rehearsed(database: Database, stageds: tuple[Staged, ...]) -> Rehearsal[pd.DataFrame]:
    countries = sorted({code for staged in stageds for code in names.countries_in(staged)})
    periods = sorted({str(period) for staged in stageds for period in names.periods_in(staged)})

    def observe(cur: Cursor) -> pd.DataFrame:
        return metrics.snapshot(cur, countries, periods)

    return rehearse_all(database, stageds, observe=observe)
