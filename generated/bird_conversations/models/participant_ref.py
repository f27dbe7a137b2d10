# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .participant_type import ParticipantType


class ParticipantRef(Model, rename="camel"):
    """Reference to a participant, either by `id` or, for a contact, by `identifierKey`
    and `identifierValue`.
    """

    id: str | None = None
    """ID of the participant; `type` says what kind of ID it is."""

    type: ParticipantType

    identifier_key: str | None = None
    """Kind of identifier, such as `emailaddress` or `phonenumber`. `ParticipantContact`
    lists more.
    """

    identifier_value: str | None = None
    """Value of the identifier, such as `john.doe@example.com` or `+31612345678`."""


if TYPE_CHECKING:

    class ParticipantRefDict(TypedDict):
        id: NotRequired[str]
        type: ParticipantType
        identifierKey: NotRequired[str]
        identifierValue: NotRequired[str]
