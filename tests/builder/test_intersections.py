"""Intersections: what an allOf, and what stands beside a oneOf or anyOf, holds in each part of a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diff.reports.types import format_type
from fledge.ir import Constraints, EnumModel, ObjectModel
from tests.builder.specs import body, codes, ref, spec_of_schemas
from tests.client import imported, make, put

CASE = Path(__file__).parent.parent / "cases" / "all_of_parts" / "openapi.yaml"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The client of the case."""
    folder = tmp_path_factory.mktemp("intersections")
    put(make(CASE), folder / "narrowed")
    with imported(folder, "narrowed") as package:
        yield package


@pytest.mark.parametrize(
    "value",
    [
        {"unionMember": {"lives": 9}, "memberUnion": {"lives": 9}},
        {"owner": {"pet": {"lives": 9}, "pets": [{"lives": 1}]}},
        {"scalars": "a", "typed": "2024-05-06", "lengths": "abcd", "formats": "::1"},
        {"typed": "3f2504e0-4f89-41d3-9a0c-0305e82c3301"},
        {"numbers": 3, "text": "2024-05-06T07:08:09Z", "text2": "2024-05-06"},
        {"tuple": [{"n": 1, "x": "a"}, 2], "tuple2": [1, "a"]},
        {"maps": {"a": {"n": 1, "x": "a"}}},
        {"iffy": {"kind": "x", "b": 1}},
        {"iffy": {"kind": ["other"], "a": "y"}},
        {"f1": {"kind": "a", "x": "q"}},
        {"f4": {"id": 5, "x": "q"}},
        {"f4": {"id": 4, "x": "q", "y": "r"}},
        {"req": {"foo": 1, "bar": 2, "qux": 3}},
        {"req2": {"foo": "a", "bar": 1}},
        {"beside": {"x": "a", "z": "b"}},
        {"beside": {"y": "a", "x": "b", "z": "c"}},
        {"page": {"total": 1, "items": [{"bark": "wow"}]}},
        {"page2": {"total": 1, "items": [{"lives": 2}]}},
        {"enums": "a", "enums2": "a"},
    ],
)
def test_nothing_of_a_value_is_lost(client: ModuleType, value: Any) -> None:
    """Values are read strictly, and sent as they came."""
    decoded = client.decode(client.models.All, msgspec.json.encode(value), strict=True)
    assert msgspec.json.decode(client.encode(decoded)) == value


def test_a_variant_stands_for_a_union_that_it_narrows(client: ModuleType) -> None:
    """In either order, in a property and in items."""
    cat = client.models.Cat
    value = b'{"unionMember":{"lives":9},"memberUnion":{"lives":9},"owner":{"pet":{"lives":9},"pets":[{"lives":1}]}}'
    decoded = client.decode(client.models.All, value)
    assert {type(each) for each in (decoded.union_member, decoded.member_union, decoded.owner.pet)} == {cat}
    assert type(decoded.owner.pets[0]) is cat


def property_of(schema: Any, **components: Any) -> tuple[str, tuple[object, ...], Constraints, list[str]]:
    """The type of a property with a schema, the values of its enum, its constraints, and what was said."""
    collector = DiagnosticCollector()
    holder = {"type": "object", "properties": {"value": schema}}
    paths = {"/x": {"get": {"operationId": "x", "responses": {"200": body(ref("Holder"))}}}}
    spec = spec_of_schemas({"Holder": holder, **components}, paths=paths)
    api = build(spec, collector, overrides={}, locked_names={}, env_prefix="T")
    [field] = next(each.fields for each in api.models if isinstance(each, ObjectModel))
    values = next((e.values for e in api.models if isinstance(e, EnumModel) and e.name.python == "HolderValue"), ())
    return format_type(field.type), values, field.constraints, codes(collector)


@pytest.mark.parametrize(
    ("members", "of", "values"),
    [
        ([{"enum": [1, True]}, {"enum": [True, 2]}], "AlwaysTrue", ()),
        ([{"enum": [True, 2]}, {"enum": [1, True]}], "AlwaysTrue", ()),
        ([{"const": 1}, {"enum": [1.0, 2]}], "Literal[1]", ()),
        ([{"enum": [1, "a", None]}, {"type": "string"}], 'Literal["a"] | str', ()),
        ([{"type": ["string", "null"]}, {"enum": [1, "a", "b", None]}], "HolderValue | None", ("a", "b")),
        ([{"type": "integer"}, {"enum": [True, 1, 2, 2.5]}], "HolderValue", (1, 2)),
        ([{"enum": ["a", None]}, {"enum": ["b", None]}], "None", ()),
        ([{"minLength": 3}, {"type": "integer"}], "int", ()),
        ([{"oneOf": [{"const": "a"}, {"const": 1}]}, {"type": "string"}], 'Literal["a"]', ()),
    ],
)
def test_values_are_those_that_all_members_allow(members: list[Any], of: str, values: tuple[object, ...]) -> None:
    """1 is not true, and is 1.0; a type of one member leaves the values of another that have it."""
    assert property_of({"allOf": members}) == (of, values, property_of({"allOf": members})[2], [])


@pytest.mark.parametrize(
    "members",
    [
        [{"enum": ["a"]}, {"enum": ["b"]}],
        [{"enum": [True, False]}, {"enum": [1, 0]}],
        [{"enum": [1, 2]}, {"type": "string"}],
        [{"type": "boolean"}, {"const": 1}],
        [{"type": "string"}, {"type": "integer"}],
    ],
)
def test_members_that_exclude_each_other_are_told(members: list[Any]) -> None:
    """No value is left, so any is accepted, and the conflict is reported once."""
    of, _, _, said = property_of({"allOf": members})
    assert (of, said) == ("Any", ["allof-conflict"])


def test_the_tighter_limit_holds() -> None:
    """In either order, inline, beside a reference, and where both members are components."""
    wide = {"type": "string", "minLength": 1, "maxLength": 9, "pattern": "a"}
    tight = {"type": "string", "minLength": 2, "maxLength": 5, "pattern": "b"}
    for schema in (
        {"allOf": [wide, tight]},
        {"allOf": [tight, wide]},
        {"$ref": "#/components/schemas/Wide", **tight},
        {"allOf": [ref("Wide"), tight]},
        {"allOf": [ref("Wide"), ref("Tight")]},
    ):
        limits = property_of(schema, Wide=wide, Tight=tight)[2]
        assert (limits.min_length, limits.max_length) == (2, 5), schema
        assert limits.pattern is not None
        matches = [bool(re.search(limits.pattern, text)) for text in ("ab", "ba", "x\nab", "aa", "bb")]
        assert matches == [True, True, True, False, False], schema
    numbers = property_of(
        {"allOf": [{"type": "number", "minimum": 3, "multipleOf": 0.2}, {"minimum": 1.5, "multipleOf": 0.3}]}
    )
    assert (numbers[2].minimum, numbers[2].multiple_of) == (3, Decimal("0.6"))


def test_limits_of_other_types_say_nothing() -> None:
    """`maxLength` beside a reference to an object leaves it what it is, as Adyen writes it."""
    name = {"type": "object", "properties": {"first": {"type": "string"}}}
    of, _, _, said = property_of({"$ref": "#/components/schemas/Name", "maxLength": 80, "minLength": 1}, Name=name)
    assert (of, said) == ("Name", [])
    assert property_of({"allOf": [ref("Name"), {"maxLength": 80}]}, Name=name)[3] == []
