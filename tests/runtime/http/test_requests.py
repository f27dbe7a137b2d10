"""From a call to the request that reaches the server."""

from __future__ import annotations

from decimal import Decimal
from threading import Thread
from typing import Any

import pytest

from fledge.runtime.bodies import JSONBody
from fledge.runtime.client import BaseClient
from fledge.runtime.model import UNSET
from fledge.runtime.operation import Operation

from . import operations as op
from .conftest import Answer, Api, Server

THING = {"id": "1"}


def test_parameters_reach_their_places(api: Api, server: Server) -> None:
    """Path, query, header and cookie parameters arrive where they belong."""
    server.answer(200, THING)
    api.call(op.GET, "a/b", limit=5, tags=["x", "y"], trace="t 1", session="s;1")
    assert server.last.method == "GET"
    assert server.last.target == "/things/a%2Fb?pageLimit=5&tags=x,y"
    assert server.last.headers["x-trace"] == "t 1"
    assert server.last.headers["cookie"] == "session=s%3B1"
    assert "content-length" not in server.last.headers


def test_absent_parameters_are_not_sent(api: Api, server: Server) -> None:
    """None and UNSET parameters are left out."""
    server.answer(200, THING)
    api.call(op.GET, "1", limit=None, tags=UNSET, trace=None, session=UNSET)
    assert server.last.target == "/things/1"
    assert not {"x-trace", "cookie"} & server.last.headers.keys()


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_corrupting_paths_are_not_sent(api: Api, server: Server, value: str) -> None:
    """A value that would reach another operation's path raises, and nothing is sent."""
    with pytest.raises(ValueError):
        api.call(op.GET, value)
    assert server.seen == []


@pytest.mark.parametrize("name", ["X-A\r\nB", "", "X A", "Host", "content-length"])
def test_bad_header_names_are_refused(api: Api, server: Server, name: str) -> None:
    """Names that are none, and those that belong to the transport, raise."""
    with pytest.raises(ValueError):
        api.call(op.GET, "1", options={"extra_headers": {name: "x"}})
    with pytest.raises(ValueError):
        api.new(headers={name: "x"})
    assert server.seen == []


def test_header_injection_is_refused(api: Api, server: Server) -> None:
    """A line break in a header value raises, wherever the value comes from."""
    evil = "x\r\nEvil: 1"
    with pytest.raises(ValueError, match="X-Trace"):
        api.call(op.GET, "1", trace=evil)
    with pytest.raises(ValueError, match="X-B"):
        api.call(op.GET, "1", options={"extra_headers": {"X-B": evil}})
    with pytest.raises(ValueError, match="X-B"):
        api.new(headers={"X-B": evil})
    assert server.seen == []


@pytest.mark.parametrize(
    ("arguments", "body"),
    [
        ({}, {}),
        ({"display_name": UNSET}, {}),
        ({"display_name": None}, {"displayName": None}),
        ({"display_name": "n"}, {"displayName": "n"}),
        ({"size": None}, {}),
        ({"size": 1}, {"size": 1}),
        ({"timeout_": 1.5}, {"timeout": 1.5}),
        ({"display_name": {"nested": [1]}}, {"displayName": {"nested": [1]}}),
    ],
)
def test_fields_tell_absent_from_null(api: Api, server: Server, arguments: dict[str, Any], body: Any) -> None:
    """A value, null and nothing are three different bodies."""
    server.answer(200, THING)
    api.call(op.PATCH, "1", **arguments)
    assert server.last.json == body
    assert server.last.headers["content-type"] == "application/json"


def test_whole_bodies(api: Api, server: Server) -> None:
    """A body is sent as JSON: models, plain values, and null where it is required."""
    for body, sent in [
        (op.Thing(id="1"), b'{"id":"1"}'),
        ([1, {"a": None}], b'[1,{"a":null}]'),
        (None, b"null"),
    ]:
        server.answer(201, THING)
        api.call(op.CREATE, body=body)
        assert server.last.body == sent


@pytest.mark.parametrize("arguments", [{}, {"body": None}, {"body": UNSET}])
def test_optional_bodies(api: Api, server: Server, arguments: Any) -> None:
    """An optional body that is absent has no content type either."""
    server.answer(200, THING)
    api.call(op.REPLACE, **arguments)
    assert server.last.body == b""
    assert server.last.headers["content-length"] == "0"
    assert "content-type" not in server.last.headers


@pytest.mark.parametrize("body", ["a,b\nü,1\n", "a,b\nü,1\n".encode()])
def test_raw_bodies(api: Api, server: Server, body: object) -> None:
    """Text and bytes are sent as they are, with the documented media type."""
    server.answer(202)
    assert api.call(op.UPLOAD, body=body) is None
    assert server.last.body == "a,b\nü,1\n".encode()
    assert server.last.headers["content-type"] == "text/csv"


