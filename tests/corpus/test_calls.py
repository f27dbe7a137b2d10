"""Every operation of some documents is called over loopback and judged; and the judge does refuse what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fledge.emitter.package import Package
from tests.client import document, operation
from tests.corpus import calls
from tests.corpus.calls import Called, Fault, call
from tests.corpus.excerpt import Reachable, at
from tests.corpus.judge import RecordedRequest, excerpt, judge, small
from tests.corpus.subjects import Subject, count, subjects

NAMES = (
    "firecracker",  # 2.0's heir: JSON bodies, no security
    "lanraragi",  # forms, files, a key in a header
    "openai-1.2.0",  # multipart, unions
    "swagger2-jupyter-server",  # 2.0, a key in the query
)


@pytest.mark.parametrize("name", NAMES)
def test_each_operation_is_called(name: str, shared: Path, tmp_path: Path) -> None:
    """All requests of all operations pass on a socket, and all answers decode, but for the listed exceptions."""
    subject = next(each for each in subjects(shared / "corpus") if each.name == name)
    done = call(subject, tmp_path, "loopback")
    assert done.unexpected() == []
    assert done.operations == len(count(subject).operations) > 0
    assert done.requests == 2 * done.operations and done.answers > done.requests


# --- the judge


SCHEMA = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string"}, "size": {"type": "integer"}},
    "additionalProperties": False,
}
PARAMETERS = [
    {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
    {"name": "ids", "in": "query", "required": True, "schema": {"type": "array", "items": {"type": "integer"}}},
    {"name": "one", "in": "query", "explode": False, "schema": {"type": "array", "items": {"type": "boolean"}}},
    {"name": "range", "in": "query", "required": True, "schema": {"$ref": "#/components/schemas/Range"}},
    {
        "name": "filter",
        "in": "query",
        "style": "deepObject",
        "explode": True,
        "schema": {"type": "object", "properties": {"at": {"$ref": "#/components/schemas/Range"}}},
    },
    {"name": "X-Level", "in": "header", "required": True, "schema": {"type": ["integer", "null"], "maximum": 5}},
    {"name": "Authorization", "in": "header", "required": True, "schema": {"type": "integer"}},
]
RANGE = {"type": "object", "required": ["from"], "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}}}
DOCUMENT = {
    **document(
        {
            "/things/{id}#rename": {
                "parameters": PARAMETERS[:1],
                "post": operation(
                    parameters=PARAMETERS[1:],
                    requestBody={"required": True, "content": {"application/merge-patch+json": {"schema": SCHEMA}}},
                    security=[{"key": []}],
                ),
            }
        },
        Range=RANGE,
    ),
}
DOCUMENT["components"]["securitySchemes"] = {"key": {"type": "http", "scheme": "AccessKey"}}
GOOD = RecordedRequest(
    "POST",
    "https://api.example.com/things/7?ids=1&ids=2&one=true%2Cfalse&from=1&to=2&filter%5Bat%5D%5Bfrom%5D=3",
    {"authorization": "AccessKey abc", "x-level": "5", "content-type": "application/merge-patch+json"},
    b'{"name": "a", "size": 1}',
)


def _url(old: str, new: str) -> Callable[[RecordedRequest], RecordedRequest]:
    return lambda recorded: replace(recorded, url=recorded.url.replace(old, new))


def _header(name: str, value: str) -> Callable[[RecordedRequest], RecordedRequest]:
    return lambda recorded: replace(recorded, headers={**recorded.headers, name: value})


def _body(text: str) -> Callable[[RecordedRequest], RecordedRequest]:
    return lambda recorded: replace(recorded, body=text.encode())


FAULTS: dict[str, tuple[Callable[[RecordedRequest], RecordedRequest], str]] = {
    "other path": (_url("things", "thing"), "Path"),
    "fragment": (_url("things/7", "things/7%23rename"), "Path"),
    "other server": (_url("api.example.com", "example.com"), "Server"),
    "other method": (lambda recorded: replace(recorded, method="PUT"), "Operation"),
    "path is no integer": (_url("things/7", "things/seven"), "seven"),
    "item is no integer": (_url("ids=2", "ids=two"), "two"),
    "no list": (_url("ids=1&ids=2&", ""), "ids"),
    "item is no boolean": (_url("true%2Cfalse", "true%2Cno1"), "no1"),
    "joined, not repeated": (_url("ids=1&ids=2", "ids=1,2"), "1,2"),
    "property of an exploded object": (_url("from=1&", "from=x&"), "from"),
    "no required property": (_url("&from=1", ""), "from"),
    "deep property": (_url("%5D=3", "%5D=x"), "filter"),
    "header out of bounds": (_header("x-level", "6"), "6"),
    "media type": (_header("content-type", "application/json"), "application/json"),
    "no credentials": (lambda s: replace(s, headers={k: v for k, v in s.headers.items() if k[0] != "a"}), "ecurity"),
    "other scheme": (_header("authorization", "Bearer abc"), "ecurity"),
    "no body": (_body(""), "body"),
    "no JSON": (_body("{"), "body"),
    "missing property": (_body('{"size": 1}'), "name"),
    "further property": (_body('{"name": "a", "more": 1}'), "more"),
    "property of another type": (_body('{"name": 1}'), "string"),
}


def test_the_judge_accepts_a_valid_request() -> None:
    """Every style and place of the document is read, with its value."""
    verdict = judge(excerpt(small(DOCUMENT), "/things/{id}#rename", "POST"), GOOD)
    assert verdict.faults == []
    assert verdict.values == {
        ("path", "id"): 7,
        ("query", "ids"): [1, 2],
        ("query", "one"): [True, False],
        ("query", "from"): 1,
        ("query", "to"): 2,
        ("query", "filter"): {"at": {"from": 3}},
        ("header", "X-Level"): 5,
        ("body", ""): {"name": "a", "size": 1},
    }


@pytest.mark.parametrize("name", FAULTS)
def test_the_judge_refuses_a_wrong_request(name: str) -> None:
    """One fault is enough, and it is named."""
    change, told = FAULTS[name]
    assert (changed := change(GOOD)) != GOOD
    faults = judge(excerpt(small(DOCUMENT), "/things/{id}#rename", "POST"), changed).faults
    assert faults and told in " ".join(faults)


def test_the_judge_reads_all_files_of_a_union() -> None:
    """A part that may be a list or one file, as OpenAI's `files` is, is read with all its items."""
    file = {"type": "string", "format": "binary"}
    form = {"type": "object", "properties": {"files": {"oneOf": [{"type": "array", "items": file}, file]}}}
    body = {"content": {"multipart/form-data": {"schema": form}}}
    root = document({"/files": {"post": operation(requestBody=body)}})
    parts = "".join(
        f'--b\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n{name}\r\n' for name in "xy"
    )
    sent = RecordedRequest(
        "POST",
        "https://api.example.com/files",
        {"content-type": "multipart/form-data; boundary=b"},
        f"{parts}--b--\r\n".encode(),
    )
    verdict = judge(excerpt(small(root), "/files", "POST"), sent)
    assert verdict.faults == []
    assert verdict.values["body", ""] == {"files": ["x", "y"]}


