"""Unions: which variant a value is, and what of it is received and sent, in clients that are generated."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import msgspec
import pytest

from tests.client import imported, make, put

SPEC = """
openapi: 3.2.0
info: {title: Unions, version: "1"}
paths:
  /all:
    post:
      operationId: sendAll
      tags: [all]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
      responses: {"200": {description: Done, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}}
  /cats: {post: {operationId: sendCat, tags: [cats], requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}, responses: {"204": {description: Done}}}}
components:
  schemas:
    All:
      type: object
      properties:
        pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}
        events: {type: object, additionalProperties: {$ref: "#/components/schemas/Event"}}
        plain: {anyOf: [{$ref: "#/components/schemas/PlainEvent"}, {type: "null"}]}
        named: {$ref: "#/components/schemas/NamedEvent"}
        tool: {$ref: "#/components/schemas/Tool"}
        beast: {$ref: "#/components/schemas/Beast"}
        place: {$ref: "#/components/schemas/Place"}
        reply: {$ref: "#/components/schemas/Reply"}
        version: {$ref: "#/components/schemas/Version"}
        answer: {$ref: "#/components/schemas/Answer"}
        found: {$ref: "#/components/schemas/Found"}
        signal: {$ref: "#/components/schemas/Signal"}
        mirror: {$ref: "#/components/schemas/Mirror"}
        timed: {$ref: "#/components/schemas/Timed"}
        pasta: {$ref: "#/components/schemas/Pasta"}
        thing: {oneOf: [{$ref: "#/components/schemas/Beast"}, {$ref: "#/components/schemas/Rock"}], discriminator: {propertyName: beastType}}
    Pet:
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/OtherPet"}]
      discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat"}, defaultMapping: OtherPet}
    Cat: {type: object, properties: {kind: {type: string}, name: {type: string}}}
    OtherPet: {type: object, properties: {kind: {type: string}, name: {type: string}, species: {type: string}}}
    Event:
      oneOf: [{$ref: "#/components/schemas/Message"}, {$ref: "#/components/schemas/Call"}]
      discriminator: {propertyName: kind, mapping: {msg: "#/components/schemas/Message", call: Call}}
    PlainEvent:
      oneOf: [{$ref: "#/components/schemas/PlainMessage"}, {$ref: "#/components/schemas/Call"}]
      discriminator: {propertyName: kind, mapping: {msg: PlainMessage, call: Call}}
    NamedEvent:
      oneOf: [{$ref: "#/components/schemas/PlainMessage"}, {$ref: "#/components/schemas/Ring"}]
      discriminator: {propertyName: kind}
    Message:
      oneOf: [{$ref: "#/components/schemas/Text"}, {$ref: "#/components/schemas/Image"}]
      discriminator: {propertyName: format, mapping: {text: Text, img: Image}}
    PlainMessage: {anyOf: [{$ref: "#/components/schemas/Note"}, {$ref: "#/components/schemas/Photo"}]}
    Text: {type: object, required: [kind, format, body], properties: {kind: {type: string}, format: {type: string}, body: {type: string}}}
    Image: {type: object, required: [kind, format, url], properties: {kind: {type: string}, format: {type: string}, url: {type: string}}}
    Note: {type: object, required: [kind, body], properties: {kind: {type: string}, body: {type: string}}}
    Photo: {type: object, required: [kind, url], properties: {kind: {type: string}, url: {type: string}}}
    Call: {type: object, required: [kind, number], properties: {kind: {type: string}, number: {type: string}}}
    Ring: {type: object, required: [kind, number], properties: {kind: {type: string}, number: {type: string}}}
    Tool:
      oneOf: [{$ref: "#/components/schemas/Saw"}, {$ref: "#/components/schemas/Hammer"}]
      discriminator: {propertyName: sort, mapping: {saw: Saw}}
    Saw: {type: object, properties: {size: {type: integer}}}
    Hammer: {type: object, properties: {size: {type: integer}, weight: {type: integer}}}
    Beast: {type: object, required: [beastType], properties: {beastType: {type: string}, legs: {type: integer}}, discriminator: {propertyName: beastType}}
    Lion: {allOf: [{$ref: "#/components/schemas/Beast"}, {type: object, properties: {mane: {type: boolean}}}]}
    Rock: {type: object, required: [beastType], properties: {beastType: {type: string}, weight: {type: integer}}}
    Place: {anyOf: [{$ref: "#/components/schemas/Point"}, {$ref: "#/components/schemas/Named"}, {$ref: "#/components/schemas/Tagged"}]}
    Point: {type: object, required: [lat], properties: {lat: {type: number}, height: {type: integer}}}
    Named: {type: object, required: [placeName], properties: {placeName: {type: string}}}
    Tagged: {type: object, required: [tags], properties: {tags: {type: array, items: {type: string}}}}
    Reply: {oneOf: [{$ref: "#/components/schemas/Good"}, {$ref: "#/components/schemas/Bad"}]}
    Good: {type: object, required: [ok], properties: {ok: {const: true}, note: {type: string}}}
    Bad: {type: object, required: [ok], properties: {ok: {type: boolean, enum: [false]}, note: {type: string}}}
    Answer: {oneOf: [{$ref: "#/components/schemas/Outcome"}, {$ref: "#/components/schemas/Point"}, {type: array, items: {$ref: "#/components/schemas/Outcome"}}]}
    Outcome:
      oneOf: [{$ref: "#/components/schemas/Won"}, {$ref: "#/components/schemas/Lost"}]
      discriminator: {propertyName: end, mapping: {w: Won, l: Lost}}
    Won: {type: object, required: [end], properties: {end: {type: string}, points: {type: integer}}}
    Lost: {type: object, required: [end], properties: {end: {type: string}, points: {type: integer}}}
    Found: {oneOf: [{$ref: "#/components/schemas/Beast"}, {$ref: "#/components/schemas/Point"}]}
    Bird: {allOf: [{$ref: "#/components/schemas/Beast"}, {type: object, properties: {legs: {type: integer}}}]}
    Signal: {oneOf: [{$ref: "#/components/schemas/Start"}, {$ref: "#/components/schemas/Stop"}]}
    Start: {type: object, required: [code], properties: {code: {type: string, enum: [go, run]}, note: {type: string}}}
    Stop: {type: object, required: [code], properties: {code: {type: string, enum: [halt, wait]}, note: {type: string}}}
    Pasta:
      oneOf: [{$ref: "#/components/schemas/Long"}, {$ref: "#/components/schemas/Short"}]
      discriminator: {propertyName: shape}
    Long: {type: object, required: [shape], properties: {shape: {allOf: [{$ref: "#/components/schemas/LongShape"}]}, grams: {type: integer}}}
    Short: {type: object, required: [shape], properties: {shape: {allOf: [{$ref: "#/components/schemas/ShortShape"}], description: No spaghetti.}, grams: {type: integer}}}
    LongShape: {type: string, const: spaghetti}
    ShortShape: {type: string, enum: [penne]}
    Mirror: {oneOf: [{$ref: "#/components/schemas/Mirror"}, {$ref: "#/components/schemas/Cat"}], discriminator: {propertyName: kind}}
    Timed: {oneOf: [{$ref: "#/components/schemas/Outcome"}, {$ref: "#/components/schemas/Span"}]}
    Span: {type: object, required: [from], properties: {from: {type: string}, points: {type: string, format: duration}}}
    Version: {oneOf: [{$ref: "#/components/schemas/First"}, {$ref: "#/components/schemas/Flag"}]}
    First: {type: object, required: [v], properties: {v: {const: 1}, x: {type: integer}}}
    Flag: {type: object, required: [v], properties: {v: {const: true}, x: {type: integer}}}
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The client of the description above."""
    folder = tmp_path_factory.mktemp("unions")
    (folder / "openapi.yaml").write_text(SPEC)
    put(make(folder / "openapi.yaml"), folder / "united")
    with imported(folder, "united") as package:
        yield package


def decode(package: ModuleType, model: str, value: Any) -> Any:
    """The object of a value, strictly decoded."""
    codec = __import__(f"{package.__name__}._runtime.codec", fromlist=["codec"])
    return codec.decode(getattr(package.models, model), msgspec.json.encode(value), strict=True)


def encode(package: ModuleType, value: Any) -> Any:
    """The JSON value that is sent."""
    codec = __import__(f"{package.__name__}._runtime.codec", fromlist=["codec"])
    return msgspec.json.decode(codec.encode(value))


@pytest.mark.parametrize(
    ("union", "value", "expected"),
    [
        ("Pet", {"kind": "cat", "name": "Tom"}, "Cat"),
        ("Pet", {"kind": "Cat", "name": "Tom"}, "Cat"),
        ("Pet", {"kind": "fish", "name": "Nemo"}, "OtherPet"),
        ("Pet", {"name": "Nemo"}, "OtherPet"),
        ("Pet", {}, "OtherPet"),
        ("Event", {"kind": "msg", "format": "text", "body": "a"}, "Text"),
        ("Event", {"kind": "Message", "format": "img", "url": "a"}, "Image"),
        ("Event", {"kind": "call", "number": "1"}, "Call"),
        ("PlainEvent", {"kind": "msg", "body": "a"}, "Note"),
        ("PlainEvent", {"kind": "msg", "url": "a"}, "Photo"),
        ("NamedEvent", {"kind": "PlainMessage", "url": "a"}, "Photo"),
        ("NamedEvent", {"kind": "Ring", "number": "1"}, "Ring"),
        ("Tool", {"sort": "saw", "size": 1}, "Saw"),
        ("Tool", {"sort": "Hammer", "size": 1}, "Hammer"),
        ("Tool", {"size": 1}, "Saw"),
        ("AllThing", {"beastType": "Lion", "mane": True}, "Lion"),
        ("AllThing", {"beastType": "Rock", "weight": 3}, "Rock"),
        ("Answer", {"end": "w", "points": 3}, "Won"),
        ("Answer", {"end": "l", "points": 3}, "Lost"),
        ("Answer", {"lat": 1.5}, "Point"),
        ("Found", {"beastType": "Lion", "legs": 4}, "Lion"),
        ("Found", {"beastType": "Bird", "legs": 2}, "Bird"),
        ("Found", {"beastType": "Ant", "legs": 6}, "Beast"),
        ("Found", {"lat": 1.5}, "Point"),
        ("Signal", {"code": "run", "note": "a"}, "Start"),
        ("Signal", {"code": "wait", "note": "a"}, "Stop"),
        ("Pasta", {"shape": "spaghetti", "grams": 1}, "Long"),
        ("Pasta", {"shape": "penne", "grams": 1}, "Short"),
        ("Timed", {"from": "a", "points": "P1Y"}, "Span"),
        ("Timed", {"end": "l", "points": 1}, "Lost"),
        ("Reply", {"ok": True, "note": "a"}, "Good"),
        ("Reply", {"ok": False, "note": "a"}, "Bad"),
        ("Version", {"v": 1, "x": 1}, "First"),
        ("Version", {"v": True, "x": 1}, "Flag"),
    ],
)
def test_values_are_of_one_variant(client: ModuleType, union: str, value: Any, expected: str) -> None:
    """The discriminator decides, then constants, then the content; nothing is lost or added on the way back."""
    decoded = decode(client, union, value)
    assert type(decoded).__name__ == expected
    assert encode(client, decoded) == value
    assert type(encode(client, decoded).get("v")) is type(value.get("v"))


def test_a_value_of_several_variants_is_all_of_them(client: ModuleType) -> None:
    """What `anyOf` allows together keeps the properties of each variant; an undeclared one is dropped as usual."""
    point, named, tagged = (getattr(client.models, name) for name in ("Point", "Named", "Tagged"))
    both = decode(client, "Place", {"lat": 1.5, "placeName": "x", "other": 1})
    assert isinstance(both, point) and isinstance(both, named) and not isinstance(both, tagged)
    assert (both.lat, both.place_name) == (1.5, "x")
    assert encode(client, both) == {"lat": 1.5, "placeName": "x"}
    everything = {"lat": 1.5, "height": 3, "placeName": "x", "tags": ["a"]}
    assert encode(client, decode(client, "Place", everything)) == everything
    assert type(decode(client, "Place", {"lat": 1.5, "placeName": 7})) is point  # none of the second variant
    assert encode(client, decode(client, "All", {"place": everything})) == {"place": everything}


def test_a_class_sends_the_value_that_stands_for_it(client: ModuleType) -> None:
    """Whether or not the class declares the discriminator, inherits it or is a variant of a variant."""
    models = client.models
    sent = [
        models.Cat(),
        models.Text(kind="msg", body="a"),
        models.Saw(size=1),
        models.Hammer(),
        models.Lion(mane=True),
        models.Lion(beast_type="Cub"),
        models.Lost(points=0),
        models.Long(grams=1),
        models.Good(),
        models.Bad(),
        models.Flag(),
        models.OtherPet(),
    ]
    assert encode(client, sent) == [
        {"kind": "cat"},
        {"kind": "msg", "format": "text", "body": "a"},
        {"sort": "saw", "size": 1},
        {"sort": "Hammer"},
        {"beastType": "Lion", "mane": True},
        {"beastType": "Cub"},
        {"end": "l", "points": 0},
        {"shape": "spaghetti", "grams": 1},
        {"ok": True},
        {"ok": False},
        {"v": True},
        {},
    ]


def test_a_list_of_unions_in_a_union(client: ModuleType) -> None:
    """The discriminator of the items decides, whatever is around them."""
    items = [{"end": "l", "points": 1}, {"end": "w"}]
    decoded = decode(client, "All", {"answer": items})
    assert [type(each).__name__ for each in decoded.answer] == ["Lost", "Won"]
    assert encode(client, decoded) == {"answer": items}


def test_a_union_that_names_itself(client: ModuleType) -> None:
    """A value that its own name stands for is not decoded forever, and is not lost."""
    value = {"mirror": {"kind": "Mirror", "name": "a"}}
    assert encode(client, client.decode(client.models.All, msgspec.json.encode(value))) == value
    assert type(decode(client, "Mirror", {"kind": "Cat"})).__name__ == "Cat"
