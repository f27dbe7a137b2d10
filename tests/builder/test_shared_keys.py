"""Members of a union with a key in common: nothing of a value is lost, inside of that key neither."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.builder.specs import body, ref
from tests.client import document, imported, make_from, operation, put

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}


def objects(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


SCHEMAS: dict[str, Any] = {
    "Inline": {
        "anyOf": [objects(data=objects(a=TEXT), x=TEXT), objects(data=objects(b=NUMBER), y=TEXT)],
    },
    "Named": {"anyOf": [ref("One"), ref("Other")]},
    "One": objects(("data",), data=ref("DataOne"), x=TEXT),
    "Other": objects(("data",), data=ref("DataOther"), y=TEXT),
    "DataOne": objects(("a",), a=TEXT),
    "DataOther": objects(("b",), b=NUMBER),
    "Lists": {
        "anyOf": [
            objects(data={"type": "array", "items": objects(a=TEXT)}, x=TEXT),
            objects(data={"type": "array", "items": objects(b=TEXT)}, y=TEXT),
        ]
    },
    "Maps": {
        "anyOf": [
            objects(data={"additionalProperties": objects(a=TEXT)}, x=TEXT),
            objects(data={"additionalProperties": objects(b=TEXT)}, y=TEXT),
        ]
    },
    "Deep": {
        "anyOf": [
            objects(data=objects(in_={"anyOf": [ref("DataOne"), TEXT]}), x=TEXT),
            objects(data=objects(in_=ref("DataOther")), y=TEXT),
        ]
    },
    "Tagged": {"oneOf": [objects(("k",), k={"const": 1}, v=TEXT), objects(("k",), k={"const": True}, w=TEXT)]},
}
ROOTS = ("Inline", "Named", "Lists", "Maps", "Deep", "Tagged")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """A client whose operation answers with each of the unions, and takes them."""
    folder = tmp_path_factory.mktemp("shared")
    whole = body(objects(**{name.lower(): ref(name) for name in ROOTS}))
    path = {"post": operation(operationId="all", tags=["x"], requestBody=whole, responses={"200": whole})}
    put(make_from(document({"/x": path}, **SCHEMAS), folder), folder / "shared_keys")
    with imported(folder, "shared_keys") as package:
        yield package


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Inline", {"data": {"a": "q", "b": 1}}),
        ("Inline", {"data": {"b": 1}, "x": "p", "y": "r"}),
        ("Inline", {"data": {"a": "q", "b": 1}, "x": "p", "y": "r"}),
        ("Inline", {"data": {"a": "q"}, "y": "r"}),
        ("Named", {"data": {"a": "q", "b": 1}}),
        ("Named", {"data": {"a": "q", "b": 1}, "x": "p", "y": "r"}),
        ("Lists", {"data": [{"a": "q"}, {"b": "r"}, {"a": "s", "b": "t"}]}),
        ("Lists", {"data": [], "x": "p", "y": "r"}),
        ("Maps", {"data": {"k": {"a": "q", "b": "r"}, "l": {"b": "s"}}, "x": "p"}),
        ("Deep", {"data": {"in_": {"a": "q", "b": 1}}}),
        ("Deep", {"data": {"in_": "text"}, "x": "p"}),
        ("Tagged", {"k": 1}),
        ("Tagged", {"k": True, "w": "q"}),
    ],
)
def test_nothing_is_lost(client: ModuleType, name: str, value: Any, strict: bool) -> None:
    """What several members allow is read as all of them, and sent as it came."""
    decoded = client.decode(getattr(client.models, name), json.dumps(value), strict=strict)
    assert not isinstance(decoded, dict)
    back = json.loads(client.encode(decoded))
    assert back == value and repr(back.get("k")) == repr(value.get("k"))


def test_a_shared_part_is_an_object_of_both(client: ModuleType) -> None:
    """Its attributes are there, and `isinstance` knows both classes."""
    models = client.models
    decoded = client.decode(models.Named, '{"data":{"a":"q","b":1}}', strict=True)
    assert (decoded.data.a, decoded.data.b) == ("q", 1)
    assert isinstance(decoded.data, models.DataOne) and isinstance(decoded.data, models.DataOther)


def test_an_object_with_other_keys_alone_is_no_member_of_a_tagged_union(client: ModuleType) -> None:
    """It is refused in strict reading, and else stays what it is, so that nothing of it is lost, in lists too."""
    for of, text in ((client.models.Tagged, '{"other":1}'), (list[client.models.Tagged], '[{"other":1}]')):
        with pytest.raises(ValueError):
            client.decode(of, text, strict=True)
        assert client.encode(client.decode(of, text)) == text.encode()


def test_an_enum_of_one_value_is_open_in_answers(tmp_path_factory: pytest.TempPathFactory) -> None:
    """As one of two values is, strictly too; a constant, and what tells members of a union apart, are not."""
    one = {"type": "string", "enum": ["a"]}
    kinds = {
        kind: objects(("kind",), kind={"type": "string", "enum": [kind]}, **{kind: TEXT}) for kind in ("cat", "dog")
    }
    schemas: dict[str, Any] = {
        "Received": objects(
            ("one", "constant", "pet"),
            one=one,
            named=ref("One"),
            listed={"type": "array", "items": one},
            number={"type": "integer", "enum": [1]},
            none={"type": ["string", "null"], "enum": ["a", None]},
            constant={"const": "a"},
            pet={"oneOf": [ref("cat"), ref("dog")]},
        ),
        "Both": objects(("one",), one=one, other=one),
        "Sent": objects(("one",), one=one),
        "One": one,
        **kinds,
    }
    paths = {
        "/r": {"get": operation(operationId="get", tags=["x"], responses={"200": body(ref("Received"))})},
        "/b": {
            "put": operation(
                operationId="put", tags=["x"], requestBody=body(ref("Both")), responses={"200": body(ref("Both"))}
            )
        },
        "/s": {"post": operation(operationId="post", tags=["x"], requestBody=body(ref("Sent")))},
    }
    folder = tmp_path_factory.mktemp("single")
    put(make_from(document(paths, **schemas), folder), folder / "single_values")
    with imported(folder, "single_values") as package:
        models = package.models
        value = {"one": "z", "named": "z", "listed": ["a", "z"], "number": 2, "none": "z", "constant": "a"}
        pet = {"kind": "dog", "dog": "d"}
        received = package.decode(models.Received, json.dumps({**value, "pet": pet}), strict=True)
        assert (received.one, received.listed, type(received.pet)) == ("z", ["a", "z"], models.Dog)
        assert json.loads(package.encode(received)) == {**value, "pet": pet}
        for wrong in ({"constant": "z"}, {"pet": {"kind": "bird"}}):
            with pytest.raises(ValueError):
                package.decode(models.Received, json.dumps({**value, "pet": pet, **wrong}), strict=True)
        assert package.decode(models.Both, '{"one":"z","other":"y"}', strict=True).one == "z"
        assert package.encode(models.Both()) == b'{"one":"a"}'
        assert package.encode(models.Both(one="z")) == b'{"one":"z"}'
        assert package.encode(models.Sent()) == b'{"one":"a"}'


def test_a_constant_of_one_is_not_true(client: ModuleType) -> None:
    """A class refuses `True` in the place of 1, and 1 in the place of `True`."""
    one, true = (type(client.decode(client.models.Tagged, f'{{"k":{text}}}', strict=True)) for text in ("1", "true"))
    assert (client.encode(one(k=1)), client.encode(true(k=True))) == (b'{"k":1}', b'{"k":true}')
    for model, value in ((one, True), (true, 1)):
        with pytest.raises(TypeError, match="is always"):
            model(k=value)


@pytest.mark.parametrize("other", [{"type": "integer"}, {"type": "string"}])
def test_a_union_with_an_enum_of_one_is_an_argument(other: dict[str, Any], tmp_path: Path) -> None:
    """Stripe's `active_from` is a time or `now`: nothing chooses for the caller."""
    either = {"anyOf": [{"type": "string", "enum": ["now"]}, other]}
    tax = operation(operationId="tax", requestBody=body(ref("Tax")), responses={"200": body(ref("Tax"))})
    description = document({"/taxes": {"post": tax}}, Tax=objects(("active_from",), active_from=either))
    put(make_from(description, tmp_path), tmp_path / "taxes")
    with imported(tmp_path, "taxes") as package:
        with pytest.raises(TypeError):
            package.models.Tax()
        assert package.models.Tax(active_from="now").active_from == "now"
