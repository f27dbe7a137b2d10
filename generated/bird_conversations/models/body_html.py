# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .html_content import HtmlContent


class BodyHtml(Model, rename="camel", tag_field="type", tag="html"):
    """Body of an HTML message."""

    type: ClassVar[Literal["html"]] = "html"
    """Always `html`."""

    html: HtmlContent
