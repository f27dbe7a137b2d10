"""How arguments are written: RFC 6570's own examples, further formats, and what no value can do."""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fledge.runtime.client import BaseClient
from fledge.runtime.cookies import Cookie
from fledge.runtime.model import Model
from fledge.runtime.operation import Operation
from fledge.runtime.parameters import Header, Parameter, Path, Query
from fledge.runtime.urlencoded import QueryString

from .conftest import Api, Server

# --- RFC 6570, 3.2: its variables, and those of its examples that a style can express

VARIABLES: dict[str, Any] = {
    "count": ["one", "two", "three"],
    "dom": ["example", "com"],
    "dub": "me/too",
    "hello": "Hello World!",
    "half": "50%",
    "var": "value",
    "who": "fred",
    "base": "http://example.com/home/",
    "path": "/foo/bar",
    "list": ["red", "green", "blue"],
    "keys": {"semi": ";", "dot": ".", "comma": ","},
    "v": "6",
    "x": "1024",
    "y": "768",
    "empty": "",
    "empty_keys": {},
    "undef": None,
}
STYLES: dict[str, Any] = {
    "": lambda name, explode: Path(name, explode=explode),
    ".": lambda name, explode: Path(name, style="label", explode=explode),
    ";": lambda name, explode: Path(name, style="matrix", explode=explode),
    "/": lambda name, explode: Path(name, style="segments", explode=explode),
    "+": lambda name, explode: Path(name, explode=explode, allow_reserved=True, slashes=True),
    "?": lambda name, explode: Query(name, explode=explode),
    "&": lambda name, explode: Query(name, explode=explode),
}
EXAMPLES = """
3.2.2 {var} value | {hello} Hello%20World%21 | {half} 50%25 | O{empty}X OX | O{undef}X OX
      {x,y} 1024,768 | {x,hello,y} 1024,Hello%20World%21,768 | ?{x,empty} ?1024, | {list} red,green,blue
      {list*} red,green,blue | {keys} semi,%3B,dot,.,comma,%2C | {keys*} semi=%3B,dot=.,comma=%2C
      {count} one,two,three | {count*} one,two,three
3.2.3 {+var} value | {+hello} Hello%20World! | {+half} 50%25 | {+path}/here /foo/bar/here
      {+base}index http://example.com/home/index | here?ref={+path} here?ref=/foo/bar | up{+path}{var}/here up/foo/barvalue/here
      {+list} red,green,blue | {+list*} red,green,blue | {+keys} semi,;,dot,.,comma,, | {+keys*} semi=;,dot=.,comma=,
3.2.5 {.who} .fred | {.who,who} .fred.fred | {.half,who} .50%25.fred | www{.dom*} www.example.com | X{.var} X.value
      X{.list} X.red,green,blue | X{.list*} X.red.green.blue | X{.keys} X.semi,%3B,dot,.,comma,%2C
      X{.keys*} X.semi=%3B.dot=..comma=%2C | X{.empty_keys} X | X{.empty_keys*} X
3.2.6 {/who} /fred | {/who,who} /fred/fred | {/half,who} /50%25/fred | {/who,dub} /fred/me%2Ftoo | {/var} /value
      {/list} /red,green,blue | {/list*} /red/green/blue | {/keys} /semi,%3B,dot,.,comma,%2C
      {/keys*} /semi=%3B/dot=./comma=%2C
3.2.7 {;who} ;who=fred | {;half} ;half=50%25 | {;empty} ;empty | {;v,empty,who} ;v=6;empty;who=fred
      {;v,undef,who} ;v=6;who=fred | {;x,y} ;x=1024;y=768 | {;x,y,empty} ;x=1024;y=768;empty
      {;list} ;list=red,green,blue | {;list*} ;list=red;list=green;list=blue | {;count*} ;count=one;count=two;count=three
      {;keys} ;keys=semi,%3B,dot,.,comma,%2C | {;keys*} ;semi=%3B;dot=.;comma=%2C
3.2.8 {?who} ?who=fred | {?half} ?half=50%25 | {?x,y} ?x=1024&y=768 | {?x,y,empty} ?x=1024&y=768&empty=
      {?x,y,undef} ?x=1024&y=768 | {?list} ?list=red,green,blue | {?list*} ?list=red&list=green&list=blue
      {?keys} ?keys=semi,%3B,dot,.,comma,%2C | {?keys*} ?semi=%3B&dot=.&comma=%2C
3.2.9 {&who} &who=fred | {&half} &half=50%25 | ?fixed=yes{&x} ?fixed=yes&x=1024 | {&x,y,empty} &x=1024&y=768&empty=
      {&list} &list=red,green,blue | {&list*} &list=red&list=green&list=blue
      {&keys} &keys=semi,%3B,dot,.,comma,%2C | {&keys*} &semi=%3B&dot=.&comma=%2C
"""


