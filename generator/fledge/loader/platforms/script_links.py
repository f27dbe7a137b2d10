"""Addresses of JSON and YAML files in a page's scripts, where no call of a viewer says which one is shown: guesses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fledge.loader.pages.html import HtmlPage
from fledge.loader.pages.html_platform import HtmlPlatform, PageDocument
from fledge.loader.sources.urls import host_of, join_url

_ADDRESS = re.compile(
    r"""(?P<quote>["'`])(?P<address>[^"'`\s<>{}()|\\]{1,300}\.(?:json|ya?ml)(?:\?[^"'`\s]{0,200})?)(?P=quote)""",
    re.IGNORECASE,
)
_LIKELY = re.compile(r"openapi|swagger|api-?docs?|oas|spec|schema|api", re.IGNORECASE)
_OTHER = re.compile(r"(?:package|manifest|config|settings|locales?|i18n|search|index|theme)[^/]*$", re.IGNORECASE)
_MOST = 6


def recognise(page: HtmlPage) -> bool:
    """Any page."""
    return True


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """The addresses on the page's own host, those first that are called like a description."""
    host = host_of(page.url)
    addresses = dict.fromkeys(match["address"] for script in page.scripts for match in _ADDRESS.finditer(script.text))
    local = [each for each in addresses if host_of(join_url(page.url, each)) == host]
    likely = [each for each in local if _LIKELY.search(each.rpartition("/")[2])]
    others = [each for each in local if each not in likely and not _OTHER.search(each)]
    yield from (PageDocument(address=each, is_guess=True) for each in [*likely, *others][:_MOST])


PLATFORM = HtmlPlatform(name="a script", recognise=recognise, read=read, is_fallback=True)
