"""What each viewer of API references says of itself: how its HTML pages are recognised, and what they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto

from fledge.loader.pages.html import HtmlPage, parse_json_text
from fledge.openapi.json_values import JSON, as_object
from fledge.quick_dataclass import quick_dataclass


class LinkKind(Enum):
    """What stands at an address that a page names."""

    DOCUMENT = auto()
    CONFIG = auto()
    """The configuration of a viewer, which names documents."""

    SITE = auto()
    """A documentation site with an index."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class PageDocument:
    """A description that a page shows: its address as the page writes it, or its whole content.

    `base` is what a relative address counts from if it is not the page: a suffix of the page's path to remove. A page
    only may show a document that `is_guess`: it counts if there is one at its address.
    """

    address: str = ""
    content: JSON = None
    title: str = ""
    is_default: bool = False
    kind: LinkKind = LinkKind.DOCUMENT
    page_suffix: str = ""
    is_guess: bool = False

    @property
    def is_sample(self) -> bool:
        """Whether it is the example that viewers are shipped with."""
        return self.address.partition("://")[2].startswith(("petstore.swagger.io", "petstore3.swagger.io"))


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPlatform:
    """A viewer of API references. `read` yields what a page shows, in the page's order.

    A `fallback` reads what no platform of a page's own knows of.
    """

    name: str
    recognise: Callable[[HtmlPage], bool]
    read: Callable[[HtmlPage], Iterator[PageDocument]]
    is_fallback: bool = False


def is_document(value: JSON) -> bool:
    """Whether a value is a description: `openapi` or `swagger` as text, beside `info` (OpenAPI 3.1, 4.8.1)."""
    if not isinstance(value, dict) or not isinstance(value.get("info"), dict):
        return False
    return isinstance(value.get("openapi"), str) or isinstance(value.get("swagger"), str)


def from_value(value: JSON, *, title: str = "", is_default: bool = False) -> Iterator[PageDocument]:
    """The description that a value is: a document, its text, or its address."""
    if isinstance(value, str) and value.lstrip()[:1] == "{":
        value = parse_json_text(value)
    if is_document(value):
        yield PageDocument(content=value, title=title, is_default=is_default)
    elif isinstance(value, str) and value.strip() and "\n" not in value.strip():
        yield PageDocument(address=value.strip(), title=title, is_default=is_default)
    elif isinstance(value, str) and value.lstrip().startswith(("openapi:", "swagger:")):
        yield PageDocument(content=value, title=title, is_default=is_default)


def text_of(value: JSON, key: str) -> str:
    """The text at a key of an object, or nothing."""
    text = as_object(value).get(key)
    return text if isinstance(text, str) else ""
