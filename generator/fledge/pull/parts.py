"""The other files of a document: those on its host that it refers to, and those that they refer to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from fledge.loader.sources.http import join_url
from fledge.pull.fetcher import Fetched, Fetcher, FetchError

_REFERENCE = re.compile(
    r"""["']?\$ref["']?\s*:\s*["']?(?P<file>(?:https?://)?[^"'#\s{}\[\],:][^"'#\s{}\[\],]*\.(?:json|ya?ml))(?:#|["'\s,}]|$)"""
)


class PartError(FetchError):
    """A part that cannot be fetched, and its URL."""

    def __init__(self, url: str, error: FetchError) -> None:
        super().__init__(str(error))
        self.url = url
        self.error = error


def fetch_parts(document: Fetched, fetcher: Fetcher, progress: Callable[[int, int], None]) -> dict[str, Fetched]:
    """The files on the document's host that it refers to, by relative or absolute addresses, by their URLs.

    Raise PartError if one cannot be fetched.
    """
    parts: dict[str, Fetched] = {}
    waiting = {document.url: document}
    while waiting:
        names = dict.fromkeys(url for at, text in waiting.items() for url in _references(text.text, at))
        waiting = {}
        unread = [each for each in names if each not in parts and each != document.url]
        for url, part in fetcher.all(unread, progress):
            if isinstance(part, FetchError):
                raise PartError(url, part)
            parts[url] = waiting[url] = part
    return parts


def _references(text: str, at: str) -> Iterator[str]:
    """The URLs of the files that a text at `at` refers to, on the same origin."""
    for match in _REFERENCE.finditer(text):
        url = join_url(at, match["file"])
        if url and urlsplit(url)[:2] == urlsplit(at)[:2]:
            yield url
