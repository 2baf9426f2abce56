"""The receipt of a batch, from the store alone: what was published, how, and what became of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import groupby

from core.errors import UnknownIndicator
from core.i18n import N_, Lang
from core.i18n.numbers import moment
from core.i18n.periods import Period, period_name
from core.storage.cursor import Cursor
from loaders.batches import Batch, batches
from loaders.issues import Issue, column_letter
from loaders.normalise import Conversion, ConversionKind
from loaders.receipt_joint import joint_facts
from loaders.receipt_words import Fact, Line, ReceiptWords
from loaders.recorded import ClaimedMonth, Decided, Decision, claimed_months, decided, decisions
from loaders.report_table import severity_word
from loaders.sentences import sentence
from loaders.wrong_values import alike

_CLAIMS: Mapping[str, str] = {
    "whole": N_("Everything of these countries and months: what is not in the file is gone"),
    "as-found": N_("Only the clusters, places and months that stand in the file"),
}
_IDENTITIES: Mapping[str, str] = {"name": N_("Their name"), "acronym": N_("Their acronym")}
_ORDERS: Mapping[str, str] = {
    "day-first": N_("the day comes first"),
    "month-first": N_("the month comes first"),
}
_BECAME: Mapping[str, str] = {
    "withdraw": N_("Withdrawn"),
    "purge": N_("Removed for good"),
}
_STANDINGS: Mapping[str, str] = {
    "in-force": N_("In force"),
    "replaced": N_("Replaced"),
    "withdrawn": N_("Withdrawn"),
    "purged": N_("Removed for good"),
}


@dataclass(frozen=True, slots=True)
class BatchReceipt:
    """What the store holds about a batch; `said` is None once it was purged."""

    batch: Batch
    said: Decided | None
    claimed: Sequence[ClaimedMonth]
    since: Sequence[Decision]


def batch_receipt(cur: Cursor, number: int) -> BatchReceipt:
    """The receipt of a batch, as of the day of the cursor.

    Raises:
        UnknownIndicator: `unknown-batch`.
    """
    found = next((batch for batch in batches(cur) if batch.batch == number), None)
    if found is None:
        raise UnknownIndicator("unknown-batch", value=number)
    return BatchReceipt(
        found, decided(cur, number), claimed_months(cur, number), decisions(cur, number)
    )


def receipt_lines(receipt: BatchReceipt, lang: Lang) -> Iterator[Line]:
    """Everything that a receipt says, part by part; names and texts of the file set apart."""
    words = ReceiptWords(lang)
    yield from words.part(N_("What was published"), _published(receipt, words))
    if receipt.said is None:
        return
    yield from words.part(N_("What it changed"), _changed(receipt.said, words))
    yield from words.part(N_("What it claims"), _claimed(receipt, words))
    yield from words.part(N_("What was decided"), _decisions(receipt.said, words))
    yield from words.part(N_("Columns"), _columns(receipt.said, words))
    yield from words.part(N_("Split and joined"), joint_facts(receipt.said, words))
    yield from words.part(N_("Corrected by hand"), _corrected(receipt.said, words))
    yield from words.part(N_("Converted"), _converted(receipt.said.conversions, words))
    yield from words.part(N_("Issues that stayed"), _issues(receipt.said.issues, words))
    yield from words.part(N_("Since then"), _since(receipt.since, words))


def _published(receipt: BatchReceipt, words: ReceiptWords) -> Iterator[Fact]:
    batch = receipt.batch
    yield words(N_("Batch")), str(batch.batch)
    yield words(N_("Standing")), words(_STANDINGS[batch.standing])
    yield words(N_("Office")), words.apart(batch.who)
    yield words(N_("Published")), moment(batch.moment.replace(tzinfo=UTC), words.lang)
    if receipt.said is None:
        return
    yield words(N_("File")), words.apart(batch.file_name or "–")
    yield words(N_("Fingerprint (SHA-256)")), words.apart(batch.file_sha256 or "–")
    yield words(N_("Sheet")), words.apart(batch.sheet or "–")
    yield words(N_("Row of the headings")), str(receipt.said.heading_row or "–")
    yield words(N_("Rows read")), words.number(batch.rows_read)
    yield words(N_("Rows kept")), words.number(batch.rows_stored)
    yield words(N_("Rows left out")), words.number(batch.rows_read - batch.rows_stored)
    # A decision is numbered like the state of the data after it.
    yield words(N_("Data version")), words.apart(f"{batch.batch}")
    if receipt.said.known:
        yield words(N_("Version of our lists")), words.apart(receipt.said.known[:12])


def _changed(said: Decided, words: ReceiptWords) -> Iterator[Fact]:
    if said.difference is not None:
        yield words(N_("Organisations new")), words.number(said.difference.new)
        yield words(N_("Organisations changed")), words.number(said.difference.changed)
        yield words(N_("Organisations unchanged")), words.number(said.difference.unchanged)
        yield words(N_("Organisations gone")), words.number(said.difference.gone)


def _claimed(receipt: BatchReceipt, words: ReceiptWords) -> Iterator[Fact]:
    if receipt.said is not None:
        yield words(N_("The file claims")), words(_CLAIMS[receipt.said.claim])
    cells = receipt.batch.cells_claimed
    yield words(N_("Cells of cluster, place and month claimed")), words.number(cells)
    groups = groupby(receipt.claimed, key=lambda o: (o.country, o.cluster or o.cluster_reported))
    for (country, cluster), months in groups:
        label = cluster or "–"
        name = f"{words.named('country', country)} · {words.named('cluster', label)}"
        yield name, " · ".join(period_name(run, words.lang) for run in _runs(months))


def _runs(months: Iterable[ClaimedMonth]) -> Iterator[Period]:
    """Months that follow one another as one period each."""
    ordered = sorted({one.month for one in months})
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        follow = [month for _, month in run]
        yield Period(follow[0], follow[-1])


def _decisions(said: Decided, words: ReceiptWords) -> Iterator[Fact]:
    yield words(N_("Organisations are told apart by")), words(_IDENTITIES[said.identity])
    for name, value in said.said.items():
        if name == "dates":
            yield words(N_("Dates that could be two")), words(_ORDERS[value])
        else:
            field = "date" if name == "day" else name
            yield words(N_("Said: {field}"), field=words.field(field)), words.named(name, value)
    for field, name, value in said.guesses:
        from_name = words(
            N_("{value}, from the name “{name}”"), value=words.named(field, value), name=name
        )
        yield words(N_("Guessed: {field}"), field=words.field(field)), from_name


def _columns(said: Decided, words: ReceiptWords) -> Iterator[Fact]:
    for heading, field in said.columns:
        yield words(N_("Column “{heading}”"), heading=heading), words.field(field)


def _corrected(said: Decided, words: ReceiptWords) -> Iterator[Fact]:
    for one in alike(said.corrections):
        before, after = (words(N_("empty")) if t is None else t for t in (one.before, one.after))
        template = (
            N_("{before} → {after} ({cell})")
            if one.cells == 1
            else N_("{before} → {after} ({count} cells, from {cell} on)")
        )
        cell = f"{column_letter(one.column)}{one.row}"
        column = words(N_("Column {letter}"), letter=column_letter(one.column))
        yield column, words(template, before=before, after=after, count=one.cells, cell=cell)


def _converted(conversions: Iterable[Conversion], words: ReceiptWords) -> Iterator[Fact]:
    for one in conversions:
        matched = one.kind is ConversionKind.MATCHED
        after = words.named(one.field, one.after) if matched else one.after
        yield (
            words(N_("Converted: {field}"), field=words.field(one.field)),
            words(
                N_("{before} → {after} ({count} cells)"),
                before=one.before, after=after, count=one.count,
            ),
        )  # fmt: skip


def _issues(issues: Iterable[Issue], words: ReceiptWords) -> Iterator[Fact]:
    for one in issues:
        said = sentence(one, words.lang)[0]
        rows = words(N_("({count} rows)"), count=one.count) if _repeats(one) else ""
        yield severity_word(one.severity, words.lang), f"{said} {rows}".rstrip()


def _repeats(issue: Issue) -> bool:
    return issue.count > 1 and "{count}" not in issue.words[0]


def _since(since: Iterable[Decision], words: ReceiptWords) -> Iterator[Fact]:
    for one in since:
        when = moment(one.moment, words.lang)
        yield (
            words(_BECAME.get(one.kind, one.kind)),
            f"{when} · {words.apart(one.who)} · {one.why or '–'}",
        )
