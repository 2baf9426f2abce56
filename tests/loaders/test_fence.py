"""What goes wrong inside the fence stays inside it."""

import ctypes
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.errors import UnreadableFile
from loaders import fence
from loaders.fence import Limits, guarded
from loaders.read import read
from tests.loaders.made_files import xlsx

ROOT = Path(__file__).parents[2]
SMALL = Limits(memory=64 << 20, cpu_seconds=1, wall_seconds=5)


def echo(content: bytes, *, name: str) -> bytes:
    return name.encode() + content


def hoard(content: bytes, *, name: str) -> bytes:
    return bytes(256 << 20)


def abort(content: bytes, *, name: str) -> bytes:
    os.abort()


def crash(content: bytes, *, name: str) -> bytes:
    return bytes(ctypes.string_at(0))


def stumble(content: bytes, *, name: str) -> bytes:
    raise KeyError(name)


def refuse(content: bytes, *, name: str) -> bytes:
    raise UnreadableFile("empty-file", name=name)


def burn(content: bytes, *, name: str) -> bytes:
    while True:
        pass


def sleep(content: bytes, *, name: str) -> bytes:
    time.sleep(60)
    return b""


def chatter(content: bytes, *, name: str) -> bytes:
    os.write(1, b"to the terminal")
    os.write(2, b"to the terminal")
    return b"quiet"


def here(function: str, content: bytes = b"", limits: Limits = SMALL) -> bytes:
    return bytes(guarded(f"{__name__}:{function}", content, {"name": "n.csv"}, limits=limits))


def test_the_content_and_the_answer_pass_whole_whatever_their_size() -> None:
    content = os.urandom(1 << 16) * 64

    assert here("echo", content) == b"n.csv" + content
    assert here("echo") == b"n.csv"


@pytest.mark.parametrize(
    ("function", "code", "facts"),
    [
        ("hoard", "too-large", {"limit": 64}),
        ("abort", "too-large", {"limit": 64}),
        ("crash", "corrupt-file", {}),
        ("stumble", "corrupt-file", {}),
        ("refuse", "empty-file", {}),
        ("burn", "took-too-long", {}),
    ],
)
def test_a_death_inside_is_an_error_with_a_code_and_the_next_request_works(
    function: str, code: str, facts: dict[str, int]
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        here(function)

    assert (caught.value.code, caught.value.facts) == (code, {"name": "n.csv", **facts})
    assert here("echo", b"next") == b"n.csvnext"


def test_work_that_waits_for_ever_is_stopped_by_the_clock() -> None:
    with pytest.raises(UnreadableFile, match="took-too-long"):
        here("sleep", limits=Limits(wall_seconds=0.3))

    assert here("echo", b"next") == b"n.csvnext"


def test_nothing_printed_inside_reaches_the_answer() -> None:
    assert here("chatter") == b"quiet"


def test_a_fence_that_cannot_be_built_is_not_blamed_on_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fence, "_waiting", [])
    monkeypatch.setattr(fence, "_START", "raise SystemExit(1)")

    with pytest.raises(RuntimeError, match="could not be started"):
        here("echo")


def test_requests_from_several_threads_do_not_mix() -> None:
    contents = [bytes([number]) * 100_000 for number in range(12)]

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda content: here("echo", content), contents))

    assert answers == [b"n.csv" + content for content in contents]


SCRIPT = """
import resource, sys
print("main runs")
# Whoever writes a byte to a disk from here on, in this process or inside the fence, fails.
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
from core.errors import UnreadableFile
from loaders import fence
from loaders.read import read
content = open(sys.argv[1], "rb", buffering=0)
with content:
    try:
        print(read(content.readall(), "x").sheets[0].table.num_rows)
    except UnreadableFile as error:
        print(error.code)
print(*(worker.process.pid for worker in fence._waiting))
"""


def run_script(path: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=ROOT,
    )


def test_a_script_without_a_guard_runs_once_writes_nothing_and_leaves_no_process(
    tmp_path: Path,
) -> None:
    path = tmp_path / "script.csv"
    path.write_bytes(b"a,b\n1,2\n")

    done = run_script(path)

    said, rows, worker = done.stdout.splitlines()
    assert (said, rows, done.stderr) == ("main runs", "2", "")
    with pytest.raises(ProcessLookupError):
        os.kill(int(worker), 0)


def test_a_parser_that_aborts_says_nothing_on_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(
        xlsx(lambda sheet: [sheet.cell(1, 1, 1), sheet["ZZ500000"].__setattr__("value", 2)])
    )

    done = run_script(path)

    assert done.stdout.splitlines()[:2] == ["main runs", "too-large"]
    assert done.stderr == ""


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # Python 3.12 warns of threads
def test_a_forked_process_does_not_share_the_worker_of_its_parent() -> None:
    read(b"a,b\n", "parent.csv")
    child = os.fork()
    if not child:
        rows = read(b"a,b\n1,2\n", "child.csv").sheets[0].table.num_rows
        os._exit(rows)

    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert status == 2
    assert read(b"a,b\n", "parent.csv").name == "parent.csv"
