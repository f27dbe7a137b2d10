"""Findings of the validator are sentences that say what to change, and one mistake is one of them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from fledge.loader.validate import inspect

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets/{id}": {
            "get": {
                "operationId": "getPet",
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": {"200": {"description": "The pet."}},
            },
            "put": {
                "operationId": "putPet",
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "requestBody": {"content": {"application/json": {"schema": {}}}},
                "responses": {"204": {"description": "Done."}},
            },
        }
    },
    "components": {
        "schemas": {"Pet": {"type": "object", "properties": {"age": {"type": "integer"}}}},
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    },
}
GET = ("paths", "/pets/{id}", "get")
PUT = ("paths", "/pets/{id}", "put")
AGE = ("components", "schemas", "Pet", "properties", "age")
Change = Callable[[Any], None]


def at(document: Any, *path: object) -> Any:
    """The part of a document at a path."""
    for step in path:
        document = document[step]
    return document


def put(*path: object, value: object) -> Change:
    """Set a value."""

    def change(document: Any) -> None:
        at(document, *path[:-1])[path[-1]] = value

    return change


def drop(*path: object) -> Change:
    """Remove a key."""

    def change(document: Any) -> None:
        del at(document, *path[:-1])[path[-1]]

    return change


def move(parent: tuple[object, ...], old: str, new: str) -> Change:
    """Give a key another name."""

    def change(document: Any) -> None:
        node = at(document, *parent)
        node[new] = node.pop(old)

    return change


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        (drop("info"), "The description must have `info`.", "Add `info`."),
        (drop("info", "version"), "`info` must have `version`.", "Add `version`."),
        (move(("info",), "version", "Version"), "`info` must have `version`.", "Rename `Version` to `version`."),
        (
            drop(*GET, "parameters", 0, "name"),
            "A parameter must have `name`.",
            "Add `name`.",
        ),
        (put(*GET, "responses", value={}), "`responses` must not be empty.", "Add what is missing, or remove it."),
        (
            move(GET, "operationId", "operationID"),
            "An operation cannot have the key `operationID`.",
            "Did you mean `operationId`?",
        ),
        (
            move(("paths", "/pets/{id}"), "get", "GET"),
            "A path item cannot have the key `GET`.",
            "Did you mean `get`?",
        ),
        (
            put(*GET, "color", value=1),
            "An operation cannot have the key `color`.",
            "Remove it, correct its name, or let it begin with `x-`.",
        ),
        (put("path", value={}), "The description cannot have the key `path`.", "Did you mean `paths`?"),
        (
            put(*AGE, value={"default": {"it's": 1}, "dependentRequired": {"it's": ["its age"]}}),
            "`default` has `it's`, which needs `its age` beside it.",
            "Add what is missing.",
        ),
        (
            put("paths", "owners", value={}),
            "A path must begin with `/`, and `owners` does not.",
            "Write `/owners`.",
        ),
        (
            put(*GET, "responses", "2000", value={"description": "x"}),
            "`2000` is no status code of HTTP.",
            'Write a status such as "200", a range such as "4XX", or `default`.',
        ),
        (drop(*GET, "parameters", 0, "schema"), "A parameter must have `schema` or `content`.", "Add `schema`."),
        (
            put(*GET, "parameters", 0, "content", value={"text/plain": {}}),
            "A parameter has `schema` and `content`, and may have only one of them.",
            "Remove one of them.",
        ),
        (
            put(*GET, "responses", "200", value={"description": "x", "schema": {}}),
            "A response cannot have the key `schema`.",
            "Move `schema` into `content`: {application/json: {schema: ...}}.",
        ),
        (
            put(*PUT, "requestBody", value={"schema": {}}),
            "A request body must have `content`.",
            "Move `schema` into it: content: {application/json: {schema: ...}}.",
        ),
        (
            put("components", "securitySchemes", "key", "type", value="apikey"),
            '`type` must be one of "apiKey", "http", "mutualTLS", "oauth2", "openIdConnect", but is "apikey".',
            'Did you mean "apiKey"?',
        ),
        (
            put("components", "schemas", "My Pet", value={}),
            'The name "My Pet" has other characters than ASCII letters, digits, `.`, `_` and `-`.',
            "Rename it, also where it is referred to.",
        ),
        (
            put(
                "components", "securitySchemes", "key", value={"type": "oauth2", "flows": {"implicit": {"scopes": {}}}}
            ),
            "`authorizationUrl` is missing here.",
            "Add `authorizationUrl`.",
        ),
        (
            put(*AGE, "type", value="integr"),
            '`type` must be one of "array", "boolean", "integer", "null", "number", "object", "string", but is "integr".',
            'Did you mean "integer"?',
        ),
        (put(*AGE, "default", value="x"), '`default` must be an integer, but is "x".', "Write an integer."),
        (put(*AGE, "minimum", value="1"), '`minimum` must be a number, but is "1".', "Write it without quotes."),
        (
            put(*AGE, "maxLength", value=-1),
            "`maxLength` must be at least 0, but is -1.",
            "Write a number that is at least 0.",
        ),
        (
            put(*AGE, "pattern", value="["),
            '`pattern` must be a valid regular expression, but is "[".',
            "Correct it.",
        ),
        (
            put(*PUT, "operationId", value="getPet"),
            "Operation ID 'getPet' for 'put' in '/pets/{id}' is not unique.",
            "Give one of them another operationId.",
        ),
    ],
)
def test_one_mistake(change: Change, message: str, hint: str, version: str) -> None:
    """Each common mistake gives one sentence, and one thing to do."""
    document = {**copy.deepcopy(DOCUMENT), "openapi": version}
    assert inspect(document).violations == ()
    change(document)
    assert [(finding.message, finding.hint) for _, finding in inspect(document).violations] == [(message, hint)]


def test_two_mistakes_of_one_object() -> None:
    """A misspelt key is reported also where something else is missing."""
    document = copy.deepcopy(DOCUMENT)
    del document["info"]["title"]
    document["info"]["licence"] = {"name": "MIT"}
    messages = [finding.message for _, finding in inspect(document).violations]
    assert sorted(messages) == ["`info` cannot have the key `licence`.", "`info` must have `title`."]
