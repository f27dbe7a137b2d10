"""The text of a configuration from the bytes of its file."""

from __future__ import annotations

import codecs

from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.source import SourceText


def toml_text(path: str, data: bytes) -> SourceText:
    """Return the text of a file of TOML. Raise DiagnosticError if it is not UTF-8 (TOML 1.0, Spec).

    A byte order mark at its beginning, as some editors of Windows write it, is left out.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    document = SourceText(name=path, path=path, text=data.decode(errors="replace"), syntax="toml")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise DiagnosticError(
            "config-syntax",
            f"this is not UTF-8 text: byte {error.start} is not UTF-8",
            document=document,
            offset=len(data[: error.start].decode()),
            hint="save it as UTF-8",
        ) from None
    return document
