# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from .._runtime.model import Model
from .._runtime.unions import union

if TYPE_CHECKING:
    from .update_participant_status import UpdateParticipantStatus


class CreateParticipantUserOrFlow(Model, rename="camel"):
    """A user or a flow, by its ID."""

    id: str
    """User ID or flow ID."""

    type: CreateParticipantUserOrFlowType
    """Kind of participant."""

    status: UpdateParticipantStatus | None = None
    """Standing of the participant: `pending` waits for approval, `invited` waits for
    the participant to accept, `active` can send and receive messages. Default:
    `active`.
    """


class CreateParticipantWithContactID(Model, rename="camel"):
    """A contact, by its contact ID."""

    id: str
    """Contact ID."""

    type: Literal["contact"] = "contact"
    """Always `contact`."""

    status: UpdateParticipantStatus | None = None
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

    Inferred: the API's documentation does not show it.
    """

    type: Literal["contact"] = "contact"
    """Always `contact`."""

    status: UpdateParticipantStatus | None = None
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


CreateParticipantUserOrFlowType: TypeAlias = Literal[
    "user",
    "flow",
]
"""Kind of participant."""


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
    CreateParticipant = union(
        __name__,
        "CreateParticipant",
        (
            "CreateParticipantUserOrFlow",
            "CreateParticipantWithContactID",
            "CreateParticipantWithContactIdentifier",
        ),
    )


if TYPE_CHECKING:

    class CreateParticipantUserOrFlowDict(TypedDict):
        id: str
        type: CreateParticipantUserOrFlowType
        status: NotRequired[UpdateParticipantStatus]

    class CreateParticipantWithContactIDDict(TypedDict):
        id: str
        type: Literal["contact"]
        status: NotRequired[UpdateParticipantStatus]
        contact: NotRequired[
            CreateParticipantWithContactIDContact
            | CreateParticipantWithContactIDContactDict
        ]

    class CreateParticipantWithContactIDContactDict(TypedDict):
        platformAddressSelector: NotRequired[str]

    class CreateParticipantWithContactIdentifierDict(TypedDict):
        type: Literal["contact"]
        status: NotRequired[UpdateParticipantStatus]
        contact: (
            CreateParticipantWithContactIdentifierContact
            | CreateParticipantWithContactIdentifierContactDict
        )

    class CreateParticipantWithContactIdentifierContactDict(TypedDict):
        identifierKey: str
        identifierValue: str
        platformAddressSelector: NotRequired[str]

    CreateParticipantDict: TypeAlias = (
        CreateParticipantUserOrFlowDict
        | CreateParticipantWithContactIDDict
        | CreateParticipantWithContactIdentifierDict
    )
