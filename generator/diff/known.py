"""Which fields of the intermediate representation are compared, and by which rules; the others are left out for a reason.

A field that is not named here is reported as `changed`, and a test asks for its row.
"""

from __future__ import annotations

from collections.abc import Mapping

import generator.model.api as api

OTHER = "not compared: "

_PLACE = f"{OTHER}it says where a thing was read"
_MODULE = f"{OTHER}models are imported from the package's root of models, not from their modules"
_WIRE = f"{OTHER}it is what the two are matched by"
_CONFIGURED = f"{OTHER}it comes from the configuration, of which only one is read"
_RUNTIME = f"{OTHER}it follows from the fields and members, and callers do not see it"
_MODEL = {
    "name": "model-added model-removed model-renamed",
    "module": _MODULE,
    "origin": _PLACE,
    "docs": "docs-changed",
}
_PAGES = {"items": "pagination-changed", "item": "pagination-changed"}
_ALL_PAGES = "pagination-changed"

FIELDS: Mapping[type, Mapping[str, str]] = {
    api.Name: {"wire": _WIRE, "python": "field-renamed parameter-renamed operation-renamed"},
    api.Docs: {
        "summary": "docs-changed",
        "description": "docs-changed",
        "deprecated": "deprecated no-longer-deprecated",
        "inferred": f"{OTHER}it is about the description, not about the API",
    },
    api.Field: {
        "name": "field-added field-added-required field-added-constant field-removed field-renamed "
        "field-wire-renamed",
        "type": "type-changed now-nullable no-longer-nullable",
        "required": "now-required now-optional",
        "docs": "docs-changed",
        "read_only": "field-now-read-only field-no-longer-read-only",
        "facts": "constraint-tightened constraint-loosened default-changed",
    },
    api.ObjectModel: {**_MODEL, "fields": "field-added field-removed", "extra": "extra-changed", "tag": _RUNTIME},
    api.EnumModel: {**_MODEL, "values": "enum-value-added enum-value-removed", "base": "enum-base-changed"},
    api.AliasModel: {**_MODEL, "type": "type-changed"},
    api.UnionModel: {
        **_MODEL,
        "members": "union-member-added union-member-removed",
        "discriminator": "union-tag-changed",
        "mapping": "union-tag-changed",
        "told": _RUNTIME,
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
        "type": "type-changed now-nullable no-longer-nullable",
        "required": "now-required now-optional",
        "style": "parameter-serialized",
        "explode": "parameter-serialized",
        "allow_reserved": "parameter-serialized",
        "content": "parameter-serialized",
        "segments": "parameter-serialized",
        "docs": "docs-changed",
        "facts": "constraint-tightened constraint-loosened default-changed",
        "example": f"{OTHER}it is shown in the docs",
    },
    api.Encoding: dict.fromkeys(
        ("name", "style", "explode", "allow_reserved", "content", "headers"), "body-encoding-changed"
    ),
    api.Body: {
        "kind": "body-kind-changed",
        "media_type": "body-media-type-changed",
        "type": "type-changed now-nullable no-longer-nullable",
        "required": "now-required now-optional",
        "docs": "docs-changed",
        "fields": f"{OTHER}they are those of the body's model, where each is told",
        "arguments": "parameter-renamed",
        "encoding": "body-encoding-changed",
        "alternatives": "body-media-type-added body-media-type-removed body-media-type-preferred",
        "fixed": f"{OTHER}it follows from whether the operation answers with a stream",
        "example": f"{OTHER}it is shown in the docs",
    },
    api.Response: {
        "status": "response-added response-removed",
        "success": f"{OTHER}it follows from the statuses",
        "media_type": "response-media-type-changed",
        "type": "type-changed response-body-added response-body-removed",
        "docs": "docs-changed",
        "headers": "response-header-added response-header-removed",
        "framing": "response-framing-changed",
        "events": "response-events-changed",
    },
    api.TokenPages: {**_PAGES, "parameter": _ALL_PAGES, "token": _ALL_PAGES},
    api.CursorPages: {**_PAGES, **dict.fromkeys(("parameter", "cursor", "more", "last"), _ALL_PAGES)},
    api.NumberPages: {**_PAGES, **dict.fromkeys(("parameter", "page", "pages", "more", "first"), _ALL_PAGES)},
    api.OffsetPages: {**_PAGES, **dict.fromkeys(("parameter", "total", "more", "first"), _ALL_PAGES)},
    api.URLPages: {**_PAGES, "url": _ALL_PAGES},
    api.LinkPages: _PAGES,
    api.PagesWanted: dict.fromkeys(
        ("none", "items", "token", "last", "parameter", "page", "offset", "next_url", "link", "more", "pages", "total"),
        _CONFIGURED,
    )
    | {"first": _CONFIGURED},
    api.Operation: {
        "name": "operation-added operation-removed operation-renamed",
        "id": "operation-id-changed",
        "method": "operation-moved",
        "path": "operation-moved",
        "origin": _PLACE,
        "docs": "docs-changed",
        "parameters": "parameter-added parameter-removed",
        "body": "body-added body-added-required body-removed",
        "responses": "response-added response-removed",
        "security": "security-added security-removed",
        "server": "operation-server-changed",
        "pagination": "pagination-added pagination-removed pagination-changed",
        "idempotency_key": "idempotency-changed",
        "inferred": f"{OTHER}it is about the description, not about the API",
        "whole": f"{OTHER}it is the name of another operation, where it is told",
    },
    api.Resource: {
        "name": "resource-renamed",
        "class_name": f"{OTHER}it follows from the name, and users do not import it",
        "docs": "docs-changed",
        "operations": "operation-added operation-removed operation-renamed",
    },
    api.Event: {
        "name": "event-added event-removed event-renamed",
        "type": "type-changed",
        "origin": _PLACE,
        "docs": "docs-changed",
    },
    api.Signature: dict.fromkeys(
        ("signature", "signed", "timestamp", "id", "algorithm", "encoding", "secret", "tolerance", "env"), _CONFIGURED
    ),
    api.SecurityScheme: {
        "name": "scheme-added scheme-removed scheme-renamed",
        "kind": "scheme-kind-changed",
        "docs": "docs-changed",
        "scheme": "scheme-changed",
        "key": "scheme-changed",
        "location": "scheme-changed",
        "env": "env-changed",
        "arguments": "scheme-arguments-changed",
        "token_urls": "scheme-changed",
        "scopes": "scope-added scope-removed",
    },
    api.Api: {
        "title": "title-changed",
        "docs": "docs-changed",
        "servers": "server-added server-removed server-changed server-default-changed",
        "schemes": "scheme-added scheme-removed",
        "security": "security-added security-removed",
        "models": "model-added model-removed",
        "resources": "operation-added operation-removed",
        "names": f"{OTHER}it is what the lock remembers, and names are told where they are",
        "events": "event-added event-removed",
        "signature": _CONFIGURED,
        "errors": f"{OTHER}it is made of the responses, where each is told",
        "mutual_tls": "certificate-needed certificate-not-needed",
        "env_prefix": _CONFIGURED,
        "wire_case": _RUNTIME,
    },
}
