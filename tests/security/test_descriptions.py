"""Small descriptions that ask for much work: each ends within seconds, generated or refused with a place; 64 of them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fledge.config.client import client_from_arguments
from fledge.workflows.generate import generate

Schemas = dict[str, Any]
LEAF: Any = {"type": "object", "properties": {"a": {"type": "string"}}}
SECONDS = 15.0
"""Of CPU, also where a test runner traces each line: each takes one or two."""


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def doubled(keyword: str, levels: int) -> Schemas:
    """Schemas that name the next one twice: 2^levels ways lead to the last one."""
    chain = {f"A{i}": {keyword: [ref(f"A{i + 1}"), ref(f"A{i + 1}")]} for i in range(levels)}
    return {**chain, f"A{levels}": LEAF}


def crossed(keyword: str, levels: int) -> Schemas:
    """The same with two schemas on each level."""
    chain = {
        f"{name}{i}": {keyword: [ref(f"A{i + 1}"), ref(f"B{i + 1}")]} for i in range(levels) for name in ("A", "B")
    }
    other = {"type": "object", "properties": {"b": {"type": "integer"}}, "required": ["b"]}
    return {**chain, f"A{levels}": LEAF, f"B{levels}": other}


def mixed(levels: int) -> Schemas:
    chain = {
        f"A{i}": {
            "allOf": [{"anyOf": [ref(f"A{i + 1}"), {"type": "null"}]}, {"oneOf": [ref(f"A{i + 1}"), LEAF]}],
        }
        for i in range(levels)
    }
    return {**chain, f"A{levels}": LEAF}


def chain(levels: int, link: Callable[[Any], Any]) -> Schemas:
    return {**{f"A{i}": link(ref(f"A{i + 1}")) for i in range(levels)}, f"A{levels}": LEAF}


GENERATED: dict[str, Schemas] = {
    **{f"{keyword} doubled": doubled(keyword, 30) for keyword in ("allOf", "anyOf", "oneOf")},
    **{f"{keyword} crossed": crossed(keyword, 25) for keyword in ("allOf", "anyOf", "oneOf")},
    "null doubled": {**doubled("anyOf", 30), "A30": {"type": "null"}},
    "mixed": mixed(25),
    "product": {
        "A0": {"allOf": [{"anyOf": [LEAF, {"type": "object", "properties": {f"p{i}": {}}}]} for i in range(25)]}
    },
    "chain of references": chain(500, lambda next: next),
    "long chain of references": chain(2000, lambda next: next),
    "circle of references": {f"A{i}": ref(f"A{(i + 1) % 1000}") for i in range(1000)},
    "arrays of arrays": chain(500, lambda next: {"type": "array", "items": next}),
    "objects in objects": chain(500, lambda next: {"type": "object", "properties": {"next": next}}),
    "circle of anyOf": {f"A{i}": {"anyOf": [ref(f"A{(i + 1) % 60}"), LEAF]} for i in range(60)},
    "circle of allOf": {f"A{i}": {"allOf": [ref(f"A{(i + 1) % 60}"), LEAF]} for i in range(60)},
}
REFUSED: dict[str, Schemas] = {
    "allOf": chain(3000, lambda next: {"allOf": [next]}),
    "allOf and properties": chain(3000, lambda next: {"allOf": [next, {"type": "object", "properties": {"p": {}}}]}),
    "anyOf and null": chain(3000, lambda next: {"anyOf": [next, {"type": "null"}]}),
    "references beside keywords": chain(3000, lambda next: {**next, "minProperties": 1}),
    "oneOf in allOf": chain(3000, lambda next: {"allOf": [{"oneOf": [next]}]}),
    "a branch of itself": {"A0": {"anyOf": [LEAF, {"oneOf": [{"allOf": [ref("A0"), {"required": ["b"]}]}]}]}},
}


def run(tmp_path: Path, document: Any) -> tuple[Any, float]:
    """What `generate` gives, and the seconds of CPU that it took."""
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps(document) if not isinstance(document, str) else document, encoding="utf-8")
    config = client_from_arguments([str(source)], str(tmp_path / "out"))
    begun = time.process_time()
    result = generate(config)
    return result, time.process_time() - begun


def document(schemas: Schemas) -> Any:
    first = next(iter(schemas))
    response = {"description": "", "content": {"application/json": {"schema": ref(first)}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"get": {"operationId": "getX", "responses": {"200": response}}}},
        "components": {"schemas": schemas},
    }


@pytest.mark.parametrize("name", GENERATED)
def test_much_is_generated(tmp_path: Path, name: str) -> None:
    """What many ways lead to is looked at once."""
    result, seconds = run(tmp_path, document(GENERATED[name]))
    assert not list(result.diagnostics.errors().items)
    assert seconds < SECONDS


@pytest.mark.parametrize("name", REFUSED)
def test_too_much_is_refused(tmp_path: Path, name: str) -> None:
    """Where schemas can only be understood through hundreds of others, the error names one of them."""
    result, seconds = run(tmp_path, document(REFUSED[name]))
    [error] = result.diagnostics.errors().items
    assert error.code == "too-deep" and error.source is not None and error.hint
    assert seconds < SECONDS


PATTERNS = {
    "^(a+)+$": "a" * 40 + "!",
    "^(a|a)*$": "a" * 40 + "!",
    "(x+x+)+y": "x" * 40,
    "^(([a-z])+.)+[A-Z]([a-z])+$": "a" * 50,
    "^(?=(a+)+$)(a|aa)+$": "a" * 40 + "!",
    r"(a*)*b\1": "a" * 40,
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_are_searched_for_in_bounded_time(tmp_path: Path, pattern: str) -> None:
    """Beside a default, a constant, an example, as keys and names of keys, in parameters and headers."""
    text = PATTERNS[pattern]
    string = {"type": "string", "pattern": pattern, "default": text, "examples": [text], "const": text}
    keys = {
        "type": "object",
        "patternProperties": {pattern: {"type": "integer"}},
        "propertyNames": {"pattern": pattern},
        "default": {text: 1},
    }
    nested = {"allOf": [keys], "unevaluatedProperties": False, "additionalProperties": False, "default": {text: "x"}}
    described = document({"A": {"type": "object", "properties": {"s": string, "k": keys, "n": nested}}})
    operation = described["paths"]["/x"]["get"]
    operation["parameters"] = [
        {"name": "q", "in": "query", "schema": string, "example": text},
        {
            "name": "r",
            "in": "header",
            "required": True,
            "schema": {"type": "string", "pattern": pattern, "minLength": 3},
        },
    ]
    result, seconds = run(tmp_path, described)
    assert not list(result.diagnostics.errors().items)
    assert seconds < SECONDS


def test_a_default_that_does_not_match_its_pattern_is_reported(tmp_path: Path) -> None:
    """Patterns are still looked at: of strings, of keys, and of what additional keys must not be."""
    properties = {
        "wrong": {"type": "string", "pattern": "^a+$", "default": "b"},
        "right": {"type": "string", "pattern": "^(?!b)a+$", "default": "aa"},
        "key": {"type": "object", "patternProperties": {"^a": {"type": "integer"}}, "default": {"ab": "x"}},
        "more": {
            "type": "object",
            "patternProperties": {"^a": {}},
            "additionalProperties": False,
            "default": {"ab": 1, "b": 1},
        },
    }
    result, _ = run(tmp_path, document({"A": {"type": "object", "properties": properties}}))
    messages = [each.message for each in result.diagnostics.items if each.code == "document-invalid"]
    assert len(messages) == 3, messages


TEXTS = {
    "tags": "<" * 200_000,
    "tags with attributes": "<a " * 100_000,
    "comments": "<!--" * 50_000,
    "entities": "&" * 300_000,
    "elements": "<b>" * 50_000,
    "ends": "</p>" * 50_000,
    "links": "<a href='" * 30_000,
    "brackets": "[" * 100_000,
    "images": "![](" * 50_000,
    "emphasis": "*a **b " * 30_000,
    "ticks": "`" * 100_000,
    "runs of ticks": " ".join("`" * length for length in range(1, 900)),
    "fences": "```\n" * 30_000,
    "lists": "- " * 50_000,
    "quotes": "> " * 50_000,
    "blanks": " " * 300_000 + "x",
    "tables": "|" * 100_000 + "\n|-|\n",
    "cells": "<table><tr><td>" * 5_000,
    "nested lists": "<ul><li>" * 3_000,
    "backslashes": "\\" * 200_000,
    "tildes": "~ " * 100_000,
    "dollars": "$a " * 50_000,
    "openings of links": "[a](" * 50_000,
    "one word": "x" * 1_000_000,
    "line ends": "\r\n \r\n" * 100_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_long_texts(tmp_path: Path, name: str) -> None:
    """Descriptions and summaries take a time that grows with their length alone."""
    text = TEXTS[name]
    described = document({"A": {**LEAF, "description": text}})
    described["info"]["description"] = described["paths"]["/x"]["get"]["description"] = text
    described["paths"]["/x"]["get"]["summary"] = text[:100_000]
    result, seconds = run(tmp_path, described)
    assert not list(result.diagnostics.errors().items)
    assert seconds < SECONDS
