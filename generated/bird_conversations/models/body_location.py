# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .location_content import LocationContent


class BodyLocation(Model, rename="camel", tag_field="type", tag="location"):
    """Body of a location message.

    Inferred: the API's own documentation does not show it.
    """

    type: ClassVar[Literal["location"]] = "location"
    """Always `location`."""

    location: LocationContent
