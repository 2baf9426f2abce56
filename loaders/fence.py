"""Parsing strange files where it can do no harm: in a process that may die without us.

A workbook of 5 KB can make a parser ask for 11 GB and abort its process. So parsers run in a fork
with limits on memory and time; see `loaders.fenced`, which is started once and kept waiting. It is
an ordinary child process and no `multiprocessing` one, because the latter imports the main module
of the program again, which in a Streamlit script means running the page.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from core.errors import UnreadableFile
from loaders.fenced import BROKEN, LENGTH, READY, REFUSED, UNDER_WAY
from loaders.progress import Progress, Stage, tell

_ROOT = Path(__file__).resolve().parents[1]
_START = "import sys; sys.path.insert(0, sys.argv[1]); from loaders.fenced import serve; serve()"
_KEPT_WAITING = 2
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of work may use; `memory` in bytes, on top of the content itself.

    A workbook of 275,000 rows takes 3 seconds. The time leaves room for the steps that follow: a
    person waits for a minute at most.
    """

    memory: int = 1 << 30
    cpu_seconds: int = 30
    wall_seconds: float = 45.0


def guarded(
    work: str,
    content: bytes,
    arguments: Mapping[str, str | None],
    *,
    limits: Limits = Limits(),
) -> bytearray:
    """What the function named by `work` returns for the content, computed inside the fence.

    Args:
        work: `module:function`, called as `function(content, **arguments)`, returns bytes.
        content: the file.
        arguments: must hold `name`, the name of the file, which errors report.
        limits: what the work may use.

    Raises:
        UnreadableFile: the function raised it, or died: `too-large` (facts `name` and `limit`, in
            megabytes), `took-too-long`, `corrupt-file`.
    """
    worker = _borrow()
    try:
        kind, answer = worker.ask(work, content, arguments, limits)
    except _FellOverError as fall:
        raise _refusal(fall.reason, arguments["name"], limits) from fall
    finally:
        _give_back(worker)
    if kind == REFUSED:
        raise UnreadableFile(**json.loads(answer))
    if kind == BROKEN:
        raise _refusal(answer.decode(), arguments["name"], limits)
    return answer


class _FellOverError(Exception):
    """The process inside ended without an answer; `reason` is memory, time or other."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class _Worker:
    """One process inside the fence; answers one request at a time."""

    process: "subprocess.Popen[bytes]" = field(default_factory=lambda: _start())
    sound: bool = True

    def __post_init__(self) -> None:
        """Wait until it has imported everything: later deaths are the doing of a file."""
        try:
            self._read(len(READY))
        except EOFError as end:
            self.end()
            raise RuntimeError("the process that reads files could not be started") from end

    def ask(
        self, work: str, content: bytes, arguments: Mapping[str, str | None], limits: Limits
    ) -> tuple[bytes, bytearray]:
        """The kind of the answer and the answer; not sound while, and unless, it is complete."""
        self.sound = False
        overtime = threading.Event()
        watch = threading.Timer(limits.wall_seconds, self._stop, (overtime,))
        watch.start()
        try:
            self._send(work, content, arguments, limits)
            kind, answer = self._receive()
        except (BrokenPipeError, EOFError) as end:
            raise _FellOverError(self._cause(overtime.is_set())) from end
        finally:
            watch.cancel()
        self.sound = not overtime.is_set()
        return kind, answer

    def _send(
        self, work: str, content: bytes, arguments: Mapping[str, str | None], limits: Limits
    ) -> None:
        order = {
            "work": work,
            "arguments": dict(arguments),
            "size": len(content),
            "memory": limits.memory,
            "cpu_seconds": limits.cpu_seconds,
        }
        written = json.dumps(order).encode()
        self._write(LENGTH.pack(len(written)) + written)
        self._write(content)

    def _write(self, run: bytes) -> None:
        rest = memoryview(run)
        while rest:
            rest = rest[_pipe(self.process.stdin).write(rest) or 0 :]

    def _receive(self) -> tuple[bytes, bytearray]:
        while True:
            kind = bytes(self._read(1))
            said = self._read(LENGTH.unpack(self._read(LENGTH.size))[0])
            if kind != UNDER_WAY:
                return kind, said
            told = json.loads(said)
            tell(Progress(**{**told, "stage": Stage(told["stage"])}))

    def _read(self, length: int) -> bytearray:
        answers, read = _pipe(self.process.stdout), bytearray(length)
        rest = memoryview(read)
        while rest:
            count = answers.readinto(rest)  # type: ignore[attr-defined]
            if not count:
                raise EOFError
            rest = rest[count:]
        return read

    def _cause(self, overtime: bool) -> str:
        status = self.process.wait()
        if overtime or status == 128 + signal.SIGXCPU:
            return "time"
        # Rust and C++ abort when memory ends; the machine itself kills when its own ends.
        ended = {128 + signal.SIGABRT, 128 + signal.SIGKILL, -signal.SIGKILL}
        return "memory" if status in ended else "other"

    def _stop(self, overtime: threading.Event | None = None) -> None:
        if overtime is not None:
            overtime.set()
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)

    def end(self) -> None:
        """Stop the process and whatever it started, and wait until it is gone."""
        self._stop()
        for pipe in (self.process.stdin, self.process.stdout):
            _pipe(pipe).close()
        self.process.wait()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("the worker was started without pipes")
    return pipe


def _start() -> "subprocess.Popen[bytes]":
    # The plain allocator: the others reserve gigabytes of addresses, which the limits would count.
    # No threads before the fork, either.
    environment = {
        **os.environ,
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        "OPENBLAS_NUM_THREADS": "1",
    }
    return subprocess.Popen(  # noqa: S603 - this interpreter, and a text of ours
        [sys.executable, "-c", _START, str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env=environment,
        start_new_session=True,
    )


_waiting: list[_Worker] = []
_lock = threading.Lock()


def _borrow() -> _Worker:
    with _lock:
        while _waiting:
            worker = _waiting.pop()
            if worker.process.poll() is None:
                return worker
            worker.end()
    return _Worker()


def _give_back(worker: _Worker) -> None:
    with _lock:
        if worker.sound and len(_waiting) < _KEPT_WAITING:
            _waiting.append(worker)
            return
    worker.end()


@atexit.register
def _end_all() -> None:
    with _lock:
        while _waiting:
            _waiting.pop().end()


def _forget() -> None:
    # A forked copy of this process must not talk to the workers of its parent. The list is kept
    # alive, so that nothing is closed on the parent's behalf.
    global _waiting, _lock
    _forgotten.append(_waiting)
    _waiting, _lock = [], threading.Lock()


_forgotten: list[list[_Worker]] = []
os.register_at_fork(after_in_child=_forget)


def _refusal(reason: str, name: str | None, limits: Limits) -> UnreadableFile:
    if reason == "memory":
        return UnreadableFile("too-large", name=name, limit=limits.memory // _MEGABYTE)
    return UnreadableFile("took-too-long" if reason == "time" else "corrupt-file", name=name)
