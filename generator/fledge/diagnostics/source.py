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
class StoredText:
    """A SourceText that is put aside until a message points into it.

    With one emoji in a text, Python keeps four bytes for each of its characters, and a description can have millions.
    So `content` is the text in UTF-8; that of a block of a page, and what is ASCII, is kept as it is.
    """

    name: str
    path: str
    content: str | bytes
    syntax: str
    start: int = 0
    end: int | None = None

    @classmethod
    def of(cls, document: SourceText) -> StoredText:
        """Put a text aside. The blocks of a page share its text."""
        is_shared = document.end is not None or document.text.isascii()
        return cls(
            name=document.name,
            path=document.path,
            content=document.text if is_shared else document.text.encode("utf-8", "surrogatepass"),
            syntax=document.syntax,
            start=document.start,
            end=document.end,
        )

    def open(self) -> SourceText:
        """Return the text as it was read."""
        content = self.content
        return SourceText(
            name=self.name,
            path=self.path,
            text=content if isinstance(content, str) else content.decode("utf-8", "surrogatepass"),
            syntax=self.syntax,
            start=self.start,
            end=self.end,
        )


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class SourcePointer:
    """A place in a document: an RFC 6901 JSON pointer, or a character offset where nothing could be parsed."""

    source: str
    pointer: str = ""
    offset: int | None = None
