"""Which pagination a description shows: neighbours of the cases, by the names and formats of one page and its parameters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import Pagination
from fledge.loader.load import load
from tests.client import document, understand

TEXTS = {"type": "array", "items": {"type": "string"}}
TEXT, NUMBER, FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
URI = {"type": "string", "format": "uri"}
NULLABLE_URI = {"anyOf": [{"type": "string", "format": "uri", "maxLength": 9}, {"type": "null"}]}


def detected(folder: Path, page: dict[str, Any], /, **parameters: dict[str, Any]) -> Pagination | None:
    """The pagination of a GET whose page has these properties, and that has these query parameters."""
    operation = {
        "parameters": [{"name": name, "in": "query", "schema": schema} for name, schema in parameters.items()],
        "responses": {
            "200": {
                "description": "A page.",
                "content": {"application/json": {"schema": {"type": "object", "properties": page}}},
            }
        },
    }
    spec = document({"/things": {"get": operation}}, Link=URI, Nested={"$ref": "#/components/schemas/Link"})
    source = folder / "openapi.json"
    source.write_text(json.dumps(spec))
    collector = DiagnosticCollector()
    loaded = load([str(source)], collector, base=folder)
    assert loaded is not None
    api = build(loaded, collector, overrides={}, locked_names={}, env_prefix="X", pagination={})
    (resource,) = api.resources
    return resource.operations[0].pagination


def searched(
    folder: Path, page: dict[str, Any], body: dict[str, Any], *, path: str, method: str = "post", **facts: Any
) -> Pagination | None:
    """The pagination of an operation at a path whose JSON body has these fields."""

    def media(schema: dict[str, Any]) -> dict[str, Any]:
        return {"content": {"application/json": {"schema": schema}}}

    operation = {
        **facts,
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT}] if "{id}" in path else [],
        "requestBody": media({"type": "object", "properties": body}),
        "responses": {"200": {"description": "A page.", **media(page)}},
    }
    spec = {**document({path: {method: operation}}), "openapi": "3.2.0"}
    source = folder / "openapi.json"
    source.write_text(json.dumps(spec))
    api, _ = understand(source)
    return api.resources[0].operations[0].pagination


def shown(pagination: Pagination | None) -> str:
    """The kind and the values that are not the default."""
    if pagination is None:
        return ""
    names = [name for base in type(pagination).__mro__ for name in getattr(base, "__slots__", ())]
    values = {name: getattr(pagination, name) for name in names if name not in ("item", "items")}
    texts = [
        f"{name}={shown(value) if isinstance(value, Pagination) else value}" for name, value in values.items() if value
    ]
    return " ".join([pagination.kind, *sorted(texts)])


@pytest.mark.parametrize(
    "name, schema",
    [
        ("next", URI),
        ("next", NULLABLE_URI),
        ("next", {"type": ["string", "null"], "format": "uri-reference"}),
        ("next", {"$ref": "#/components/schemas/Link"}),
        ("next", {"anyOf": [{"$ref": "#/components/schemas/Nested"}, {"type": "null"}]}),
        ("next", {"allOf": [{"$ref": "#/components/schemas/Link"}]}),
        ("next_page", NULLABLE_URI),
        ("next_cursor", URI),
        ("nextPageToken", URI),
        ("cursor", URI),
        ("next_results", URI),
    ],
)
def test_a_next_value_in_a_format_of_urls_is_a_url(tmp_path: Path, name: str, schema: dict[str, Any]) -> None:
    """Also beside a parameter that would take a token."""
    tokens = {each: TEXT for each in ("cursor", "page_token", "page", "after")}
    pagination = detected(tmp_path, {"things": TEXTS, name: schema, "total": NUMBER}, **tokens)
    assert shown(pagination).startswith("url url=")


@pytest.mark.parametrize("name", ["self", "first", "last", "previous", "html_url", "preview"])
def test_other_urls_are_no_next_page(tmp_path: Path, name: str) -> None:
    """A page has other links as well."""
    assert detected(tmp_path, {"results": TEXTS, name: URI}) is None


PAGES = [
    # a token beside a number or an offset
    (
        {"next_cursor": TEXT, "total_entries": NUMBER},
        {"cursor": TEXT, "offset": NUMBER},
        "token fallback=offset parameter=offset total=total_entries parameter=cursor token=next_cursor",
    ),
    (
        {"next_page_token": TEXT, "total_pages": NUMBER, "page": NUMBER},
        {"page_token": TEXT, "page": NUMBER},
        "token fallback=number first=1 page=page pages=total_pages parameter=page parameter=page_token"
        " token=next_page_token",
    ),
    (
        {"cursor": TEXT, "has_more": FLAG},
        {"cursor": TEXT, "offset": NUMBER},
        "cursor cursor=cursor fallback=offset more=has_more parameter=offset more=has_more parameter=cursor",
    ),
    ({"next_cursor": TEXT}, {"cursor": TEXT, "offset": NUMBER}, "token parameter=cursor token=next_cursor"),
    (
        {"next_page": NUMBER, "total_pages": NUMBER},
        {"page": NUMBER},
        "token parameter=page token=next_page",
    ),
    ({"next_cursor": TEXT, "more": FLAG}, {"cursor": TEXT}, "token more=more parameter=cursor token=next_cursor"),
    # numbers
    (
        {"current_page": NUMBER, "total_pages": NUMBER},
        {"current_page": NUMBER, "page_size": NUMBER},
        "number first=1 page=current_page pages=total_pages parameter=current_page",
    ),
    ({"total": NUMBER}, {"page": NUMBER}, "number first=1 parameter=page total=total"),
    (
        {"total": NUMBER, "next": NULLABLE_URI},
        {"page": NUMBER, "page_size": NUMBER},
        "url url=next",
    ),
    (
        {"number": NUMBER, "totalElements": NUMBER, "totalPages": NUMBER},
        {"page": {"type": "integer", "default": 0}},
        "number page=number pages=total_pages parameter=page total=total_elements",
    ),
    ({"number": NUMBER, "total": NUMBER}, {"page": NUMBER}, "number first=1 parameter=page total=total"),
    # a range of a report is no offset, and no selector is in a filter
    ({"total": NUMBER}, {"from": NUMBER, "to": NUMBER, "size": NUMBER}, ""),
    ({"total": NUMBER}, {"from": NUMBER}, ""),
    ({"total": NUMBER}, {"from": NUMBER, "size": NUMBER}, "offset parameter=from_ total=total"),
    ({"total": NUMBER}, {"filter[offset]": NUMBER}, ""),
    # links are URLs, whatever takes a token
    ({"links": {"type": "object", "properties": {"next": TEXT}}}, {"page[after]": TEXT}, "url url=links.next"),
    ({"links": {"type": "object", "additionalProperties": TEXT}}, {"after": TEXT}, "url url=links.next"),
    ({"links": {"type": "object", "additionalProperties": NUMBER}}, {"after": TEXT}, ""),
]


@pytest.mark.parametrize("page, parameters, expected", PAGES)
def test_pagination_by_the_names_of_fields_and_parameters(
    tmp_path: Path, page: dict[str, Any], parameters: dict[str, Any], expected: str
) -> None:
    """The rules of docs/pagination.md, in their order."""
    assert shown(detected(tmp_path, {"items": TEXTS, **page}, **parameters)) == expected


OBJECT = {"type": "object", "properties": {"results": TEXTS, "next_cursor": TEXT, "has_more": FLAG, "total": NUMBER}}
OFFSET = {"limit": NUMBER, "offset": NUMBER, "name": TEXT}


@pytest.mark.parametrize(
    "page, body, facts, expected",
    [
        (TEXTS, OFFSET, {"path": "/flows/filter"}, "offset parameter=offset"),
        (TEXTS, OFFSET, {"path": "/flows/{id}/search"}, "offset parameter=offset"),
        (TEXTS, OFFSET, {"path": "/searchFlows"}, "offset parameter=offset"),
        (TEXTS, OFFSET, {"path": "/flows/{id}", "operationId": "queryFlows"}, "offset parameter=offset"),
        (TEXTS, OFFSET, {"path": "/flows", "method": "query"}, "offset parameter=offset"),
        (OBJECT, OFFSET, {"path": "/v1/users.list"}, "offset more=has_more parameter=offset total=total"),
        (OBJECT, {"start_cursor": TEXT}, {"path": "/databases/{id}/query"}, "token more=has_more parameter=start_cursor token=next_cursor"),
        (OBJECT, {"page": NUMBER}, {"path": "/flows/paginate"}, "number first=1 more=has_more parameter=page total=total"),
        # what may change something, and what has no argument for the page
        (TEXTS, OFFSET, {"path": "/flows"}, ""),
        (TEXTS, OFFSET, {"path": "/lists", "operationId": "createList"}, ""),
        (TEXTS, OFFSET, {"path": "/flows/filter", "method": "put"}, ""),
        (OBJECT, {"name": TEXT}, {"path": "/flows/search"}, ""),
        (OBJECT, {"cursor": {"type": "object"}}, {"path": "/flows/search"}, ""),
    ],
)  # fmt: skip
def test_searches_by_post(
    tmp_path: Path, page: dict[str, Any], body: dict[str, Any], facts: dict[str, Any], expected: str
) -> None:
    """The fields of the body select the page of what only reads, by its path, its operationId or its method."""
    assert shown(searched(tmp_path, page, body, **facts)) == expected
