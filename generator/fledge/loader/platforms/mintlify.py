"""Mintlify: one operation on each page, below `## OpenAPI`; its sources name a file in their front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fledge.loader.pages.markdown import FencedBlock, front_matter
from fledge.loader.pages.platform import Confidence, DocumentLink, Platform
from fledge.openapi.json_values import JSON

_KEY = re.compile(
    r"""^openapi(?:-schema)?[ \t]*:(?:[ \t]*[|>][-+]?[ \t]*\r?\n)?[ \t]*["']?(?P<value>[^"'\r\n]*)""", re.MULTILINE
)
_FILE = re.compile(r"\S+\.(?:json|ya?ml)(?=\s|$)")


def recognise(fence: FencedBlock) -> Confidence | None:
    """`## OpenAPI` and a yaml fence whose info string says [FILE] METHOD PATH; `## AsyncAPI` is something else."""
    if fence.level == 2 and fence.heading == "OpenAPI" and fence.language == "yaml" and fence.first:
        return Confidence.SURE
    return None


def read(root: dict[str, JSON]) -> None:
    """Remove the empty `security` that stands where the description has none."""
    if root.get("security") == []:
        del root["security"]


def document_links(text: str) -> Iterator[DocumentLink]:
    """The file in the front matter of a page's source: `openapi: FILE METHOD PATH`."""
    key = _KEY.search(front_matter(text))
    if key and (file := _FILE.search(key["value"])):
        yield DocumentLink(name="", address=file[0], start=key.start("value") + file.start())


PLATFORM = Platform(name="Mintlify", recognise=recognise, read=read, links=document_links)
