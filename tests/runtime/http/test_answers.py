"""From the server's answer to the result of a call."""

from __future__ import annotations

import gzip
import json
import logging
from typing import Any

import pytest

from fledge.runtime.errors import APIConnectionError, ResponseDecodeError
from fledge.runtime.messages import Headers, Response
from fledge.runtime.operation import Operation
from fledge.runtime.status_errors import APIStatusError

from . import operations as op
from .conftest import Api, Server


def test_a_documented_answer_is_decoded(api: Api, server: Server) -> None:
    """JSON becomes the documented type."""
    server.answer(200, {"id": "1", "displayName": "n", "new": 1})
    assert api.call(op.GET, "1") == op.Thing(id="1", display_name="n")


def test_no_content(api: Api, server: Server) -> None:
    """204 and an empty body are None."""
    server.answer(204)
    assert api.call(op.DELETE, "1") is None
    server.answer(200, b"")
    assert api.call(op.GET, "1") is None


def test_raw_media_types(api: Api, server: Server) -> None:
    """Bytes stay bytes, text is decoded by its charset."""
    server.answer(200, b"\x00\xff")
    assert api.call(op.DOWNLOAD) == b"\x00\xff"
    server.answer(200, b"")
    assert api.call(op.DOWNLOAD) == b""
    server.answer(200, b"\xfc", headers={"Content-Type": "text/plain; charset=latin-1"})
    assert api.call(op.TEXT) == "ü"
    server.answer(200, "ü".encode(), headers={"Content-Type": "text/plain"})
    assert api.call(op.TEXT) == "ü"
    server.answer(200, b"u", headers={"Content-Type": "text/plain; charset=nonsense"})
    assert api.call(op.TEXT) == "u"


def test_compressed_answers(api: Api, server: Server) -> None:
    """Content encodings are undone."""
    body = gzip.compress(b'{"id":"1"}')
    server.answer(200, body, headers={"Content-Encoding": "gzip"})
    assert api.call(op.GET, "1").id == "1"
    server.answer(200, b"not gzip", headers={"Content-Encoding": "gzip"})
    with pytest.raises(APIConnectionError):
        api.call(op.GET, "1", options={"max_retries": 0})


def test_undocumented_success(api: Api, server: Server) -> None:
    """A 2xx that is not documented is no error: the only known type, else what it is."""
    server.answer(202, {"id": "1"})
    assert api.call(op.GET, "1") == op.Thing(id="1")
    server.answer(202, b"fine", headers={"Content-Type": "text/plain"})
    assert api.call(op.GET, "1") == "fine"
    server.answer(202, b"\x00", headers={"Content-Type": "image/png"})
    assert api.call(op.GET, "1") == b"\x00"
    nothing: Operation[object] = Operation("GET /")
    server.answer(200, {"a": [1]})
    assert api.call(nothing) == {"a": [1]}
    several: Operation[object] = Operation("GET /", success={200: op.Thing, 201: op.Things})
    server.answer(202, {"id": "1"})
    assert api.call(several) == {"id": "1"}
    equal: Operation[object] = Operation("GET /", success={200: op.Thing, 201: op.Thing, 204: None})
    server.answer(202, {"id": "1"})
    assert api.call(equal) == op.Thing(id="1")
    lists: Operation[object] = Operation("GET /", success={200: list[op.Thing], 201: list[op.Thing]})
    server.answer(202, [{"id": "1"}])
    assert api.call(lists) == [op.Thing(id="1")]


def test_an_undocumented_body(api: Api, server: Server) -> None:
    """A body where none is documented is passed over."""
    server.answer(204)
    server.answer(202, {"a": 1})
    assert api.call(op.DELETE, "1") is None
    assert api.call(op.UPLOAD, body="x") is None


def test_ranges_and_default(api: Api, server: Server) -> None:
    """Types are found by status, then by range, then by default."""
    operation: Operation[object] = Operation("GET /", success={200: str, "2XX": op.Thing, "default": bytes})
    server.answer(200, b"text")
    assert api.call(operation) == "text"
    server.answer(201, {"id": "1"})
    assert api.call(operation) == op.Thing(id="1")


@pytest.mark.parametrize(
    ("body", "media_type", "text"),
    [
        (b'"a \\u00fc"', "application/json", "a ü"),
        (b"bare", "application/json; charset=utf-8", "bare"),
        (b'"quoted"', "text/plain", '"quoted"'),
        (b"", "application/json", ""),
    ],
)
def test_text_in_json(api: Api, server: Server, body: bytes, media_type: str, text: str) -> None:
    """A text that comes as JSON is decoded; bare text is taken as it is, whatever it is called."""
    for status in (200, 404):
        operation: Operation[str] = Operation("GET /", success={200: str}, errors={404: str})
        server.answer(status, body, headers={"Content-Type": media_type})
        if status == 200:
            assert api.call(operation) == text
        else:
            with pytest.raises(op.NotFoundError) as caught:
                api.call(operation)
            assert caught.value.body == text


