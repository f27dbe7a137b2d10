"""Bad input that ends a run at once, carried as the diagnostics that the user will see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """Return a hint that names the candidates that `word` may have been meant to be; None if none is similar."""
    names = similar(word, candidates)
    return f"did you mean {' or '.join(f'`{name}`' for name in names)}?" if names else None


def similar(word: str, candidates: Iterable[str]) -> list[str]:
    """Return the candidates that `word` may have been meant to be.

    Similar is also a longer name of which `word` is a part, such as `secret` of `secret_encoding`.
    """
    from difflib import get_close_matches

    names = list(candidates)
    close = get_close_matches(word, names, n=3, cutoff=0.6)
    return close + [name for name in names if name not in close and word in name.split("_")]
