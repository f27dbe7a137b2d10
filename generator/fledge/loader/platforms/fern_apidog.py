"""Fern and Apidog: one operation on each page, below `## OpenAPI Specification`."""

from __future__ import annotations

from fledge.loader.pages.markdown import FencedBlock
from fledge.loader.pages.platform import Confidence, Platform
from fledge.openapi.json_values import JSON


def recognise(fence: FencedBlock) -> Confidence | None:
    """Fern and Apidog: `## OpenAPI Specification` and a yaml fence."""
    if fence.level == 2 and fence.heading == "OpenAPI Specification" and fence.first:
        if fence.language in ("yaml", "json"):
            return Confidence.SURE
    return None


def read(root: dict[str, JSON]) -> None:
    """Remove an `info` that describes the page and not the API, as older pages of Fern have it."""
    info = root.get("info")
    if isinstance(info, dict) and str(info.get("version")).startswith("endpoint_"):
        root["info"] = {"title": "", "version": ""}


PLATFORM = Platform(name="Fern or Apidog", recognise=recognise, read=read)
