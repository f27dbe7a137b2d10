# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .pet import AnyPet
    from .shape import AnyShape
    from .vehicle import AnyVehicle


class Owner(Model):
    pet: AnyPet | None = None
    """Its pet."""

    vehicles: dict[str, AnyVehicle] | None = None

    shape: AnyShape | None = None
