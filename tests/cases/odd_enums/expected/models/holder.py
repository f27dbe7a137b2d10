# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .mixed import Mixed


class Holder(Model):
    n: None

    m: Mixed | None | Unset = UNSET

    o: Any = UNSET
