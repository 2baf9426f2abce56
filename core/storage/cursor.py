"""One piece of work on the store. Others are handed a Cursor and never import the engine."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

Values = Mapping[str, object] | Sequence[object]
# Views in `memory.main` -> the schema that holds what they say, for as long as the block runs.
Keeper = Callable[["Cursor", Sequence[str]], AbstractContextManager[str]]


class Cursor:
    """Runs SQL with bound values; a view on one DuckDB connection of its own."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, keeper: Keeper | None = None) -> None:
        self._connection = connection
        # None: it sees what nobody else does, a batch that is not committed.
        self.keeper = keeper

    def run(self, sql: str, values: Values | None = None) -> "Cursor":
        """Execute one statement; returns the cursor, so that a result can be fetched."""
        self._connection.execute(sql, values)
        return self

    def rows(self, sql: str, values: Values | None = None) -> list[tuple[Any, ...]]:
        """All rows of the result."""
        return self._connection.execute(sql, values).fetchall()

    def value(self, sql: str, values: Values | None = None) -> Any:  # noqa: ANN401 - a cell
        """The first cell of the result; None where there is no row."""
        row = self._connection.execute(sql, values).fetchone()
        return None if row is None else row[0]

    def frame(self, sql: str, values: Values | None = None) -> pd.DataFrame:
        """The result as a pandas frame."""
        return self._connection.execute(sql, values).df()

    def arrow(self, sql: str, values: Values | None = None) -> pa.Table:
        """The result as an Arrow table."""
        return self._connection.execute(sql, values).to_arrow_table()

    def lend(self, name: str, table: pa.Table) -> None:
        """Let SQL of this cursor read an Arrow table under a name; nothing is copied."""
        self._connection.register(name, table)

    def take_back(self, name: str) -> None:
        """Forget a lent table."""
        self._connection.unregister(name)
