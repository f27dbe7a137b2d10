# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .authentication_content import AuthenticationContent


class BodyAuthentication(Model, rename="camel", tag_field="type", tag="authentication"):
    """Body of an authentication message."""

    type: Literal["authentication"] = "authentication"
    """Always `authentication`."""

    authentication: AuthenticationContent


if TYPE_CHECKING:

    class BodyAuthenticationDict(TypedDict):
        type: Literal["authentication"]
        authentication: AuthenticationContent | Mapping[str, object]
