"""A fault of the input that ends a run at once, carried as the diagnostic that the user will see."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Document, Origin, Report, Severity


class Fault(Exception):
    """Bad input from which nothing sensible can follow: a broken configuration or lock, a file in the way."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        document: Document | None = None,
        offset: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.document = document
        origin = None if document is None else Origin(document=document.name, offset=offset)
        self.diagnostic = Diagnostic(code=code, severity=Severity.ERROR, message=message, origin=origin, hint=hint)

    def tell(self, report: Report) -> None:
        """Append what is wrong to a report, with the document that it points into."""
        if self.document is not None:
            report.read(self.document)
        report.diagnostics[self.diagnostic] = None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the known words that `word` may have been meant to be, if any is near enough."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(f'`{name}`' for name in close)}?" if close else None
