# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .location_content import LocationContent


class BodyLocation(Model, rename="camel"):
    """Body of a location message.

    Inferred: the API's own documentation does not show it.
    """

    type: Literal["location"] = field(default_factory=lambda: "location")
    """Always `location`."""

    location: LocationContent
