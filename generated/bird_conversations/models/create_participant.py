# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime.model import Model, field


class CreateParticipantUserOrFlow(Model, rename="camel"):
    """A user or a flow, by its ID."""

    id: str
    """User ID or flow ID."""

    type: CreateParticipantUserOrFlowType
    """Kind of participant."""

    status: CreateParticipantUserOrFlowStatus | None = None
    """Standing of the participant: `pending` waits for approval, `invited` waits for
    the participant to accept, `active` can send and receive messages. Default:
    `active`.
    """


class CreateParticipantWithContactID(Model, rename="camel"):
    """A contact, by its contact ID."""

    id: str
    """Contact ID."""

    type: Literal["contact"] = field(default_factory=lambda: "contact")
    """Always `contact`."""

    status: CreateParticipantWithContactIDStatus | None = None
    """Standing of the participant: `pending` waits for approval, `invited` waits for
    the participant to accept, `active` can send and receive messages. Default:
    `active`.
    """

    contact: CreateParticipantWithContactIDContact | None = None
    """Choice of the contact's address."""


class CreateParticipantWithContactIDContact(Model, rename="camel"):
    """Choice of the contact's address."""

    platform_address_selector: str | None = None
    """Expression that picks the address from the contact when a message is sent, such
    as `attributes.workEmail` or `identifiers.phonenumber`.
    """


class CreateParticipantWithContactIdentifier(Model, rename="camel"):
    """A contact, by one of its identifiers.

    Inferred: the API's own documentation does not show it.
    """

    type: Literal["contact"] = field(default_factory=lambda: "contact")
    """Always `contact`."""

    status: CreateParticipantWithContactIdentifierStatus | None = None
    """Standing of the participant: `pending` waits for approval, `invited` waits for
    the participant to accept, `active` can send and receive messages. Default:
    `active`.
    """

    contact: CreateParticipantWithContactIdentifierContact
    """Identifier of the contact."""


class CreateParticipantWithContactIdentifierContact(Model, rename="camel"):
    """Identifier of the contact."""

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


CreateParticipantUserOrFlowStatus: TypeAlias = (
    Literal[
        "pending",
        "invited",
        "active",
    ]
    | str
)
"""Standing of the participant: `pending` waits for approval, `invited` waits for the
participant to accept, `active` can send and receive messages.
"""


CreateParticipantUserOrFlowType: TypeAlias = (
    Literal[
        "user",
        "flow",
    ]
    | str
)
"""Kind of participant."""


CreateParticipantWithContactIDStatus: TypeAlias = (
    Literal[
        "pending",
        "invited",
        "active",
    ]
    | str
)
"""Standing of the participant: `pending` waits for approval, `invited` waits for the
participant to accept, `active` can send and receive messages.
"""


CreateParticipantWithContactIdentifierStatus: TypeAlias = (
    Literal[
        "pending",
        "invited",
        "active",
    ]
    | str
)
"""Standing of the participant: `pending` waits for approval, `invited` waits for the
participant to accept, `active` can send and receive messages.
"""


if TYPE_CHECKING:
    CreateParticipant: TypeAlias = (
        CreateParticipantUserOrFlow
        | CreateParticipantWithContactID
        | CreateParticipantWithContactIdentifier
    )
    """Participant to add: a user or flow, a contact by its ID, or a contact by one of
    its identifiers.
    """
else:
    # it is only sent, so nothing is decoded as it
    CreateParticipant = Any
