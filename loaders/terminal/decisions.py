"""The answers about batches: the list of them, a withdrawal, a purge, a written template."""

from collections.abc import Iterator, Sequence
from datetime import UTC
from pathlib import Path

from core.i18n import N_, Lang
from core.i18n.numbers import count, moment
from core.i18n.periods import Period, period_name
from loaders.batches import Batch
from loaders.terminal.console import Answer
from loaders.terminal.escaping import safe
from loaders.terminal.facts import batch_facts
from loaders.terminal.words import Words, aligned

_STANDINGS = {
    "in-force": N_("in force"),
    "replaced": N_("replaced"),
    "withdrawn": N_("withdrawn"),
    "purged": N_("purged"),
}


def listed(every: Sequence[Batch], lang: Lang) -> Answer:
    """Every upload ever published, the newest first."""
    words = Words(lang)
    told = {"status": "done", "batches": [batch_facts(batch) for batch in every]}
    lines = tuple(_batch_lines(every, words)) or (words(N_("Nothing was loaded yet.")),)
    return Answer(told, lines)


def _batch_lines(every: Sequence[Batch], words: Words) -> Iterator[str]:
    if not every:
        return
    heads = (
        N_("batch"), N_("standing"), N_("when"), N_("who"), N_("dataset"), N_("countries"),
        N_("period"), N_("rows"), N_("file"), N_("why"),
    )  # fmt: skip
    yield from aligned([[words(head) for head in heads], *(_cells(b, words) for b in every)], 0)


def _cells(batch: Batch, words: Words) -> list[str]:
    start, end = batch.first_month, batch.last_month
    return [
        str(batch.batch),
        words(_STANDINGS[batch.standing]),
        moment(batch.moment.replace(tzinfo=UTC), words.lang),
        safe(batch.who),
        batch.dataset,
        " ".join(batch.countries) or "–",
        "–" if start is None or end is None else period_name(Period(start, end), words.lang),
        count(batch.rows_stored, words.lang),
        safe(batch.file_name or "–"),
        safe(batch.why or ""),
    ]


def withdrawn(batch: int, event: int, lang: Lang) -> Answer:
    """A batch is out of force."""
    what = N_("Batch {batch} is withdrawn. What it had replaced is in force again.")
    return _decided("withdrawn", batch, event, Words(lang)(what, batch=str(batch)))


def purged(batch: int, event: int, lang: Lang) -> Answer:
    """The rows of a batch are gone."""
    what = N_(
        "The rows of batch {batch} are removed for good. Backups made before still hold them."
    )
    return _decided("purged", batch, event, Words(lang)(what, batch=str(batch)))


def _decided(status: str, batch: int, event: int, sentence: str) -> Answer:
    return Answer({"status": status, "batch": batch, "event": event}, (sentence,))


def written(dataset: str, path: Path, lang: Lang) -> Answer:
    """A template lies there."""
    what = N_("The template is at {path}.")
    told = {"status": "written", "dataset": dataset, "lang": lang.value, "path": str(path)}
    return Answer(told, (Words(lang)(what, path=path),))
