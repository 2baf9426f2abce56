"""What every row model declares: its fields, and how a file and a template show them."""

from functools import cache
from typing import Annotated, ClassVar, Literal, Self, get_type_hints

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

LONGEST = 300
# As the file has it: a rule over several cells may ask whether such a text is there, not what it
# says, because one row stands for all those that differ in nothing else.
Text = Annotated[str, StringConstraints(max_length=LONGEST)]
LongText = Annotated[str, StringConstraints(max_length=2000)]
FIRST_MONTH = 1990 * 12

# Fields that the file of any dataset may have.
WHERE = ("country", "hub", "cluster", "level", "place", "place_code")
WHO = ("organisation", "acronym", "organisation_type")
WHEN = ("period", "period_start", "period_end", "year", "month", "quarter")
MECHANISM = ("mechanism", "mechanism_type")
# Of which mechanism a file must tell, one way or another.
TELLS_MECHANISM = ("cluster", "mechanism", "mechanism_type")


class Row(BaseModel):
    """What every row of every dataset says: where, when and who, as reported.

    Attributes:
        reads: fields that a column can hold.
        set_aside: fields that are recognised, so that their columns are taken for nothing else.
        needs: of each group one field must have a column, unless it is said elsewhere.
        asks: columns of the template, in its order.
        spares: of these the ones that may stay empty here, though other datasets need them.
        of_mechanism: every row is about a mechanism, which its type, name or cluster tells.
        may_name_nobody: a row without an organisation says something, too.
        may_list_nobody: a row may say that the list of who was there is not handed over.
        lists_people: files of this kind name people beside their organisations.
        own: columns of this dataset alone, stored beside those that all have.
        sheet_title, filling: of the template; keys of the catalogue.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reads: ClassVar[tuple[str, ...]]
    set_aside: ClassVar[tuple[str, ...]] = ()
    needs: ClassVar[tuple[tuple[str, ...], ...]]
    asks: ClassVar[tuple[str, ...]]
    spares: ClassVar[frozenset[str]] = frozenset()
    of_mechanism: ClassVar[bool] = True
    may_name_nobody: ClassVar[bool] = False
    may_list_nobody: ClassVar[bool] = False
    lists_people: ClassVar[bool] = False
    own: ClassVar[pa.Schema] = pa.schema([])
    sheet_title: ClassVar[str]
    filling: ClassVar[str]

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    hub: Text | None
    level: Literal["national", "subnational", "hub"]
    place: Text | None
    place_code: Text | None
    cluster: Text | None
    organisation: Text | None
    acronym: Text | None
    organisation_type: Text | None
    period_start: Annotated[int, Field(ge=FIRST_MONTH)]
    period_end: int

    @model_validator(mode="after")
    def _period_in_order(self) -> Self:
        if self.period_end < self.period_start:
            raise PydanticCustomError("period_reversed", "the period ends before it begins")
        return self


@cache
def _free_texts(model: type[Row]) -> frozenset[str]:
    hints = get_type_hints(model, include_extras=True)
    return frozenset(name for name, hint in hints.items() if hint in (Text, Text | None))


def is_free_text(model: type[Row], field: str) -> bool:
    """Whether a field of a row model takes any text that is not too long."""
    return field in _free_texts(model)


class NamedRow(Row):
    """A row that names an organisation."""

    @model_validator(mode="after")
    def _somebody_is_named(self) -> Self:
        if self.organisation is None and self.acronym is None:
            raise PydanticCustomError("nobody", "neither organisation nor acronym")
        return self
