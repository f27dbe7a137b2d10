"""Schemas with a discriminator that others extend: values of the others keep their fields, received and sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from fledge.ir import UnionModel
from tests.builder.specs import api_of, body, ref, spec_of_schemas
from tests.client import imported, make, put

CASE = Path(__file__).parent.parent / "cases" / "inheritance" / "openapi.yaml"
SWAGGER = """
swagger: "2.0"
info: {title: Inherit, version: "1"}
paths: {/pets: {get: {responses: {200: {description: Done, schema: {$ref: "#/definitions/Pet"}}}}}}
definitions:
  Pet: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}}}
  Cat: {x-ms-discriminator-value: cat.v1, allOf: [{$ref: "#/definitions/Pet"}, {properties: {lives: {type: integer}}}]}
  Dog: {allOf: [{$ref: "#/definitions/Pet"}, {properties: {tricks: {type: integer}}}]}
"""
SHELL = """
openapi: 3.0.3
info: {title: Inherit, version: "1"}
paths: {/owner: {get: {responses: {"200": {description: Done, content: {application/json: {schema: {$ref: "#/components/schemas/Owner"}}}}}}}}
components:
  schemas:
    Animal: {type: object, required: [kind], properties: {kind: {type: string}}}
    Pet: {allOf: [{$ref: "#/components/schemas/Animal"}], discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {lives: {type: integer}}}]}
    Owner:
      type: object
      properties:
        direct: {$ref: "#/components/schemas/Pet"}
        wrapped: {nullable: true, allOf: [{$ref: "#/components/schemas/Pet"}]}
        only: {oneOf: [{$ref: "#/components/schemas/Pet"}]}
        listed: {type: array, items: {allOf: [{$ref: "#/components/schemas/Pet"}]}}
        mapped: {type: object, additionalProperties: {allOf: [{$ref: "#/components/schemas/Pet"}]}}
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The client of the case on inheritance."""
    folder = tmp_path_factory.mktemp("inheritance")
    put(make(CASE), folder / "inherited")
    with imported(folder, "inherited") as package:
        yield package


def round_trip(package: ModuleType, union: str, value: Any) -> tuple[str, Any]:
    """The class that a value is decoded to, and what is sent of that; nothing may be tolerated."""
    codec = __import__(f"{package.__name__}._runtime.codec", fromlist=["codec"])
    decoded = codec.decode(getattr(package.models, union), msgspec.json.encode(value), strict=True)
    return type(decoded).__name__, msgspec.json.decode(codec.encode(decoded))


@pytest.mark.parametrize(
    ("union", "value", "expected"),
    [
        ("AnyVehicle", {"kind": "car", "doors": 4}, "Car"),
        ("AnyVehicle", {"kind": "van", "doors": 4, "load": 1.5}, "Van"),
        ("AnyVehicle", {"kind": "Car", "doors": 4}, "Car"),
        ("AnyVehicle", {"kind": "Trailer", "plate": "X"}, "Trailer"),
        ("AnyVehicle", {"kind": "rocket", "plate": "X"}, "Vehicle"),
        ("AnyPet", {"type": "Cat", "lives": 9}, "Cat"),
        ("AnyPet", {"type": "dog", "tricks": ["sit"]}, "Dog"),
        ("AnyPet", {"type": "fish"}, "Pet"),
        ("AnyShape", {"shape": "round", "form": "circle", "radius": 1.5}, "Circle"),
        ("AnyShape", {"shape": "box", "width": 1.5}, "Box"),
        ("AnyShape", {"shape": "star"}, "Shape"),
        ("AnyRound", {"shape": "round", "form": "circle", "radius": 1.5}, "Circle"),
        ("AnyRound", {"shape": "round", "form": "oval"}, "Round"),
    ],
)
def test_values_keep_the_fields_of_their_schema(case: ModuleType, union: str, value: Any, expected: str) -> None:
    """A value is an object of the schema that its discriminator names, else of the schema that is extended.

    The names of schemas hold beside a mapping (OpenAPI 3.1.1, 4.8.25).
    """
    assert round_trip(case, union, value) == (expected, value)


def test_values_of_fields_keep_the_fields_of_their_schema(case: ModuleType) -> None:
    """Fields, maps and nullable fields hold the schemas that extend theirs."""
    value = {
        "pet": {"type": "dog", "tricks": ["sit"]},
        "vehicles": {"a": {"kind": "van", "load": 1.5}},
        "shape": {"shape": "box", "width": 2.5},
    }
    assert round_trip(case, "Owner", value) == ("Owner", value)
    assert round_trip(case, "Owner", {"shape": None}) == ("Owner", {})  # only received, so None is absent or null


def test_swagger_2(tmp_path: Path) -> None:
    """Microsoft's extension names a value; without it, the key of the definition is the value (Swagger 2.0)."""
    source = tmp_path / "swagger.yaml"
    source.write_text(SWAGGER, encoding="utf-8")
    put(make(source), tmp_path / "inherited2")
    with imported(tmp_path, "inherited2") as package:
        assert round_trip(package, "AnyPet", {"kind": "cat.v1", "lives": 9}) == ("Cat", {"kind": "cat.v1", "lives": 9})
        assert round_trip(package, "AnyPet", {"kind": "Dog", "tricks": 2}) == ("Dog", {"kind": "Dog", "tricks": 2})


def test_a_subtype_that_is_split_splits_the_union() -> None:
    """If a schema that extends another one has an input type, so has the union; the extended one needs none."""
    read_only = {"allOf": [ref("Base")], "required": ["id"], "properties": {"id": {"type": "string", "readOnly": True}}}
    base = {"type": "object", "properties": {"t": {"type": "string"}}, "discriminator": {"propertyName": "t"}}
    operation = {"requestBody": body(ref("Base")), "responses": {"200": body(ref("Base"))}}
    api = api_of(spec_of_schemas({"Base": base, "Sub": read_only}, paths={"/x": {"post": operation}}))
    names = [model.name.python for model in api.models]
    assert names == ["AnyBase", "AnyBaseInput", "Base", "Sub", "SubInput"]
    unions = {model.name.python: model for model in api.models if isinstance(model, UnionModel)}
    assert dict(unions["AnyBaseInput"].mapping) == {"Sub": "SubInput"}


def test_an_extended_schema_that_adds_only_a_discriminator_is_no_other_name(tmp_path: Path) -> None:
    """A schema that adds no property to the one that it extends is still extended, wherever it is the only part."""
    source = tmp_path / "shell.yaml"
    source.write_text(SHELL, encoding="utf-8")
    put(make(source), tmp_path / "shell")
    with imported(tmp_path, "shell") as package:
        cat = {"kind": "Cat", "lives": 9}
        for key, value in {"direct": cat, "wrapped": cat, "only": cat, "listed": [cat], "mapped": {"a": cat}}.items():
            assert round_trip(package, "Owner", {key: value}) == ("Owner", {key: value})
        assert round_trip(package, "AnyPet", {"kind": "fish"}) == ("Pet", {"kind": "fish"})
