"""Security schemes that the configuration adds to a description that forgot them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from fledge.diagnostics.source import SourceText
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class SecuritySchemeConfig:
    """A Security Scheme Object (OpenAPI 3.2.0, 4.27): its fields in JSON.

    `document` and `offset` are where the configuration has it, for messages; they are no part of the setting.
    """

    fields: Mapping[str, Any]
    document: SourceText | None = field(default=None, compare=False, repr=False)
    offset: int = field(default=0, compare=False, repr=False)
