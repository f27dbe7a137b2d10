"""Dates of HTTP and mail (RFC 9110 5.6.7, RFC 5322 3.3) are datetimes both ways: in JSON, forms, parts and parameters."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import document, imported, operation, put, understand
from tests.runtime.http.conftest import Api, Server

DATE = {"$ref": "#/components/schemas/Moment"}
TEXT = "Wed, 21 Oct 2015 07:28:00 GMT"
MOMENT = datetime(2015, 10, 21, 7, 28, tzinfo=timezone.utc)
VALUE: dict[str, Any] = {
    "at": TEXT,
    "iso": "2015-10-21T07:28:00Z",
    "mail": "Wed, 21 Oct 2015 09:28:00 +0200",
    "many": [TEXT],
    "named": {"a": TEXT},
    "either": TEXT,
    "none": None,
}
SCHEMAS: dict[str, Any] = {
    "Moment": {"type": "string", "format": "http-date"},
    "All": {
        "type": "object",
        "properties": {
            "at": {"type": "string", "format": "date-time-rfc1123"},
            "iso": {"type": "string", "format": "date-time"},
            "mail": {"type": "string", "format": "date-time-rfc-2822"},
            "many": {"type": "array", "items": DATE},
            "named": {"type": "object", "additionalProperties": DATE},
            "either": {"anyOf": [DATE, {"type": "integer"}]},
            "none": {"type": ["string", "null"], "format": "http-date"},
        },
    },
}


def send(name: str, media_type: str, schema: Any, *parameters: Any) -> dict[str, Any]:
    content = {media_type: {"schema": schema}}
    facts = {"operationId": name, "tags": ["x"], "requestBody": {"required": True, "content": content}}
    return operation(**facts, parameters=list(parameters))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """A client with such dates in each place."""
    whole = {"$ref": "#/components/schemas/All"}
    parameters = [
        {"name": "day", "in": "path", "required": True, "schema": DATE},
        {"name": "days", "in": "query", "schema": {"type": "array", "items": DATE}},
        {"name": "if-modified-since", "in": "header", "schema": DATE},
    ]
    paths = {
        "/json/{day}": {"post": send("json", "application/json", whole, *parameters)},
        "/parts": {"post": send("parts", "multipart/form-data", whole)},
        "/form": {"post": send("form", "application/x-www-form-urlencoded", whole)},
    }
    folder = tmp_path_factory.mktemp("dates")
    (folder / "openapi.json").write_text(json.dumps(document(paths, **SCHEMAS)))
    put(emit(understand(folder / "openapi.json")[0]), folder / "dated_client")
    with imported(folder, "dated_client") as module:
        yield module


@pytest.mark.parametrize("strict", [True, False])
def test_dates_come_and_go(package: ModuleType, strict: bool) -> None:
    """What comes is a datetime with its offset, and is sent as it came."""
    value = package.decode(package.models.All, json.dumps(VALUE), strict=strict)
    assert value.at == value.iso == value.mail == value.either == value.many[0] == value.named["a"] == MOMENT
    assert value.mail.utcoffset() == timedelta(hours=2) and value.at.tzinfo is timezone.utc
    assert isinstance(value.at, datetime) and value.at + timedelta(days=1) > MOMENT
    assert json.loads(package.encode(value)) == VALUE == value.to_dict()
    assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value)


@pytest.mark.parametrize("text", ["yesterday", "", "2015-10-21T07:28:00Z", "Wed, 99 Oct 2015 07:28:00 GMT"])
def test_a_text_that_is_none_stays_text(package: ModuleType, text: str) -> None:
    """It is an error in strict reading."""
    data = json.dumps({"at": text})
    value = package.decode(package.models.All, data)
    assert (value.at, json.loads(package.encode(value))) == (text, {"at": text})
    with pytest.raises(ValueError):
        package.decode(package.models.All, data, strict=True)


def test_plain_datetimes_are_written_as_the_place_says(api: Api, server: Server, package: ModuleType) -> None:
    """In fields, lists, maps, parameters of each location, parts and forms; in UTC, whatever the offset."""
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    there = MOMENT.astimezone(timezone(timedelta(hours=-7)))
    server.answer(204)
    fields: dict[str, Any] = {"at": there, "iso": MOMENT, "mail": there, "many": [MOMENT], "either": there}
    query: dict[str, Any] = {"days": [MOMENT, there], "if_modified_since": there}
    api.run(client.x.json(MOMENT, **fields, named={"a": MOMENT.replace(tzinfo=None)}, **query))
    sent = {**VALUE, "mail": TEXT}
    del sent["none"]
    assert json.loads(server.last.body) == sent
    escaped = TEXT.replace(",", "%2C").replace(" ", "%20").replace(":", "%3A")
    assert server.last.path.replace(":", "%3A") == f"/json/{escaped}"
    assert server.last.query.replace("+", "%20") == f"days={escaped}&days={escaped}"
    assert server.last.headers["if-modified-since"] == TEXT
    for method in ("parts", "form"):
        server.answer(204)
        api.run(getattr(client.x, method)(**fields))
        assert server.last.body.count(b"2015") == 5 and server.last.body.count(b"GMT") == 4
    api.run(client.close())
