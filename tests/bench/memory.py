"""The most memory that this process and those inside the fence have used."""

import resource
from pathlib import Path

from loaders import fence


def forget_peak() -> None:
    """Begin to measure this process anew."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak() -> int:
    """The most memory of this process since it was forgotten, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def peak_of_fence() -> int:
    """The most memory of any process inside the fence so far, in megabytes."""
    fence._end_all()  # it is known only of processes that have ended
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
