# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class ParticipantContact(Model, rename="camel"):
    """Contact details of a participant. The pair of `identifierKey` and
    `identifierValue` can stand for the participant wherever an operation has a
    variant by identifier.
    """

    identifier_key: str | None = None
    """Kind of identifier, which follows from the channel:

    - `emailaddress`: e-mail.
    - `phonenumber`: WhatsApp, RCS, SMS and Viber.
    - `facebookid-...`: Facebook, for example `facebookid-164849000012345`.
    - `applebc-...`: Apple Business Chat, for example
      `applebc-c72f4be3-2773-4ad4-86cf-6a6b4b3cb837`.

    Other channels bring their own keys, so any string may come. Read such a key from
    a message that the person sent first.
    """

    identifier_value: str | None = None
    """Value that names one person under the key:

    - `emailaddress`: an address such as `john.doe@example.com`.
    - `phonenumber`: a number with its country prefix, such as `+31612345678`.
    - `facebookid-...`: a number such as `720197540012345`.
    - `applebc-...`: a URN such as `urn:mbid:c29tZSByYW5kb20gYmFzZTY0IGNvbnRlbnQ=`.
    """

    platform_address: str | None = None
    """Address on the platform that messages go to."""

    platform_address_selector: str | None = None
    """Expression that picks the address from the contact when a message is sent, such
    as `attributes.workEmail` or `identifiers.phonenumber`.
    """
