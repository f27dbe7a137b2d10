# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from .._runtime.model import Model


class NewMessagePicture(Model):
    url: str


class NewMessageText(Model):
    text: str


if TYPE_CHECKING:
    NewMessage: TypeAlias = NewMessageText | NewMessagePicture
else:
    # it is only sent, so nothing is decoded as it
    NewMessage = Any
