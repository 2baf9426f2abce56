"""What a person says about a file that the file does not say itself, or says wrongly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from core.i18n.periods import Period
from loaders.days import DateOrder
from loaders.join import Join
from loaders.mending import Correction

Identity = Literal["name", "acronym"]
Extent = Literal["whole", "as-found"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """A person's word; everything left out is read from the file, or guessed and said to be so.

    Attributes:
        country: ISO3, for a file without a country column.
        period: for rows without a period; also gives the year to months without one.
        cluster: code, for a file without a cluster column.
        hub: for a file of one hub (Syria).
        identity: what tells organisations apart in this file, name or acronym.
        claim: whole = everything of these countries and months is in this file; as-found = only
            the clusters, places and months that stand in it.
        columns: (heading, field) pairs; the field `-` means: not used.
        sheet: the sheet that holds the list.
        heading_row: the row of the headings, the first line is 1.
        corrections: cells mended by hand, see `loaders.mending`.
        day: of the meeting, for a list of who was at one meeting.
        dates: which of day and month comes first, where a whole column leaves it open.
        join: the sheet that gives the types of the organisations, where the list does not.
        split: signs that part several organisations in one cell, of `loaders.split.SIGNS`.
        whole: names that are one organisation, whatever signs they hold.
        refused: conversions that are not to be made: a kind such as `number`, or a kind and a
            field such as `number:amount`; see `loaders.refusals`.
        repaired: letters that were broken before we got the file are put right.
    """

    country: str | None = None
    period: Period | None = None
    cluster: str | None = None
    hub: str | None = None
    identity: Identity = "name"
    claim: Extent = "as-found"
    columns: tuple[tuple[str, str], ...] = field(default=())
    sheet: str | None = None
    heading_row: int | None = None
    corrections: tuple[Correction, ...] = field(default=())
    day: date | None = None
    dates: DateOrder | None = None
    join: Join | None = None
    split: tuple[str, ...] = field(default=())
    whole: tuple[str, ...] = field(default=())
    refused: tuple[str, ...] = ()
    repaired: bool = False

    @property
    def said(self) -> Mapping[str, str]:
        """What a person said of every row, by name: codes, and periods and days as written here."""
        told = {
            "country": self.country,
            "period": str(self.period) if self.period else None,
            "cluster": self.cluster,
            "hub": self.hub,
            "day": self.day.isoformat() if self.day else None,
            "dates": self.dates,
        }
        return {name: value for name, value in told.items() if value is not None}
