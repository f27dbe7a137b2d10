"""Webhooks as descriptions had them before OpenAPI 3.1: under `x-webhooks`, in the form that they have now."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.loader.document_tree import DocumentTree
from fledge.openapi.json_values import JSON, as_object
from fledge.openapi.pointer import is_below, rebase

EXTENSION = "/x-webhooks"


def extension_webhooks(root: Mapping[str, JSON]) -> dict[str, JSON]:
    """The path items below EXTENSION that are read as webhooks; none if the description has `webhooks` as well."""
    return {} if "webhooks" in root else as_object(root.get("x-webhooks"))


def move_extension_webhooks(tree: DocumentTree) -> None:
    """Put the webhooks where they are since OpenAPI 3.1."""
    if "webhooks" in tree.root or not isinstance(tree.root.get("x-webhooks"), dict):
        return
    tree.root["webhooks"] = tree.root.pop("x-webhooks")
    below = [pointer for pointer in tree.source_map if is_below(pointer, EXTENSION)]
    tree.moved("/webhooks", tree.origin(EXTENSION))
    for pointer in below:
        tree.moved(rebase(pointer, EXTENSION, "/webhooks"), tree.source_map.pop(pointer))
