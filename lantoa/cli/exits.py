"""Exit codes that scripts can rely on, documented in docs/reference/command-line.md."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    OK = 0
    FAILED = 1
    USAGE = 2
    PROBLEMS = 3
