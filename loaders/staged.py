"""An upload that was read, mapped, normalised and checked: ready to be rehearsed or committed."""

import hashlib
import json
from dataclasses import astuple, dataclass

import numpy as np
import pyarrow as pa

from loaders.choices import Choices, Identity
from loaders.evidence import Side
from loaders.issues import Report
from loaders.join import Joined, JoinOffer
from loaders.layouts import Layout
from loaders.mending import Correction
from loaders.normalise import Conversion
from loaders.split_offers import SplitOffer

# A million rows hold a few thousand texts: each is kept once, and rows point at it.
TEXT = pa.dictionary(pa.int32(), pa.string())
SCHEMA = pa.schema(
    [
        ("slot", pa.int32()),
        ("who", pa.int32()),
        ("detail", pa.int32()),
        ("dataset", TEXT),
        ("source_row", pa.int32()),
        ("country", TEXT),
        ("country_reported", TEXT),
        ("hub", TEXT),
        ("level", TEXT),
        ("place", TEXT),
        ("place_key", TEXT),
        ("place_reported", TEXT),
        ("place_code", TEXT),
        ("cluster", TEXT),
        ("cluster_key", TEXT),
        ("cluster_reported", TEXT),
        ("cluster_as_written", TEXT),
        ("mechanism_type", TEXT),
        ("mechanism_place_key", TEXT),
        ("mechanism_name_key", TEXT),
        ("mechanism_name", TEXT),
        ("period_start", pa.int32()),
        ("period_end", pa.int32()),
        ("period_reported", TEXT),
        ("identity_key", TEXT),
        ("name", TEXT),
        ("organisation_reported", TEXT),
        ("acronym_reported", TEXT),
        ("type_reported", TEXT),
        ("row_type_unknown", pa.bool_()),
        ("judged_type", pa.int16()),
        ("lna_scope", pa.int8()),
        ("type_known", pa.bool_()),
        ("role", TEXT),
        ("role_reported", TEXT),
        ("funded", pa.bool_()),
        ("closed", pa.bool_()),
        ("occasion", TEXT),
    ]
)
# Given when the rows that stay are known.
NUMBERS = ("slot", "who", "detail")

# What a report is: rows that agree in these are one slot, and are numbered together.
SLOT = (
    "country", "hub", "level", "cluster", "cluster_key", "cluster_reported", "mechanism_type",
    "mechanism_place_key", "mechanism_name_key", "place_key", "period_start", "period_end",
    "occasion",
)  # fmt: skip
# What an organisation is within a file.
WHO = ("country", "identity_key")


@dataclass(frozen=True, slots=True, eq=False)
class Staged:
    """What a commit writes, and what a person confirms before.

    Attributes:
        rows: table of SCHEMA and of the dataset's own columns; one row a row of the file that can
            be stored, or one for each organisation where a cell that names several was split.
        has_type: whether the file has organisation types at all.
        lead_has_type: likewise of those who lead; None: the file does not say who leads.
        side: whose the column of the organisation is: implementer, lead; empty: it does not say.
        rows_read: rows of the file below its heading that hold anything.
        columns: (heading, field) of each column that is used.
        known: version of the reference data, and of decisions met, by which it was understood.
        guesses: what was taken from names instead of cells: (field, from which name, value).
        corrections: cells mended by hand that had a part in it; nothing of them is about people.
        joined: the types that were taken from another sheet; None where none was chosen.
        join_offers: sheets that could give types, the one that settles most first.
        split_offers: signs that part several organisations in one cell, chosen or not.
        layout: by which the next file like it is known; None where it has no headings.
    """

    dataset: str
    file_name: str
    file_sha256: str
    sheet: str
    heading_row: int | None
    identity: Identity
    has_type: bool
    rows: pa.Table
    rows_read: int
    columns: tuple[tuple[str, str], ...]
    guesses: tuple[tuple[str, str, str], ...]
    conversions: tuple[Conversion, ...]
    choices: Choices
    report: Report
    known: str
    lead_has_type: bool | None = None
    side: Side = ""
    corrections: tuple[Correction, ...] = ()
    layout: Layout | None = None
    joined: Joined | None = None
    join_offers: tuple[JoinOffer, ...] = ()
    split_offers: tuple[SplitOffer, ...] = ()

    @property
    def rows_stored(self) -> int:
        """Rows of the file of which something is stored: one that was split is still one."""
        # Counted by number, which is ten times as fast as telling a million numbers apart.
        return int(np.count_nonzero(np.bincount(self.rows.column("source_row").to_numpy())))

    @property
    def _of_days(self) -> tuple[str, ...]:
        """Said of days; nothing where nothing was, so that older batches are known again."""
        day, order = self.choices.day, self.choices.dates
        return (*([day.isoformat()] if day else []), *([order] if order else []))

    @property
    def _of_cells(self) -> tuple[object, ...]:
        """Said of cells that name several, and of another sheet; likewise."""
        split, join = self.choices.split, self.choices.join
        return (*([["split", *sorted(split)]] if split else []), *([astuple(join)] if join else []))

    @property
    def _of_texts(self) -> tuple[object, ...]:
        """Said of conversions; nothing where nothing was, likewise."""
        refused = sorted(set(self.choices.refused))
        return (*([["refused", *refused]] if refused else []),
                *(["repaired"] if self.choices.repaired else []))  # fmt: skip

    @property
    def content_sha256(self) -> str:
        """Of the file and of all that a person decided about it: the same again is no news."""
        decided = json.dumps(
            [self.file_sha256, self.dataset, self.sheet, self.heading_row, self.identity,
             sorted(self.columns), sorted(self.guesses), self.choices.claim,
             str(self.choices.period), self.choices.country, self.choices.cluster,
             self.choices.hub, self.known, *self._of_days, *self._of_cells, *self._of_texts,
             *map(astuple, self.corrections)]
        )  # fmt: skip
        return hashlib.sha256(decided.encode()).hexdigest()
