"""Bad input that ends a run at once, carried as the diagnostics that the user will see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fledge.diagnostics.diagnostic import Diagnostic, DiagnosticCollector, Severity
from fledge.diagnostics.source import SourcePointer, SourceText


class DiagnosticError(Exception):
    """Bad input from which nothing sensible can follow: a broken configuration or lock, a file in the way."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        document: SourceText | None = None,
        offset: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.document = document
        origin = None if document is None else SourcePointer(source=document.name, offset=offset)
        self.diagnostic = Diagnostic(code=code, severity=Severity.ERROR, message=message, source=origin, hint=hint)

    def add_to(self, report: DiagnosticCollector) -> None:
        """Append what is wrong to a report, with the document that it points into."""
        if self.document is not None:
            report.read(self.document)
        report.diagnostics[self.diagnostic] = None


class DiagnosticErrors(DiagnosticError):
    """Several problems with one text, of which none has to be corrected before the others can be seen."""

    def __init__(self, document: SourceText, diagnostics: Sequence[Diagnostic]) -> None:
        first = diagnostics[0]
        super().__init__(first.code, first.message, document=document, hint=first.hint)
        self.diagnostic = first
        self.diagnostics = tuple(diagnostics)

    def add_to(self, report: DiagnosticCollector) -> None:
        """Append all problems to a report, with the text that they point into."""
        super().add_to(report)
        report.diagnostics.update(dict.fromkeys(self.diagnostics))

    def without_places(self, start: int) -> DiagnosticErrors:
        """Return the same without the places of problems that begin at an offset or after it."""
        assert self.document is not None
        problems = [
            replace(each, source=None) if each.source and (each.source.offset or 0) >= start else each
            for each in self.diagnostics
        ]
        return DiagnosticErrors(self.document, problems)
