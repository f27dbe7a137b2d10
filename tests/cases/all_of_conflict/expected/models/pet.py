# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any

from .._runtime.model import UNSET, Model


class Pet(Model):
    id: Any = UNSET
