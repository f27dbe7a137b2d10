"""How arguments are written: the table of OpenAPI 3.1.1 section 4.8.12, and beyond it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest

from fledge.runtime.cookies import Cookie
from fledge.runtime.model import Model
from fledge.runtime.operation import Operation
from fledge.runtime.parameters import Header, Path, Query

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


@pytest.mark.parametrize(
    ("style", "explode", "empty", "string", "array", "object_"),
    [
        (
            "matrix",
            False,
            ";color",
            ";color=blue",
            ";color=blue,black,brown",
            ";color=R,100,G,200,B,150",
        ),
        (
            "matrix",
            True,
            ";color",
            ";color=blue",
            ";color=blue;color=black;color=brown",
            ";R=100;G=200;B=150",
        ),
        ("label", False, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
        ("label", True, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
        ("simple", False, None, "blue", "blue,black,brown", "R,100,G,200,B,150"),
        ("simple", True, None, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ],
)
def test_path_styles(style: Any, explode: bool, empty: Any, string: str, array: str, object_: str) -> None:
    """Path parameters are written as the table of the standard shows."""
    path = Path("color", style=style, explode=explode)
    assert path.encode("blue") == string
    assert path.encode(ARRAY) == array
    assert path.encode(OBJECT) == object_
    if empty is None:
        with pytest.raises(ValueError, match="'color' must not be empty"):
            path.encode("")
    else:
        assert path.encode("") == empty
    with pytest.raises(ValueError, match="'color' must not be empty"):
        path.encode([])


@pytest.mark.parametrize(
    ("style", "explode", "empty", "string", "array", "object_"),
    [
        (
            "form",
            False,
            "color=",
            "color=blue",
            "color=blue,black,brown",
            "color=R,100,G,200,B,150",
        ),
        (
            "form",
            True,
            "color=",
            "color=blue",
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
        (
            "spaceDelimited",
            False,
            "color=",
            "color=blue",
            "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150",
        ),
        (
            "pipeDelimited",
            False,
            "color=",
            "color=blue",
            "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150",
        ),
        (
            "pipeDelimited",
            True,
            "color=",
            "color=blue",
            "color=blue&color=black&color=brown",
            "R=100&G=200&B=150",
        ),
        (
            "deepObject",
            True,
            "color=",
            "color=blue",
            "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
    ],
)
def test_query_styles(style: Any, explode: bool, empty: str, string: str, array: str, object_: str) -> None:
    """Query parameters are written as the table of the standard shows."""
    query = Query("color", style=style, explode=explode)
    assert query.encode("") == empty
    assert query.encode("blue") == string
    assert query.encode(ARRAY) == array
    assert query.encode(OBJECT) == object_
    assert query.encode([]) == ""
    assert query.encode({}) == ""


def test_deep_objects_nest() -> None:
    """What is nested in a deepObject gets brackets of its own: keys, and numbers in arrays."""
    query = Query("filter", style="deepObject")
    value = {"size": {"min": 1}, "tags": ["a", "b"], "none": None, "list": [{"a": 1, "b": 2}]}
    assert unquote(query.encode(value)) == (
        "filter[size][min]=1&filter[tags][0]=a&filter[tags][1]=b&filter[list][0][a]=1&filter[list][0][b]=2"
    )
    assert query.encode({"k]&": "v"}) == "filter%5Bk%5D%26%5D=v"


def test_headers_and_cookies() -> None:
    """Headers are simple and not percent-encoded; cookies are form, but for octets."""
    assert Header("X").encode(ARRAY) == "blue,black,brown"
    assert Header("X").encode(OBJECT) == "R,100,G,200,B,150"
    assert Header("X", explode=True).encode(OBJECT) == "R=100,G=200,B=150"
    assert Header("X").encode("a b/ü%") == "a b/ü%"
    assert Cookie("c").encode(ARRAY) == "c=blue; c=black; c=brown"
    assert Cookie("c", explode=False).encode(ARRAY) == "c=blue,black,brown"
    assert Cookie("c").encode("a;b c,d=e+/") == "c=a%3Bb%20c%2Cd=e+/"


@pytest.mark.parametrize("value", ["a\r\nX: y", "a\nb", "a\0b", "a\x7fb"])
def test_headers_refuse_control_characters(value: str) -> None:
    """No argument can add a header of its own."""
    with pytest.raises(ValueError, match="'X' holds a line break"):
        Header("X").encode(value)


class Color(Enum):
    BLUE = "blue"


class Point(Model, rename="camel"):
    x_axis: int
    label: str | None = None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-1, "-1"),
        (1.5, "1.5"),
        (Decimal("1.50"), "1.50"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (dt.datetime(2024, 1, 2, 3, 4, 5, 6000, dt.timezone.utc),
         "2024-01-02T03%3A04%3A05.006000Z"),
        (dt.datetime(2024, 1, 2, tzinfo=dt.timezone(dt.timedelta(hours=2))),
         "2024-01-02T00%3A00%3A00%2B02%3A00"),
        (dt.date(2024, 1, 2), "2024-01-02"),
        (Color.BLUE, "blue"),
        ("ü &=+#/?%", "%C3%BC%20%26%3D%2B%23%2F%3F%25"),
    ],
)  # fmt: skip
def test_scalars(value: object, text: str) -> None:
    """Booleans, numbers, dates (RFC 3339), enums and UUIDs are written as in JSON."""
    assert Query("q").encode(value) == f"q={text}"
    assert Query("q").encode([value]) == f"q={text}"
    assert Path("p").encode(value) == text


def test_models_are_objects() -> None:
    """A model is an object by its wire names; what it has not is left out."""
    assert Query("q").encode(Point(x_axis=1)) == "xAxis=1"
    assert Path("p", explode=True).encode(Point(x_axis=1, label="a")) == ("xAxis=1,label=a")


def test_nested_values_are_json() -> None:
    """What is nested and has no style is sent as JSON; null items are left out."""
    assert Query("q").encode([{"a": 1}, None]) == "q=%7B%22a%22%3A1%7D"


def test_content_parameters_are_json() -> None:
    """A parameter described by a media type is its JSON, encoded for its place."""
    content = "application/json"
    assert Query("q", content=content).encode({"a": [1]}) == "q=%7B%22a%22%3A%5B1%5D%7D"
    assert Header("h", content=content).encode(["a"]) == '["a"]'
    assert Path("p", content=content).encode("a") == "%22a%22"


def test_names_are_encoded() -> None:
    """A parameter's own name is percent-encoded in the query."""
    assert Query("a b[]&").encode(1) == "a%20b%5B%5D%26=1"
    assert Query("q").encode({"k=&": 1}) == "k%3D%26=1"


