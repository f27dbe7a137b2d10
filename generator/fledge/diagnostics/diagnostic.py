"""Diagnostics: what Fledge reports about its input, and the collector that stages append to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from fledge.diagnostics.source import SourcePointer as SourcePointer
from fledge.diagnostics.source import SourceText as SourceText
from fledge.diagnostics.source import StoredText

_VALIDATOR = "document-invalid"
"""The code of what the validator finds."""

_OPTIONAL = "path-parameter-required"
"""The code of a part that the validator misses, and Fledge adds."""

_PROPOSED = re.compile("(?<=Did you mean `)[^`]+")
"""What a hint proposes."""

_UNTYPED = "schema-untyped"
_KEYWORDS = ("keyword-unknown", "keyword-without-effect")
_MAPPING = "discriminator-mapping"


class Severity(StrEnum):
    """An error stops the run, a warning widens the output, a note needs no action."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One message. `code` is stable; `related` are further pointers, each with a label.

    With `names_files`, the message has the names of files that no other one has: it is never counted instead of shown.
    """

    code: str
    severity: Severity
    message: str
    source: SourcePointer | None = None
    hint: str | None = None
    related: tuple[tuple[str, SourcePointer], ...] = ()
    names_files: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostics:
    """The diagnostics of a run that is over, and the texts that they point into, by name."""

    items: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, StoredText] = field(default_factory=dict[str, StoredText])

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return any(each.severity is Severity.ERROR for each in self.items)

    def errors(self) -> Diagnostics:
        """Return the errors alone."""
        errors = tuple(each for each in self.items if each.severity is Severity.ERROR)
        return Diagnostics(items=errors, sources=self.sources)

    def without_notes(self) -> Diagnostics:
        """Return the errors and warnings."""
        worse = tuple(each for each in self.items if each.severity is not Severity.NOTE)
        return Diagnostics(items=worse, sources=self.sources)

    @property
    def has_warnings(self) -> bool:
        """Whether there is a warning."""
        return any(each.severity is Severity.WARNING for each in self.items)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(slots=True)
class DiagnosticCollector:
    """The one value that stages append to: diagnostics, and the texts that they point into."""

    sources: dict[str, StoredText] = field(default_factory=dict[str, StoredText])
    diagnostics: dict[Diagnostic, None] = field(default_factory=dict[Diagnostic, None])

    def read(self, document: SourceText) -> None:
        """Remember a document, so that messages can show its lines."""
        self.sources[document.name] = StoredText.of(document)

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        *,
        origin: SourcePointer | None = None,
        hint: str | None = None,
        related: tuple[tuple[str, SourcePointer], ...] = (),
        names_files: bool = False,
    ) -> None:
        """Append one diagnostic; the same one twice is kept once."""
        diagnostic = Diagnostic(
            code=code,
            severity=severity,
            message=message,
            source=origin,
            hint=hint,
            related=related,
            names_files=names_files,
        )
        self.diagnostics[diagnostic] = None

    def error(self, code: str, message: str, *, origin: SourcePointer | None = None, hint: str | None = None) -> None:
        """Report what makes it impossible to write anything."""
        self.add(Severity.ERROR, code, message, origin=origin, hint=hint)

    def warning(self, code: str, message: str, *, origin: SourcePointer | None = None, hint: str | None = None) -> None:
        """Report that the output is wider than the document, or that the document breaks a rule."""
        self.add(Severity.WARNING, code, message, origin=origin, hint=hint)

    def note(self, code: str, message: str, *, origin: SourcePointer | None = None, hint: str | None = None) -> None:
        """Report what a user may want to know and need not act on."""
        self.add(Severity.NOTE, code, message, origin=origin, hint=hint)

    def add_all(self, diagnostics: Diagnostics) -> None:
        """Append the diagnostics of another run, with the texts that they point into."""
        self.sources.update(diagnostics.sources)
        self.diagnostics.update(dict.fromkeys(diagnostics))

    def freeze(self) -> Diagnostics:
        """Return what was collected so far as a frozen value.

        What the validator finds is left out where Fledge reports the same part or its `$ref` itself, and so is that a
        schema has no type if its `$ref`, a keyword or all of it is wrong, and that a discriminator maps to nothing if
        the reference is reported: one mistake is one message.
        """
        itself = {
            each.source
            for each in self
            if (each.severity is not Severity.NOTE or each.code == _OPTIONAL)
            and each.code != _VALIDATOR
            and each.source is not None
        }
        ineffective = {
            replace(each.source, pointer=each.source.pointer.rpartition("/")[0])
            for each in self
            if each.code in _KEYWORDS and each.source is not None
        }
        untyped = {replace(source, pointer=source.pointer.removesuffix("/$ref")) for source in itself}
        referring = {each.source for each in self if each.code.startswith("reference-") and each.source is not None}
        covered = {_VALIDATOR: itself | untyped, _UNTYPED: untyped | ineffective, _MAPPING: referring}
        wrong = self._wrong_members()
        items = tuple(
            each
            for each in self
            if not (each.code in covered and each.source in covered[each.code]) and not _follows(each, wrong)
        )
        return Diagnostics(items=items, sources=dict(self.sources))

    def _wrong_members(self) -> dict[SourcePointer, list[str]]:
        """The names of members that are reported as wrong or misspelt, by the objects that should have them."""
        names: dict[SourcePointer, list[str]] = {}
        for each in self:
            if each.source is not None and each.code in ("wrong-type", _VALIDATOR):
                above, _, name = each.source.pointer.rpartition("/")
                meant = [name] if each.code == "wrong-type" else _PROPOSED.findall(each.hint or "")
                names.setdefault(replace(each.source, pointer=above), []).extend(meant)
        return names

    @property
    def failed(self) -> bool:
        """Whether an error was reported."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)


def _follows(each: Diagnostic, wrong: Mapping[SourcePointer, list[str]]) -> bool:
    """Whether the validator misses a member of an object that is there, and is reported as wrong or misspelt."""
    if each.code != _VALIDATOR or each.source is None or " must have " not in each.message:
        return False
    return any(f"`{name}`" in each.message for name in wrong.get(each.source, ()))
