"""The other files of a document: those on its host that it refers to, and those that they refer to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from fledge.loader.sources.urls import join_url
from fledge.pull.fetcher import Fetched, Fetcher, FetchError

_REFERENCE = re.compile(
    r"""["']?\$ref["']?\s*:\s*"""
    r"""(?:"(?P<double>(?:[^"\\\n]|\\.)*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^"'#\s{}\[\],][^\s{}\[\],]*))"""
)
_OTHER_FILE = re.compile(
    r""":\s*["']?(?P<file>\.{1,2}\\?/[^"'#\s{}\[\],]+\.(?:json|ya?ml))(?=[#"'\s,}]|$)""", re.MULTILINE
)
"""Files that are named without `$ref`, as the mapping of a discriminator names them."""

_FILE = re.compile(r"\.(?:json|ya?ml)$")


class PartError(FetchError):
    """A part that cannot be fetched, its URL, and the URL of the file that refers to it."""

    def __init__(self, url: str, error: FetchError, referrer: str) -> None:
        super().__init__(str(error))
        self.url = url
        self.error = error
        self.referrer = referrer


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A file that another one refers to. A name without a suffix may be no file: one that cannot be had is left out."""

    referrer: str
    is_required: bool


def fetch_parts(
    texts: Mapping[str, str],
    fetcher: Fetcher,
    progress: Callable[[int, int], None],
    failed: Callable[[PartError], None],
) -> dict[str, Fetched]:
    """The files to which texts refer that are on their hosts, by relative or absolute addresses, by their URLs.

    `texts` are by URL. If one cannot be fetched, call `failed`, which may raise an error.
    """
    parts: dict[str, Fetched] = {}
    visited = dict.fromkeys(texts)
    waiting = dict(texts)
    while waiting:
        references: dict[str, _Part] = {}
        for at, text in waiting.items():
            for url, is_required in _references(text, at):
                if url not in visited and not (url in references and references[url].is_required):
                    references[url] = _Part(referrer=at, is_required=is_required)
        visited |= dict.fromkeys(references)
        waiting = {}
        for url, part in fetcher.all(list(references), progress):
            if isinstance(part, Fetched):
                parts[url] = part
                waiting[url] = part.text
            elif references[url].is_required:
                failed(PartError(url, part, references[url].referrer))
    return parts


def _references(text: str, at: str) -> Iterator[tuple[str, bool]]:
    """The URLs of the files that a text at `at` refers to, on the same origin, and whether each must be a file."""
    for match in _REFERENCE.finditer(text):
        reference = match["single"] or match["bare"] or ""
        if match["double"]:
            with suppress(ValueError):  # YAML has more escapes; no address needs one
                reference = json.loads(f'"{match["double"]}"', strict=False)
        file = reference.partition("#")[0]
        is_file = _FILE.search(file) is not None
        if is_file or file.startswith(("./", "../", "/", "http://", "https://")):
            yield from _on_origin(at, file, is_file)
    for match in _OTHER_FILE.finditer(text):
        yield from _on_origin(at, match["file"].replace("\\", ""), False)


def _on_origin(at: str, file: str, is_required: bool) -> Iterator[tuple[str, bool]]:
    url = join_url(at, file)
    if url and urlsplit(url)[:2] == urlsplit(at)[:2]:
        yield url, is_required