def test_reserved_characters_pass() -> None:
    """allowReserved keeps reserved characters and triples, but none that ends a value."""
    query = Query("q", allow_reserved=True)
    assert query.encode("a/b?c:d@e,f;g=h%2Fi%") == "q=a/b?c:d@e,f;g=h%2Fi%25"
    assert query.encode("&#[]+ü ") == "q=%26%23%5B%5D%2B%C3%BC%20"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a/b", "a%2Fb"),
        ("urn:mbid:c29t=", "urn%3Ambid%3Ac29t%3D"),
        ("+31612345678", "%2B31612345678"),
        ("john.doe@bird.com", "john.doe%40bird.com"),
        ("..%2f", "..%252f"),
        ("%2e%2e", "%252e%252e"),
        ("a?b#c", "a%3Fb%23c"),
        ("...", "..."),
        ("-._~", "-._~"),
    ],
)
def test_path_values(value: str, text: str) -> None:
    """All but unreserved characters are percent-encoded, so a value stays one segment."""
    operation: Operation[None] = Operation("GET /things/{id}/parts")
    assert operation.expand((value,)) == f"/things/{text}/parts"


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_path_values_that_would_change_the_path(value: str) -> None:
    """Empty and dot segments are refused before anything is sent."""
    operation: Operation[None] = Operation("GET /things/{id}")
    with pytest.raises(ValueError):
        operation.expand((value,))


def test_path_templates() -> None:
    """Literal text between parameters stays; dots that parameters join are refused."""
    operation: Operation[None] = Operation(
        "GET /a b/{x}.{y}/{ids}:go",
        path_styles={"ids": Path("ids", style="matrix", explode=True)},
    )
    assert operation.expand(("1", 2, [3, 4])) == "/a%20b/1.2/;ids=3;ids=4:go"
    told_apart: Operation[None] = Operation("GET /a/{x}#get_link")  # as Box does
    assert told_apart.expand(("#",)) == "/a/%23"
    asking: Operation[None] = Operation("GET /a/{x}?beta=true")  # as OpenAI does
    assert asking.expand(("?",)) == "/a/%3F?beta=true"
    label: Operation[None] = Operation("GET /a/{x}", path_styles={"x": Path("x", style="label")})
    with pytest.raises(ValueError, match='"."'):
        label.expand(("",))


class Shade(str, Enum):
    DARK = "dark"


def test_enums_of_strings() -> None:
    """An enum that is a string is its value everywhere."""
    assert Query("q").encode(Shade.DARK) == "q=dark"
    assert Header("h").encode(Shade.DARK) == "dark"
    assert Path("p").encode([Shade.DARK]) == "dark"
