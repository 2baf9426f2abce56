"""The layout of an earlier file found again for a new one by its headings, and forgotten."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

from core.access import Office, Permission, require
from core.i18n.folding import fold
from core.storage.cursor import Cursor
from core.storage.database import Database
from loaders.choices import Choices
from loaders.cluster_name import guess_cluster
from loaders.events import record
from loaders.header import find_header
from loaders.layouts import Headings, from_kept, headings_of
from loaders.mapping_choices import BY_LETTER
from loaders.row_place import country_in_names
from loaders.upload import Sheet, Upload
from loaders.vocabulary import Vocabulary

# What a file does not say of itself: true of one office, and nobody else's business.
OF_OFFICE = ("country", "cluster", "hub", "claim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What was said of an earlier file of the same headings.

    Attributes:
        batch: of the earlier file.
        office: that published it, as it calls itself.
        moment: when, in UTC.
        dataset: a name of DATASETS.
        choices: to read the new file with; without period, day and corrections.
        headings_sha256: by which it was found.
        own: whether it is the layout of the office that was named.
        asked: fields of OF_OFFICE that were said then and are left open, because the layout is
            another office's, offices contradict each other, or the new file's name does.
    """

    batch: int
    office: str
    moment: datetime
    dataset: str
    choices: Choices
    headings_sha256: str
    own: bool
    asked: tuple[str, ...]


def remembered(
    cur: Cursor,
    upload: Upload,
    vocabulary: Vocabulary,
    *,
    office: str | None = None,
    dataset: str | None = None,
) -> Remembered | None:
    """The newest layout that fits: the office's own, else whose it may be; None where none fits.

    Args:
        cur: a cursor on the store.
        upload: the new file.
        vocabulary: known headings, to find them in the file.
        office: that uploads it; None: not known yet.
        dataset: the only one wanted; None: whichever.
    """
    places = list(_places(cur, upload, vocabulary, dataset))
    fitting = [fit for kept in _kept(cur, places) if (fit := _fit(kept, places)) is not None]
    if not fitting:
        return None
    own = [fit for fit in fitting if office is not None and fit.kept.office_key == fold(office)]
    best = (own or fitting)[0]
    asked = {*_contradicted(best, upload, vocabulary)}
    if not own:
        asked |= _others_business(best, fitting, named=office is not None)
    unsaid = Choices()
    return Remembered(
        batch=best.kept.batch,
        office=best.kept.who,
        moment=best.kept.moment.replace(tzinfo=UTC),
        dataset=best.kept.dataset,
        choices=replace(best.choices, **{name: getattr(unsaid, name) for name in asked}),
        headings_sha256=best.kept.headings,
        own=bool(own),
        asked=tuple(name for name in OF_OFFICE if name in asked),
    )


def forget_layout(database: Database, found: Remembered, office: Office) -> int:
    """Propose what an office said of these headings no more; what is said next will be again.

    Returns the number of the event.

    Args:
        database: the open store.
        found: what was remembered.
        office: that decides it.

    Raises:
        NotAllowed: this office may not publish.
    """
    require(office, Permission.PUBLISH)
    with database.transaction() as cur:
        event = record(cur, "forget-layout", office, None, None)
        cur.run(
            "INSERT INTO layout_forgotten VALUES ($event, $office, $headings, $dataset)",
            {
                "event": event,
                "office": fold(found.office),
                "headings": found.headings_sha256,
                "dataset": found.dataset,
            },
        )
        return event


class _Place(NamedTuple):
    """Where in the new file headings stand, read as those of a dataset from a row or wherever."""

    dataset: str
    row: int | None
    sheet: Sheet
    headings: Headings


def _places(
    cur: Cursor, upload: Upload, vocabulary: Vocabulary, dataset: str | None
) -> Iterator[_Place]:
    ways = cur.rows("SELECT DISTINCT dataset, heading_row FROM layout ORDER BY ALL")
    for kind, row in ways:
        for sheet in upload.sheets if dataset in {None, kind} else ():
            header = find_header(sheet, vocabulary, kind, row=row)
            headings = headings_of(header) if header is not None else None
            if headings is not None:
                yield _Place(kind, row, sheet, headings)


