"""Options that say how the texts of a file are read, and whose earlier word holds for it."""

from typing import Annotated

import typer

from loaders.refusals import KINDS

RefuseOption = Annotated[
    list[str] | None,
    typer.Option(
        "--refuse",
        metavar="KIND[:FIELD]",
        help=f"A conversion that is not to be made: {KINDS}; of one field: number:amount.",
    ),
]
RepairOption = Annotated[
    bool, typer.Option("--repair-letters", help="Put broken letters right, Ã© to é.")
]
MemoryOption = Annotated[
    str | None,
    typer.Option(
        "--office", help="As --as, and read the file as the last one of this office was read."
    ),
]
NoMemoryOption = Annotated[
    bool, typer.Option("--no-memory", help="With --office: read the file as if it were the first.")
]
ForgetOption = Annotated[
    bool,
    typer.Option(
        "--forget", help="With --office: likewise, and forget how the earlier ones were read."
    ),
]