# --- the calls

SMALL = document(
    {
        "/pets/{id}": {
            "get": {
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "limit", "in": "query", "schema": {"type": "integer"}},
                ],
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                    },
                    "404": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                    },
                },
            }
        }
    },
    Pet={"type": "object", "required": ["pet-name"], "properties": {"pet-name": {"type": "string"}}},
)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("", "", ""),
        ('Query("limit")', 'Query("limits")', "refused"),
        ('"GET /pets/{id}"', '"GET /pet/{id}"', "refused"),
        ("return quote(value, safe=self.safe)", "return value", "refused"),
        ('"pet-name"', '"pet_name"', "undecoded"),
        ("pet_name: str", "pet_name: int", "undecoded"),
        ("404: NotFoundError", "404: ConflictError", "undecoded"),
        ("limit: int | None = None", "limit: int", "uncalled"),
    ],
)
def test_a_wrong_client_is_detected(
    old: str, new: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client with one fault does not pass; the same without it does."""
    emitted = calls.emit

    def emit(api: Any) -> Package:
        package = emitted(api)
        files = {path: text.replace(old, new) if old else text for path, text in package.files.items()}
        assert not old or files != package.files
        return replace(package, files=files)

    monkeypatch.setattr(calls, "emit", emit)
    source = tmp_path / "small.json"
    source.write_text(json.dumps(SMALL), encoding="utf-8")
    done = call(Subject(name="small", group="real", source=source), tmp_path)
    assert {fault.kind for fault in done.faults} == ({kind} if kind else set()), done.faults


def test_each_exception_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is listed may fail, and must."""
    done = Called(Subject(name="a", group="real", source=Path("a.json")))
    done.faults = [Fault("refused", "GET /a", "said"), Fault("refused", "GET /b", "said")]
    monkeypatch.setattr(calls, "EXCEPTIONS", {("a", "GET /a"): "reason", ("a", "GET /c"): "", ("b", "GET /d"): ""})
    assert done.unexpected() == ["refused: GET /b: said", "GET /c: passes, and is listed as an exception"]


# --- what the values are made with


def test_an_excerpt_is_complete() -> None:
    """What is referred to is there, at its place; what only looks like a reference is not followed."""
    root = {
        "paths": {"/a{b}": {"get": {"parameters": [{"schema": {"type": "string"}}]}}},
        "components": {
            "schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {"default": {"$ref": "#/x"}}, "C": {}}
        },
    }
    start = [{"$ref": "#/components/schemas/A"}, {"$ref": "#/paths/~1a%7Bb%7D/get/parameters/0/schema"}]
    found = Reachable(root).tree(start)
    assert set(found["components"]["schemas"]) == {"A", "B"}
    assert at(found, "#/paths/~1a{b}/get/parameters/0/schema") == {"type": "string"}
