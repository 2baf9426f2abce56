"""A store with the verbs at hand, for tests of what a batch replaces."""

from typing import Literal

import loaders
from core.access import Office
from core.i18n.periods import Period
from core.storage.database import Database
from loaders import Choices, Knowledge, Receipt, Staged

OFFICE = Office("OCHA Chad")
HEADINGS = "Organisation,Organisation type,Cluster,Province,Month"
Fact = tuple[str, str, str | None, str]
Extent = Literal["whole", "as-found"]

# What says nothing about any file: the words of three languages, the list of decisions.
OTHER = {"reference_version", "country", "cluster", "cluster_crosswalk", "organisation_type",
         "term", "alias", "published_figure", "published_measure", "migration", "batch",
         "event", "head", "organisation_alias", "acronym_decision", "organisation_flag", "standing",
         "layout_forgotten", "talk", "slide"}  # fmt: skip
# What a commit, a withdrawal or a purge could leave something in.
CONTENT = ("report", "batch_cell", "cell", "mechanism", "organisation", "fact_org",
           "fact_presence", "fact_role", "fact_member", "fact_meeting", "fact_mechanism",
           "fact_funding", "fact_event", "layout")  # fmt: skip


class Store:
    """A store with the verbs at hand."""

    def __init__(self, database: Database, known: Knowledge) -> None:
        self.database, self.known = database, known

    def staged(self, *rows: str, claim: Extent = "as-found") -> Staged:
        """Rows of Chad, ready to be published."""
        content = "\n".join((HEADINGS, *rows)).encode()
        upload = loaders.read(content, "upload.csv")
        choices = Choices(country="TCD", claim=claim)
        ready = loaders.prepare(self.database, upload, "presence", choices, self.known)
        assert ready.staged is not None
        assert not ready.report.blocks
        return ready.staged

    def load(self, *rows: str, claim: Extent = "as-found") -> Receipt:
        """Publish rows of Chad."""
        return loaders.commit(self.database, self.staged(*rows, claim=claim), OFFICE)

    def facts(self, *, as_of: int | None = None) -> list[Fact]:
        """Organisation, cluster, place and period of every fact in force."""
        with self.database.cursor(as_of=as_of) as cur:
            return sorted(
                (name, cluster, place, str(Period(start, end)))
                for name, cluster, place, start, end in cur.rows(
                    "SELECT o.name, r.cluster, r.place_key, r.period_start, r.period_end "
                    "FROM fact_org AS f JOIN report AS r USING (report) "
                    "SEMI JOIN v_current_report AS v ON v.report = r.report "
                    "JOIN organisation AS o ON o.organisation = f.organisation"
                )
            )

    def rows_of(self, table: str) -> int:
        """How many rows a table holds."""
        with self.database.cursor() as cur:
            return int(cur.value(f"SELECT count(*) FROM {table}"))  # noqa: S608 - of CONTENT

    def tables(self) -> set[str]:
        """Every table of the store."""
        with self.database.cursor() as cur:
            found = cur.rows("SELECT table_name FROM duckdb_tables() WHERE database_name = 'store'")
            return {name for (name,) in found}

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        """The whole content of the store."""
        with self.database.cursor() as cur:
            tables = (*CONTENT, "batch", "event", "head")
            return {name: cur.rows(f"FROM {name} ORDER BY ALL") for name in tables}
