"""Parts of multipart bodies, and JSON, whose `contentEncoding` is base64 are base64 (OpenAPI 3.1.1, 4.8.15), and no files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import document, imported, operation, put, understand
from tests.runtime.http.conftest import Api, Server

BYTES = {"type": "string", "contentEncoding": "base64"}
PROPERTIES: dict[str, Any] = {
    "icon": BYTES,
    "old": {"type": "string", "format": "byte"},
    "png": {**BYTES, "contentMediaType": "image/png"},
    "ref": {"$ref": "#/components/schemas/Icon"},
    "none": {"anyOf": [BYTES, {"type": "null"}]},
    "file": {"type": "string", "format": "binary"},
}


@pytest.fixture
def package(tmp_path: Path) -> Iterator[Any]:
    content = {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["icon"],
                "properties": {**PROPERTIES, "icons": {"type": "array", "items": BYTES}},
            },
            "encoding": {"png": {"contentType": "image/png"}},
        }
    }
    spec = document({"/x": {"post": operation(operationId="send", tags=["x"], requestBody={"content": content})}})
    spec["components"]["schemas"]["Icon"] = BYTES
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    put(emit(understand(tmp_path / "openapi.json")[0]), tmp_path / "parts_client")
    with imported(tmp_path, "parts_client") as module:
        yield module


def test_parts_are_base64(api: Api, server: Server, package: Any) -> None:
    """Also behind a reference, in lists, beside null, with a media type, and as `format: byte`; files are as they are."""
    server.answer(204)
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    data = b"\xff\xfe\xfa"
    api.run(client.x.send(**dict.fromkeys(PROPERTIES, data), icons=[data, data]))
    api.run(client.close())
    body = server.last.body
    assert body.count(b"//76") == 7 and body.count(b"filename=") == 1 and body.count(data) == 1
    assert b'name="icon"\r\n\r\n//76\r\n' in body
    assert b'name="png"\r\nContent-Type: image/png\r\n\r\n//76\r\n' in body


@pytest.mark.parametrize(
    "schema",
    [
        BYTES,
        {"$ref": "#/components/schemas/Icon"},
        {"$ref": "#/components/schemas/Picture"},
        {"anyOf": [{"$ref": "#/components/schemas/Icon"}, {"type": "null"}]},
        {"type": "string", "format": "byte"},
    ],
    ids=["itself", "by a name", "by two names", "or null", "byte"],
)
def test_a_whole_body_of_json_is_base64(api: Api, server: Server, tmp_path: Path, schema: dict[str, Any]) -> None:
    """As a request, as a result and as the body of an error: bytes, however many names they have."""
    content = {"content": {"application/json": {"schema": schema}}}
    responses = {"200": {"description": "Done", **content}, "409": {"description": "Other", **content}}
    facts: dict[str, Any] = {"operationId": "send", "tags": ["x"], "requestBody": {"required": True, **content}}
    icons = {"Icon": BYTES, "Picture": {"$ref": "#/components/schemas/Icon"}}
    spec = document({"/x": {"post": {**facts, "responses": responses}}}, **icons)
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    put(emit(understand(tmp_path / "openapi.json")[0]), tmp_path / "whole_client")
    with imported(tmp_path, "whole_client") as package:
        client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
        server.answer(200, "//76")
        server.answer(409, "//76")
        assert api.run(client.x.send(body=b"\xff\xfe\xfa")) == b"\xff\xfe\xfa"
        assert server.last.body == b'"//76"'
        with pytest.raises(package.ConflictError) as caught:
            api.run(client.x.send(body=b"\xff\xfe\xfa"))
        assert caught.value.body == b"\xff\xfe\xfa"
        api.run(client.close())


NOTE = {"type": "object", "required": ["icon"], "properties": {"icon": BYTES, "price": {"type": "number"}}}
SIGNED = {"type": "object", "required": ["at"], "properties": {"at": {"type": "string", "format": "http-date"}}}
EITHER = {"oneOf": [{"$ref": "#/components/schemas/Note"}, {"$ref": "#/components/schemas/Signed"}]}
MAP = {"type": "object", "additionalProperties": BYTES}
MULTIPART, FORM, JSON = "multipart/form-data", "application/x-www-form-urlencoded", "application/json"


@pytest.fixture
def forms(tmp_path: Path) -> Iterator[Any]:
    """A client whose forms have one argument, or alternatives."""
    note = {"$ref": "#/components/schemas/Note"}
    bodies: dict[str, dict[str, Any]] = {
        "parts": {MULTIPART: EITHER},
        "form": {FORM: EITHER},
        "map": {MULTIPART: MAP},
        "any": {JSON: note, FORM: note},
    }
    paths = {
        f"/{name}": {
            "post": operation(
                operationId=name,
                tags=["x"],
                requestBody={"required": True, "content": {kind: {"schema": each} for kind, each in content.items()}},
            )
        }
        for name, content in bodies.items()
    }
    query = [{"name": "at", "in": "query", "style": "deepObject", "schema": SIGNED}]
    query += [{"name": "price", "in": "query", "content": {JSON: {"schema": {"type": "number"}}}}]
    paths["/query"] = {"get": operation(operationId="query", tags=["x"], parameters=query)}
    (tmp_path / "openapi.json").write_text(json.dumps(document(paths, Note=NOTE, Signed=SIGNED)))
    put(emit(understand(tmp_path / "openapi.json")[0]), tmp_path / "forms_client")
    with imported(tmp_path, "forms_client") as module:
        yield module


def test_a_form_that_is_one_argument_is_written_by_its_types(api: Api, server: Server, forms: Any) -> None:
    """A dict for a union or a map: bytes are base64, dates are those of HTTP, decimals in JSON are numbers."""
    client = (forms.AsyncClient if api.asynchronous else forms.Client)(base_url=server.url)

    def sent(call: Any) -> bytes:
        server.answer(204)
        api.run(call)
        return server.last.body

    data, moment = b"\xff\xfe\xfa", datetime(2015, 10, 21, 7, 28, tzinfo=timezone.utc)
    for body in ({"icon": data}, forms.models.Note(icon=data)):
        parts = sent(client.x.parts(body=body))
        assert b'name="icon"\r\n\r\n//76\r\n' in parts and b"filename" not in parts
    assert b"Wed, 21 Oct 2015 07:28:00 GMT" in sent(client.x.parts(body={"at": moment}))
    assert sent(client.x.form(body={"at": moment})) == b"at=Wed%2C%2021%20Oct%202015%2007%3A28%3A00%20GMT"
    assert b'name="icon"\r\n\r\n//76\r\n' in sent(client.x.map(body={"icon": data}))
    sent(client.x.query(at={"at": moment}, price=Decimal("0.10")))
    assert server.last.query == "at%5Bat%5D=Wed%2C%2021%20Oct%202015%2007%3A28%3A00%20GMT&price=0.10"
    api.run(client.close())


def test_bytes_that_are_text_are_no_file_among_media_types(api: Api, server: Server, forms: Any) -> None:
    """The first media type of the description has them."""
    client = (forms.AsyncClient if api.asynchronous else forms.Client)(base_url=server.url)
    server.answer(204)
    api.run(client.x.any(icon=b"\xff\xfe\xfa"))
    api.run(client.close())
    assert server.last.body == b'{"icon":"//76"}'
