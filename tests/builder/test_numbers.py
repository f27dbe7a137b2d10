"""Numbers: integers stay integers, and decimals are exact, received and sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.client import imported, make, put

SPEC = r"""
openapi: 3.1.0
info: {title: Numbers, version: "1"}
paths:
  /numbers:
    post:
      operationId: sendNumbers
      tags: [numbers]
      parameters: [{name: page, in: query, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Numbers"}}}}
      responses: {"200": {description: Done, content: {application/json: {schema: {$ref: "#/components/schemas/Numbers"}}}}}
components:
  schemas:
    Numbers:
      type: object
      properties:
        integer: {type: integer}
        many: {type: array, items: {type: integer}}
        named: {type: object, additionalProperties: {type: integer}}
        text: {oneOf: [{type: integer}, {type: string}]}
        either: {oneOf: [{type: integer}, {$ref: "#/components/schemas/One"}, {$ref: "#/components/schemas/Other"}]}
        listed: {type: integer, enum: [1, 2]}
        constant: {const: 5}
        number: {type: number}
        numbers: {type: array, items: {type: number}}
        both: {type: [integer, number, "null"]}
        bothOrText: {anyOf: [{type: number}, {type: string}, {type: integer}, {type: "null"}]}
        decimal: {type: string, format: decimal}
        decimalNumber: {type: number, format: decimal}
        pydantic: {anyOf: [{type: number}, {type: string, pattern: '^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$'}, {type: "null"}]}
        mixed: {anyOf: [{type: integer}, {type: string, format: decimal}]}
        one: {$ref: "#/components/schemas/One"}
        open: {$ref: "#/components/schemas/Open"}
        price: {$ref: "#/components/schemas/Price"}
        prices: {$ref: "#/components/schemas/Prices"}
        some: {type: number, enum: [1, 2.5]}
        spelled: {type: number, enum: [1.10, 2.50]}
    Price: {type: number}
    Prices: {type: object, additionalProperties: {$ref: "#/components/schemas/Price"}}
    One: {type: object, required: [n], properties: {n: {type: integer}, price: {type: number}}}
    Other: {type: object, required: [q], properties: {q: {type: integer}}}
    Open: {type: object, properties: {price: {type: number}}, additionalProperties: {type: number}}
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The client of the description above."""
    folder = tmp_path_factory.mktemp("numbers")
    (folder / "openapi.yaml").write_text(SPEC)
    put(make(folder / "openapi.yaml"), folder / "numbered")
    with imported(folder, "numbered") as package:
        yield package


def exact(text: str) -> Any:
    """JSON's values, with the digits of numbers as they are written."""
    return json.loads(text, parse_float=lambda digits: f"float {digits}", parse_int=lambda digits: f"int {digits}")


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("text", "back"),
    [
        ('{"integer":5.0}', '{"integer":5}'),
        ('{"integer":5e0}', '{"integer":5}'),
        ('{"many":[1,5.0]}', '{"many":[1,5]}'),
        ('{"named":{"a":5.0}}', '{"named":{"a":5}}'),
        ('{"text":5.0}', '{"text":5}'),
        ('{"either":5.0}', '{"either":5}'),
        ('{"either":{"n":5.0}}', '{"either":{"n":5}}'),
        ('{"listed":1.0,"constant":5.0}', '{"listed":1,"constant":5}'),
        ('{"both":9007199254740993}', '{"both":9007199254740993}'),
        ('{"both":1}', '{"both":1}'),
        ('{"both":null}', '{"both":null}'),
        ('{"bothOrText":9007199254740993}', '{"bothOrText":9007199254740993}'),
        ('{"bothOrText":1}', '{"bothOrText":1}'),
        ('{"both":1.5}', '{"both":1.5}'),
        ('{"number":9007199254740993}', '{"number":9007199254740993}'),
        ('{"number":1}', '{"number":1}'),
        ('{"number":1e2}', '{"number":100.0}'),
        ('{"numbers":[9007199254740993,1.5]}', '{"numbers":[9007199254740993,1.5]}'),
        ('{"price":9007199254740993,"prices":{"a":9007199254740993}}', None),
        ('{"one":{"n":1,"price":9007199254740993}}', None),
        ('{"either":{"n":1,"price":9007199254740993}}', None),
        ('{"open":{"other":9007199254740993,"price":9007199254740993}}', None),
        ('{"some":9007199254740993}', None),
        ('{"spelled":1.1}', None),
        ('{"decimal":"1.50"}', '{"decimal":"1.50"}'),
        ('{"decimalNumber":0.1000000000000000000001}', '{"decimalNumber":0.1000000000000000000001}'),
        ('{"pydantic":"1.50"}', '{"pydantic":"1.50"}'),
        ('{"pydantic":null}', '{"pydantic":null}'),
        ('{"mixed":"1.50"}', '{"mixed":"1.50"}'),
        ('{"mixed":3}', '{"mixed":3}'),
    ],
)
def test_numbers_keep_their_digits(client: ModuleType, text: str, back: str | None, strict: bool) -> None:
    """`5.0` is an integer (JSON Schema 2020-12, Validation 6.1.1), also with `strict_responses`.

    An integer in the place of a number is one, since a float may not hold it. `back` is None for what stays as it is.
    """
    decoded = client.decode(client.models.Numbers, text, strict=strict)
    assert exact(client.encode(decoded).decode()) == exact(back or text)


def test_what_is_no_integer_is_none(client: ModuleType) -> None:
    """A fraction is kept, and an error in strict reading."""
    assert client.decode(client.models.Numbers, '{"integer":5.5}').integer == 5.5
    with pytest.raises(ValueError, match="got `float`"):
        client.decode(client.models.Numbers, '{"integer":5.5}', strict=True)


def test_decimals_are_given_and_taken(client: ModuleType) -> None:
    """A decimal is a number where the description has a number, and else a string."""
    text = '{"decimal":"1.50","decimalNumber":0.10,"pydantic":1.5,"mixed":"2.5"}'
    received = client.decode(client.models.Numbers, text, strict=True)
    values = [received.decimal, received.decimal_number, received.pydantic, received.mixed]
    assert [str(value) for value in values] == ["1.50", "0.10", "1.5", "2.5"]
    assert {type(value) for value in values} == {Decimal}
    value = Decimal("1.50")
    sent = client.models.Numbers(
        decimal=value,
        decimal_number=value,
        pydantic=value,
        mixed=value,
        number=value,
        numbers=[value],
        both=value,
        one=client.models.One(n=1, price=value),
        either=client.models.One(n=1, price=value),
        open=client.models.Open(price=value, additional_properties={"a": value}),
    )
    assert exact(client.encode(sent).decode()) == {
        "decimal": "1.50",
        "decimalNumber": "float 1.50",
        "pydantic": "1.50",
        "mixed": "1.50",
        "number": "float 1.50",
        "numbers": ["float 1.50"],
        "both": "float 1.50",
        "one": {"n": "int 1", "price": "float 1.50"},
        "either": {"n": "int 1", "price": "float 1.50"},
        "open": {"price": "float 1.50", "a": "float 1.50"},
    }


@pytest.mark.parametrize("of", ["float", "list[float]", "dict[str, float]", "float | None", "tuple[float, str]"])
def test_results_keep_their_digits(client: ModuleType, of: str) -> None:
    """A result of a call that no model holds, by its type."""
    texts = {"l": "[9007199254740993]", "d": '{"a":9007199254740993}', "t": '[9007199254740993,"a"]'}
    text = texts.get(of[0], "9007199254740993")
    assert client.encode(client.decode(eval(of), text, strict=True)).decode() == text


def test_a_decimal_in_a_dict_is_written_as_the_schema_says(client: ModuleType) -> None:
    """In an object, a list, a map and a union; where a string is asked for, it stays one."""
    one = {"n": 1, "price": Decimal("1.50")}
    sent = client.models.Numbers(
        one=one, either=one, open={"price": Decimal("1.50"), "b": Decimal("2")}, prices={"a": Decimal("3")}
    )
    assert exact(client.encode(sent).decode()) == {
        "one": {"n": "int 1", "price": "float 1.50"},
        "either": {"n": "int 1", "price": "float 1.50"},
        "open": {"price": "float 1.50", "b": "int 2"},
        "prices": {"a": "int 3"},
    }


DOT_NET = r"""
openapi: 3.0.4
info: {title: Weather, version: "1"}
paths:
  /weather:
    get:
      operationId: getWeather
      tags: [weather]
      responses: {"200": {description: Now., content: {application/json: {schema: {$ref: "#/components/schemas/Weather"}}}}}
    put:
      operationId: putWeather
      tags: [weather]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Weather"}}}}
      responses: {"204": {description: Kept.}}
components:
  schemas:
    Weather:
      type: object
      properties:
        celsius: {pattern: '^-?(?:0|[1-9]\d*)$', format: int32}
        wind: {pattern: '^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$', format: double}
        limited: {maximum: 5, minimum: 0, pattern: '^-?(?:0|[1-9]\d*)$', format: int64}
        absent: {pattern: '^-?(?:0|[1-9]\d*)$', format: uint16, nullable: true}
        digits: {pattern: '^\d+$'}
        id: {pattern: '^[0-9a-f-]+$', format: uuid}
"""


def test_a_pattern_beside_a_format_of_numbers_is_of_a_number_or_its_digits(tmp_path: Path) -> None:
    """.NET 10 leaves out the type of each number in OpenAPI 3.0, for it has two. It sends numbers."""
    (tmp_path / "openapi.yaml").write_text(DOT_NET)
    put(make(tmp_path / "openapi.yaml"), tmp_path / "weather")
    body = {"celsius": -3, "wind": 1.5, "limited": 5, "absent": None, "digits": "1"}
    with imported(tmp_path, "weather") as package:
        model = package.models.Weather
        received = model.from_dict(body)
        assert (received.celsius, received.wind, received.limited, received.absent) == (-3, 1.5, 5, None)
        assert received.to_dict() == body
        assert model.from_dict({"celsius": "7", "wind": "1.5"}).to_dict() == {"celsius": "7", "wind": "1.5"}
        lines = (tmp_path / "weather" / "models" / "weather.py").read_text()
    for line in (
        "celsius: int | str | None = None",
        "wind: float | str | None = None",
        "limited: int | str | None = None",
        "absent: int | str | None | Unset = UNSET",
        "digits: str | None = None",
        "id: UUID | None = None",
    ):
        assert f"    {line}\n" in lines
