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
    from .location_content import LocationContent


class BodyLocation(Model, rename="camel", tag_field="type", tag="location"):
    """Body of a location message.

    Inferred: the API's documentation does not show it.
    """

    type: Literal["location"] = "location"
    """Always `location`."""

    location: LocationContent


if TYPE_CHECKING:

    class BodyLocationDict(TypedDict):
        type: Literal["location"]
        location: LocationContent | Mapping[str, object]
