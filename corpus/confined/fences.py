"""What reading a file may do: no network, no file changed, no program started, no process signalled.

Linux alone gives this, and not everywhere: a network of its own needs leave to make one, the rest Landlock (Linux
5.13). What is refused is done without; the limits of `limits` hold all the same.
"""

import ctypes
import sys

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000  # of unshare(2)
NO_NEW_PRIVILEGES = 38  # of prctl(2)
CREATE_RULESET, RESTRICT_SELF = 444, 446  # system calls; the same numbers on every processor
VERSION = 1  # asks for Landlock's version in place of a ruleset
READING = 0b1100  # reading files and folders: the two things that stay allowed
# By Landlock's version, from the newest: what it can forbid of files (bits), of TCP, and to other processes.
FORBIDDEN = (
    (6, (0xFFFF & ~READING, 0b11, 0b11)),
    (5, (0xFFFF & ~READING, 0b11)),
    (4, (0x7FFF & ~READING, 0b11)),
    (3, (0x7FFF & ~READING,)),
    (2, (0x3FFF & ~READING,)),
    (1, (0x1FFF & ~READING,)),
)


def fence() -> None:
    """Keep this process, for good, to reading files and to the pipes it has, as far as the system gives that."""
    if not sys.platform.startswith("linux"):
        return
    system = ctypes.CDLL(None, use_errno=True)
    try:
        if system.unshare(NEW_NETWORK):
            system.unshare(NEW_USER | NEW_NETWORK)
        _landlock(system)
    except AttributeError:  # a C library without these calls
        return


def _landlock(system: ctypes.CDLL) -> None:
    """Forbid everything that Landlock knows but reading."""
    version = system.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), VERSION)
    known = next((bits for since, bits in FORBIDDEN if version >= since), None)
    if known is None:
        return
    attributes = (ctypes.c_uint64 * len(known))(*known)
    rules = system.syscall(CREATE_RULESET, attributes, ctypes.c_size_t(ctypes.sizeof(attributes)), 0)
    if rules >= 0 and not system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        system.syscall(RESTRICT_SELF, rules, 0)
