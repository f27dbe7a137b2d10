"""What is said about a run: diagnostics, the places they point at, and the report that collects them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One OpenAPI text that was read: a whole file, or one block of a documentation page.

    `text` is the whole file; `text[start:end]` is the OpenAPI part of it, JSON or YAML as `syntax` says.
    `name` is unique in a run, `path` is what a user is shown (a second block of one page has the same path).
    """

    name: str
    path: str
    text: str
    syntax: str
    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A place in a document: an RFC 6901 JSON pointer, or a character offset where nothing could be parsed."""

    document: str
    pointer: str = ""
    offset: int | None = None


class Severity(StrEnum):
    """How bad it is: an error stops the run, a warning widens the output, a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing to tell the user. `code` is stable; `related` names further places, each with a label."""

    code: str
    severity: Severity
    message: str
    origin: Origin | None = None
    hint: str | None = None
    related: tuple[tuple[str, Origin], ...] = ()


@dataclass(slots=True)
class Report:
    """The one thing that stages append to: diagnostics, and the documents that they point into."""

    documents: dict[str, Document] = field(default_factory=dict[str, Document])
    diagnostics: dict[Diagnostic, None] = field(default_factory=dict[Diagnostic, None])

    def read(self, document: Document) -> None:
        """Remember a document, so that messages can show its lines."""
        self.documents[document.name] = document

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        *,
        origin: Origin | None = None,
        hint: str | None = None,
        related: tuple[tuple[str, Origin], ...] = (),
    ) -> None:
        """Append one diagnostic; the same one twice is kept once."""
        diagnostic = Diagnostic(
            code=code, severity=severity, message=message, origin=origin, hint=hint, related=related
        )
        self.diagnostics[diagnostic] = None

    def error(self, code: str, message: str, *, origin: Origin | None = None, hint: str | None = None) -> None:
        """Report what makes it impossible to write anything."""
        self.add(Severity.ERROR, code, message, origin=origin, hint=hint)

    def warning(self, code: str, message: str, *, origin: Origin | None = None, hint: str | None = None) -> None:
        """Report that the output is wider than the document, or that the document breaks a rule."""
        self.add(Severity.WARNING, code, message, origin=origin, hint=hint)

    def note(self, code: str, message: str, *, origin: Origin | None = None, hint: str | None = None) -> None:
        """Report what a user may want to know and need not act on."""
        self.add(Severity.NOTE, code, message, origin=origin, hint=hint)

    @property
    def failed(self) -> bool:
        """Whether an error was reported."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)
