# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TypeAlias

from .circle import Circle
from .line import Line
from .square import Square

Nested: TypeAlias = Circle | Square | Line
"""Plain, with the members of the union that is one of its own."""
