"""The files of an upstream, before they are written."""

from __future__ import annotations

from dataclasses import dataclass, field

from fledge.pull import site_index
from fledge.pull.fetcher import Fetched
from fledge.pull.reference_page import ReferencePage


@dataclass(slots=True, kw_only=True)
class UpstreamFiles:
    """The files of an upstream by path, the URL of each, and what else the upstream has."""

    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    urls: dict[str, str] = field(default_factory=dict[str, str])
    pages: int = 0
    """How many of the files are pages."""

    visited: int = 0
    """How many pages were fetched."""

    page: ReferencePage | None = None
    """The page of a reference that led to the document."""

    listed: int | None = None
    """How many operations the site lists; None if it has no list."""

    without_openapi: list[str] = field(default_factory=list[str])
    """URLs of pages without a description."""

    failed: dict[str, str] = field(default_factory=dict[str, str])
    """URLs that the site lists and that cannot be used, and why."""

    def add(self, fetched: Fetched, url: str, base: str, path: str = "") -> None:
        """Add a file under the path of its URL below the folder of `base`, or another path."""
        path = path or site_index.path_of(url, base, suffix_of(fetched), list(self.files))
        self.files[path] = fetched.data
        self.urls[path] = url


def suffix_of(fetched: Fetched) -> str:
    """The suffix of a file whose name has none."""
    is_page = any(site_index.blocks(fetched.text)) or any(site_index.stray_blocks(fetched.text))
    return ".md" if is_page else ".json" if fetched.text.lstrip()[:1] == "{" else ".yaml"