def expanded(template: str) -> str:
    """A template of RFC 6570 through the parameters of OpenAPI that stand for its expressions."""

    def one(match: re.Match[str]) -> str:
        operator, names = match[1], match[2].split(",")
        texts: list[str] = []
        for name in names:
            parameter: Parameter = STYLES[operator](name.rstrip("*"), name.endswith("*"))
            texts.append(Parameter.encode(parameter, VARIABLES[name.rstrip("*")]))
        first = operator if operator in ("?", "&", "/") else ""
        between = {"": ",", "+": ",", ".": "", ";": "", "?": "&", "&": "&", "/": "/"}[operator]
        shown = [text for text, name in zip(texts, names) if VARIABLES[name.rstrip("*")] not in (None, {})]
        return first + between.join(shown)

    return re.sub(r"\{([+./;?&]?)([^}]*)\}", one, template)


@pytest.mark.parametrize("example", re.findall(r"(\S*\{\S+) +(\S+)", EXAMPLES), ids=lambda example: example[0])
def test_rfc_6570(example: tuple[str, str]) -> None:
    """Each style writes what the operator it rests on does."""
    template, result = example
    assert expanded(template) == result


def test_examples_of_rfc_6570_are_all_read() -> None:
    """The table holds as many templates as results."""
    assert len(re.findall(r"(\S*\{\S+) +(\S+)", EXAMPLES)) == EXAMPLES.count("|") + len(EXAMPLES.strip().splitlines())


# --- OpenAPI 3.2


@pytest.mark.parametrize(
    ("explode", "empty", "string", "array", "object_"),
    [
        (False, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        (True, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
    ],
)
@pytest.mark.parametrize("style", ["cookie", "form"])
def test_cookie_styles(style: str, explode: bool, empty: str, string: str, array: str, object_: str) -> None:
    """Cookies are written as the table of OpenAPI 3.2 shows; those of style form are told apart likewise."""
    cookie = Cookie("color", style=style, explode=explode)
    assert cookie.encode("") == empty
    assert cookie.encode("blue") == string
    assert cookie.encode(["blue", "black", "brown"]) == array
    assert cookie.encode({"R": 100, "G": 200, "B": 150}) == object_


def test_cookies_are_not_escaped_where_the_style_says_so() -> None:
    """Style cookie sends a value as it is; what would end it is refused."""
    cookie = Cookie("c", style="cookie")
    assert cookie.encode('a%20"b c,ü') == 'c=a%20"b c,ü'
    for value in ("a;b", "a\r\nb", "a\0"):
        with pytest.raises(ValueError):
            cookie.encode(value)


@pytest.mark.parametrize(
    ("content", "value", "text"),
    [
        (None, {"foo": "a + b", "bar": True}, "foo=a%20%2B%20b&bar=true"),
        (None, {"list": [1, 2], "object": {"a": 1}, "none": None}, "list=1&list=2&object=%7B%22a%22%3A1%7D"),
        ("application/json", {"a": [1]}, "%7B%22a%22%3A%5B1%5D%7D"),
        ("application/vnd.x+json; charset=utf-8", "a", "%22a%22"),
        ("application/jsonpath", "$.a.b[1:1]", "%24.a.b%5B1%3A1%5D"),
        ("text/plain", "a&b=c", "a%26b%3Dc"),
    ],
)
def test_query_strings(content: str | None, value: object, text: str) -> None:
    """A whole query is a form, or a value in another media type, percent-encoded."""
    assert QueryString("q", content=content).encode(value) == text


def test_query_strings_have_styles() -> None:
    """The fields of a query that is a form can have styles."""
    query = QueryString("q", encoding=(Query("a", style="deepObject"), Query("b", explode=False)))
    assert query.encode({"a": {"x": 1}, "b": [1, 2], "c": 3}) == "a%5Bx%5D=1&b=1,2&c=3"


@pytest.mark.parametrize(
    ("content", "value", "text"),
    [
        ("application/json", [1, "ü"], '[1,"ü"]'),
        ("application/problem+json", {"a": None}, '{"a":null}'),
        ("text/plain", "a,b", "a,b"),
        ("text/plain", 1.5, "1.5"),
        ("application/octet-stream", b"bytes", "bytes"),
        ("application/x-www-form-urlencoded", {"a": "b c", "d": [1, 2]}, "a=b%20c&d=1&d=2"),
    ],
)
def test_parameters_of_a_media_type(content: str, value: object, text: str) -> None:
    """A parameter described by a media type is written in it, and then escaped for its place."""
    assert Header("h", content=content).encode(value) == text
    assert unquote(Query("q", content=content).encode(value)) == f"q={unquote(text) if '%' not in text else text}"
    assert unquote(Path("p", content=content).encode(value)) == text
    assert "&" not in Query("q", content=content).encode(value)


# --- values


class Stay(Model):
    begins: dt.datetime
    price: Decimal = Decimal(1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"\xff\xfe", "//4="),
        (dt.time(7, 8, 9), "07:08:09"),
        (dt.timedelta(days=1, hours=2), "P1DT7200S"),
        (1e100, "1e100"),
        (2**70, "1180591620717411303424"),
        (Decimal("0.10"), "0.10"),
        (deque(["a", "b"]), "a,b"),
        (range(3), "0,1,2"),
        (("a", "b"), "a,b"),
        (MappingProxyType({"a": 1}), "a,1"),
        ({1: "one"}, "1,one"),
        ([None, "a", None], "a"),
        ([[1, 2], {"a": 1}], '[1,2],{"a":1}'),
        ([""], ""),
        ([], ""),
        ({}, ""),
    ],
)
def test_formats(value: object, text: str) -> None:
    """Bytes are base64, durations those of ISO 8601, and any sequence or mapping will do."""
    assert Header("h").encode(value) == text