def test_extras(api: Api, server: Server) -> None:
    """Each call can add headers, query parameters and fields of the body."""
    server.answer(200, THING)
    options = {
        "extra_headers": {"accept": "application/vnd.x+json", "X-Trace": "mine"},
        "extra_query": {"a": [1, 2], "b c": True, "none": None},
        "extra_body": {"size": 2, "more": {"x": None}},
    }
    api.call(op.PATCH, "1", display_name="n", size=1, options=options)
    assert server.last.query == "a=1&a=2&b%20c=true"
    assert server.last.headers["accept"] == "application/vnd.x+json"
    assert server.last.headers["x-trace"] == "mine"
    assert server.last.json == {"displayName": "n", "size": 2, "more": {"x": None}}


def test_empty_raw_bodies(api: Api, server: Server) -> None:
    """An empty text is a body; None is none."""
    for body in ("", b""):
        server.answer(202)
        api.call(op.UPLOAD, body=body)
        assert server.last.headers["content-type"] == "text/csv"
    server.answer(202)
    api.call(op.UPLOAD, body=None)
    assert "content-type" not in server.last.headers


def test_other_content_encodings(api: Api, server: Server) -> None:
    """The caller may ask for another content encoding than the transport does."""
    server.answer(200, THING)
    api.call(op.GET, "1")
    assert server.last.headers["accept-encoding"] == "gzip, deflate"
    server.answer(200, THING)
    options = {"extra_headers": {"Accept-Encoding": "identity"}}
    api.call(op.GET, "1", options=options)
    assert server.last.headers["accept-encoding"] == "identity"


def test_extra_body_may_be_a_model(api: Api, server: Server) -> None:
    """A model that was read can be sent back whole, beside the arguments that a call needs."""
    model = op.Problem(code="A", message="b")
    server.answer(204)
    api.call(op.DELETE, "1", options={"extra_body": model})
    assert server.last.json == {"code": "A", "message": "b"}
    server.answer(200, THING)
    api.call(op.PATCH, "1", display_name="n", options={"extra_body": model})
    assert server.last.json == {"displayName": "n", "code": "A", "message": "b"}


def test_extra_body_needs_an_object(api: Api, server: Server) -> None:
    """What is not an object cannot be merged into."""
    with pytest.raises(ValueError, match="extra_body"):
        api.call(op.CREATE, body=[1], options={"extra_body": {"a": 1}})
    assert server.seen == []


def test_extra_body_changes_no_digit(api: Api, server: Server) -> None:
    """What it is added to stays as it is written, also numbers that no float holds."""
    body = {"n": Decimal("12345678901234567890.10"), "big": 2**70}
    operation: Operation[Any] = Operation("POST /things", body=JSONBody(of=dict[str, float]), success={200: Any})
    api.call(operation, body=body, options={"extra_body": {"a": 1}})
    assert server.last.body == b'{"n":12345678901234567890.10,"big":1180591620717411303424,"a":1}'


def test_default_headers(api: Api, server: Server) -> None:
    """Accept is what the operation documents; the user agent has no version."""
    server.answer(200, THING)
    api.call(op.GET, "1")
    assert server.last.headers["accept"] == "application/json"
    assert server.last.headers["user-agent"] == "fledge"
    server.answer(200, b"x")
    api.call(op.DOWNLOAD)
    assert server.last.headers["accept"] == "application/octet-stream"


def test_client_headers(api: Api, server: Server) -> None:
    """Headers of the client go with every request; the call's own come first."""
    other = api.use(api.new(headers={"X-Trace": "client", "User-Agent": "mine"}))
    server.answer(200, THING)
    other.call(op.GET, "1")
    assert server.last.headers["x-trace"] == "client"
    assert server.last.headers["user-agent"] == "mine"
    server.answer(200, THING)
    other.call(op.GET, "1", trace="call")
    assert server.last.headers["x-trace"] == "call"
    other.close()


def test_base_urls(api: Api, server: Server) -> None:
    """A base URL may have a path and a slash at its end."""
    other = api.use(api.new(base_url=server.url + "/v1/"))
    server.answer(200, THING)
    other.call(op.GET, "1")
    assert server.last.path == "/v1/things/1"
    other.close()


def test_servers_of_operations(api: Api, server: Server) -> None:
    """An operation's own server is asked, unless the caller has chosen a base URL."""
    operation: Operation[object] = Operation("GET /x", server=server.url + "/own/")
    other = api.use(api.new(base_url=None, server=server.url + "/usual/"))
    other.call(op.DELETE, "1")
    other.call(operation)
    chosen = api.use(other.client.with_options(base_url=server.url + "/chosen"))
    chosen.call(operation)
    assert [seen.path for seen in server.seen] == [
        "/usual/things/1",
        "/own/x",
        "/chosen/x",
    ]
    other.close()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.bird.com",
        "ftp://a",
        "https://",
        "https://a/?k=hush",
        "https://a:hush@b",
    ],
)
def test_bad_base_urls(api: Api, url: str) -> None:
    """What is no base URL raises at once, and its secrets are not shown."""
    with pytest.raises(ValueError, match="base_url") as caught:
        api.new(base_url=url)
    assert "hush" not in str(caught.value)


