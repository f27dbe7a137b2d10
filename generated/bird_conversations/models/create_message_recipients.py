# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime.model import Model


class CreateMessageRecipientsItemWithContactID(Model, rename="camel"):
    """A recipient, by contact ID.

    Inferred: the API's own documentation does not show it.
    """

    id: str
    """Contact ID."""

    platform_address_selector: str | None = None
    """Expression that picks the address from the contact when a message is sent, such
    as `attributes.workEmail` or `identifiers.phonenumber`.
    """

    type: CreateMessageRecipientsItemWithContactIDType | None = None
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

    type: CreateMessageRecipientsItemWithIdentifierType | None = None
    """Place of the recipient, as in an e-mail."""


CreateMessageRecipientsItemWithContactIDType: TypeAlias = (
    Literal[
        "to",
        "cc",
        "bcc",
    ]
    | str
)
"""Place of the recipient, as in an e-mail."""


CreateMessageRecipientsItemWithIdentifierType: TypeAlias = (
    Literal[
        "to",
        "cc",
        "bcc",
    ]
    | str
)
"""Place of the recipient, as in an e-mail."""


if TYPE_CHECKING:
    CreateMessageRecipientsItem: TypeAlias = (
        CreateMessageRecipientsItemWithIdentifier
        | CreateMessageRecipientsItemWithContactID
    )
else:
    # it is only sent, so nothing is decoded as it
    CreateMessageRecipientsItem = Any


CreateMessageRecipients: TypeAlias = list[CreateMessageRecipientsItem]
"""Who receives the message."""
