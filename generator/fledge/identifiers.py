"""Which names Python and file systems accept: for what a user chooses, and for what a lock says."""

from __future__ import annotations

import keyword
import sys
import unicodedata

# Windows opens a device under these names, whatever the extension and the folder.
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", "conin$", "conout$")
    + tuple(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³")
)


def package_name_error(name: str) -> str | None:
    """Return what is wrong with the name of a package, or None."""
    if not name.isidentifier() or not name.isascii():
        reason = "it is not a Python identifier of ASCII letters, digits and _"
    elif keyword.iskeyword(name):
        reason = "it is a keyword of Python"
    elif name.lower() in DEVICES:
        reason = "Windows opens a device by this name"
    else:
        return None
    return f"the package cannot be called `{name}`: {reason}"


_LIBRARIES = frozenset(("aiohttp", "fledge", "httpx2", "msgspec"))
"""What a client imports, and what generates it."""


def module_clash(name: str) -> str | None:
    """Return which other module has this name, so that a package on Python's path would replace it; or None."""
    if name in sys.stdlib_module_names:
        return f"Python's standard library has a module `{name}`"
    return f"Fledge or its clients import a library `{name}`" if name in _LIBRARIES else None


def python_name_error(name: str) -> str | None:
    """Return what is wrong with the name of an operation, a class or a field, dotted or not; or None."""
    if name.isascii() and name.isidentifier() and name[0] != "_" and not keyword.iskeyword(name):  # as most are
        return None
    if (plain := unicodedata.normalize("NFKC", name)) != name:  # Python's own comparison of names (PEP 3131)
        return f"Python would read `{name}` as `{plain}`"
    parts = name.split(".")
    if not all(map(str.isidentifier, parts)) or any(map(keyword.iskeyword, parts)):
        return f"`{name}` cannot be a name in Python"
    if name.startswith("__") or ".__" in name:
        return f"`{name}` cannot be used: names that begin with two underscores are Python's"
    return None
