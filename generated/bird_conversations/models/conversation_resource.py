# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict
from uuid import UUID

from .._runtime.model import Model


class ConversationResource(Model, rename="camel"):
    """Object that a conversation is about."""

    type: str | None = None
    """Kind of object, such as `task`."""

    id: UUID | None = None
    """ID of the object."""


if TYPE_CHECKING:

    class ConversationResourceDict(TypedDict):
        type: NotRequired[str]
        id: NotRequired[UUID | str]
