"""Which blocks of a documentation page are OpenAPI: each platform says so of its own."""

from __future__ import annotations

import html
import pkgutil
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from fledge.loader import platforms
from fledge.loader.pages.markdown import FencedBlock, fences
from fledge.loader.pages.platform import Confidence, Platform
from fledge.openapi.json_values import JSON
from fledge.quick_dataclass import quick_dataclass

_DATA_LANGUAGES = (
    "json",
    "jsonc",
    "json5",
    "yaml",
    "openapi",
    "swagger",
    "oas",
    "js",
    "javascript",
    "text",
    "txt",
    "plain",
)
"""What fences call a description, or what their words begin with."""


@cache
def markdown_platforms() -> tuple[Platform, ...]:
    """The platforms whose pages are Markdown, by the names of their modules."""
    names = sorted(module.name for module in pkgutil.iter_modules(platforms.__path__))
    modules = [import_module(f"{platforms.__name__}.{name}") for name in names]
    return tuple(module.PLATFORM for module in modules if isinstance(getattr(module, "PLATFORM", None), Platform))


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a page that is, or may be, OpenAPI: `text[start:end]`. A stray one is of no platform."""

    platform: Platform | None
    confidence: Confidence
    fence: FencedBlock
    start: int
    end: int


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page that are or may be OpenAPI, in their order."""
    for fence in fences(text):
        yield from block_of(fence)


def block_of(fence: FencedBlock) -> Iterator[Block]:
    """The block of a fence, with the platform that is surest of it."""
    claims = [(platform.recognise(fence), platform) for platform in markdown_platforms()]
    sure = [(confidence, platform) for confidence, platform in claims if confidence is not None]
    if sure:
        confidence, platform = max(sure, key=lambda claim: claim[0])
        yield Block(platform=platform, confidence=confidence, fence=fence, start=fence.start, end=fence.end)
    else:
        yield Block(platform=None, confidence=Confidence.STRAY, fence=fence, start=fence.start, end=fence.end)


def is_data_language(language: str) -> bool:
    """Whether a block of a language may be a description; of others, one that is nothing else."""
    return language.startswith(_DATA_LANGUAGES) or not language


def looks_like_openapi(text: str) -> bool:
    """Whether a text that may not even parse means to be an OpenAPI description: it names the version."""
    return _ANNOUNCES.search(text) is not None


def block_looks_like_openapi(text: str) -> bool:
    """The same of a block of a page, which may be quoted, indented, or spelled with entities and typographic quotes."""
    if looks_like_openapi(text):
        return True
    if not _NAMES_VERSION.search(text):
        return False
    plain = html.unescape(text).translate(_QUOTES)
    return looks_like_openapi(textwrap.dedent(_QUOTE_MARKS.sub("", plain)).strip())


_ANNOUNCES = re.compile(
    r"""\A\s*\{\s*["']?(?:openapi|swagger)\b"""  # the first key, however broken
    r"""|^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?v?\d"""  # YAML: at the root
    r"""|(?P<q>["'])(?:openapi|swagger)(?P=q)\s*:\s*(?P=q)\d+\.\d+(?:\.\d+)?(?P=q)""",  # JSON: with a version
    re.MULTILINE,
)
_NAMES_VERSION = re.compile(r"\b(?:openapi|swagger)\b")
_QUOTES = {ord(quote): '"' for quote in "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"}
_QUOTE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def is_description(root: dict[str, JSON]) -> bool:
    """Whether an object is an OpenAPI description, of whatever version; one that names a file is a site's settings."""
    versions = [str(root[key]) for key in _VERSION_KEYS if key in root]
    return any(version[:1].isdigit() for version in versions) or bool(versions) and not _MEMBERS.isdisjoint(root)


_VERSION_KEYS = ("openapi", "swagger", "swaggerVersion")
_MEMBERS = frozenset({"info", "paths", "components", "webhooks", "definitions"})
