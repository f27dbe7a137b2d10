# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NotRequired, TypedDict
from uuid import UUID

from .._runtime.model import Model

if TYPE_CHECKING:
    from .message_attachment import MessageAttachment, MessageAttachmentDict


class Template(Model, rename="camel"):
    """Message template of a Bird project to send in place of a body."""

    name: str | None = None
    """Name of the template."""

    project_id: UUID | None = None
    """Project that holds the template."""

    version: str | None = None
    """Version ID of the template. The word `latest` has been seen too."""

    locale: str | None = None
    """Language of the template, such as `en`."""

    parameters: list[TemplateParametersItem] | None = None
    """Values for the placeholders of the template."""

    variables: dict[str, str] | None = None
    """Values by name of the variable."""

    attachments: list[MessageAttachment] | None = None
    """Files to attach."""

    short_links: TemplateShortLinks | None = None
    """Shortening of links in the message."""

    utm_parameters: list[TemplateUtmParametersItem] | None = None
    """UTM parameters to add to links."""

    settings: TemplateSettings | None = None
    """Settings for the platform."""


class TemplateParametersItem(Model, rename="camel"):
    """Value for one placeholder."""

    type: str | None = None
    """Type of the value, such as `string`."""

    key: str | None = None
    """Name of the placeholder."""

    value: str | None = None
    """Value to insert."""


class TemplateSettings(Model, rename="camel"):
    """Settings for the platform."""

    use_mm_lite: bool | None = None
    """Whether to send over WhatsApp's Marketing Messages Lite API."""


class TemplateShortLinks(Model, rename="camel"):
    """Shortening of links in the message."""

    enabled: bool | None = None
    """Whether links are shortened."""

    domain: str | None = None
    """Domain of the short links."""


class TemplateUtmParametersItem(Model, rename="camel"):
    """One UTM parameter."""

    key: str | None = None
    """Name of the parameter."""

    value: str | None = None
    """Value of the parameter."""


if TYPE_CHECKING:

    class TemplateDict(TypedDict):
        name: NotRequired[str]
        projectId: NotRequired[UUID | str]
        version: NotRequired[str]
        locale: NotRequired[str]
        parameters: NotRequired[
            Sequence[TemplateParametersItem | TemplateParametersItemDict]
        ]
        variables: NotRequired[Mapping[str, str]]
        attachments: NotRequired[Sequence[MessageAttachment | MessageAttachmentDict]]
        shortLinks: NotRequired[TemplateShortLinks | TemplateShortLinksDict]
        utmParameters: NotRequired[
            Sequence[TemplateUtmParametersItem | TemplateUtmParametersItemDict]
        ]
        settings: NotRequired[TemplateSettings | TemplateSettingsDict]

    class TemplateParametersItemDict(TypedDict):
        type: NotRequired[str]
        key: NotRequired[str]
        value: NotRequired[str]

    class TemplateSettingsDict(TypedDict):
        useMmLite: NotRequired[bool]

    class TemplateShortLinksDict(TypedDict):
        enabled: NotRequired[bool]
        domain: NotRequired[str]

    class TemplateUtmParametersItemDict(TypedDict):
        key: NotRequired[str]
        value: NotRequired[str]