@pytest.mark.parametrize(
    "value",
    [
        float("inf"),
        float("-inf"),
        float("nan"),
        Decimal("NaN"),
        dt.datetime(2024, 1, 2),
        [float("nan")],
        {"a": dt.datetime(2024, 1, 2)},
        Stay(begins=dt.datetime(2024, 1, 2)),
        Stay(begins=dt.datetime(2024, 1, 2, tzinfo=dt.timezone.utc), price=Decimal("Infinity")),
    ],
)
@pytest.mark.parametrize("style", ["form", "deepObject"])
def test_what_no_format_has(value: object, style: str) -> None:
    """A number that is none, and a time of an unknown zone, are refused and not guessed."""
    with pytest.raises(ValueError, match="cannot be sent|no time zone"):
        Query("q", style=style).encode(value)


# --- what no value can do

ANY = st.text(max_size=20) | st.text(alphabet="./%\\?#&;=+:@, \r\n\0" + "2eEfF", max_size=12)
SHAPES = st.recursive(
    ANY | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY, inner, max_size=3),
    max_leaves=4,
)
PATH: dict[str, Any] = {
    "": Path("p"),
    "explode": Path("p", explode=True),
    "label": Path("p", style="label", explode=True),
    "matrix": Path("p", style="matrix", explode=True),
    "reserved": Path("p", allow_reserved=True),
    "json": Path("p", content="application/json"),
}


@pytest.mark.parametrize("style", PATH.values(), ids=PATH)
@settings(deadline=None)
@given(value=SHAPES)
def test_no_value_changes_the_path(style: Path, value: object) -> None:
    """Whatever a path parameter holds, it is the same segment of the same path, or refused."""
    operation: Operation[None] = Operation("GET /things/{p}/parts", path_styles={"p": style})
    try:
        path = operation.expand((value,))
    except ValueError:
        return
    parts = urlsplit(f"http://host{path}")
    assert (parts.netloc, parts.query, parts.fragment) == ("host", "", "")
    first, things, part, last = parts.path.split("/")
    assert (first, things, last) == ("", "things", "parts")
    assert part and unquote(part) not in (".", "..")
    assert re.fullmatch(r"[!-~]+", part) and "\\" not in part
    if style == Path("p") and isinstance(value, str):
        assert unquote(part) == value


@settings(deadline=None)
@given(value=SHAPES)
def test_no_value_leaves_its_segments(value: object) -> None:
    """A value that may be several segments is never fewer than one, and climbs to no other path."""
    styles = {"p": Path("p", allow_reserved=True, slashes=True)}
    operation: Operation[None] = Operation("GET /things/{p}/parts", path_styles=styles)
    try:
        path = operation.expand((value,))
    except ValueError:
        return
    segments = path.split("/")
    assert segments[:2] == ["", "things"] and segments[-1] == "parts" and len(segments) > 3
    assert all(segment and unquote(segment) not in (".", "..") for segment in segments[1:])
    assert re.fullmatch(r"[!-~]+", path) and not set("?#\\") & set(path)


