# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .authentication_content import AuthenticationContent


class BodyAuthentication(Model, rename="camel"):
    """Body of an authentication message."""

    type: Literal["authentication"] = field(default_factory=lambda: "authentication")
    """Always `authentication`."""

    authentication: AuthenticationContent
