"""What each documentation platform says of itself: how its OpenAPI is recognised, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum

from fledge.loader.pages.markdown import FencedBlock
from fledge.openapi.json_values import JSON
from fledge.quick_dataclass import quick_dataclass


class Confidence(IntEnum):
    """How sure a platform is that a block is OpenAPI."""

    STRAY = 0
    """The block stands elsewhere: its content and its headings decide."""

    MAYBE = 1
    """The block stands where OpenAPI does, and examples stand there too: its content decides."""

    SURE = 2
    """The heading says so: a block that cannot be parsed is a fault of the page."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLink:
    """A description that a page refers to by name, address or both; what is missing is empty."""

    name: str
    address: str
    start: int
    why: str = ""
    """Why the address cannot be followed from here, as the end of a sentence."""


def _recognise_none(_: FencedBlock) -> Confidence | None:
    return None


def _read_unchanged(_: dict[str, JSON]) -> None:
    return None


def _no_links(_: str) -> Iterator[DocumentLink]:
    return iter(())


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A documentation platform, by its pages in Markdown.

    `recognise` says how sure it is that a fenced block is OpenAPI; None: it is not. `read` changes a parsed block in
    place to the description that the API's owner wrote. `links` are the descriptions that a page names instead of
    having a part of them.
    """

    name: str
    recognise: Callable[[FencedBlock], Confidence | None] = _recognise_none
    read: Callable[[dict[str, JSON]], None] = _read_unchanged
    links: Callable[[str], Iterator[DocumentLink]] = _no_links