def test_options_of_a_derived_client(api: Api, server: Server) -> None:
    """A derived client differs in its options and shares the connections."""
    derived = api.use(api.client.with_options(base_url=server.url + "/v2", headers={"X-A": "1"}))
    again = api.use(derived.client.with_options(headers={"X-B": "2"}, timeout=None))
    server.answer(200, THING)
    again.call(op.GET, "1")
    assert server.last.path == "/v2/things/1"
    assert server.last.headers["x-a"] == "1"
    assert server.last.headers["x-b"] == "2"
    assert again.client._transport is api.client._transport
    server.answer(200, THING)
    api.call(op.GET, "1")
    assert "x-a" not in server.last.headers


def test_closing(api: Api, server: Server) -> None:
    """A derived client closes itself only; a closed client says so."""
    derived = api.use(api.client.with_options(timeout=1))
    other = api.use(api.client.with_options(timeout=1))
    derived.close()
    with pytest.raises(RuntimeError, match="closed"):
        derived.call(op.GET, "1")
    server.answer(200, THING)
    assert api.call(op.GET, "1").id == "1"
    api.close()
    for client in (api, other):
        with pytest.raises(RuntimeError, match="closed"):
            client.call(op.GET, "1")


def test_resources_belong_to_their_client() -> None:
    """Cached resources of a client are not taken over by a derived one."""
    from .conftest import Things

    client = BaseClient(base_url="http://localhost")
    client.__dict__["things"] = Things(client)
    client.__dict__["mine"] = "kept"
    derived = client.with_options(timeout=1)
    assert "things" not in vars(derived)
    assert vars(derived)["mine"] == "kept"


def test_threads_share_a_client(server: Server) -> None:
    """Many threads call at once, and each gets its own answer."""
    with BaseClient(base_url=server.url) as client:
        wrong: list[object] = []

        def work(number: int) -> None:
            for _ in range(20):
                client.call(op.GET({}, str(number)), limit=number)

        server.answers.extend(Answer(body=b'{"id":"1"}') for _ in range(160))
        threads = [Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(server.seen) == 160
        for seen in server.seen:
            number = seen.path.rpartition("/")[2]
            wrong += [seen] if seen.query != f"pageLimit={number}" else []
        assert wrong == []


def test_no_cookie_is_kept(api: Api, server: Server) -> None:
    """A cookie that the server sets does not come back with the next call."""
    server.answer(200, THING, headers={"Set-Cookie": "a=b"})
    api.call(op.GET, "1")
    server.answer(200, THING)
    api.call(op.GET, "1")
    assert "cookie" not in server.last.headers


def test_own_transports() -> None:
    """Whatever has the two methods of a transport can be passed in."""
    from fledge.runtime.messages import Headers, Request
    from fledge.runtime.transport import StreamedResponse

    class Echo:
        closed = False

        def send(self, request: Request, /) -> StreamedResponse:
            body = b'{"id":"%s"}' % request.url.encode()
            return StreamedResponse(200, Headers(), lambda: iter([body]), lambda: None)

        def close(self) -> None:
            self.closed = True

    echo = Echo()
    with BaseClient(base_url="http://a", transport=echo) as client:
        assert client.call(op.GET({}, "1")).id == "http://a/things/1"
    assert echo.closed


def test_httpx2_is_imported_by_the_first_client() -> None:
    """Importing the client does not import httpx2; a client with a transport of its own never does."""
    import subprocess
    import sys

    code = (
        "import sys; from fledge.runtime.client import BaseClient;"
        "BaseClient(base_url='http://a', transport=object()); sys.exit('httpx2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_what_has_no_json_form(api: Api, server: Server) -> None:
    """A key that no object can have is an error that says so, and nothing is sent."""
    for body in ({("a", "b"): 1}, [object()], {"a": {("b",): 1}}):
        with pytest.raises(TypeError, match="has no JSON form"):
            api.call(op.CREATE, body=body)
    assert server.seen == []


def test_an_operation_without_a_body_can_send_one(api: Api, server: Server) -> None:
    """`extra_body` with bytes is the whole body; beside another body it is refused."""
    for headers, media_type in (({}, "application/octet-stream"), ({"Content-Type": "text/xml"}, "text/xml")):
        server.answer(204)
        api.call(op.DELETE, "1", options={"extra_body": b"<a/>", "extra_headers": headers})
        assert (server.last.body, server.last.headers["content-type"]) == (b"<a/>", media_type)
    server.answer(204)
    api.call(op.DELETE, "1", options={"extra_body": {"a": 1}})
    assert server.last.json == {"a": 1}
    count = len(server.seen)
    with pytest.raises(ValueError, match="extra_body"):
        api.call(op.PATCH, "1", display_name="n", options={"extra_body": b"x"})
    assert len(server.seen) == count