def test_a_body_that_is_not_json(api: Api, server: Server) -> None:
    """A body that says that it is JSON, and is not, raises an error that has the response."""
    server.answer(200, b"<html>", headers={"Content-Type": "Application/JSON", "X-Request-Id": "r"})
    with pytest.raises(ResponseDecodeError) as caught:
        api.call(op.GET, "1")
    error = caught.value
    assert str(error) == "GET /things/{id}: 200: the body is not JSON (Application/JSON)"
    assert (error.status_code, error.content, error.text) == (200, b"<html>", "<html>")
    assert error.request_id == "r"


def test_a_media_type_that_is_not_documented(api: Api, server: Server) -> None:
    """HTML or bytes where JSON is documented is what it is; a strict client raises."""
    strict = api.use(api.client.with_options(strict_responses=True))
    for media_type, body in (("text/html; charset=utf-8", "<é>"), ("image/png", b"\x89\xff")):
        content = body.encode() if isinstance(body, str) else body
        server.answer(200, content, headers={"Content-Type": media_type})
        assert api.call(op.GET, "1") == body
        server.answer(200, content, headers={"Content-Type": media_type})
        response = api.raw(op.GET, "1")
        assert (response.body, response.headers["content-type"]) == (body, media_type)
        server.answer(200, content, headers={"Content-Type": media_type})
        with pytest.raises(ResponseDecodeError):
            strict.call(op.GET, "1")


@pytest.mark.parametrize("content", [b"12", b"1e5", b"true", b"null", b'"a"'])
def test_what_is_no_json_stays_as_it_came(api: Api, server: Server, content: bytes) -> None:
    """Text that looks like a JSON value is a text, also where no body is documented; other media types are bytes."""
    for operation in (op.GET, Operation[object]("GET /{id}", success={200: Any})):
        server.answer(200, content, headers={"Content-Type": "text/plain"})
        assert api.call(operation, "1") == content.decode()
        server.answer(200, content, headers={"Content-Type": "application/octet-stream"})
        assert api.call(operation, "1") == content
    server.answer(200, b'{"id": "1"}', headers={"Content-Type": "text/html"})
    assert api.call(op.GET, "1") == op.Thing(id="1")


def test_a_body_without_a_media_type(api: Api, server: Server) -> None:
    """Where no body is documented, it is bytes."""
    server.answer(200, b"x", headers={"Content-Type": ""})
    assert api.call(Operation[object]("GET /", success={200: Any})) == b"x"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (b'{"id": "\\ud83d"}', "\ud83d"),
        (b'\xef\xbb\xbf{"id": "1"}', "1"),
        (b'{"id": "1", "x": 1e400}', "1"),
        (b'{"id": "1", "x": NaN}', "1"),
    ],
)
def test_json_as_python_takes_it(api: Api, server: Server, text: bytes, name: str) -> None:
    """A lone surrogate, a byte order mark, 1e400 or NaN cost no response: of success, failure, or a stream."""
    for client in (api, api.use(api.client.with_options(strict_responses=True))):
        server.answer(200, text, headers={"Content-Type": "application/json"})
        assert client.call(op.GET, "1").id == name
        server.answer(404, text.replace(b'"id"', b'"code"'), headers={"Content-Type": "application/json"})
        with pytest.raises(op.NotFoundError) as caught:
            client.call(op.GET, "1")
        assert caught.value.body.code == name
        server.stream(b"data: " + text + b"\n\n")
        assert [each.id for each in client.listed(client.open(op.LISTEN))] == [name]


