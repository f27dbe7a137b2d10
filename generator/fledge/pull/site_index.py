"""The index of a documentation site, and what its pages say of full documents."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urlsplit

from fledge.loader.pages import detect
from fledge.loader.pages.platform import Confidence
from fledge.loader.sources.files import SUFFIXES
from fledge.loader.sources.urls import ascii_url, join_url, without_user

INDEXES = ("llms.txt", "sitemap.md", "llms-full.txt")
"""The names of indexes, in the order of requests. The last one has the pages themselves."""

_DOCUMENTS = (".json", ".yaml", ".yml")
_OTHER = (".gif", ".jpg", ".jpeg", ".mp4", ".pdf", ".png", ".svg", ".webp", ".zip")
_LINK = re.compile(
    r"^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:[*_~ \t]|`[^`]*+`|[A-Z]++ )*+"  # emphasis, or a method
    r"\[(?P<title>.*?)\]\(\s*+(?:<(?P<bracketed>[^<>]+)>|(?P<url>(?:[^()\s]|\([^()]*\)|[ ]++(?![\"')]))++))"
    r"""(?:\s++(?:"[^"]*"|'[^']*'))?\s*+\)(?![\w\]])"""
)
_HEADING = re.compile(r"^#{1,6} +(?P<text>.+?)\s*$")
_NEXT = re.compile(r"\r?\n---[\r\n]+\[Next Page\]\((?P<url>[^)\s]+)\)\s*\Z")
_LISTED = re.compile(
    r"^(?:(?P<file>\S.*?\.(?:json|ya?ml)) )?(?:GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS|TRACE) /\S*\r?$", re.I | re.M
)
_LOCALE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteIndex:
    """The links of an index, absolute and each once, in its order."""

    pages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()


def read_index(text: str, url: str) -> SiteIndex:
    """The links of an index at `url`: items `- [Title](URL): description` of lists below headings."""
    links: dict[str, list[str]] = {"pages": [], "documents": [], "indexes": []}
    section = ""
    for line in text.split("\n"):
        if heading := _HEADING.match(line):
            section = heading["text"].casefold()
            if section.startswith("agent instructions"):
                break
        elif (link := _LINK.match(line)) and not section.startswith("asyncapi"):
            address = without_user(urldefrag(join_url(url, (link["bracketed"] or link["url"]).strip()))[0])
            path = urlsplit(address).path.lower()
            name = path.rpartition("/")[2]
            if not address.startswith(("http://", "https://")) or path.endswith(_OTHER) or path in ("", "/"):
                continue
            if path.endswith(_DOCUMENTS):
                links["documents"].append(address)
            elif name in INDEXES:
                links["indexes"] += [address] if name != "llms-full.txt" else []
            else:
                links["pages"].append(markdown_url(address))
    return SiteIndex(**{kind: distinct(urls) for kind, urls in links.items()})


def distinct(urls: Iterable[str]) -> tuple[str, ...]:
    """Each URL once, in its first spelling: `/café` and `/caf%C3%A9` are one page."""
    first: dict[str, str] = {}
    for url in urls:
        first.setdefault(ascii_url(url), url)
    return tuple(first.values())


