# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

from .._runtime.model import Model
from .._runtime.unions import union


class NewMessagePicture(Model):
    url: str


class NewMessageText(Model):
    text: str


if TYPE_CHECKING:
    NewMessage: TypeAlias = NewMessageText | NewMessagePicture
else:
    NewMessage = union(
        __name__,
        "NewMessage",
        (
            "NewMessageText",
            "NewMessagePicture",
        ),
    )


if TYPE_CHECKING:

    class NewMessagePictureDict(TypedDict):
        url: str

    class NewMessageTextDict(TypedDict):
        text: str

    NewMessageDict: TypeAlias = NewMessageTextDict | NewMessagePictureDict
