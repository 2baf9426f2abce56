"""Inside the fence: a process that forks once for each piece of work, and does nothing else.

It is started by `loaders.fence`, imports everything once, and then waits. Each request is handled
by a fork with limits of its own. A fork that fails takes this process with it: its exit status is
the only thing the other side learns, and a fresh process is started for the next request.
"""

import gc
import importlib
import json
import os
import resource
import struct
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.errors import UnreadableFile
from loaders.progress import Listener, Progress, listening

LENGTH = struct.Struct(">Q")
READY, DONE, REFUSED, BROKEN, UNDER_WAY = b"y", b"d", b"r", b"b", b"u"

_PRELOADED = ("charset_normalizer", "fastexcel", "pyarrow.compute", "pyarrow.csv")
_BY_SIGNAL = 128
_BETWEEN_WORDS = 0.1  # seconds


def serve() -> None:
    """Answer requests from standard input on standard output until the input ends."""
    requests, answers = os.dup(0), os.dup(1)
    _silence()
    for module in (*_PRELOADED, "loaders.parse"):
        importlib.import_module(module)
    # The first array made from a list looks for pandas; no fork should do so again.
    importlib.import_module("pyarrow").array(["a"])
    gc.freeze()
    os.write(answers, READY)
    while length := os.read(requests, LENGTH.size):
        order = json.loads(_exactly(requests, LENGTH.unpack(length)[0]))
        child = os.fork()
        if not child:
            _fulfil(order, requests, answers)
        failure = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if failure:
            os._exit(failure if failure > 0 else _BY_SIGNAL - failure)


def _silence() -> None:
    """Nothing that a parser prints, a backtrace least of all, reaches the person's terminal."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _exactly(stream: int, length: int) -> bytes:
    read = b""
    while len(read) < length:
        more = os.read(stream, length - len(read))
        if not more:
            os._exit(1)
        read += more
    return read


def _fulfil(order: Mapping[str, Any], requests: int, answers: int) -> None:
    """Do the work in this fork, write the answer and end; never returns."""
    status = 1
    try:
        with open(requests, "rb", closefd=False) as stream:
            content = stream.read(order["size"])
        _limit(order["memory"], order["cpu_seconds"])
        with listening(_telling(answers)):
            kind, answer = _answer(order, content)
        with open(answers, "wb", buffering=0, closefd=False) as stream_out:
            _write(stream_out.write, kind + LENGTH.pack(len(answer)))
            _write(stream_out.write, answer)
        status = 0
    finally:
        # No clean-up of the parent's objects, no traceback: the fork ends here in any case.
        os._exit(status)


def _telling(answers: int) -> Listener:
    """Say what is being done through the same pipe, ahead of the answer and not too often."""
    last: tuple[str, float] = ("", 0.0)

    def tell(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if progress.stage == last[0] and now - last[1] < _BETWEEN_WORDS:
            return
        last = (progress.stage, now)
        said = json.dumps(asdict(progress)).encode()
        with open(answers, "wb", buffering=0, closefd=False) as stream:
            _write(stream.write, UNDER_WAY + LENGTH.pack(len(said)) + said)

    return tell


def _write(write: Callable[[memoryview], int | None], run: bytes | memoryview) -> None:
    rest = memoryview(run)
    while rest:
        rest = rest[write(rest) or 0 :]


def _answer(order: Mapping[str, Any], content: bytes) -> tuple[bytes, bytes | memoryview]:
    module, _, function = order["work"].partition(":")
    try:
        work = getattr(importlib.import_module(module), function)
        return DONE, memoryview(work(content, **order["arguments"]))
    except UnreadableFile as refusal:
        return REFUSED, json.dumps({"code": refusal.code, **refusal.facts}).encode()
    except MemoryError:
        return BROKEN, b"memory"
    except BaseException as failure:
        # A panic of a Rust parser derives from BaseException; one kind of it is out of memory.
        return BROKEN, b"memory" if "capacity overflow" in str(failure) else b"other"


def _limit(memory: int, cpu_seconds: int) -> None:
    """Allow that much more than what is in use now; no core files, they would hold the data."""
    pages = [int(number) for number in Path("/proc/self/statm").read_text().split()]
    used, mapped = (pages[i] * resource.getpagesize() for i in (5, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (used + memory, used + memory))
    # Threads reserve addresses that they never touch, so the second limit is looser.
    resource.setrlimit(resource.RLIMIT_AS, (mapped + 2 * memory, mapped + 2 * memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
