"""What the configuration says of pages, as far as the document bears it out; and lists of generated clients."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.loader.load import load
from generator.model.build import build
from generator.model.api import (
    CursorPages,
    LinkPages,
    NumberPages,
    OffsetPages,
    Operation,
    PagesWanted,
    Pagination,
    Scalar,
    TokenPages,
    URLPages,
)
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
        "/done": {"delete": {"responses": {"204": {"description": "Done."}}}},
    },
    Thing=THING,
)


def understood(folder: Path, wanted: dict[str, PagesWanted]) -> tuple[dict[str, Operation], Report]:
    """The operations by method and path, and what was reported."""
    source = folder / "openapi.json"
    source.write_text(json.dumps(DOCUMENT))
    report = Report()
    spec = load([str(source)], report, base=folder)
    assert spec is not None
    api = build(spec, report, names={}, given={}, env_prefix="X", pagination=wanted)
    return {each.name.wire: each for resource in api.resources for each in resource.operations}, report


def found(folder: Path, key: str, wanted: PagesWanted) -> Pagination | None:
    operations, report = understood(folder, {key: wanted})
    assert not report.failed, [each.message for each in report]
    return next(each.pagination for each in operations.values() if key in (each.name.wire, each.id))


@pytest.mark.parametrize(
    "wanted, pages",
    [
        (PagesWanted(items="theThings", token="class.nextOne", parameter="fromHere"), TokenPages),
        (PagesWanted(items="theThings", token="class.nextOne", parameter="fromHere", more="class.more"), CursorPages),
        (PagesWanted(items="theThings", last="thingId", parameter="fromHere"), CursorPages),
        (PagesWanted(items="theThings", page="fromHere", pages="dotted.name", more="class.more", first=0), NumberPages),
        (PagesWanted(items="theThings", offset="fromHere", total="dotted.name"), OffsetPages),
        (PagesWanted(items="theThings", next_url="open.links.next"), URLPages),
        (PagesWanted(items="theThings", link=True), LinkPages),
    ],
)
def test_what_is_wanted(tmp_path: Path, wanted: PagesWanted, pages: type[Any]) -> None:
    """Wire names become those of Python, also of nested fields, and of fields with dots in their names."""
    made = found(tmp_path, "GET /things", wanted)
    assert isinstance(made, pages)
    assert made.items == "the_things"
    for name, expected in {
        "token": "class_.next_one",
        "parameter": "from_here",
        "more": "class_.more" if wanted.more else "",
        "pages": "dotted_name",
        "total": "dotted_name",
        "url": "open.links.next",
        "cursor": "thing_id" if wanted.last else "class_.next_one",
        "last": bool(wanted.last),
        "first": wanted.first or 0,
    }.items():
        assert getattr(made, name, expected) == expected


def test_the_list_is_found_or_named(tmp_path: Path) -> None:
    """An array is the list itself; in an object, its only list or one of a usual name is."""
    made = found(tmp_path, "GET /names", PagesWanted(link=True))
    assert made == LinkPages(items="", item=Scalar.STR)
    made = found(tmp_path, "listThings", PagesWanted(items="others", link=True))
    assert made == LinkPages(items="others", item=Scalar.STR)


def test_a_field_of_a_body(tmp_path: Path) -> None:
    """A search that is a POST goes on by a field of its body."""
    made = found(tmp_path, "searchThings", PagesWanted(items="theThings", token="class.nextOne", parameter="startHere"))
    assert isinstance(made, TokenPages) and made.parameter == "start_here"


def test_none(tmp_path: Path) -> None:
    """What was found can be turned off."""
    operations, _ = understood(tmp_path, {})
    assert isinstance(operations["GET /tokens"].pagination, TokenPages)
    assert found(tmp_path, "GET /tokens", PagesWanted(none=True)) is None


def test_all_at_once(tmp_path: Path) -> None:
    """`*` stands for all GETs that have no key of their own and bear it out; others are as found."""
    wanted = {
        "*": PagesWanted(items="theThings", token="class.nextOne", parameter="fromHere"),
        "GET /names": PagesWanted(offset="offset"),
    }
    operations, report = understood(tmp_path, wanted)
    assert not report.failed
    kinds = {key: type(each.pagination) for key, each in operations.items()}
    assert kinds == {
        "GET /things": TokenPages,
        "GET /names": OffsetPages,
        "GET /tokens": TokenPages,
        "POST /things": type(None),
        "DELETE /done": type(None),
    }
    assert operations["GET /tokens"].pagination == understood(tmp_path, {})[0]["GET /tokens"].pagination


@pytest.mark.parametrize(
    "key, wanted, message, hint",
    [
        (
            "GET /thinks",
            PagesWanted(link=True),
            "`GET /thinks`, and the document has no such",
            "did you mean `GET /things`?",
        ),
        ("list", PagesWanted(link=True), "the document has no such operation", "`GET /pets`"),
        ("GET /things", PagesWanted(items="theThinks", link=True), "no field `theThinks`", "did you mean `theThings`?"),
        ("GET /things", PagesWanted(items="open", next_url="class.nextOnes"), "`open` is no list", None),
        ("GET /things", PagesWanted(items="others", next_url="class.nextOnes"), "no field `nextOnes`", "`nextOne`"),
        ("GET /things", PagesWanted(items="others", page="fromThere"), "no parameter `fromThere`", "`fromHere`"),
        ("GET /things", PagesWanted(items="others", page="x"), "no parameter `x`", None),
        ("GET /things", PagesWanted(page="fromHere"), "not clear which list", 'items = "data"'),
        ("GET /names", PagesWanted(last="id", parameter="fromHere"), "no field `id`", None),
        ("DELETE /done", PagesWanted(link=True), "its successes have no body", None),
    ],
)
def test_what_the_document_does_not_have(
    tmp_path: Path, key: str, wanted: PagesWanted, message: str, hint: str | None
) -> None:
    """It is an error to name what is not there, with a guess at what was meant."""
    _, report = understood(tmp_path, {key: wanted})
    (error,) = [each for each in report if each.severity == "error"]
    assert error.code == "pagination-unknown"
    assert message in error.message
    assert (hint in (error.hint or "")) if hint else error.hint is None


def test_a_generated_list(tmp_path: Path) -> None:
    """A call of a generated client goes from page to page; its fields are those of the models."""
    folder = tmp_path / "made"
    wanted = {"listThings": PagesWanted(items="theThings", last="thingId", parameter="fromHere", more="class.more")}
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
                return transport.StreamedResponse(200, transport.Headers(), lambda: iter([body]), lambda: None)

            def close(self) -> None: ...

        client = package.Client(transport=Canned())
        page = client.things.list()
        assert page.has_next and page.raw_response.status_code == 200
        assert [each.thing_id for each in page] == ["1", "2", "3"]
        runtime = folder / "made_client" / "_runtime"
        assert {path.stem for path in runtime.glob("*pages.py")} == {"pages", "cursor_pages"}
    assert asked == [f"https://api.example.com/things{query}" for query in ("", "?fromHere=1", "?fromHere=2")]
