"""What the configuration says of pages, as far as the document bears it out; and lists of generated clients."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.builder.build import build
from fledge.config.pagination import PaginationConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import (
    CursorPagination,
    LinkPagination,
    NumberPagination,
    OffsetPagination,
    Operation,
    Pagination,
    Scalar,
    TokenPagination,
    URLPagination,
)
from fledge.loader.load import load
from tests.client import document, imported, make_from, put

ITEMS = {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}
THING = {"type": "object", "properties": {"thingId": {"type": "string"}}}
PAGE = {
    "type": "object",
    "properties": {
        "theThings": ITEMS,
        "others": {"type": "array", "items": {"type": "string"}},
        "class": {"type": "object", "properties": {"nextOne": {"type": "string"}, "more": {"type": "boolean"}}},
        "dotted.name": {"type": "integer"},
        "open": {"type": "object", "additionalProperties": True},
    },
}


def reading(schema: object, *parameters: str, **facts: Any) -> dict[str, Any]:
    """An operation that answers 200."""
    content = {"application/json": {"schema": schema}}
    return {
        "parameters": [{"name": name, "in": "query", "schema": {"type": "string"}} for name in parameters],
        "responses": {"200": {"description": "Read.", "content": content}},
        **facts,
    }


DOCUMENT = document(
    {
        "/things": {
            "get": reading(PAGE, "fromHere", operationId="listThings"),
            "post": reading(
                PAGE,
                operationId="searchThings",
                requestBody={
                    "content": {
                        "application/json": {
                            "schema": {"type": "object", "properties": {"startHere": {"type": "string"}}}
                        }
                    }
                },
            ),
        },
        "/names": {"get": reading({"type": "array", "items": {"type": "string"}}, "fromHere", "offset")},
        "/tokens": {
            "get": reading({"type": "object", "properties": {"items": ITEMS, "nextToken": {"type": "string"}}}, "token")
        },
        "/mixed": {
            "get": {
                **reading(
                    {
                        "type": "object",
                        "properties": {
                            "rows": {"type": "array", "items": {"type": "string"}},
                            "newest": {"type": "string"},
                            "total": {"type": "integer"},
                        },
                    },
                    "since",
                ),
                "parameters": [
                    {"name": "since", "in": "query", "schema": {"type": "string"}},
                    {"name": "offset", "in": "query", "schema": {"type": "integer"}},
                    {
                        "name": "whole-page",
                        "in": "query",
                        "schema": {"type": "object", "properties": {"pageNo": {"type": "integer"}}},
                    },
                ],
            }
        },
        "/done": {"delete": {"responses": {"204": {"description": "Done."}}}},
    },
    Thing=THING,
)


def understood(folder: Path, wanted: dict[str, PaginationConfig]) -> tuple[dict[str, Operation], DiagnosticCollector]:
    """The operations by method and path, and what was reported."""
    source = folder / "openapi.json"
    source.write_text(json.dumps(DOCUMENT))
    report = DiagnosticCollector()
    spec = load([str(source)], report, base=folder)
    assert spec is not None
    api = build(spec, report, overrides={}, locked_names={}, env_prefix="X", pagination=wanted)
    return {each.name.wire: each for resource in api.resources for each in resource.operations}, report


def found(folder: Path, key: str, wanted: PaginationConfig) -> Pagination | None:
    operations, report = understood(folder, {key: wanted})
    assert not report.failed, [each.message for each in report]
    return next(each.pagination for each in operations.values() if key in (each.name.wire, each.id))


@pytest.mark.parametrize(
    "wanted, pages",
    [
        (PaginationConfig(items="theThings", token="class.nextOne", parameter="fromHere"), TokenPagination),
        (
            PaginationConfig(items="theThings", token="class.nextOne", parameter="fromHere", more="class.more"),
            CursorPagination,
        ),
        (PaginationConfig(items="theThings", last="thingId", parameter="fromHere"), CursorPagination),
        (
            PaginationConfig(items="theThings", page="fromHere", pages="dotted.name", more="class.more", first=0),
            NumberPagination,
        ),
        (PaginationConfig(items="theThings", page="fromHere", total="dotted.name", first=0), NumberPagination),
        (PaginationConfig(items="theThings", offset="fromHere", total="dotted.name"), OffsetPagination),
        (PaginationConfig(items="theThings", next_url="open.links.next"), URLPagination),
        (PaginationConfig(items="theThings", link=True), LinkPagination),
    ],
)
def test_each_configured_kind_of_pagination(tmp_path: Path, wanted: PaginationConfig, pages: type[Any]) -> None:
    """Wire names become those of Python, also of nested fields, and of fields with dots in their names."""
    made = found(tmp_path, "GET /things", wanted)
    assert isinstance(made, pages)
    assert made.items == "the_things"
    for name, expected in {
        "token": "class_.next_one",
        "parameter": "from_here",
        "more": "class_.more" if wanted.more else "",
        "pages": "dotted_name" if wanted.pages else "",
        "total": "dotted_name" if wanted.total else "",
        "url": "open.links.next",
        "cursor": "thing_id" if wanted.last else "class_.next_one",
        "last": bool(wanted.last),
        "first": wanted.first or 0,
    }.items():
        assert getattr(made, name, expected) == expected


def test_a_configured_number_in_an_object_has_a_dot(tmp_path: Path) -> None:
    """The argument by its Python name, and the key in it as it is sent."""
    made = found(tmp_path, "GET /mixed", PaginationConfig(items="rows", page="whole-page.pageNo"))
    assert isinstance(made, NumberPagination) and made.parameter == "whole_page.pageNo"


def test_items_are_detected_or_configured(tmp_path: Path) -> None:
    """An array is the list itself; in an object, its only list or one of a usual name is."""
    made = found(tmp_path, "GET /names", PaginationConfig(link=True))
    assert made == LinkPagination(items="", item=Scalar.STR)
    made = found(tmp_path, "listThings", PaginationConfig(items="others", link=True))
    assert made == LinkPagination(items="others", item=Scalar.STR)


def test_a_parameter_may_be_a_field_of_the_body(tmp_path: Path) -> None:
    """A search that is a POST goes on by a field of its body."""
    made = found(
        tmp_path, "searchThings", PaginationConfig(items="theThings", token="class.nextOne", parameter="startHere")
    )
    assert isinstance(made, TokenPagination) and made.parameter == "start_here"


def test_a_configured_token_goes_on_by_the_offset_too(tmp_path: Path) -> None:
    """The rest of the operation is as detected: an offset and a total, for pages without a token."""
    made = found(
        tmp_path,
        "GET /mixed",
        PaginationConfig(items="rows", token="newest", parameter="since"),
    )
    fallback = OffsetPagination(items="rows", item=Scalar.STR, parameter="offset", total="total")
    assert made == TokenPagination(items="rows", item=Scalar.STR, token="newest", parameter="since", fallback=fallback)


def test_none_disables_pagination(tmp_path: Path) -> None:
    """What was found can be turned off."""
    operations, _ = understood(tmp_path, {})
    assert isinstance(operations["GET /tokens"].pagination, TokenPagination)
    assert found(tmp_path, "GET /tokens", PaginationConfig(none=True)) is None


def test_a_star_configures_every_get_that_has_its_fields(tmp_path: Path) -> None:
    """`*` stands for all GETs that have no key of their own and bear it out; others are as found."""
    wanted = {
        "*": PaginationConfig(items="theThings", token="class.nextOne", parameter="fromHere"),
        "GET /names": PaginationConfig(offset="offset"),
    }
    operations, report = understood(tmp_path, wanted)
    assert not report.failed
    kinds = {key: type(each.pagination) for key, each in operations.items()}
    assert kinds == {
        "GET /things": TokenPagination,
        "GET /names": OffsetPagination,
        "GET /tokens": TokenPagination,
        "GET /mixed": OffsetPagination,
        "POST /things": type(None),
        "DELETE /done": type(None),
    }
    assert operations["GET /tokens"].pagination == understood(tmp_path, {})[0]["GET /tokens"].pagination


@pytest.mark.parametrize(
    "key, wanted, message, hint",
    [
        (
            "GET /thinks",
            PaginationConfig(link=True),
            "`GET /thinks`, and the document has no such",
            "did you mean `GET /things`?",
        ),
        ("list", PaginationConfig(link=True), "the document has no such operation", "`GET /pets`"),
        (
            "GET /things",
            PaginationConfig(items="theThinks", link=True),
            "no field `theThinks`",
            "did you mean `theThings`?",
        ),
        ("GET /things", PaginationConfig(items="open", next_url="class.nextOnes"), "`open` is no list", None),
        (
            "GET /things",
            PaginationConfig(items="others", next_url="class.nextOnes"),
            "no field `nextOnes`",
            "`nextOne`",
        ),
        ("GET /things", PaginationConfig(items="others", page="fromThere"), "no parameter `fromThere`", "`fromHere`"),
        ("GET /things", PaginationConfig(items="others", page="x"), "no parameter `x`", None),
        ("GET /things", PaginationConfig(page="fromHere"), "not clear which list", 'items = "data"'),
        ("GET /names", PaginationConfig(last="id", parameter="fromHere"), "no field `id`", None),
        ("DELETE /done", PaginationConfig(link=True), "its successes have no body", None),
    ],
)
def test_configuration_that_the_description_contradicts_is_an_error(
    tmp_path: Path, key: str, wanted: PaginationConfig, message: str, hint: str | None
) -> None:
    """It is an error to name what is not there, with a guess at what was meant."""
    _, report = understood(tmp_path, {key: wanted})
    (error,) = [each for each in report if each.severity == "error"]
    assert error.code == "pagination-unknown"
    assert message in error.message
    assert (hint in (error.hint or "")) if hint else error.hint is None


def test_a_generated_method_follows_its_configuration(tmp_path: Path) -> None:
    """A call of a generated client goes from page to page; its fields are those of the models."""
    folder = tmp_path / "made"
    wanted = {
        "listThings": PaginationConfig(items="theThings", last="thingId", parameter="fromHere", more="class.more")
    }
    put(make_from(DOCUMENT, tmp_path, pagination=wanted), folder / "made_client")
    asked: list[str] = []
    with imported(folder, "made_client") as package:
        transport = __import__("made_client._runtime.transport", fromlist=["x"])

        class Canned:
            def send(self, request: Any) -> Any:
                asked.append(request.url)
                more = len(asked) < 3
                page = {"theThings": [{"thingId": f"{len(asked)}"}], "class": {"more": more}}
                body = json.dumps(page).encode()
                return transport.StreamedResponse(200, package.Headers(), lambda: iter([body]), lambda: None)

            def close(self) -> None: ...

        client = package.Client(transport=Canned())
        page = client.things.list()
        assert page.has_next and page.raw_response.status_code == 200
        assert [each.thing_id for each in page] == ["1", "2", "3"]
        runtime = folder / "made_client" / "_runtime"
        assert {path.stem for path in runtime.glob("*pagination.py")} == {
            "pagination",
            "cursor_pagination",
            "number_pagination",
        }
    assert asked == [f"https://api.example.com/things{query}" for query in ("", "?fromHere=1", "?fromHere=2")]
