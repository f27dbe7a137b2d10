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
    from .action_content import ActionContent


class BodyAction(Model, rename="camel", tag_field="type", tag="action"):
    """Body of an action message."""

    type: Literal["action"] = "action"
    """Always `action`."""

    action: ActionContent


if TYPE_CHECKING:

    class BodyActionDict(TypedDict):
        type: Literal["action"]
        action: ActionContent | Mapping[str, object]
