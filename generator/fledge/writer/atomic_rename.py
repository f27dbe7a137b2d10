"""Putting a folder in another's place in one step of the operating system, or in as few as it offers."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 1 << 1  # Linux, renameat2(2)
_RENAME_SWAP = 1 << 1  # macOS, renamex_np(2)

# What kernels and file systems answer that cannot exchange two folders, or not these two.
_CANNOT = frozenset(
    (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV, errno.EPERM, errno.EBUSY)
)


def swap_directories(one: Path, other: Path) -> bool:
    """Give each of two folders the other's name in one step; False where that is not to be had."""
    number = _exchange(os.fsencode(one), os.fsencode(other))
    if number == 0:
        return True
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _exchange(one: bytes, other: bytes) -> int:
    """The error number of the platform's own call."""
    if sys.platform == "win32":
        return errno.ENOSYS
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        if not hasattr(libc, "renamex_np"):
            return errno.ENOSYS
        failed = libc.renamex_np(one, other, ctypes.c_uint(_RENAME_SWAP))
    else:
        if not hasattr(libc, "renameat2"):
            return errno.ENOSYS
        failed = libc.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, ctypes.c_uint(_RENAME_EXCHANGE))
    return ctypes.get_errno() if failed else 0


def rename(source: Path, target: Path) -> bool:
    """Rename a folder; False where that is not possible (a lower layer of an overlay, a file open on Windows)."""
    try:
        os.rename(source, target)
    except OSError as error:
        if error.errno in (errno.EXDEV, errno.EBUSY) or (
            sys.platform == "win32" and isinstance(error, PermissionError)
        ):
            return False
        raise
    return True
