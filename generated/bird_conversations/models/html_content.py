# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model


class HtmlContent(Model, rename="camel"):
    """Payload of an HTML message, as used for e-mail."""

    text: str | None = None
    """The same message as plain text."""

    html: str | None = None
    """The message as HTML."""


if TYPE_CHECKING:

    class HtmlContentDict(TypedDict):
        text: NotRequired[str]
        html: NotRequired[str]
