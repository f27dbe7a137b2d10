# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from .._runtime.model import Model
from .._runtime.unions import union

if TYPE_CHECKING:
    from .car import Car, CarDict
    from .trailer import Trailer, TrailerDict
    from .van import Van, VanDict


class Vehicle(Model):
    kind: str

    plate: str | None = None


if TYPE_CHECKING:
    AnyVehicle: TypeAlias = Vehicle | Car | Trailer | Van
    """A `Vehicle`, or one of the schemas that extend it."""
else:
    AnyVehicle = union(
        __name__,
        "AnyVehicle",
        (
            "Vehicle",
            "Car",
            "Trailer",
            "Van",
        ),
        discriminator="kind",
        mapping={
            "Car": "Car",
            "Trailer": "Trailer",
            "Van": "Van",
            "car": "Car",
            "van": "Van",
        },
    )


if TYPE_CHECKING:

    class VehicleDict(TypedDict):
        kind: str
        plate: NotRequired[str]

    AnyVehicleDict: TypeAlias = VehicleDict | CarDict | TrailerDict | VanDict
