# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .carousel_content import CarouselContent, CarouselContentDict


class BodyCarousel(Model, rename="camel", tag_field="type", tag="carousel"):
    """Body of a carousel message."""

    type: Literal["carousel"] = "carousel"
    """Always `carousel`."""

    carousel: CarouselContent


if TYPE_CHECKING:

    class BodyCarouselDict(TypedDict):
        type: Literal["carousel"]
        carousel: CarouselContent | CarouselContentDict
