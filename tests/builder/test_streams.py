"""Which operations stream, what of, and what their second methods are called."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from fledge.ir import Api, Operation, Scalar, StreamFormat
from tests.client import document, understand

EVENTS = "text/event-stream"
JSON = "application/json"
TEXT = {"type": "string"}
NUMBER = {"type": "integer"}


def answer(**by_status: Mapping[str, Any]) -> dict[str, Any]:
    """Responses with these media types and schemas: `answer(_200={...})`."""
    return {
        "responses": {
            status.removeprefix("_"): {
                "description": "",
                "content": {name: {"schema": of} for name, of in content.items()},
            }
            for status, content in by_status.items()
        }
    }


def api_of(tmp_path: Path, names: Mapping[str, str] | None = None, **paths: Any) -> Api:
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps(document({f"/{name}": item for name, item in paths.items()})))
    return understand(source, names=names)[0]


def methods(api: Api) -> dict[str, Operation]:
    return {each.name.python: each for resource in api.resources for each in resource.operations}


@pytest.mark.parametrize(
    ("media_type", "framing"),
    [
        ("text/event-stream; charset=utf-8", StreamFormat.EVENTS),
        ("Application/X-NDJSON", StreamFormat.LINES),
        ("application/json-seq", StreamFormat.SEQUENCE),
        ("application/vnd.x+json-seq", StreamFormat.SEQUENCE),
        ("application/json", None),
        ("application/octet-stream", None),
        ("text/plain", None),
    ],
)
def test_the_media_type_decides_the_stream_format(
    tmp_path: Path, media_type: str, framing: StreamFormat | None
) -> None:
    """A media type says whether an answer is a stream, and how it is cut."""
    (operation,) = methods(api_of(tmp_path, x={"get": answer(_200={media_type: TEXT})})).values()
    assert operation.stream_format is framing


def test_a_stream_of_an_error_response_is_no_stream(tmp_path: Path) -> None:
    (operation,) = methods(api_of(tmp_path, x={"get": answer(_200={JSON: TEXT}, _400={EVENTS: TEXT})})).values()
    assert operation.stream_format is None


def test_a_stream_of_one_of_several_statuses(tmp_path: Path) -> None:
    """Each method knows the successes that it can decode, and all failures."""
    found = methods(api_of(tmp_path, x={"get": answer(_200={EVENTS: TEXT}, _202={JSON: NUMBER}, _400={JSON: TEXT})}))
    plain, stream = found["list"] if "list" in found else found["get"], next(
        o for o in found.values() if o.stream_format
    )
    assert [(r.status, r.type) for r in plain.responses] == [("202", Scalar.INT), ("400", Scalar.STR)]
    assert [(r.status, r.type) for r in stream.responses] == [("200", Scalar.STR), ("400", Scalar.STR)]
    assert stream.buffered_method == plain.name.python


def test_names_of_the_streaming_methods(tmp_path: Path) -> None:
    """The second method takes a name that nothing else has; the configuration may give it another one."""
    both = answer(_200={JSON: TEXT, EVENTS: TEXT})
    other = answer(_200={JSON: TEXT})
    paths = {
        "x": {"get": {"operationId": "ask", "tags": ["x"], **both}},
        "y": {"get": {"operationId": "ask_stream", "tags": ["x"], **other}},
    }
    assert list(methods(api_of(tmp_path, **paths))) == ["ask", "ask_stream", "stream_ask"]
    api = api_of(tmp_path, {"GET /x stream": "x.listen"}, **paths)
    assert list(methods(api)) == ["ask", "ask_stream", "listen"]
    assert api.names["GET /x stream"] == "x.listen"


@pytest.mark.parametrize("media_type", [JSON, "application/x-www-form-urlencoded", "multipart/form-data"])
@pytest.mark.parametrize("flag", [{"type": "boolean"}, {"type": ["boolean", "null"]}, {"const": True}])
def test_a_boolean_property_requests_the_stream(tmp_path: Path, media_type: str, flag: Mapping[str, Any]) -> None:
    """A boolean property `stream` of the body is set by the method, and no argument."""
    schema = {"type": "object", "properties": {"stream": flag, "text": TEXT}}
    body = {"requestBody": {"content": {media_type: {"schema": schema}}}}
    plain, stream = methods(api_of(tmp_path, x={"post": answer(_200={JSON: TEXT, EVENTS: TEXT}) | body})).values()
    for operation, value in ((plain, False), (stream, True)):
        assert operation.body
        assert operation.body.fixed == (("stream", value),)
        assert [each.name.wire for each in operation.body.fields] == ["text"]
        assert operation.body.arguments == ("text",)


def test_a_stream_alone_is_always_requested(tmp_path: Path) -> None:
    """The only method of such an operation asks for what it decodes, too."""
    body = {
        "requestBody": {
            "content": {JSON: {"schema": {"type": "object", "properties": {"stream": {"type": "boolean"}}}}}
        }
    }
    (operation,) = methods(api_of(tmp_path, x={"post": answer(_200={EVENTS: TEXT}) | body})).values()
    assert operation.body
    assert operation.body.fixed == (("stream", True),)


def test_other_properties_request_no_stream(tmp_path: Path) -> None:
    """A property `stream` that is no boolean, or where no stream is described, is an argument."""
    for flag, content in (({"type": "string"}, {JSON: TEXT, EVENTS: TEXT}), ({"type": "boolean"}, {JSON: TEXT})):
        schema = {"type": "object", "properties": {"stream": flag}}
        body = {"requestBody": {"content": {JSON: {"schema": schema}}}}
        for operation in methods(api_of(tmp_path, x={"post": answer(_200=content) | body})).values():
            assert operation.body
            assert operation.body.arguments == ("stream",)
            assert operation.body.fixed == ()
