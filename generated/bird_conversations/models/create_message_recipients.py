# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from .._runtime.model import Model
from .._runtime.unions import union

if TYPE_CHECKING:
    from .message_recipient_type import MessageRecipientType


class CreateMessageRecipientsItemWithContactID(Model, rename="camel"):
    """A recipient, by contact ID.

    Inferred: the API's documentation does not show it.
    """

    id: str
    """Contact ID."""

    platform_address_selector: str | None = None
    """Expression that picks the address from the contact when a message is sent, such
    as `attributes.workEmail` or `identifiers.phonenumber`.
    """

    type: MessageRecipientType | None = None
    """Place of the recipient, as in an e-mail."""


class CreateMessageRecipientsItemWithIdentifier(Model, rename="camel"):
    """A recipient, by identifier."""

    identifier_key: str
    """Kind of identifier, such as `emailaddress` or `phonenumber`. `ParticipantContact`
    lists more.
    """

    identifier_value: str
    """Value of the identifier, such as `john.doe@example.com` or `+31612345678`."""

    platform_address_selector: str | None = None
    """Expression that picks the address from the contact when a message is sent, such
    as `attributes.workEmail` or `identifiers.phonenumber`.
    """

    type: MessageRecipientType | None = None
    """Place of the recipient, as in an e-mail."""


if TYPE_CHECKING:
    CreateMessageRecipientsItem: TypeAlias = (
        CreateMessageRecipientsItemWithIdentifier
        | CreateMessageRecipientsItemWithContactID
    )
else:
    CreateMessageRecipientsItem = union(
        __name__,
        "CreateMessageRecipientsItem",
        (
            "CreateMessageRecipientsItemWithIdentifier",
            "CreateMessageRecipientsItemWithContactID",
        ),
    )


CreateMessageRecipients: TypeAlias = list[CreateMessageRecipientsItem]
"""Who receives the message."""


if TYPE_CHECKING:

    class CreateMessageRecipientsItemWithContactIDDict(TypedDict):
        id: str
        platformAddressSelector: NotRequired[str]
        type: NotRequired[MessageRecipientType]

    class CreateMessageRecipientsItemWithIdentifierDict(TypedDict):
        identifierKey: str
        identifierValue: str
        platformAddressSelector: NotRequired[str]
        type: NotRequired[MessageRecipientType]

    CreateMessageRecipientsItemDict: TypeAlias = (
        CreateMessageRecipientsItemWithIdentifierDict
        | CreateMessageRecipientsItemWithContactIDDict
    )

    CreateMessageRecipientsDict: TypeAlias = (
        "Sequence[CreateMessageRecipientsItem | CreateMessageRecipientsItemDict]"
    )
