"""The OpenAPI blocks of a documentation page, and nothing else of it: one small function per platform.

A page is Markdown. Each platform puts its blocks at a fixed place under a fixed kind of heading; other code blocks
are examples, and may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*?)\s*$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")


class Claim(Enum):
    """How sure a grammar is that a block is OpenAPI."""

    SURE = auto()
    """The heading says so: a block that does not parse is a fault of the page."""

    MAYBE = auto()
    """The place is right, and examples stand there too: the content decides."""

    STRAY = auto()
    """The place is wrong: it is left alone, and worth a word if it turns out to be OpenAPI."""


class Between(Enum):
    """What stands between a heading and a block: the most that was seen."""

    NOTHING = auto()
    QUOTE = auto()
    PROSE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """One fenced block, and where on the page it stands."""

    level: int
    heading: str
    between: Between
    first: bool
    language: str
    info: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a page that is, or may be, OpenAPI: `text[start:end]`."""

    platform: str
    claim: Claim
    syntax: str
    start: int
    end: int


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page that are or may be OpenAPI, in their order."""
    for fence in fences(text):
        for platform, grammar in _GRAMMARS:
            claim = grammar(fence)
            if claim is not None:
                syntax = "json" if fence.language == "json" else "yaml"
                yield Block(platform=platform, claim=claim, syntax=syntax, start=fence.start, end=fence.end)
                break
        else:
            if fence.language in ("json", "yaml"):
                yield Block(platform="", claim=Claim.STRAY, syntax=fence.language, start=fence.start, end=fence.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A description that a page names: what it is called there, and its address. One of both may be empty."""

    name: str
    address: str
    start: int


def named(text: str) -> Iterator[Named]:
    """The descriptions that a page names by GitBook's template tags, which its sources have instead of blocks.

    Only tags that are not shown as code count; a link that GitBook knows to be broken is no address.
    """
    tags = list(_NAMING.finditer(text))
    shown = [(fence.start, fence.end) for fence in fences(text)] if tags else []
    for tag in tags:
        given = dict(_ATTRIBUTE.findall(tag["attributes"]))
        address = given.get("src") or tag["url"] or ""
        address = "" if address == "broken-reference" else address
        if (address or "spec" in given) and not any(start <= tag.start() < end for start, end in shown):
            yield Named(name=given.get("spec", ""), address=address, start=tag.start())


_NAMING = re.compile(
    r"\{%\s*(?:openapi(?:-operation|-schemas)?|swagger)\s(?P<attributes>[^%]*)%\}(?:\s*\[[^\]\n]*\]\(<?(?P<url>[^)\s>]+)>?\))?"
)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def announces(text: str) -> bool:
    """Whether a text that may not even parse means to be an OpenAPI description: it names the version."""
    return _ANNOUNCES.search(text) is not None


_ANNOUNCES = re.compile(
    r"""\A\s*\{\s*["']?(?:openapi|swagger)\b"""  # the first key, however broken
    r"""|^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?\d"""  # YAML: at the root
    r"""|"(?:openapi|swagger)"\s*:\s*"\d+\.\d+(?:\.\d+)?\"""",  # JSON: with a version
    re.MULTILINE,
)


def _gitbook(fence: Fence) -> Claim | None:
    """`## HEADING`, a quote or none, a json fence; a block that was pasted by hand stands under the page's title."""
    if fence.language != "json" or not fence.first:
        return None
    if fence.level <= 1 or (fence.level == 2 and fence.between is not Between.PROSE):
        return Claim.MAYBE
    return None


def _readme(fence: Fence) -> Claim | None:
    """`# OpenAPI definition` and a json fence; a page may hold two."""
    if fence.level == 1 and fence.heading == "OpenAPI definition" and fence.language == "json":
        return Claim.SURE
    return None


def _mintlify(fence: Fence) -> Claim | None:
    """`## OpenAPI` and a yaml fence whose info string says [FILE] METHOD PATH; `## AsyncAPI` is something else."""
    if fence.level == 2 and fence.heading == "OpenAPI" and fence.language == "yaml" and fence.first:
        return Claim.SURE
    return None


def _specification(fence: Fence) -> Claim | None:
    """Fern and Apidog: `## OpenAPI Specification` and a yaml fence."""
    if fence.level == 2 and fence.heading == "OpenAPI Specification" and fence.first:
        if fence.language in ("yaml", "json"):
            return Claim.SURE
    return None


_GRAMMARS: tuple[tuple[str, Callable[[Fence], Claim | None]], ...] = (
    ("ReadMe", _readme),
    ("Mintlify", _mintlify),
    ("Fern or Apidog", _specification),
    ("GitBook", _gitbook),  # last: its place is the least particular
)


def fences(text: str) -> Iterator[Fence]:
    """All fenced blocks of a Markdown text (CommonMark 4.5), each with its heading; one without an end ends the text."""
    level, heading, between, first = 0, "", Between.NOTHING, True
    opened: tuple[str, str, int] | None = None
    at = 0
    while at < len(text):
        line_end = text.find("\n", at)
        after = len(text) if line_end < 0 else line_end + 1
        line = text[at:after].rstrip("\r\n")
        if opened:
            mark, info, start = opened
            closing = line.strip()
            if len(closing) >= len(mark) and closing == mark[0] * len(closing) and len(line) - len(line.lstrip()) < 4:
                yield _fence(level, heading, between, first, info, start, at)
                opened, first = None, False
        elif match := _FENCE.match(line):
            opened = (match[1], match[2], after)
        elif match := _HEADING.match(line):
            level, heading, between, first = len(match[1]), (match[2] or "").strip(), Between.NOTHING, True
        elif line.lstrip().startswith(">"):
            between = Between.QUOTE if between is Between.NOTHING else between
        elif line.strip():
            between = Between.PROSE
        at = after
    if opened:
        yield _fence(level, heading, between, first, opened[1], opened[2], len(text))


def _fence(level: int, heading: str, between: Between, first: bool, info: str, start: int, end: int) -> Fence:
    language, _, rest = info.partition(" ")
    return Fence(
        level=level,
        heading=heading,
        between=between,
        first=first,
        language=language.lower().replace("yml", "yaml"),
        info=rest.strip(),
        start=start,
        end=max(start, end),
    )