def test_mismatches(api: Api, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """A body of another shape is taken as it is, or refused by a strict client."""
    caplog.set_level(logging.WARNING)
    server.answer(200, {"displayName": 5})
    thing = api.call(op.GET, "1")
    assert isinstance(thing, op.Thing)
    assert thing.display_name == 5
    strict = api.use(api.client.with_options(strict_responses=True))
    server.answer(200, {"displayName": 5})
    with pytest.raises(ResponseDecodeError, match="GET /things/{id}: 200: .*"):
        strict.call(op.GET, "1")
    server.answer(202, {"displayName": 5})
    assert strict.call(op.GET, "1").display_name == 5


def test_the_raw_view(api: Api, server: Server) -> None:
    """The raw view tells 200 from 201 and shows the whole answer."""
    for status in (200, 201):
        server.answer(status, {"id": "1"}, headers={"X-Request-Id": "r1", "X-A": "b"})
        response = api.raw(op.CREATE, body={})
        assert response.status_code == status
        assert response.body == op.Thing(id="1")
        assert response.request_id == "r1"
        assert response.headers["x-a"] == response.headers["X-A"] == "b"
        assert response.content == b'{"id": "1"}'
        assert response.text == '{"id": "1"}'
        assert response.method == "POST"
        assert response.url == server.url + "/things"


def test_the_streaming_view(api: Api, server: Server) -> None:
    """The streaming view gives the body in pieces, and as a whole."""
    body = b"0123456789" * 20_000
    server.answer(200, body, headers={"X-Request-Id": "r1"})
    assert api.stream(lambda response: response.read(), op.DOWNLOAD) == body
    server.answer(200, body, headers={"X-Request-Id": "r1"})
    if api.asynchronous:

        async def use(response: Any) -> list[bytes]:
            assert response.status_code == 200
            return [piece async for piece in response.iter_bytes()]

        pieces = api.stream(use, op.DOWNLOAD)
    else:
        pieces = api.stream(lambda response: list(response.iter_bytes()), op.DOWNLOAD)
    assert len(pieces) > 1
    assert b"".join(pieces) == body


def test_a_stream_that_is_left(api: Api, server: Server) -> None:
    """A stream that is not read to its end does not hurt the next call."""
    server.answer(200, b"0123456789" * 20_000)
    if api.asynchronous:

        async def use(response: Any) -> int:
            return int(response.status_code)

        assert api.stream(use, op.DOWNLOAD) == 200
    else:
        assert api.stream(lambda response: response.status_code, op.DOWNLOAD) == 200
    server.answer(200, {"id": "1"})
    assert api.call(op.GET, "1").id == "1"


def test_a_stream_of_failure(api: Api, server: Server) -> None:
    """Failures raise the same errors when streaming, with their bodies."""
    server.answer(404, {"code": "ResourceNotFound", "message": "m"})
    with pytest.raises(op.NotFoundError) as caught:
        api.stream(lambda response: response.read(), op.GET, "1")
    assert caught.value.body == op.Problem(code="ResourceNotFound", message="m")
    server.answer(200, b"12345", cut=2)
    with pytest.raises(APIConnectionError):
        api.stream(lambda response: response.read(), op.DOWNLOAD)


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_json_in_another_charset(api: Api, server: Server, charset: str) -> None:
    """A charset that a media type names is used if the content is not UTF-8; if it is, the name is wrong."""
    for encoding in (charset, "utf-8"):
        content = '{"id": "é"}'.encode(encoding)
        server.answer(200, content, headers={"Content-Type": f"application/json; charset={charset}"})
        assert api.call(op.GET, "1").id == "é"
    server.answer(200, b'{"id": "\xe9"}', headers={"Content-Type": "application/json"})
    with pytest.raises(ResponseDecodeError, match="the body is not JSON"):
        api.call(op.GET, "1")


@pytest.mark.parametrize(
    ("content", "media_type", "reason", "body"),
    [
        (b'{"message": "caf\xe9"}', "application/json; charset=iso-8859-1", "café", {"message": "café"}),
        (b'{"title": "\x84no\x93"}', "application/problem+json; charset=windows-1252", "„no“", {"title": "„no“"}),
        ('{"message": "失敗"}'.encode("shift_jis"), "application/json; charset=shift_jis", "失敗", {"message": "失敗"}),
        ('{"message": "é"}'.encode(), "application/json; charset=iso-8859-1", "é", {"message": "é"}),
        (b'{"message": "caf\xe9"}', "application/json", "caf\ufffd", None),  # of no charset that anybody named
    ],
)
def test_errors_in_another_charset(
    api: Api, server: Server, content: bytes, media_type: str, reason: str, body: Any
) -> None:
    """An error's reason and body are read as a success is; octets that are no text have a mark in the reason."""
    server.answer(418, content, headers={"Content-Type": media_type})
    with pytest.raises(APIStatusError) as caught:
        api.call(Operation[Any]("GET /plain"), options={"max_retries": 0})
    assert caught.value.message == reason
    assert caught.value.body == body
    assert caught.value.content == content


def test_plain_json_in_another_charset() -> None:
    """A whole response gives its plain JSON by the charset, too; it changes nothing in silence."""
    content = b'{"id": "\xe9"}'
    named = Response[Any](200, Headers({"content-type": "application/json; charset=latin-1"}), content)
    assert named.json() == {"id": "é"}
    with pytest.raises(ValueError):
        Response[Any](200, Headers({"content-type": "application/json"}), content).json()


@pytest.mark.parametrize("content", [b'{"a": 1}', b"[1]", b"5", b"null", b"true"])
def test_json_that_is_no_string(api: Api, server: Server, content: bytes) -> None:
    """Where a string is documented, another value of JSON is taken as it is, or refused by a strict client."""
    text = Operation[str]("GET /text", success={200: str})
    strict = api.use(api.client.with_options(strict_responses=True))
    json_type = {"Content-Type": "application/json"}
    server.answer(200, content, headers=json_type)
    assert api.call(text) == json.loads(content)
    server.answer(202, content, headers=json_type)  # of which the description says nothing
    assert strict.call(text) == json.loads(content)
    server.answer(200, content, headers=json_type)
    with pytest.raises(ResponseDecodeError, match="GET /text: 200: Expected `str`"):
        strict.call(text)
    server.answer(200, content, headers={"Content-Type": "text/plain"})
    assert strict.call(text) == content.decode()
