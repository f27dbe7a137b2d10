# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

Map: TypeAlias = dict[str, datetime]
