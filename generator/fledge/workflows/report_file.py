"""A report in a file that the user names."""

from __future__ import annotations

from pathlib import Path

from fledge.diagnostics.errors import DiagnosticError
from fledge.writer.single_file import replace_file


def write_report(file: str, text: str) -> None:
    """Write a report in UTF-8, in one step. Raise DiagnosticError if the file cannot be written."""
    try:
        replace_file(Path(file), text.encode())
    except OSError as error:
        raise DiagnosticError("output-unwritable", f"cannot write {file}: {error.strerror or error}") from None
