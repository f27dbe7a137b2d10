"""Lists the fields of the IR with the rules that cover them, or the reason why they are not compared.

A field without a row here is reported as `changed`, and a test requires its row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

import fledge.ir as api

NOT_COMPARED = "not compared: "

_LOCATION = f"{NOT_COMPARED}it is the location in a document"
_MODULE = f"{NOT_COMPARED}callers import models from `models`, not from their modules"
_WIRE = f"{NOT_COMPARED}parts are matched by it"
_CONFIGURED = f"{NOT_COMPARED}it comes from the configuration, and both sides have the same one"
_RUNTIME = f"{NOT_COMPARED}it follows from the fields and variants, and callers do not see it"
_MODEL = {
    "name": "model-added model-removed model-renamed",
    "module": _MODULE,
    "source": _LOCATION,
    "docs": "docs-changed",
}
_CONSTRAINTS = "constraint-tightened constraint-loosened constraint-changed"
_PAGINATIONS: tuple[type[api.Pagination], ...] = (api.Pagination, *api.PAGINATION_KINDS)

COMPARED_FIELDS: Mapping[type, Mapping[str, str]] = {
    api.Name: {"wire": _WIRE, "python": "field-renamed parameter-renamed operation-renamed"},
    api.Docs: {
        "summary": "docs-changed",
        "description": "docs-changed",
        "deprecated": "deprecated no-longer-deprecated",
        "inferred": f"{NOT_COMPARED}it is about the description, not about the API",
    },
    api.Field: {
        "name": "field-added field-added-required field-added-constant field-removed field-renamed "
        "field-wire-renamed",
        "type": "type-changed became-nullable became-not-nullable",
        "required": "became-required became-optional field-absence-changed",
        "docs": "docs-changed",
        "read_only": "field-became-read-only field-became-not-read-only",
        "constraints": _CONSTRAINTS,
        "default": "default-changed",
        "tag": f"{NOT_COMPARED}it follows from the values of the discriminators, which are compared",
        "is_filled_in": "became-required became-optional",
    },
    api.ObjectModel: {
        **_MODEL,
        "constraints": _CONSTRAINTS,
        "fields": "field-added field-removed",
        "additional_properties": "additional-properties-changed",
        "tag_field": _RUNTIME,
    },
    api.EnumModel: {
        **_MODEL,
        "constraints": _CONSTRAINTS,
        "values": "enum-value-added enum-value-removed enum-closed enum-opened",
        "base": "enum-base-changed",
    },
    api.AliasModel: {**_MODEL, "type": "type-changed", "constraints": _CONSTRAINTS},
    api.UnionModel: {
        **_MODEL,
        "constraints": _CONSTRAINTS,
        "variants": "union-variant-added union-variant-removed",
        "discriminator": "discriminator-changed",
        "mapping": "discriminator-changed",
        "default": "discriminator-changed",
        "dispatch": _RUNTIME,
    },
    api.ServerVariable: {
        "name": "server-variable-added server-variable-removed server-variable-renamed",
        "default": "default-changed",
        "docs": "docs-changed",
        "values": "server-value-added server-value-removed",
    },
    api.Server: {
        "url": "server-added server-removed server-changed operation-server-changed",
        "docs": "docs-changed",
        "variables": "server-variable-added server-variable-removed",
    },
    api.Parameter: {
        "name": "parameter-added parameter-added-required parameter-removed parameter-renamed "
        "parameter-wire-renamed",
        "location": "parameter-moved",
        "type": "type-changed became-nullable became-not-nullable",
        "required": "became-required became-optional",
        "style": "parameter-serialized",
        "explode": "parameter-serialized",
        "allow_reserved": "parameter-serialized",
        "content": "parameter-serialized",
        "encoding": "parameter-serialized",
        "segments": "parameter-serialized",
        "docs": "docs-changed",
        "constraints": _CONSTRAINTS,
        "default": "default-changed",
        "example": f"{NOT_COMPARED}it is only shown in the docs",
    },
    api.Encoding: dict.fromkeys(
        ("name", "style", "explode", "allow_reserved", "content", "headers", "is_base64"), "body-encoding-changed"
    ),
    api.RequestBody: {
        "constraints": _CONSTRAINTS,
        "kind": "body-kind-changed",
        "media_type": "body-media-type-changed",
        "type": "type-changed became-nullable became-not-nullable",
        "required": "became-required body-became-required became-optional",
        "docs": "docs-changed",
        "fields": f"{NOT_COMPARED}they are the fields of the body's model, which is compared",
        "arguments": "parameter-renamed",
        "encoding": "body-encoding-changed",
        "alternatives": "body-media-type-added body-media-type-removed body-media-type-preferred",
        "takes_text": f"{NOT_COMPARED}it follows from the type",
        "fixed": f"{NOT_COMPARED}it follows from the stream of the response",
        "example": f"{NOT_COMPARED}it is only shown in the docs",
    },
    api.ResponseHeader: {
        "name": "response-header-added response-header-removed",
        "required": "response-header-became-optional response-header-became-required",
        "type": "type-changed",
        "docs": "docs-changed",
        "content": "response-header-serialized",
        "values": "enum-value-added enum-value-removed",
        "constraints": _CONSTRAINTS,
    },
    api.Response: {
        "constraints": _CONSTRAINTS,
        "status": "response-added response-removed",
        "success": f"{NOT_COMPARED}it follows from the status codes",
        "media_type": "response-media-type-changed",
        "type": "type-changed response-body-added response-body-removed",
        "docs": "docs-changed",
        "headers": "response-header-added response-header-removed",
        "stream_format": "stream-format-changed",
        "event_types": "response-events-changed",
    },
    **{
        kind: {
            each.name: "pagination-items-changed" if each.name == "item" else "pagination-changed"
            for each in fields(kind)
        }
        for kind in _PAGINATIONS
    },
    api.Operation: {
        "name": "operation-added operation-removed operation-renamed",
        "id": "operation-id-changed",
        "http_method": "operation-moved",
        "path": "operation-moved",
        "source": _LOCATION,
        "docs": "docs-changed",
        "parameters": "parameter-added parameter-removed",
        "body": "body-added body-added-required body-removed",
        "responses": "response-added response-removed",
        "security": "security-added security-removed",
        "server": "operation-server-changed",
        "server_label": "operation-server-changed",
        "server_urls": "operation-server-changed",
        "scopes": "scope-added scope-removed",
        "idempotency_required": "idempotency-changed",
        "pagination": "pagination-added pagination-removed pagination-changed",
        "idempotency_key": "idempotency-changed",
        "inferred": f"{NOT_COMPARED}it is about the description, not about the API",
        "buffered_method": f"{NOT_COMPARED}it is the name of another operation, which is compared",
        "samples": f"{NOT_COMPARED}it is about the description, not about the API",
    },
    api.Resource: {
        "name": "resource-renamed",
        "class_name": f"{NOT_COMPARED}it follows from the name, and callers do not import it",
        "module": f"{NOT_COMPARED}it follows from the name, and callers do not import it",
        "docs": "docs-changed",
        "operations": "operation-added operation-removed operation-renamed",
    },
    api.Webhook: {
        "name": "webhook-added webhook-removed webhook-renamed",
        "type": "type-changed",
        "constraints": _CONSTRAINTS,
        "source": _LOCATION,
        "docs": "docs-changed",
    },
    api.WebhookEvent: dict.fromkeys(("type", "values", "names"), f"{NOT_COMPARED}it follows from the webhooks"),
    api.SecurityScheme: {
        "name": "security-scheme-added security-scheme-removed security-scheme-renamed",
        "kind": "security-scheme-kind-changed",
        "docs": "docs-changed",
        "scheme": "security-scheme-changed",
        "key": "security-scheme-changed",
        "location": "security-scheme-changed",
        "env": "credential-variable-changed",
        "arguments": "security-scheme-arguments-changed",
        "token_urls": "security-scheme-changed",
        "scopes": f"{NOT_COMPARED}they follow from the scopes of the operations",
    },
    api.Api: {
        "title": "title-changed",
        "version": f"{NOT_COMPARED}a report names both versions, and no call depends on them",
        "docs": "docs-changed",
        "servers": "server-added server-removed server-changed server-default-changed",
        "security_schemes": "security-scheme-added security-scheme-removed",
        "security": "security-added security-removed",
        "models": "model-added model-removed",
        "resources": "operation-added operation-removed",
        "names": f"{NOT_COMPARED}it has the names of the lock, and each name is compared",
        "webhooks": "webhook-added webhook-removed",
        "webhook_signature": _CONFIGURED,
        "webhook_events": f"{NOT_COMPARED}they follow from the webhooks",
        "webhook_header": f"{NOT_COMPARED}`webhooks.parse` finds the header itself",
        "mutual_tls": "mutual-tls-required mutual-tls-not-required",
        "env_prefix": _CONFIGURED,
        "idempotency": _CONFIGURED,
        "wire_case": _RUNTIME,
    },
}
