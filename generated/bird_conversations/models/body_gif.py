# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .gif_content import GifContent


class BodyGif(Model, rename="camel", tag_field="type", tag="gif"):
    """Body of a GIF message.

    Inferred: the API's documentation does not show it.
    """

    type: Literal["gif"] = "gif"
    """Always `gif`."""

    gif: GifContent


if TYPE_CHECKING:

    class BodyGifDict(TypedDict):
        type: Literal["gif"]
        gif: GifContent | Mapping[str, object]
