# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any, TypeAlias

Same: TypeAlias = Any
