# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Models, imported on first use."""

from .._runtime.lazy_imports import lazy_exports

__getattr__, __dir__ = lazy_exports(
    __name__,
    """
    body_variant_text: BodyVariantText
    inbox_conversations_visibility: InboxConversationsVisibility
    not_found_error_body: NotFoundErrorBody
    rule: Rule
    """,
)
