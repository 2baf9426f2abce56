"""The options of the commands, and what the typed ones mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rapidfuzz import fuzz, process

from core.errors import UnknownIndicator
from core.i18n import Lang
from core.i18n.periods import Period
from loaders.choices import Choices, Extent, Identity
from loaders.datasets import DATASETS
from loaders.days import DateOrder
from loaders.mapping_choices import FIELDS, NOT_USED
from loaders.refusals import KINDS, refused_names
from loaders.terminal.joint_options import join_of, signs_of
from loaders.terminal.usage import WrongUsage
from loaders.vocabulary import Vocabulary

FileArgument = Annotated[Path, typer.Argument(help="A workbook or a text file.")]
BatchArgument = Annotated[int, typer.Argument(help="The number of the batch.")]
DatasetOption = Annotated[
    str, typer.Option("--dataset", help=f"One of: {', '.join(DATASETS)}. Presence is 3W, 4W, 5W.")
]
DatasetArgument = Annotated[str, typer.Argument(help=f"One of: {', '.join(DATASETS)}.")]
DateOption = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="The day, for a list of one meeting."),
]
DatesOption = Annotated[
    DateOrder | None,
    typer.Option("--dates", help="What comes first where a column of dates leaves it open."),
]
CountryOption = Annotated[
    str | None, typer.Option("--country", help="For rows that name no country: TCD.")
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period", help="For rows that name none: 2022-01, 2022-Q1, 2022, 2022-01..2022-04."
    ),
]
ClusterOption = Annotated[
    str | None, typer.Option("--cluster", help="For a file without a cluster column: WSH.")
]
HubOption = Annotated[str | None, typer.Option("--hub", help="For a file of one hub.")]
ClaimOption = Annotated[
    Extent,
    typer.Option(
        "--claim",
        help="whole: everything of these countries and months is in the file; "
        "as-found: only the clusters, places and months that stand in it.",
    ),
]
SheetOption = Annotated[str | None, typer.Option("--sheet", help="The sheet that holds the list.")]
IdentityOption = Annotated[
    Identity, typer.Option("--identity", help="What tells organisations apart in this file.")
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="HEADING=FIELD",
        help="Which column holds what; HEADING=- leaves it out; column:F=FIELD names it by letter.",
    ),
]
HeadingRowOption = Annotated[
    int | None, typer.Option("--heading-row", min=1, help="The row of the headings.")
]
OfficeOption = Annotated[str, typer.Option("--as", help="The office that decides.")]
WhyOption = Annotated[str, typer.Option("--why", help="The reason; it stays readable.")]
StoreOption = Annotated[
    Path | None, typer.Option("--store", help="The store; ALN_STORE by default.")
]
WaitOption = Annotated[
    float, typer.Option("--wait", min=0, help="Seconds to wait for another process.")
]
ReturnOption = Annotated[
    Path | None,
    typer.Option(
        "--return", help="Write the file back as a workbook, its cells in question marked."
    ),
]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of what is said.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object and nothing else.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed about a file, not yet looked up.

    Raises:
        UnknownIndicator: `unknown-dataset`, `wrong-period`.
        WrongUsage: `map-incomplete`, `unknown-field`, `join-incomplete`, `unknown-sign`,
            `unknown-conversion`.
    """

    dataset: str
    country: str | None = None
    period: str | None = None
    cluster: str | None = None
    hub: str | None = None
    claim: Extent = "as-found"
    sheet: str | None = None
    identity: Identity = "name"
    mapped: tuple[str, ...] = ()
    heading_row: int | None = None
    day: datetime | None = None
    dates: DateOrder | None = None
    join: str | None = None
    split: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    repaired: bool = False

    def __post_init__(self) -> None:
        """Refuse before the file is read what needs no list of names."""
        known_dataset(self.dataset)
        self._period()
        self._columns()
        join_of(self.join)
        signs_of(self.split)
        self._refused()

    def choices(self, vocabulary: Vocabulary) -> Choices:
        """With countries and clusters looked up.

        Raises:
            UnknownIndicator: `unknown-country`.
            WrongUsage: `unknown-cluster`.
        """
        return Choices(
            country=known_country(self.country, vocabulary),
            period=self._period(),
            cluster=_cluster(self.cluster, vocabulary),
            hub=self.hub,
            identity=self.identity,
            claim=self.claim,
            columns=self._columns(),
            sheet=self.sheet,
            heading_row=self.heading_row,
            day=self.day.date() if self.day else None,
            dates=self.dates,
            join=join_of(self.join),
            split=signs_of(self.split),
            whole=self.whole,
            refused=self._refused(),
            repaired=self.repaired,
        )

    def _period(self) -> Period | None:
        if self.period is None:
            return None
        try:
            return Period.parse(self.period)
        except ValueError as error:
            raise UnknownIndicator("wrong-period", value=self.period) from error

    def _refused(self) -> tuple[str, ...]:
        for name in self.refused:
            try:
                refused_names([name])
            except ValueError as error:
                raise WrongUsage("unknown-conversion", value=name, kinds=KINDS) from error
        return self.refused

    def _columns(self) -> tuple[tuple[str, str], ...]:
        return tuple(_pair(text, FIELDS[self.dataset]) for text in self.mapped)


def known_dataset(name: str) -> str:
    """The name, if it is a dataset.

    Raises:
        UnknownIndicator: `unknown-dataset`.
    """
    if name not in DATASETS:
        raise UnknownIndicator("unknown-dataset", value=name)
    return name


def known_country(text: str | None, vocabulary: Vocabulary) -> str | None:
    """ISO3 of a country as typed; None where none was.

    Raises:
        UnknownIndicator: `unknown-country`.
    """
    if text is None:
        return None
    code = vocabulary.code("country", text)
    if code is None:
        near = vocabulary.suggest("country", text)
        raise UnknownIndicator("unknown-country", value=text, suggestion=near and near[1])
    return code


def reason(why: str) -> str:
    """The reason, if there is one.

    Raises:
        WrongUsage: `why-missing`.
    """
    if not why.strip():
        raise WrongUsage("why-missing")
    return why.strip()


def _pair(text: str, fields: Iterable[str]) -> tuple[str, str]:
    """At the last sign, because a heading may hold one."""
    heading, sign, field = text.rpartition("=")
    heading, field = heading.strip(), field.strip()
    if not sign or not heading or not field:
        raise WrongUsage("map-incomplete", value=text)
    if field != NOT_USED and field not in fields:
        near = process.extractOne(field, list(fields), scorer=fuzz.ratio, score_cutoff=50)
        raise WrongUsage(
            "unknown-field",
            value=field,
            suggestion=near[0] if near else None,
            fields=", ".join(fields),
        )
    return heading, field


def _cluster(text: str | None, vocabulary: Vocabulary) -> str | None:
    if text is None:
        return None
    code = vocabulary.code("cluster", text)
    if code is None:
        near = vocabulary.suggest("cluster", text)
        raise WrongUsage("unknown-cluster", value=text, suggestion=near and near[1])
    return code