@pytest.mark.parametrize("value", ["..", "a/..", "/a", "a//b", "%2e%2E/a", "a/.", "", "/"])
def test_segments_that_would_be_another_path(value: str) -> None:
    """Segments that are empty or dots, escaped or not, are refused."""
    styles = {"p": Path("p", allow_reserved=True, slashes=True)}
    operation: Operation[None] = Operation("GET /things/{p}", path_styles=styles)
    with pytest.raises(ValueError):
        operation.expand((value,))


@settings(deadline=None)
@given(value=ANY, reserved=st.booleans())
def test_no_value_changes_the_query(value: str, reserved: bool) -> None:
    """A value is the one that a form's reader finds, and nothing is beside it."""
    assume(not reserved or "%" not in value)
    text = Query("q", allow_reserved=reserved).encode(value)
    assert parse_qsl(text, keep_blank_values=True, separator="&") == [("q", value)]
    assert "#" not in text and re.fullmatch(r"[!-~]+", text)


@settings(deadline=None)
@given(value=SHAPES)
def test_no_shape_adds_to_the_query(value: object) -> None:
    """Where all names are the parameter's own, none can be added."""
    text = Query("q", explode=False).encode(value)
    assert [name for name, _ in parse_qsl(text, keep_blank_values=True)] == ["q"] * bool(text)
    deep = Query("q", style="deepObject").encode(value)
    assert all(name == "q" or name.startswith("q[") for name, _ in parse_qsl(deep, keep_blank_values=True))


@pytest.mark.parametrize("style", ["form", "cookie"])
@settings(deadline=None)
@given(value=ANY)
def test_no_value_adds_a_header_or_a_cookie(style: str, value: str) -> None:
    """Headers and cookies hold no control characters, and a cookie holds no second one."""
    for parameter in (Header("X-A"), Cookie("c", style=style)):
        try:
            text = parameter.encode(value)
        except ValueError:
            continue
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", text)
        assert ";" not in text or isinstance(parameter, Header)


EVIL = [
    "a\r\nX-Evil: 1",
    "a HTTP/1.1\r\n\r\nGET /evil",
    "../../evil",
    "a?b=c#d",
    "%2e%2e%2Fevil",
    "//evil.example",
    "ü\u2028",
]


@pytest.mark.parametrize("value", EVIL)
def test_requests_stay_one(api: Api, server: Server, value: str) -> None:
    """On the wire there is one request to the operation's own path, with its own headers only."""
    styled = {"q": Query("q"), "c": Cookie("c")}
    operation: Operation[Any] = Operation("GET /a/{p}/b", parameters=styled, success={200: Any})
    api.call(operation, value, q=value, c=value)
    [seen] = server.seen
    assert [unquote(part) for part in seen.path.split("/")] == ["", "a", value, "b"]
    assert parse_qsl(seen.query) == [("q", value)]
    assert seen.headers.keys() == {"host", "user-agent", "accept", "accept-encoding", "cookie"}


def test_whole_queries_are_sent(api: Api, server: Server) -> None:
    """`in: querystring` stands behind what else is in the query, such as a key."""
    whole: Operation[Any] = Operation("GET /a", parameters={"q": QueryString("q")}, success={200: Any})
    api.call(whole, q={"a": [1, 2], "b": "c"}, options={"extra_query": {"d": 1}})
    assert server.last.query == "a=1&a=2&b=c&d=1"


def test_empty_arrays_are_not_sent(api: Api, server: Server) -> None:
    """An array without items is absent everywhere; an empty text is not."""
    parameters = {"h": Header("X-H"), "q": Query("q"), "c": Cookie("c")}
    operation: Operation[Any] = Operation("GET /a", parameters=parameters, success={200: Any})
    api.call(operation, h=[], q=[], c={})
    assert server.last.target == "/a"
    assert not {"x-h", "cookie"} & server.last.headers.keys()
    api.call(operation, h="", q="", c="")
    assert (server.last.headers["x-h"], server.last.query, server.last.headers["cookie"]) == ("", "q=", "c=")


def test_a_client_without_a_server_refuses_before_it_sends() -> None:
    """What is refused never opens a connection."""
    client = BaseClient(base_url="http://127.0.0.1:9")
    operation: Operation[Any] = Operation("GET /a/{p}", parameters={"h": Header("X-H")})
    for path, header in (("..", "a"), ("a", "b\nc")):
        with pytest.raises(ValueError):
            client.call(operation({}, path), h=header)
