"""A store into which rows of Chad are loaded, with what the indicators say about them."""

from pathlib import Path
from typing import Literal

import loaders
import metrics
from core.access import Office
from core.storage.database import Database
from loaders import Choices, Pair, Prepared, Proposal

OFFICE = Office("OCHA Chad")
HEADING = "Organisation,Acronym,Organisation type,Cluster,Month"
ROLES = "Organisation,Organisation type,Cluster,Role,Month"


class Store:
    """The verbs at hand, all of them in Chad."""

    def __init__(self, path: Path) -> None:
        self.database = Database.open(path)
        metrics.install_views(self.database)
        self.known = loaders.knowledge(self.database)

    def prepared(
        self, rows: str, identity: Literal["name", "acronym"] = "name", dataset: str = "presence"
    ) -> Prepared:
        """Rows as a file, read and checked."""
        heading = HEADING if dataset == "presence" else ROLES
        upload = loaders.read(f"{heading}\n{rows}\n".encode(), "upload.csv")
        choices = Choices(country="TCD", identity=identity)
        return loaders.prepare(self.database, upload, dataset, choices, self.known)

    def load(
        self, rows: str, identity: Literal["name", "acronym"] = "name", dataset: str = "presence"
    ) -> loaders.Receipt:
        """Publish rows."""
        ready = self.prepared(rows, identity, dataset).staged
        assert ready is not None
        return loaders.commit(self.database, ready, OFFICE)

    def approve(self, first: str, second: str) -> int:
        """Count one as the other."""
        return loaders.approve(self.database, Pair("TCD", first, second), OFFICE, "the statutes")

    def refuse(self, first: str, second: str) -> int:
        """They are two."""
        return loaders.refuse(self.database, Pair("TCD", first, second), OFFICE, "they met")

    def revoke(self, first: str, second: str) -> int:
        """Not decided any more."""
        return loaders.revoke(self.database, Pair("TCD", first, second), OFFICE, "a mistake")

    def numbers(
        self, name: str = "lna_share_of_presence", *, as_of: int | None = None
    ) -> tuple[int, int, int]:
        """Numerator, denominator and unknown of an indicator over all that is in force."""
        with self.database.cursor(as_of=as_of) as cur:
            row = metrics.measure(cur, metrics.indicators()[name], grain="all").iloc[0]
        return int(row["numerator"]), int(row["denominator"]), int(row["unknown"])

    def proposals(self) -> list[Proposal]:
        """What a person is asked."""
        with self.database.cursor() as cur:
            return loaders.proposals(cur, "TCD")
