"""ReadMe: whole descriptions below `# OpenAPI definition`."""

from __future__ import annotations

from fledge.loader.pages.markdown import FencedBlock
from fledge.loader.pages.platform import Confidence, Platform
from fledge.openapi.json_values import JSON


def recognise(fence: FencedBlock) -> Confidence | None:
    """`# OpenAPI definition` and a json fence; a page may hold two."""
    if fence.level == 1 and fence.heading == "OpenAPI definition" and fence.language == "json":
        return Confidence.SURE
    return None


def read(root: dict[str, JSON]) -> None:
    """Remove the platform's own identifier."""
    root.pop("_id", None)


PLATFORM = Platform(name="ReadMe", recognise=recognise, read=read)
