# Part of the client's runtime, the same in every client. Do not edit.
"""URLs of servers with variables."""

from __future__ import annotations

import re
from collections.abc import Mapping


def expanded(server: str, variables: Mapping[str, str]) -> str:
    """A server's URL with its variables, or ValueError if one changes what it is a part of."""
    for name, value in variables.items():
        before, is_used, after = server.partition("{" + name + "}")
        if not is_used:
            continue
        rest, ends = value[:1] == "/" != before[-1:], after[:1] in ("", "/")
        inside = before.count("/") < 3 and (before and not (rest and ends) or not ends)
        pattern = r"[\w.-]*(:\d+)?" if inside else r"[\w.~:/-]*"
        whole = re.fullmatch(pattern, value, re.ASCII)
        if not whole or {".", ".."} & set(value.split("/")):
            raise ValueError(f"{name}: {value!r} cannot stand there in {server!r}.")
        server = before + value + after
    return server
