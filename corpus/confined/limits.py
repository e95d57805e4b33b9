"""What reading a file may take of the machine.

The operating system holds the child to it where it can (Linux, macOS); the parent keeps the time everywhere.
"""

import signal
from dataclasses import dataclass
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

OPEN_FILES = 64  # those of a library while it is imported, and the one that is read
HELD = Path("/proc/self/statm")  # on Linux: pages of address space, pages in memory, ...
GRACE = 5  # seconds that the parent has to end a child before the child's own clock does


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: seconds by the clock for each publication it holds, bytes of memory and of reply."""

    seconds: float = 120.0
    memory: int = 2_000_000_000
    reply: int = 100_000_000


def keep_within(limits: Limits) -> None:
    """Hold this process to its memory, to few open files, and to no file written, process started or core dumped."""
    if resource is None:
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        _lower(kind, most)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that a write fails and does not end the process


def start_clock(seconds: float) -> None:
    """End this process after so many seconds by the clock, or of computing; asked again, the time starts anew.

    The parent ends a child first: this clock is for one whose parent has gone, and for one that never yields.
    """
    if resource is None:
        return
    signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    most = int(usage.ru_utime + usage.ru_stime + seconds) + GRACE
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def stop_clock() -> None:
    """Let this process wait for as long as it takes."""
    if resource is not None:
        signal.setitimer(signal.ITIMER_REAL, 0)


def is_worn(limits: Limits) -> bool:
    """Whether this process has held so much that the next file should have a fresh one."""
    if resource is None:
        return False
    try:  # the most that is said of a process on Linux counts what its parent held when it was started
        held = int(HELD.read_text().split()[1]) * resource.getpagesize()
    except OSError:  # macOS, which says it in bytes
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held > limits.memory / 4


def _lower(kind: int, most: int) -> None:
    """Lower a limit, where the system lets it be lowered; one that is lower already stays."""
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    try:
        resource.setrlimit(kind, (most, most))
    except (OSError, ValueError):
        return
