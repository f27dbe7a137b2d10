# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from .._runtime.model import Model


class MessageAction(Model, rename="camel"):
    """Button or quick reply under a message. The payload stands under the key that
    `type` names.
    """

    type: MessageActionType
    """Kind of action: `link` opens an address, `postback` returns a payload, `reply`
    sends its text. More kinds may exist.
    """

    link: MessageActionLink | None = None
    """Payload of a `link` action."""

    postback: MessageActionPostback | None = None
    """Payload of a `postback` action."""

    reply: MessageActionReply | None = None
    """Payload of a `reply` action."""


class MessageActionLink(Model, rename="camel"):
    """Payload of a `link` action."""

    text: str | None = None
    """Label of the button."""

    url: str | None = None
    """Address to open."""


class MessageActionPostback(Model, rename="camel"):
    """Payload of a `postback` action."""

    text: str | None = None
    """Label of the button."""

    payload: str | None = None
    """Data that comes back when the button is pressed."""


class MessageActionReply(Model, rename="camel"):
    """Payload of a `reply` action."""

    text: str | None = None
    """Label, which is also the text that is sent."""


MessageActionType: TypeAlias = (
    Literal[
        "link",
        "postback",
        "reply",
    ]
    | str
)
"""Kind of action: `link` opens an address, `postback` returns a payload, `reply` sends
its text. More kinds may exist.
"""


if TYPE_CHECKING:

    class MessageActionDict(TypedDict):
        type: MessageActionType
        link: NotRequired[MessageActionLink | MessageActionLinkDict]
        postback: NotRequired[MessageActionPostback | MessageActionPostbackDict]
        reply: NotRequired[MessageActionReply | MessageActionReplyDict]

    class MessageActionLinkDict(TypedDict):
        text: NotRequired[str]
        url: NotRequired[str]

    class MessageActionPostbackDict(TypedDict):
        text: NotRequired[str]
        payload: NotRequired[str]

    class MessageActionReplyDict(TypedDict):
        text: NotRequired[str]
