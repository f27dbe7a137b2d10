"""What an HTML page shows, by the viewer or the site that made it."""

from __future__ import annotations

import json
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from fledge.loader import platforms
from fledge.loader.pages.html import HtmlPage
from fledge.loader.pages.html_platform import HtmlPlatform, LinkKind, PageDocument
from fledge.openapi.json_values import JSON
from fledge.quick_dataclass import quick_dataclass

_LOGIN = re.compile(r"\b(?:log|sign)[ -]?(?:in|on)\b|\bsso\b|\bpasswor[dt]\b|\banmelden\b", re.IGNORECASE)


@cache
def html_platforms() -> tuple[HtmlPlatform, ...]:
    """The viewers of references by the names of their modules, those of any page last."""
    names = sorted(module.name for module in pkgutil.iter_modules(platforms.__path__))
    modules = [import_module(f"{platforms.__name__}.{name}") for name in names]
    every = [module.PLATFORM for module in modules if isinstance(getattr(module, "PLATFORM", None), HtmlPlatform)]
    return tuple(sorted(every, key=lambda platform: platform.is_fallback))


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a page shows, and the platform that says so; nothing if none does. `sample` is the one of viewers."""

    platform: str = ""
    documents: tuple[PageDocument, ...] = ()
    sample: str = ""


def shown_documents(page: HtmlPage) -> Shown:
    """The documents of the first platform that recognises the page and knows any."""
    sample = name = ""
    for platform in html_platforms():
        if not platform.recognise(page):
            continue
        name = name or ("" if platform.is_fallback else platform.name)
        documents = tuple(_distinct(platform.read(page)))
        real = tuple(each for each in documents if not each.is_sample or _is_home(page, each))
        sample = sample or next((each.address for each in documents if each not in real), "")
        if real:
            return Shown(platform=platform.name, documents=real, sample=sample)
    return Shown(platform=name, sample=sample)


def embedded_text(content: JSON) -> str:
    """A description in a page as a text of its own: indented, its order kept."""
    return content if isinstance(content, str) else f"{json.dumps(content, indent=2, ensure_ascii=False)}\n"


def is_login(page: HtmlPage) -> bool:
    """Whether a page asks for a password, or is called a login page."""
    fields = any(each.get("type", "").lower() == "password" for each in page.attributes("type", "input"))
    return fields or any(each.tag == "title" and _LOGIN.search(each.text) for each in page.elements)


def _distinct(documents: Iterator[PageDocument]) -> Iterator[PageDocument]:
    """Each address once, and each content."""
    previous: list[PageDocument] = []
    for document in documents:
        if not any(
            document.kind is each.kind
            and (document.address == each.address if document.address else document.content == each.content)
            for each in previous
        ):
            previous.append(document)
            yield document


def _is_home(page: HtmlPage, document: PageDocument) -> bool:
    """Whether a sample is the description of the page's own host."""
    return document.kind is LinkKind.DOCUMENT and page.url.partition("://")[2].startswith(
        document.address.partition("://")[2].partition("/")[0] or "-"
    )
