"""The store: one process, one connection, a cursor per piece of work, one lock around writes."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from core.errors import StorageBusy, UnreadableFile
from core.settings import Settings
from core.storage import migrate, reference
from core.storage.cursor import Cursor, Keeper
from core.storage.kept import Kept

_WRITE_WAIT_SECONDS = 60.0
# The engine's own word for a store without a file.
_NOWHERE = Path(":memory:")
_VIEWS = Path(__file__).parent / "views"


class Database:
    """An open store.

    Tables lie in the file; views in memory, so opening an up-to-date store writes nothing and no
    two processes collide on them.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._connection = connection
        self._write_lock = threading.Lock()
        self._kept = Kept()
        self.path = path
        self.reference_hash = ""

    @classmethod
    def open(cls, path: Path, *, settings: Settings | None = None, wait: float = 0.0) -> "Database":
        """Open the store at `path`, made if absent, with tables and reference data up to date.

        Args:
            path: the DuckDB file.
            settings: where the reference data lies; read from the environment when left out.
            wait: seconds to wait for another process to let go.

        Raises:
            StorageBusy: `store-busy` when another process has it; `store-newer-than-program`.
            UnreadableFile: `not-a-store` when the file is no store.
        """
        settings = settings or Settings()
        if path != _NOWHERE:
            path.parent.mkdir(parents=True, exist_ok=True)
        database = cls(_attach(path, settings, time.monotonic() + wait), path)
        try:
            with database.transaction() as cur:
                migrate.up_to_date(cur)
                database.reference_hash = reference.refresh(cur, settings.reference)
            database.install_views(_VIEWS)
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def in_memory(cls, *, settings: Settings | None = None) -> "Database":
        """A store of nothing but tables and reference data; it is gone when it is closed.

        Nothing of it is ever written to a disk.

        Args:
            settings: where the reference data lies; read from the environment when left out.
        """
        return cls.open(_NOWHERE, settings=settings)

    def install_views(self, folder: Path) -> None:
        """Run every `.sql` file of a folder, in the order of their names, as views in memory."""
        with self.cursor() as cur:
            cur.run("USE memory")
            cur.run("SET search_path = 'memory.main,store.main'")
            for file in sorted(folder.glob("*.sql")):
                cur.run(file.read_text(encoding="utf-8"))

    @contextmanager
    def cursor(self, *, as_of: int | None = None) -> Iterator[Cursor]:
        """A cursor that sees what is committed, as of an event number or now."""
        with self._cursor(as_of, self._kept.tables) as cur:
            yield cur

    @contextmanager
    def _cursor(self, as_of: int | None, keeper: Keeper | None) -> Iterator[Cursor]:
        connection = self._connection.cursor()
        try:
            connection.execute("SET search_path = 'store.main,memory.main'")
            connection.execute("SET VARIABLE as_of = $event", {"event": as_of})
            yield Cursor(connection, keeper)
        finally:
            connection.close()

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        """A cursor whose writes are kept when the block ends well, and undone otherwise.

        Raises:
            StorageBusy: `writer-busy` when another writer of this process holds on too long.
        """
        with self._writer() as cur:
            yield cur
            cur.run("COMMIT")
            self._kept.written()

    @contextmanager
    def rehearsal(self) -> Iterator[Cursor]:
        """A cursor whose writes are always undone; it alone sees them."""
        with self._writer() as cur:
            yield cur

    @contextmanager
    def _writer(self) -> Iterator[Cursor]:
        if not self._write_lock.acquire(timeout=_WRITE_WAIT_SECONDS):
            raise StorageBusy("writer-busy")
        try:
            with self._cursor(None, None) as cur:
                cur.run("BEGIN")
                try:
                    yield cur
                finally:
                    _undo_if_open(cur)
        finally:
            self._write_lock.release()

    def is_empty(self) -> bool:
        """Whether nothing was ever published here."""
        with self.cursor() as cur:
            return int(cur.value("SELECT count(*) FROM batch")) == 0

    def event_number(self) -> int:
        """The number of the last decision: the version of the stored data."""
        with self.cursor() as cur:
            return int(cur.value("SELECT event FROM head"))

    def checkpoint_when_quiet(self) -> bool:
        """Fold the write-ahead log into the file; False where a reader is at work just now.

        The engine does it by itself later: nothing is lost by not doing it now.
        """
        with self._write_lock, self.cursor() as cur:
            try:
                cur.run("CHECKPOINT store")
            except duckdb.TransactionException:
                return False
        return True

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _undo_if_open(cur: Cursor) -> None:
    # After COMMIT, or when the engine has already given up the transaction, nothing is open.
    try:
        cur.run("ROLLBACK")
    except duckdb.TransactionException as error:
        if "no transaction is active" not in str(error):
            raise


def _attach(path: Path, settings: Settings, deadline: float) -> duckdb.DuckDBPyConnection:
    while True:
        try:
            return _open_connection(path, settings)
        except duckdb.IOException as error:
            holder = re.search(r"lock is held in (.+?)\.? (?:See also|\()", str(error))
            if "lock" not in str(error):
                raise UnreadableFile("not-a-store", name=path.name) from error
            if time.monotonic() >= deadline:
                process = holder.group(1) if holder else "?"
                pid = re.search(r"PID (\d+)", str(error))
                process = f"{process} (PID {pid.group(1)})" if pid else process
                raise StorageBusy("store-busy", process=process) from error
            time.sleep(0.05)


def _open_connection(path: Path, settings: Settings) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    try:
        connection.execute("SET memory_limit = $limit", {"limit": settings.memory_limit})
        folder = "" if path == _NOWHERE else str(path.parent / "spill")
        connection.execute("SET temp_directory = $folder", {"folder": folder})
        connection.execute(f"ATTACH '{_quoted(path)}' AS store")
        connection.execute("SET enable_external_access = false")
    except BaseException:
        connection.close()
        raise
    return connection


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
