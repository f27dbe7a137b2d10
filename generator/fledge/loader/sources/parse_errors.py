"""What can be wrong with JSON and YAML alike, as errors and diagnostics."""

from __future__ import annotations

from fledge.diagnostics.diagnostic import DiagnosticCollector, Severity
from fledge.diagnostics.source import SourcePointer, SourceText


class ParseError(Exception):
    """A text that cannot be parsed: a code and message, the offset in the file, a hint."""

    def __init__(self, code: str, message: str, offset: int, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.offset = offset
        self.hint = hint

    def add_to(self, document: SourceText, report: DiagnosticCollector) -> None:
        """Report it as an error of `document`."""
        report.error(
            self.code, self.message, origin=SourcePointer(source=document.name, offset=self.offset), hint=self.hint
        )


def fetch_again(document: SourceText) -> str:
    """What else helps if a text cannot be parsed: much that is fetched is cut off."""
    return "fetch the page again" if document.end is not None else "fetch the file again if it is from the web"


def conflict_error(offset: int) -> ParseError:
    """The error of a text in which Git left both sides of a merge."""
    return ParseError(
        "source-conflict",
        "This file has an unresolved merge conflict, which begins here.",
        offset,
        "Resolve it: choose the lines of a side, and remove the marks.",
    )


def report_not_finite(literal: str, offset: int, document: SourceText, report: DiagnosticCollector) -> None:
    """Report a number that JSON does not have; it is read as a string."""
    report.warning(
        "number-not-finite",
        f"{literal} is not a JSON number; Fledge reads it as a string.",
        origin=SourcePointer(source=document.name, offset=offset),
        hint="Remove a bound that is infinite.",
    )


def report_duplicate_key(key: str, first: int, again: int, document: SourceText, report: DiagnosticCollector) -> None:
    """Report a key that an object has twice, at its second place."""
    report.add(
        Severity.WARNING,
        "duplicate-key",
        f"Duplicate key {key!r}; the last value wins.",
        origin=SourcePointer(source=document.name, offset=again),
        hint="Remove or rename one of them.",
        related=(("first here", SourcePointer(source=document.name, offset=first)),),
    )
