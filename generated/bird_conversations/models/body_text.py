# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .text_content import TextContent, TextContentDict


class BodyText(Model, rename="camel", tag_field="type", tag="text"):
    """Body of a text message."""

    type: Literal["text"] = "text"
    """Always `text`."""

    text: TextContent


if TYPE_CHECKING:

    class BodyTextDict(TypedDict):
        type: Literal["text"]
        text: TextContent | TextContentDict
