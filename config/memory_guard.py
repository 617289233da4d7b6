"""What people typed is in memory only; a crash must not write the memory to a file."""

import resource


def keep_memory_out_of_files() -> None:
    """Allow no core file from here on, for this process and those it starts.

    Collectors such as systemd-coredump honour the same limit (coredump.conf(5)). The unit sets it too; this
    covers a kiosk started by hand.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
