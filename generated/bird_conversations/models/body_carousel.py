# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .carousel_content import CarouselContent


class BodyCarousel(Model, rename="camel", tag_field="type", tag="carousel"):
    """Body of a carousel message."""

    type: ClassVar[Literal["carousel"]] = "carousel"
    """Always `carousel`."""

    carousel: CarouselContent
