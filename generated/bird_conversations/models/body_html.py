# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .html_content import HtmlContent, HtmlContentDict


class BodyHtml(Model, rename="camel", tag_field="type", tag="html"):
    """Body of an HTML message."""

    type: Literal["html"] = "html"
    """Always `html`."""

    html: HtmlContent


if TYPE_CHECKING:

    class BodyHtmlDict(TypedDict):
        type: Literal["html"]
        html: HtmlContent | HtmlContentDict
