"""GitBook: blocks below an operation's heading, and tags that refer to a description elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fledge.loader.pages.markdown import FencedBlock, Separator, fences
from fledge.loader.pages.platform import Confidence, DocumentLink, Platform


def recognise(fence: FencedBlock) -> Confidence | None:
    """`## HEADING`, a quote or none, a fence; a block that was pasted by hand stands under the page's title."""
    if fence.language not in ("json", "yaml") or not fence.first:
        return None
    if fence.level <= 1 or (fence.level == 2 and fence.separator is not Separator.PROSE):
        return Confidence.MAYBE
    return None


def document_links(text: str) -> Iterator[DocumentLink]:
    """The descriptions that a page refers to by GitBook's template tags, which its sources have instead of blocks.

    Tags inside of code are ignored; `broken-reference`, which GitBook writes for a broken link, is no address.
    """
    tags = list(_TAG.finditer(text))
    code = [(fence.start, fence.end) for fence in fences(text)] if tags else []
    for tag in tags:
        attributes = dict(_ATTRIBUTE.findall(tag["attributes"]))
        address = attributes.get("src") or tag["url"] or ""
        address = "" if address == "broken-reference" else address
        if (address or "spec" in attributes) and not any(start <= tag.start() < end for start, end in code):
            yield DocumentLink(name=attributes.get("spec", ""), address=address, start=tag.start())


_TAG = re.compile(
    r"\{%\s*(?:openapi(?:-operation|-schemas)?|swagger)\s(?P<attributes>[^%]*)%\}(?:\s*\[[^\]\n]*\]\(<?(?P<url>[^)\s>]+)>?\))?"
)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')

PLATFORM = Platform(name="GitBook", recognise=recognise, links=document_links)
