# Generated from an OpenAPI description. Do not edit.
"""Models, imported when they are first asked for."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from .body_variant_text import BodyVariantText as BodyVariantText
    from .inbox_conversations_visibility import (
        InboxConversationsVisibility as InboxConversationsVisibility,
    )
    from .not_found_error_body import NotFoundErrorBody as NotFoundErrorBody
    from .rule import Rule as Rule
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "BodyVariantText": "body_variant_text",
            "InboxConversationsVisibility": "inbox_conversations_visibility",
            "NotFoundErrorBody": "not_found_error_body",
            "Rule": "rule",
        },
    )