def markdown_url(url: str) -> str:
    """The address of a page as Markdown."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    if path.lower().endswith((".md", ".mdx", ".txt")) or not path:
        return url
    return parts._replace(path=f"{path}.md").geturl()


def candidates(url: str) -> list[str]:
    """Where the index of a site may be: at its address, or above."""
    parts = urlsplit(url)
    steps = [step for step in parts.path.split("/") if step]
    folders = ["/".join(["", *steps[:count], ""]) for count in range(len(steps), -1, -1)]
    return [
        parts._replace(path=folder + name, query="", fragment="").geturl() for folder in folders for name in INDEXES
    ]


def is_index(url: str) -> bool:
    """Whether an address is that of an index."""
    return urlsplit(url).path.rpartition("/")[2].lower() in INDEXES


def pages_below(urls: Sequence[str], start: str) -> list[str]:
    """The pages at an address and below it; without translations of other pages."""
    path = "" if is_index(start) else _path(start).removesuffix(".md").rstrip("/")
    paths = {_path(url) for url in urls}
    return [
        url
        for url in urls
        if (at := _path(url)).removesuffix(".md") == path or at.startswith(f"{path}/")
        if not (_LOCALE.fullmatch(at.split("/")[1]) and at[1 + len(at.split("/")[1]) :] in paths)
    ]


def _path(url: str) -> str:
    return urlsplit(ascii_url(url)).path


def next_part(text: str) -> tuple[str, str]:
    """A part of `llms-full.txt` without its last line, and where the next part is; nothing at the end."""
    match = _NEXT.search(text)
    return (text[: match.start()] + "\n", match["url"]) if match else (text, "")


def parse_llms_full(text: str) -> tuple[list[str], int]:
    """Of an `llms-full.txt` that has lines `FILE METHOD /path` for blocks: the files, and how many operations."""
    lines = list(_LISTED.finditer(text))
    return list(dict.fromkeys(line["file"].lstrip("/") for line in lines if line["file"])), len(lines)


def blocks(text: str) -> Iterator[detect.Block]:
    """The blocks of a page at a platform's place that are OpenAPI, or parts of it in the platform's own form."""
    return (block for block in _descriptions(text) if block.platform is not None)


def stray_blocks(text: str) -> Iterator[detect.Block]:
    """The blocks of a page that are OpenAPI, and stand at no platform's place."""
    return (block for block in _descriptions(text) if block.platform is None)


def _descriptions(text: str) -> Iterator[detect.Block]:
    for block in detect.blocks(text):
        is_sure = block.confidence is Confidence.SURE
        if not block.fence.is_hidden and (is_sure or detect.block_looks_like_openapi(text[block.start : block.end])):
            yield block


def linked_documents(text: str, url: str) -> list[str]:
    """The full documents that a page refers to instead of having a part, as the sources of sites do."""
    links = [link for platform in detect.markdown_platforms() for link in platform.links(text) if link.address]
    addresses = [join_url(url, each.address) for each in links]
    return [address for address in addresses if address]


def is_of(file: str, url: str) -> bool:
    """Whether a document at `url` is the one that pages call `file`: the end of its address, or its name."""
    return unquote(urlsplit(url).path).rpartition("/")[2].casefold() == file.rpartition("/")[2].casefold()


def path_of(url: str, base: str, suffix: str, taken: Sequence[str]) -> str:
    """The name of the file for a URL: its path below the folder of `base`, in characters that every system allows.

    Add the suffix if the loader would not read the file by its name.
    """
    folder = urlsplit(base).path.rpartition("/")[0] + "/"
    path = urlsplit(url).path.removeprefix(folder)
    steps = [re.sub(r"[^\w.-]+", "-", unquote(step)).lstrip(".") for step in path.split("/")]
    name = "/".join(step for step in steps if step) or "index"
    return _free(name if name.lower().endswith(SUFFIXES) else name + suffix, url, taken)


def above(urls: Sequence[str]) -> str:
    """The nearest folder that all URLs of one host are in or below."""
    shared = posixpath.commonpath([urlsplit(url).path.rpartition("/")[0] or "/" for url in urls])
    return urlsplit(urls[0])._replace(path=f"{shared.rstrip('/')}/", query="", fragment="").geturl()


def part_path(url: str, base: str, suffix: str, taken: Sequence[str]) -> str:
    """The name of the file for a part of a document: its path below the folder `base`, as references spell it.

    Characters that a system may refuse become `-`; no path leads out of the folder. Add the suffix if it has none.
    """
    path = urlsplit(url).path.removeprefix(urlsplit(base).path)
    steps = [re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "-", unquote(step)) for step in path.split("/")]
    name = "/".join(step for step in steps if step.strip(". ")) or "index"
    name = name if name.lower().endswith(SUFFIXES) else name + suffix
    return _free(name, url, taken)


def _free(name: str, url: str, taken: Sequence[str]) -> str:
    """A name, with a mark of its URL if another file has it."""
    if name.casefold() in {other.casefold() for other in taken}:
        stem, dot, suffix = name.rpartition(".")
        mark = hashlib.sha256(urlsplit(url)._replace(scheme="", netloc="").geturl().encode()).hexdigest()[:8]
        return f"{stem}-{mark}{dot}{suffix}"
    return name
