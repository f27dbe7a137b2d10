# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .authentication_content import AuthenticationContent


class BodyAuthentication(Model, rename="camel", tag_field="type", tag="authentication"):
    """Body of an authentication message."""

    type: ClassVar[Literal["authentication"]] = "authentication"
    """Always `authentication`."""

    authentication: AuthenticationContent
