# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .html_content import HtmlContent


class BodyHtml(Model, rename="camel"):
    """Body of an HTML message."""

    type: Literal["html"] = field(default_factory=lambda: "html")
    """Always `html`."""

    html: HtmlContent
