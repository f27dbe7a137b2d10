"""One case for each rule: what is told of a change, and that nothing else is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar, cast

import pytest

from generator.config import named_by_hand
from generator.diagnostics import Report
from generator.diff import compare
from generator.diff.rules import RULES, Breaks, Rule
from generator.diff.values import Direction
from generator.model.api import Api, Docs, Name, Resource, Scalar, SecurityScheme, ServerVariable
from generator.pipeline import understand
from generator.writer import Lock
from tests.conftest import ROOT
from tests.diff.description import PETS, Step, changed, compared, drop, move, put, rename_schema, told

SCHEMAS = "components schemas"
PUT = "paths /pets/{petId} put"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case:
    """Steps from the old description to the new one, and all that is told; `before` are steps to the old one."""

    steps: tuple[Step, ...]
    told: tuple[str, ...]
    before: tuple[Step, ...] = ()


def case(*steps: Step, says: str | tuple[str, ...], before: tuple[Step, ...] = ()) -> Case:
    return Case(steps, (says,) if isinstance(says, str) else says, before)


def operation(**parts: Any) -> dict[str, Any]:
    return {"tags": ["pets"], "responses": {"204": {"description": "Done."}}, **parts}


def content(schema: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}


def streamed(media_type: str, holder: dict[str, Any]) -> dict[str, Any]:
    return operation(
        operationId="listStream", responses={"200": {"description": "Items.", "content": {media_type: holder}}}
    )


TEXT = {"schema": {"type": "string"}}
JSON_TEXT = {"description": "Text.", "content": {"application/json": TEXT}}
SHOP = {"type": "object", "properties": {"sign": {"type": "string"}}}
SHOPS = {"get": {"tags": ["shops"], "responses": {"200": {"description": "Shops.", **content("Shop")}}}}
EVENT = {"requestBody": content("Moved"), "responses": {"200": {"description": "Fine."}}}
STREAM = "paths /stream get responses 200 content"
REGIONS = {
    "url": "https://{region}.example",
    "variables": {"region": {"default": "pets", "enum": ["pets", "eu.pets"]}},
}
TENT = {"type": "object", "required": ["type"], "properties": {"type": {"const": "tent"}}}

CASES = {
    "operation-added": case(
        put("paths /pets delete", operation(operationId="deletePets")),
        says="operation-added client.pets.delete: client nothing",
    ),
    "operation-removed": case(
        drop("paths /files"),
        says=(
            "operation-removed client.files.upload: client both",
            "model-removed-with-calls UploadRequest: client types",
        ),
    ),
    "operation-moved": case(
        move("paths /files", "paths /images"), says="operation-moved client.files.upload: request wire"
    ),
    "operation-id-changed": case(
        put(f"{PETS} operationId", "getAllPets"),
        says="operation-id-changed client.pets.list: client nothing",
    ),
    "operation-server-changed": case(
        put(f"{PETS} servers", [{"url": "https://other.example"}]),
        says="operation-server-changed client.pets.list: request wire",
    ),
    "pagination-added": case(
        put(f"{SCHEMAS} Listing properties nextPageToken", {"type": "string"}),
        before=(drop(f"{SCHEMAS} Listing properties nextPageToken"),),
        says=(
            "pagination-added client.pages_.list: client types",
            "field-added Listing.next_page_token: response nothing",
        ),
    ),
    "pagination-removed": case(
        drop(f"{SCHEMAS} Listing properties nextPageToken"),
        says=(
            "pagination-removed client.pages_.list: client types",
            "field-removed Listing.next_page_token: response types",
        ),
    ),
    "pagination-changed": case(
        put(f"{SCHEMAS} Listing properties items items", {"type": "string"}),
        says=(
            "pagination-changed client.pages_.list: response both",
            "type-changed Listing.items: response both",
        ),
    ),
    "idempotency-changed": case(
        put("paths /files post parameters", [{"name": "Idempotency-Key", "in": "header", **TEXT}]),
        says=(
            "idempotency-changed client.files.upload: request nothing",
            "parameter-added client.files.upload(idempotency_key=): request nothing",
        ),
    ),
    "parameter-added": case(
        put(f"{PETS} parameters 3", {"name": "page", "in": "query", **TEXT}),
        says="parameter-added client.pets.list(page=): request nothing",
    ),
    "parameter-added-required": case(
        put(f"{PETS} parameters 3", {"name": "page", "in": "query", "required": True, **TEXT}),
        says="parameter-added-required client.pets.list(page=): request both",
    ),
    "parameter-removed": case(
        drop(f"{PETS} parameters 1"), says="parameter-removed client.pets.list(tags=): request both"
    ),
    "parameter-renamed": case(
        put(f"{PUT} parameters 0 name", "id"),
        move("paths /pets/{petId}", "paths /pets/{id}"),
        says="parameter-renamed client.pets.replace(pet_id=): request types",
    ),
    "parameter-wire-renamed": case(
        put(f"{PETS} parameters 1 name", "labels"),
        before=(put(f"{PETS} parameters 1 description", "What it is marked with."),),
        says="parameter-wire-renamed client.pets.list(tags=): request both",
    ),
    "parameter-wire-renamed, called alike in Python": case(
        put("paths /pages get parameters 0 name", "page_token"),
        says="parameter-wire-renamed client.pages_.list(page_token=): request wire",
    ),
    "parameter-removed, and another of which nothing is said": case(
        put(f"{PETS} parameters 1 name", "labels"),
        says=(
            "parameter-removed client.pets.list(tags=): request both",
            "parameter-added client.pets.list(labels=): request nothing",
        ),
    ),
    "parameter-moved": case(
        put(f"{PETS} parameters 0 in", "header"), says="parameter-moved client.pets.list(limit=): request wire"
    ),
    "parameter-serialized": case(
        put(f"{PETS} parameters 1 explode", False),
        says="parameter-serialized client.pets.list(tags=): request wire",
    ),
    "now-required": case(
        put(f"{SCHEMAS} Pet required", ["name", "age"]),
        says="now-required Pet.age: request both, response nothing",
    ),
    "now-optional": case(
        drop(f"{SCHEMAS} Pet required"),
        says="now-optional Pet.name: request nothing, response both",
    ),
    "now-nullable": case(
        put(f"{SCHEMAS} Pet properties name type", ["string", "null"]),
        says="now-nullable Pet.name: request nothing, response both",
    ),
    "now-nullable, optional": case(
        put(f"{SCHEMAS} Shelter properties motto type", ["string", "null"]),
        says="now-nullable Shelter.motto: response types",
    ),
    "no-longer-nullable": case(
        put(f"{SCHEMAS} Pet properties name type", "string"),
        before=(put(f"{SCHEMAS} Pet properties name type", ["string", "null"]),),
        says="no-longer-nullable Pet.name: request both, response nothing",
    ),
    "type-changed": case(
        put(f"{SCHEMAS} Pet properties age type", "string"),
        put(f"{SCHEMAS} Pet properties age maximum", 40),
        says="type-changed Pet.age: request both, response both",
    ),
    "type-changed, wider where it is sent": case(
        put(f"{PETS} parameters 0 schema type", "number"),
        says="type-changed client.pets.list(limit=): request nothing",
    ),
    "type-changed, of a parameter, which is text": case(
        put(f"{PETS} parameters 0 schema", {"type": "string", "default": "10"}),
        before=(put(f"{PETS} parameters 0 schema", {"type": "integer", "default": 10}),),
        says="type-changed client.pets.list(limit=): request types",
    ),
    "type-changed, narrower where it is sent": case(
        put(f"{SCHEMAS} NewPet properties note format", "uuid"),
        says="type-changed NewPet.note: request wire",
    ),
    "type-changed, narrower where it is received": case(
        put(f"{SCHEMAS} Shelter properties motto", {"$ref": "#/components/schemas/Kind"}),
        says="type-changed Shelter.motto: response nothing",
    ),
    "type-changed, wider where it is received": case(
        put(f"{SCHEMAS} Shelter properties places type", "number"),
        says="type-changed Shelter.places: response both",
    ),
    "type-changed, of a date": case(
        put(f"{SCHEMAS} Shelter properties motto format", "date"),
        says="type-changed Shelter.motto: response types",
    ),
    "type-changed, from a constant to a constant": case(
        put(f"{SCHEMAS} Shelter properties motto", {"const": "b"}),
        before=(put(f"{SCHEMAS} Shelter properties motto", {"const": "a"}),),
        says="type-changed Shelter.motto: response both",
    ),
    "constraint-tightened": case(
        put(f"{SCHEMAS} Pet properties age maximum", 30),
        says="constraint-tightened Pet.age: request wire, response nothing",
    ),
    "constraint-loosened": case(
        put(f"{PETS} parameters 0 schema maximum", 200),
        says="constraint-loosened client.pets.list(limit=): request nothing",
    ),
    "default-changed": case(
        put(f"{PETS} parameters 0 schema default", 20),
        says="default-changed client.pets.list(limit=): request nothing",
    ),
    "deprecated": case(put(f"{PETS} deprecated", True), says="deprecated client.pets.list: client nothing"),
    "no-longer-deprecated": case(
        drop(f"{PETS} deprecated"),
        before=(put(f"{PETS} deprecated", True),),
        says="no-longer-deprecated client.pets.list: client nothing",
    ),
    "docs-changed": case(
        put(f"{SCHEMAS} Pet properties name description", "What it is called."),
        says="docs-changed Pet.name: client nothing",
    ),
    "body-added": case(
        put(f"{PETS} requestBody", {"content": {"text/plain": TEXT}, "required": False}),
        says="body-added client.pets.list: request nothing",
    ),
    "body-added-required": case(
        put(f"{PETS} requestBody", {"required": True, "content": {"text/plain": TEXT}}),
        says="body-added-required client.pets.list: request both",
    ),
    "body-removed": case(
        drop(f"{PUT} requestBody"),
        says="body-removed client.pets.replace: request both",
    ),
    "body-kind-changed": case(
        put(f"{SCHEMAS} NewPet additionalProperties", TEXT["schema"]),
        says=(
            "body-kind-changed client.pets.create: request types",
            "extra-changed NewPet.extra: request nothing",
        ),
    ),
    "body-media-type-changed": case(
        move(
            f"{PUT} requestBody content application/json",
            f"{PUT} requestBody content application/merge-patch+json",
        ),
        says="body-media-type-changed client.pets.replace: request wire",
    ),
    "body-media-type-added": case(
        put(f"{PUT} requestBody content application/xml", {"schema": {"type": "string"}}),
        says="body-media-type-added client.pets.replace: request nothing",
    ),
    "body-media-type-removed": case(
        drop(f"{PUT} requestBody content application/xml"),
        before=(put(f"{PUT} requestBody content application/xml", {"schema": {"type": "string"}}),),
        says="body-media-type-removed client.pets.replace: request both",
    ),
    "body-media-type-preferred": case(
        put(f"{PUT} requestBody content application/json", {"schema": {"$ref": "#/components/schemas/Pet"}}),
        before=(
            drop(f"{PUT} requestBody content application/json"),
            put(f"{PUT} requestBody content application/xml", {"schema": {"type": "string"}}),
        ),
        says=(
            "body-kind-changed client.pets.replace: request types",
            "body-media-type-preferred client.pets.replace: request types",
            "body-media-type-added client.pets.replace: request nothing",
        ),
    ),
    "body-encoding-changed": case(
        put("paths /files post requestBody content multipart/form-data encoding file contentType", "image/gif"),
        says="body-encoding-changed client.files.upload: request wire",
    ),
    "response-added": case(
        put(f"{PETS} responses 500", {"description": "No."}),
        says="response-added client.pets.list: response nothing",
    ),
    "response-added, of another type": case(
        put(f"{PETS} responses 203", JSON_TEXT),
        says="response-added client.pets.list: response both",
    ),
    "response-removed": case(
        drop(f"{PUT} responses 202"), says="response-removed client.pets.replace: response nothing"
    ),
    "response-body-added": case(
        put(f"{PUT} responses 202", JSON_TEXT),
        says=(
            "response-body-added client.pets.replace: response nothing",
            "docs-changed client.pets.replace: client nothing",
        ),
    ),
    "response-body-removed": case(
        drop(f"{PUT} responses 202 content"),
        before=(put(f"{PUT} responses 202", JSON_TEXT),),
        says="response-body-removed client.pets.replace: response both",
    ),
    "response-media-type-changed": case(
        move(
            f"{PETS} responses 404 content application/json",
            f"{PETS} responses 404 content application/problem+json",
        ),
        says="response-media-type-changed client.pets.list: response wire",
    ),
    "response-framing-changed": case(
        move(f"{STREAM} application/jsonl", f"{STREAM} application/json-seq"),
        before=(put("paths /stream", {"get": streamed("application/jsonl", TEXT)}),),
        says=(
            "response-framing-changed client.pets.list_stream: response both",
            "response-media-type-changed client.pets.list_stream: response wire",
        ),
    ),
    "response-header-added": case(
        put(f"{PETS} responses 200 headers X-Rate", TEXT),
        says="response-header-added client.pets.list: response nothing",
    ),
    "response-header-removed": case(
        drop(f"{PETS} responses 200 headers X-Total"),
        says="response-header-removed client.pets.list: response wire",
    ),
    "model-added": case(
        put(f"{SCHEMAS} Spare", {"type": "object", "properties": {"y": {"type": "integer"}}}),
        says="model-added Spare: client nothing",
    ),
    "model-removed": case(drop(f"{SCHEMAS} Unused"), says="model-removed Unused: client types"),
    "model-added-with-calls": case(
        put("paths /shops", SHOPS),
        put(f"{SCHEMAS} Shop", SHOP),
        says=(
            "operation-added client.shops.get: client nothing",
            "model-added-with-calls Shop: client nothing",
        ),
    ),
    "model-removed-with-calls": case(
        drop("paths /shops"),
        drop(f"{SCHEMAS} Shop"),
        before=(put("paths /shops", SHOPS), put(f"{SCHEMAS} Shop", SHOP)),
        says=(
            "operation-removed client.shops.get: client both",
            "model-removed-with-calls Shop: client types",
        ),
    ),
    "model-renamed": case(rename_schema("Shelter", "Sanctuary"), says="model-renamed Shelter: client types"),
    "model-renamed, where nothing uses it": case(
        rename_schema("Address", "Location"),
        before=(drop(f"{SCHEMAS} Shelter properties address"),),
        says="model-renamed Address: client types",
    ),
    "model-kind-changed": case(
        put(f"{SCHEMAS} Address", {"type": "string"}),
        says="model-kind-changed Address: response both",
    ),
    "field-added": case(
        put(f"{SCHEMAS} Pet properties color", {"type": "string"}),
        says="field-added Pet.color: request nothing, response nothing",
    ),
    "field-added-required": case(
        put(f"{SCHEMAS} Pet properties color", {"type": "string"}),
        put(f"{SCHEMAS} Pet required", ["name", "color"]),
        says="field-added-required Pet.color: request both, response nothing",
    ),
    "field-added, required where it is received": case(
        put(f"{SCHEMAS} Shelter properties color", {"type": "string"}),
        put(f"{SCHEMAS} Shelter required", ["id", "places", "color"]),
        says="field-added Shelter.color: response nothing",
    ),
    "field-added-constant": case(
        put(f"{SCHEMAS} NewPet properties version", {"const": 2}),
        put(f"{SCHEMAS} NewPet required", ["name", "version"]),
        says="field-added-constant NewPet.version: request wire",
    ),
    "field-removed": case(
        drop(f"{SCHEMAS} Pet properties age"), says="field-removed Pet.age: request both, response types"
    ),
    "field-removed, required where it is received": case(
        drop(f"{SCHEMAS} Shelter properties places"),
        put(f"{SCHEMAS} Shelter required", ["id"]),
        says="field-removed Shelter.places: response both",
    ),
    "field-renamed": case(
        put(f"{SCHEMAS} Moved properties From", {"type": "integer"}),
        says=(
            "field-renamed Moved.from_: response types",
            "field-added Moved.from__2181: response nothing",
        ),
    ),
    "field-wire-renamed": case(
        move(f"{SCHEMAS} Pet properties age", f"{SCHEMAS} Pet properties years"),
        before=(put(f"{SCHEMAS} Pet properties age description", "How old it is."),),
        says="field-wire-renamed Pet.age: request both, response types",
    ),
    "field-removed, and another of another type": case(
        move(f"{SCHEMAS} Pet properties age", f"{SCHEMAS} Pet properties years"),
        put(f"{SCHEMAS} Pet properties years type", "boolean"),
        before=(put(f"{SCHEMAS} Pet properties age description", "How old it is."),),
        says=(
            "field-removed Pet.age: request both, response types",
            "field-added Pet.years: request nothing, response nothing",
        ),
    ),
    "field-wire-renamed, called alike in Python": case(
        move(f"{SCHEMAS} Shelter properties inTown", f"{SCHEMAS} Shelter properties in_town"),
        put(f"{SCHEMAS} Shelter required", ["in_town"]),
        before=(
            put(f"{SCHEMAS} Shelter properties inTown", TEXT["schema"]),
            put(f"{SCHEMAS} Shelter required", ["inTown"]),
        ),
        says="field-wire-renamed Shelter.in_town: response wire",
    ),
    "field-now-read-only": case(
        put(f"{SCHEMAS} NewPet properties note readOnly", True),
        says="field-now-read-only NewPet.note: request both",
    ),
    "field-no-longer-read-only": case(
        drop(f"{SCHEMAS} NewPet properties note readOnly"),
        before=(put(f"{SCHEMAS} NewPet properties note readOnly", True),),
        says="field-no-longer-read-only NewPet.note: request nothing",
    ),
    "extra-changed": case(
        drop(f"{SCHEMAS} Shelter additionalProperties"),
        before=(put(f"{SCHEMAS} Shelter additionalProperties", TEXT["schema"]),),
        says="extra-changed Shelter.extra: response types",
    ),
    "enum-value-added": case(
        put(f"{SCHEMAS} Kind enum", ["cat", "dog", "emu"]),
        says="enum-value-added Kind: request nothing, response nothing",
    ),
    "enum-value-removed": case(
        put(f"{SCHEMAS} Kind enum", ["cat", "dog"]),
        before=(put(f"{SCHEMAS} Kind enum", ["cat", "dog", "emu"]),),
        says="enum-value-removed Kind: request wire, response nothing",
    ),
    "enum-base-changed": case(
        put(f"{SCHEMAS} Kind", {"enum": ["cat", "dog", 3]}),
        says=(
            "enum-base-changed Kind: request nothing, response both",
            "enum-value-added Kind: request nothing, response nothing",
        ),
    ),
    "union-member-added": case(
        put(f"{SCHEMAS} Home oneOf 2", {"$ref": "#/components/schemas/Tent"}),
        put(f"{SCHEMAS} Tent", TENT),
        says=(
            "union-member-added Home: request nothing, response both",
            "model-added Tent: client nothing",
        ),
    ),
    "union-member-removed": case(
        drop(f"{SCHEMAS} Home oneOf 2"),
        before=(put(f"{SCHEMAS} Home oneOf 2", {"$ref": "#/components/schemas/Tent"}), put(f"{SCHEMAS} Tent", TENT)),
        says="union-member-removed Home: request both, response nothing",
    ),
    "union-tag-changed": case(
        drop(f"{SCHEMAS} Home discriminator"),
        says="union-tag-changed Home: request nothing, response wire",
    ),
    "event-added": case(
        put("webhooks petSold", {"post": EVENT}), says="event-added webhooks.parse_pet_sold: client nothing"
    ),
    "event-removed": case(
        drop("webhooks petSold"),
        before=(put("webhooks petSold", {"post": EVENT}),),
        says="event-removed webhooks.parse_pet_sold: response both",
    ),
    "server-added": case(
        put("servers 2", {"url": "https://eu.pets.example"}), says="server-added client: client nothing"
    ),
    "server-removed": case(drop("servers 1"), says="server-removed client: request wire"),
    "server-changed": case(
        put("servers 0 url", "https://v2.pets.example"),
        says="server-changed client: request wire",
    ),
    "server-default-changed": case(
        put("servers", [{"url": "https://test.pets.example"}, {"url": "https://pets.example"}]),
        says="server-default-changed client: client nothing",
    ),
    "server-variable-added": case(
        put("servers 0", REGIONS), says="server-variable-added Client(region=): client nothing"
    ),
    "server-variable-removed": case(
        put("servers 0", {"url": "https://pets.example"}),
        before=(put("servers 0", REGIONS),),
        says="server-variable-removed Client(region=): client types",
    ),
    "default-changed, of a server's variable": case(
        put("servers 0 variables region default", "eu.pets"),
        before=(put("servers 0", REGIONS),),
        says="default-changed Client(region=): request nothing",
    ),
    "server-value-added": case(
        put("servers 0 variables region enum 2", "us.pets"),
        before=(put("servers 0", REGIONS),),
        says="server-value-added Client(region=): client nothing",
    ),
    "server-value-removed": case(
        drop("servers 0 variables region enum 1"),
        before=(put("servers 0", REGIONS),),
        says="server-value-removed Client(region=): request wire",
    ),
    "scheme-added": case(
        put("components securitySchemes basic", {"type": "http", "scheme": "basic"}),
        says="scheme-added Client(basic=): client nothing",
    ),
    "scheme-removed": case(drop("components securitySchemes token"), says="scheme-removed Client(token=): client both"),
    "scheme-changed": case(
        put("components securitySchemes key name", "X-Api-Key"), says="scheme-changed Client(key=): request wire"
    ),
    "scheme-kind-changed": case(
        put("components securitySchemes token scheme", "basic"),
        says="scheme-kind-changed Client(token=): client both",
    ),
    "scheme-kind-changed, with the same argument": case(
        put("components securitySchemes token", {"type": "apiKey", "in": "header", "name": "X-Token"}),
        says="scheme-kind-changed Client(token=): client wire",
    ),
    "security-added": case(
        put("security", [{"key": []}, {"token": []}]), says="security-added client: request nothing"
    ),
    "security-removed": case(put("security", [{"token": []}]), says="security-removed client: request wire"),
    "security-removed, of an operation": case(
        put(f"{PETS} security", [{"key": [], "token": []}]),
        says="security-removed client.pets.list: request wire",
    ),
    "title-changed": case(put("info title", "Animals"), says="title-changed client: client nothing"),
}


# What only another configuration or version of Fledge brings, as the lock keeps names: the Api itself is changed.
NAMED: dict[str, tuple[Callable[[Api], Api], str]] = {
    "operation-renamed": (
        lambda api: _resource(api, lambda one: replace(one, operations=tuple(map(_other_name, one.operations)))),
        "operation-renamed client.files.upload: client types",
    ),
    "resource-renamed": (
        lambda api: _resource(api, lambda one: replace(one, name=Name(wire="images", python="images"))),
        "resource-renamed client.files: client types",
    ),
    "event-renamed": (
        lambda api: replace(api, events=tuple(map(_other_name, api.events))),
        "event-renamed webhooks.parse_pet_moved: client types",
    ),
    "scheme-renamed": (
        lambda api: replace(api, schemes=(_other_name(api.schemes[0]), *api.schemes[1:])),
        "scheme-renamed Client(key=): client types",
    ),
    "env-changed": (
        lambda api: _scheme(api, env="OTHER"),
        "env-changed Client(key=): client wire",
    ),
    "response-events-changed": (
        lambda api: _response(api, events=(("moved", Scalar.INT),)),
        "response-events-changed client.files.upload: response both",
    ),
    "server-variable-renamed": (
        lambda api: replace(
            api, servers=(replace(api.servers[0], variables=(_other_name(VARIABLE),)), *api.servers[1:])
        ),
        "server-variable-renamed Client(region=): client types",
    ),
    "scheme-arguments-changed": (
        lambda api: _scheme(api, arguments=(Name(wire="", python="other"),)),
        "scheme-arguments-changed Client(key=): client types",
    ),
    "scope-added": (
        lambda api: _scheme(api, scopes=("read", "write")),
        "scope-added Client(key=): request wire",
    ),
    "scope-removed": (
        lambda api: _scheme(api, scopes=()),
        "scope-removed Client(key=): request nothing",
    ),
    "certificate-needed": (
        lambda api: replace(api, mutual_tls=True),
        "certificate-needed client: request wire",
    ),
    "certificate-not-needed": (
        lambda api: replace(api, mutual_tls=False),
        "certificate-not-needed client: request nothing",
    ),
    "changed": (
        lambda api: replace(api, schemes=(New(**_values(api.schemes[0]), further="b"), *api.schemes[1:])),
        "changed Client(key=): client nothing",
    ),
}
BEFORE: dict[str, Callable[[Api], Api]] = {
    "response-events-changed": lambda api: _response(api, events=(("moved", Scalar.STR),)),
    "server-variable-renamed": lambda api: replace(
        api, servers=(replace(api.servers[0], variables=(VARIABLE,)), *api.servers[1:])
    ),
    "scope-added": lambda api: _scheme(api, scopes=("read",)),
    "scope-removed": lambda api: _scheme(api, scopes=("read",)),
    "certificate-not-needed": lambda api: replace(api, mutual_tls=True),
    "changed": lambda api: replace(api, schemes=(New(**_values(api.schemes[0])), *api.schemes[1:])),
}
"""Steps to the old Api."""
VARIABLE = ServerVariable(name=Name(wire="region", python="region"), default="eu", docs=Docs())


@dataclass(frozen=True, slots=True, kw_only=True)
class New(SecurityScheme):
    """A part of the representation with a field that no rule knows."""

    further: str = "a"


def _values(one: SecurityScheme) -> dict[str, Any]:
    return {each.name: getattr(one, each.name) for each in fields(SecurityScheme)}


def _other_name(one: T) -> T:
    made: Any = one
    return cast(T, replace(made, name=Name(wire=made.name.wire, python="other")))


def _scheme(api: Api, **values: Any) -> Api:
    return replace(api, schemes=(replace(api.schemes[0], **values), *api.schemes[1:]))


def _response(api: Api, **values: Any) -> Api:
    def step(one: Resource) -> Resource:
        (only,) = one.operations
        return replace(one, operations=(replace(only, responses=(replace(only.responses[0], **values),)),))

    return _resource(api, step)


def _resource(api: Api, step: Callable[[Resource], Resource]) -> Api:
    return replace(api, resources=tuple(step(one) if one.name.python == "files" else one for one in api.resources))


def api() -> Api:
    """The description as it is built."""
    report = Report()
    with TemporaryDirectory() as folder:
        Path(folder, "pets.json").write_text(json.dumps(changed()), encoding="utf-8")
        client = named_by_hand(["pets.json"], folder, "pets")
        understood = understand(client, report, base=Path(folder), lock=Lock(), validator=False)
    assert understood is not None
    return understood.api


@pytest.mark.parametrize("name", NAMED)
def test_each_rule_about_names_tells_its_change(name: str) -> None:
    """The same for what no change of a description brings by itself."""
    step, says = NAMED[name]
    old = BEFORE[name](api()) if name in BEFORE else api()
    assert [told(change) for change in compare(old, step(old)).changes] == [says]


@pytest.mark.parametrize("name", CASES)
def test_each_rule_tells_its_change(name: str, tmp_path: Path) -> None:
    """Exactly what is expected is told, with what breaks in each direction."""
    one = CASES[name]
    old = changed(*one.before)
    found = compared(tmp_path, old, changed(*one.steps, of=old))
    assert [told(change) for change in found.diff.changes] == list(one.told)


def test_each_rule_has_a_case() -> None:
    """No rule is without a case, and no case without a rule."""
    cases = [*(name.partition(",")[0] for name in CASES), *NAMED]
    assert set(cases) == {rule.code for rule in RULES}
    for name, one in CASES.items():
        assert one.told[0].startswith(f"{name.partition(',')[0]} ") or any(
            each.startswith(f"{name.partition(',')[0]} ") for each in one.told
        ), name


def test_nothing_is_told_of_the_same_description(tmp_path: Path) -> None:
    """The same content in another order, with another version, is nothing."""
    new = changed(put("info version", "2"))
    new["paths"] = dict(reversed(new["paths"].items()))
    new["components"]["schemas"] = dict(reversed(new["components"]["schemas"].items()))
    assert compared(tmp_path, changed(), new).diff.changes == ()


def test_the_page_of_rules_is_the_table() -> None:
    """docs/diff.md shows each rule as it is."""
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \| ([^|]*) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$", page, re.MULTILINE)
    assert [tuple(cell.strip() for cell in row) for row in rows] == [_row(rule) for rule in RULES]


def _row(rule: Rule) -> tuple[str, ...]:
    breaks = (rule.breaks(way) for way in (Direction.REQUEST, Direction.RESPONSE, Direction.CLIENT))
    return (rule.code, rule.about, *(_WORDS[each] if each else "" for each in breaks), str(rule.level))


_WORDS = {
    Breaks.NOTHING: "nothing",
    Breaks.TYPES: "types",
    Breaks.WIRE: "wire",
    Breaks.BOTH: "types, wire",
    Breaks.COMPARED: "as types tell",
}
