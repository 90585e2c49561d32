"""Keep freed memory in the process: a large search needs some megabytes, and asking the system for them at each
search (page by page, zeroed) doubled its time."""

import ctypes

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # glibc's <malloc.h>
KEPT_BYTES = 64 << 20
LARGEST_BYTES = 32 << 20


def keep_freed_memory() -> bool:
    """Ask the C library for it, and say whether it can (glibc; others are left as they are)."""
    try:
        tune = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return False
    return bool(tune(_TRIM_THRESHOLD, KEPT_BYTES)) and bool(tune(_MMAP_THRESHOLD, LARGEST_BYTES))
