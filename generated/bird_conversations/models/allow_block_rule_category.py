# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

AllowBlockRuleCategory: TypeAlias = (
    Literal[
        "all",
        "domain",
        "domain_suffix",
        "email",
    ]
    | str
)
"""Which addresses a rule covers: `all` of them, those of one `domain`, those of every
domain with one `domain_suffix`, or one `email` address.
"""
