"""What a diagnostic points at: a text that was read, and a JSON pointer or an offset in it."""

from __future__ import annotations

from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
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


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class SourcePointer:
    """A place in a document: an RFC 6901 JSON pointer, or a character offset where nothing could be parsed."""

    source: str
    pointer: str = ""
    offset: int | None = None
