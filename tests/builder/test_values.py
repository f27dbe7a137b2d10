"""Values that a description allows survive: they are decoded strictly, and encoded to the same JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from fledge.emitter import emit
from tests.client import imported, put, understand

DOCUMENT = yaml.safe_load("""
openapi: 3.1.0
info: {title: Values, version: "1"}
paths: {}
components:
  schemas:
    Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {lives: {type: integer}}}]}
    Lion: {allOf: [{$ref: "#/components/schemas/Cat"}, {properties: {mane: {type: boolean}}}]}
    House: {type: object, properties: {cat: {$ref: "#/components/schemas/Cat"}}}
    Cats: {type: array, items: {$ref: "#/components/schemas/Cat"}}
    Nullable: {anyOf: [{$ref: "#/components/schemas/House"}, {type: "null"}]}
    BothNullable:
      type: array
      items:
        allOf:
          - {anyOf: [{$ref: "#/components/schemas/House"}, {type: "null"}]}
          - {anyOf: [{$ref: "#/components/schemas/House"}, {type: "null"}]}
    DateAndId: {allOf: [{type: string, format: date}, {type: string, format: uuid}]}
    SecretId: {allOf: [{type: string, format: password}, {type: string, format: uuid}]}
    Wait: {anyOf: [{type: number}, {type: string, format: duration}]}
    PositiveWait: {allOf: [{$ref: "#/components/schemas/Wait"}], exclusiveMinimum: 0}
    ShortWait: {allOf: [{$ref: "#/components/schemas/Wait"}, {maxLength: 9}]}
    AutoOrDigits: {type: string, anyOf: [{const: auto}, {pattern: "^[0-9]+$"}]}
    DateOrShort: {type: string, anyOf: [{format: date}, {maxLength: 3}]}
    ZeroOrMany: {type: [integer, "null"], anyOf: [{const: 0}, {minimum: 5}]}
    NameOrBoth:
      type: object
      properties: {name: {type: string}}
      anyOf: [{required: [name]}, {required: [id], properties: {id: {type: integer}}}]
    NumberOrTexts:
      anyOf:
        - {type: object, required: [a], properties: {a: {type: integer}}}
        - {type: object, additionalProperties: {type: string}}
    Done: {type: object, required: [done], properties: {done: {const: true}, failed: {const: false}}}
    TrueOrText: {anyOf: [{const: true}, {type: string}, {$ref: "#/components/schemas/Done"}]}
    Huge: {type: integer, enum: [1, 18446744073709551615]}
    Holder:
      type: object
      required: [key]
      properties: {key: {const: 9223372036854775808}, low: {enum: [-9223372036854775809, null]}, last: {const: 9223372036854775807}}
    KeyOrKey:
      oneOf:
        - {type: object, required: [key], properties: {key: {const: 9223372036854775808}, a: {type: integer}}}
        - {type: object, required: [key], properties: {key: {const: 9223372036854775809}, b: {type: integer}}}
    Span: {type: object, properties: {length: {type: string, format: duration}, at: {type: string, format: date-time}}}
""")

VALUES: list[tuple[str, Any]] = [
    ("House", {"cat": {"kind": "Lion", "lives": 1, "mane": True}}),
    ("House", {"cat": {"kind": "tiger", "lives": 1}}),
    ("Cats", [{"kind": "Lion", "mane": True}, {"kind": "Cat", "lives": 9}]),
    ("BothNullable", [None, {"cat": {"kind": "Cat", "lives": 9}}]),
    ("DateAndId", "2024-01-02"),
    ("DateAndId", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
    ("SecretId", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
    ("PositiveWait", 1.5),
    ("PositiveWait", "P1D"),
    ("ShortWait", 2),
    ("ShortWait", "P2D"),
    ("AutoOrDigits", "auto"),
    ("AutoOrDigits", "12"),
    ("DateOrShort", "2024-01-02"),
    ("DateOrShort", "abc"),
    ("ZeroOrMany", 0),
    ("ZeroOrMany", 7),
    ("NameOrBoth", {"name": "x"}),
    ("NameOrBoth", {"id": 1}),
    ("NumberOrTexts", {"a": 1}),
    ("NumberOrTexts", {"a": "x", "b": "y"}),
    ("Done", {"done": True, "failed": False}),
    ("TrueOrText", True),
    ("TrueOrText", "yes"),
    ("TrueOrText", {"done": True}),
    ("Span", {"length": "P1Y2M"}),
    ("Huge", 2**64 - 1),
    ("Huge", 1),
    ("Holder", {"key": 2**63, "low": -(2**63) - 1, "last": 2**63 - 1}),
    ("KeyOrKey", {"key": 2**63, "a": 1}),
    ("KeyOrKey", {"key": 2**63 + 1, "b": 1}),
]

WRONG: list[tuple[str, Any]] = [
    ("Done", {"done": False}),
    ("Done", {"done": 1}),
    ("Done", {"done": True, "failed": True}),
    ("TrueOrText", False),
    ("Span", {"length": "an hour"}),
    ("Span", {"length": "P"}),
    ("Span", {"length": "P1Y", "at": "now"}),
    ("Span", {"at": "2016-12-31T24:00:00Z", "length": "P1Y"}),
    ("PositiveWait", True),
]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder: Path = tmp_path_factory.mktemp("values")
    source = folder / "openapi.json"
    source.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    put(emit(understand(source)[0]), folder / "described_values")
    with imported(folder, "described_values") as module:
        yield module


def codec(package: ModuleType) -> Any:
    """The module that decodes and encodes."""
    return __import__(f"{package.__name__}._runtime.codec", fromlist=["codec"])


@pytest.mark.parametrize(("schema", "value"), VALUES)
def test_a_described_value_survives(package: ModuleType, schema: str, value: Any) -> None:
    """Strict decoding takes it, and it is sent as it came: nothing is lost, added or changed."""
    decoded = codec(package).decode(getattr(package.models, schema), json.dumps(value), strict=True)
    assert json.loads(codec(package).encode(decoded)) == value


@pytest.mark.parametrize(("schema", "value"), WRONG)
def test_another_value_is_refused_or_kept(package: ModuleType, schema: str, value: Any) -> None:
    """Strict decoding raises; tolerant decoding keeps what came."""
    of = getattr(package.models, schema)
    with pytest.raises(ValueError):
        codec(package).decode(of, json.dumps(value), strict=True)
    assert json.loads(codec(package).encode(codec(package).decode(of, json.dumps(value)))) == value


def test_formats_that_contradict_each_other_are_reported(tmp_path: Path) -> None:
    """The warning names both; a format that says nothing of the type does not contradict any."""
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    conflicts = {each.message for each in understand(source)[1] if each.code == "allof-conflict"}
    assert conflicts == {"allOf asks for the formats `date` and `uuid` at once, so any string is accepted"}
