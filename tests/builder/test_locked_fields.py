"""Fields whose names others would have, too, keep them by the lock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import Api, ObjectModel
from tests.builder.specs import spec_of_schemas

TEXT = {"type": "string"}


def api(*properties: str, locked: Mapping[str, str] = {}, overrides: Mapping[str, str] = {}) -> Api:
    """An object with these properties, and another one that has none of the collisions."""
    schemas: dict[str, Any] = {
        "A Pet": {"type": "object", "properties": dict.fromkeys(properties, TEXT)},
        "Other": {"type": "object", "properties": {"userId": TEXT}},
    }
    spec = spec_of_schemas(schemas)
    return build(spec, DiagnosticCollector(), overrides=overrides, locked_names=locked, env_prefix="T")


def fields(one: Api) -> dict[str, str]:
    [model] = [each for each in one.models if each.name.wire == "A Pet"]
    assert isinstance(model, ObjectModel)
    return {each.name.wire: each.name.python for each in model.fields}


def locked(one: Api) -> dict[str, str]:
    return {key: name for key, name in one.names.items() if key.startswith("field ")}


def test_a_collision_is_remembered() -> None:
    """A name that a collision made stays, also when the other property has gone; further ones get out of its way."""
    first = api("user_id", "userId", "a/b c", "a b_c")
    assert fields(first)["user_id"] == "user_id" and fields(first)["userId"] != "user_id"
    assert f"field #/components/schemas/A Pet/properties/userId" in first.names
    for properties in (["userId", "a b_c"], ["userId", "UserID", "user_id", "a b_c", "a/b c"]):
        later = fields(api(*properties, locked=first.names))
        assert {key: later[key] for key in ("userId", "a b_c")} == {
            key: fields(first)[key] for key in ("userId", "a b_c")
        }
        assert len(set(later.values())) == len(later)


def test_plain_names_are_not_in_the_lock() -> None:
    """A lock has no line for a field that is called as it is spelled, nor for what is no keyword."""
    assert locked(api("userId", "class", "display-name")) == {}
    assert [*locked(api("from_json", "userId"))] == ["field #/components/schemas/A Pet/properties/from_json"]


def test_the_configuration_wins() -> None:
    """A name of the configuration replaces that of the lock."""
    first = api("user_id", "userId")
    overrides = {"#/components/schemas/A Pet/properties/userId": "owner"}
    assert fields(api("user_id", "userId", locked=first.names, overrides=overrides)) == {
        "user_id": "user_id",
        "userId": "owner",
    }
