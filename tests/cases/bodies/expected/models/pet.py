# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .owner import Owner, OwnerDict


class Pet(Model):
    name: str
    """What it is called."""

    kind: Literal["pet"] = "pet"

    timeout: int

    owner: Owner | None = None

    friends: list[Owner] | None = None

    birth: date | None | Unset = UNSET


if TYPE_CHECKING:

    class PetDict(TypedDict):
        name: str
        kind: Literal["pet"]
        timeout: int
        owner: NotRequired[Owner | OwnerDict]
        friends: NotRequired[Sequence[Owner | OwnerDict]]
        birth: NotRequired[date | str | None]