class _Kept(NamedTuple):
    """One row of the table of layouts, with office and moment of its batch."""

    batch: int
    who: str
    moment: datetime
    office_key: str
    headings: str
    order: str
    dataset: str
    row: int | None
    choices: str


_NEWEST_OF_EACH = """
SELECT
    l.batch,
    e.who,
    e.moment,
    l.office_key,
    l.headings_sha256,
    l.order_sha256,
    l.dataset,
    l.heading_row,
    l.choices
FROM layout AS l
SEMI JOIN v_live_batch AS b ON b.batch = l.batch
INNER JOIN event AS e ON e.event = l.batch
WHERE l.headings_sha256 IN (SELECT unnest($headings))
    AND NOT EXISTS (
        FROM layout_forgotten AS f
        WHERE f.office_key = l.office_key
            AND f.headings_sha256 = l.headings_sha256
            AND f.dataset = l.dataset
            AND f.event > l.batch
    )
QUALIFY row_number() OVER (
    PARTITION BY l.office_key, l.headings_sha256, l.dataset ORDER BY l.batch DESC
) = 1
ORDER BY l.batch DESC
"""


def _kept(cur: Cursor, places: Iterable[_Place]) -> list[_Kept]:
    """The newest layout of each office for these headings, the newest first."""
    known = sorted({place.headings.set_sha256 for place in places})
    return [_Kept(*row) for row in cur.rows(_NEWEST_OF_EACH, {"headings": known})] if known else []


class _Fit(NamedTuple):
    """A layout as it holds in the new file, and the sheet where it does."""

    kept: _Kept
    choices: Choices
    sheet: Sheet | None


def _fit(kept: _Kept, places: Sequence[_Place]) -> _Fit | None:
    choices = from_kept(kept.choices)
    if choices is None:
        return None
    by_letter = any(heading.startswith(BY_LETTER) for heading, _ in choices.columns)
    alike = [
        place.sheet
        for place in places
        if (place.dataset, place.row) == (kept.dataset, kept.row)
        and place.headings.set_sha256 == kept.headings
        # A letter says the same only while no column has moved.
        and (not by_letter or place.headings.order_sha256 == kept.order)
    ]
    if not alike:
        return None
    sheet = _sheet(alike, choices.sheet)
    wanted = sheet.name if sheet is not None and choices.sheet is not None else None
    return _Fit(kept, replace(choices, sheet=wanted), sheet)


def _sheet(alike: Sequence[Sheet], name: str | None) -> Sheet | None:
    """The sheet of that name, else the only one there is: sheets are named after months."""
    named = [sheet for sheet in alike if name is not None and fold(sheet.name) == fold(name)]
    shown = [sheet for sheet in alike if sheet.visible]
    return next((found[0] for found in (named, shown, alike) if len(found) == 1), None)


def _others_business(best: _Fit, fitting: Sequence[_Fit], *, named: bool) -> set[str]:
    """What is not taken over: another office's word, or what offices say differently."""
    unsaid = Choices()
    if named:
        said = {n for n in OF_OFFICE if getattr(best.choices, n) != getattr(unsaid, n)}
        return {*said, "claim"}
    alike = [fit.choices for fit in fitting if fit.kept.dataset == best.kept.dataset]
    return {name for name in OF_OFFICE if len({getattr(c, name) for c in alike}) > 1}


def _contradicted(best: _Fit, upload: Upload, vocabulary: Vocabulary) -> Iterator[str]:
    """What the name of the new sheet or file says otherwise."""
    names = (best.sheet.name if best.sheet else "", upload.name)
    country = country_in_names(names, vocabulary)
    if best.choices.country and country and country[1] != best.choices.country:
        yield "country"
    cluster = guess_cluster(names, vocabulary)
    if best.choices.cluster and cluster and cluster.code != best.choices.cluster:
        yield "cluster"
