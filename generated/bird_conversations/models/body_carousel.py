# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .carousel_content import CarouselContent


class BodyCarousel(Model, rename="camel"):
    """Body of a carousel message."""

    type: Literal["carousel"] = field(default_factory=lambda: "carousel")
    """Always `carousel`."""

    carousel: CarouselContent
