"""Where pointers point."""

from __future__ import annotations

import json
import sys
from collections import Counter
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fledge.diagnostics.positions import SourceRange, resolve_ranges
from fledge.diagnostics.source import SourcePointer, SourceText, StoredText

yaml: Any = import_module("yaml")

JSON = """{
  "openapi": "3.1.0",
  "paths": {
    "/a~b/{c}": {"get": {"tags": ["x", "y"], "$ref": "#/z"}}
  },
  "n": null,
  "deep": [[1, {"k": "v"}], []]
}
"""

YAML = """\
# comment
openapi: 3.1.0
base: &base
  shared: 1
paths:
  /a~b/{c}:
    get: {tags: [x, y], $ref: '#/z'}
    <<: *base
'200':
  description: |
    two
    lines
404: "é漢"
deep:
- - 1
  - k: v
merged:
  <<: [{one: 1}, *base]
"""


def document(text: str, syntax: str, start: int = 0, end: int | None = None) -> StoredText:
    return StoredText.of(SourceText(name="d", path="d", text=text, syntax=syntax, start=start, end=end))


def find(text: str, syntax: str, pointer: str) -> SourceRange:
    origin = SourcePointer(source="d", pointer=pointer)
    return resolve_ranges([origin], {"d": document(text, syntax)})[origin]


def marked(text: str, syntax: str, pointer: str) -> str:
    place = find(text, syntax, pointer)
    return text[place.start : place.end]


@pytest.mark.parametrize(
    ("pointer", "mark"),
    [
        ("", "{"),
        ("/openapi", '"3.1.0"'),
        ("/paths", '"paths"'),
        ("/paths/~1a~0b~1{c}", '"/a~b/{c}"'),
        ("/paths/~1a~0b~1{c}/get/$ref", '"#/z"'),
        ("/paths/~1a~0b~1{c}/get/tags", '"tags"'),
        ("/paths/~1a~0b~1{c}/get/tags/1", '"y"'),
        ("/n", "null"),
        ("/deep/0/1/k", '"v"'),
        ("/deep/0/1", "{"),
        ("/deep/1", "["),
    ],
)
def test_json(pointer: str, mark: str) -> None:
    """A container is marked by its key, a scalar by its value, an item by its first character."""
    assert marked(JSON, "json", pointer) == mark


@pytest.mark.parametrize(
    ("pointer", "mark"),
    [
        ("", "o"),
        ("/openapi", "3.1.0"),
        ("/paths", "paths"),
        ("/paths/~1a~0b~1{c}/get", "get"),
        ("/paths/~1a~0b~1{c}/get/$ref", "'#/z'"),
        ("/paths/~1a~0b~1{c}/get/tags/1", "y"),
        ("/paths/~1a~0b~1{c}/shared", "1"),
        ("/200", "'200'"),
        ("/404", '"é漢"'),
        ("/deep/0/1/k", "v"),
        ("/merged/one", "1"),
        ("/merged/shared", "1"),
    ],
)
def test_yaml(pointer: str, mark: str) -> None:
    """YAML is marked like JSON; what is merged or aliased is where it was written."""
    start = "#" if pointer == "" else mark
    assert marked(YAML, "yaml", pointer) == start


def test_lines_and_columns() -> None:
    """Lines and columns count from one, in characters."""
    place = find(JSON, "json", "/paths/~1a~0b~1{c}/get/$ref")
    assert (place.line, place.column) == (4, 54)
    place = find('{"é漢😀": {"a": 1}}', "json", "/é漢😀/a")
    assert (place.line, place.column) == (1, 15)
    place = find("a: é漢😀\nb: 1\n", "yaml", "/b")
    assert (place.line, place.column) == (2, 4)
    place = find('{\r\n "a": 1}', "json", "/a")
    assert (place.line, place.column) == (2, 7)


@pytest.mark.parametrize(("text", "syntax"), [(JSON, "json"), (YAML, "yaml")])
@pytest.mark.parametrize("more", ["/nothing", "/get/nothing/0/x", "/get/tags/7", "/get/tags/x"])
def test_nearest_ancestor(text: str, syntax: str, more: str) -> None:
    """What the text does not have is at the nearest thing around it."""
    parent = {"/nothing": "", "/get/nothing/0/x": "/get"}.get(more, "/get/tags")
    path = "/paths/~1a~0b~1{c}"
    assert marked(text, syntax, path + more) == marked(text, syntax, path + parent)


def test_block_of_a_page() -> None:
    """In a page, only the block is looked into, and offsets count from the file's start."""
    text = '# Page {"a": 0}\n\n```json\n{"a": 1}\n```\n{"b": 2}\n'
    start = text.index('{"a": 1')
    page = document(text, "json", start, start + 8)
    at = [
        SourcePointer(source="d", pointer="/a"),
        SourcePointer(source="d", pointer="/b"),
        SourcePointer(source="d", offset=start + 5),
    ]
    places = resolve_ranges(at, {"d": page})
    assert [(places[origin].line, places[origin].column) for origin in at] == [(4, 7), (4, 1), (4, 6)]


@pytest.mark.parametrize("syntax", ["json", "yaml"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        '{"a": {"b": 1, "c"',
        '{"a": {"b": ]}',
        "{",
        "[",
        '"',
        "{'a'",
        "a: [",
        "\ufeff{}",
        "[" * 99_999,
        "\0",
        "- *x",
    ],
)
def test_broken_text(text: str, syntax: str) -> None:
    """Whatever the text is, there is a place in it."""
    place = find(text, syntax, "/a/b/c")
    assert 0 <= place.start <= len(text) and place.line >= 1 and place.column >= 1


def test_broken_behind() -> None:
    """What was found before a text breaks is still pointed at."""
    assert marked('{"a": {"b": 1, "c"', "json", "/a/b") == "1"


def test_byte_order_mark() -> None:
    """A byte order mark shifts nothing."""
    assert marked('\ufeff{"a": 1}', "json", "/a") == "1"
    assert marked("\ufeffa: 1\n", "yaml", "/a") == "1"


def test_repeated_keys() -> None:
    """Of two equal keys the last one counts, as it does for a parser."""
    assert find('{"a": 1, "a": 2}', "json", "/a").column == 15
    assert find("a: 1\na: 2\n", "yaml", "/a").line == 2


def test_escaped_keys() -> None:
    """A key is what it says, not how it is spelled."""
    assert marked('{"\\u0061\\"": 1}', "json", '/a"') == "1"


def test_unknown_document() -> None:
    """An origin in a document that nobody remembered has no place."""
    assert resolve_ranges([SourcePointer(source="other", pointer="/a")], {}) == {}


def test_end_of_file() -> None:
    """An offset at the end, or behind it, points at the end of the last line that has something."""
    text = '{"a": 1,\n\n'
    origin = SourcePointer(source="d", offset=99)
    place = resolve_ranges([origin], {"d": document(text, "json")})[origin]
    assert (place.line, place.column) == (1, 9)


def test_deep_document() -> None:
    """A document that nests without bound is no reason to fail."""
    deep = '{"a":' * 50_000 + "1" + "}" * 50_000
    assert find(deep, "json", "/a" * 2_000).line == 1


def test_a_large_document_is_scanned_once() -> None:
    """The work for many pointers into megabytes is that for one, and a little for each."""
    schemas = {
        f"s{i}": {"type": "object", "properties": {f"p{j}": {"type": "string"} for j in range(40)}} for i in range(2500)
    }
    text = json.dumps({"components": {"schemas": schemas}})
    origins = [
        SourcePointer(source="d", pointer=f"/components/schemas/s{i}/properties/p7/type") for i in range(2499, 0, -5)
    ]
    work: list[int] = []
    for some in (origins[:1], origins):
        events = Counter[str]()
        sys.setprofile(lambda _, event, __: events.update([event]))
        try:
            places = resolve_ranges(some, {"d": document(text, "json")})
        finally:
            sys.setprofile(None)
        assert all(text[place.start : place.end] == '"string"' for place in places.values())
        work.append(events.total())
    assert len(origins) == 500 and work[1] < 20 * work[0]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def pointers(value: Any, at: str = "") -> dict[str, Any]:
    found = {at: value}
    if isinstance(value, dict):
        for key, member in value.items():
            found |= pointers(member, f"{at}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            found |= pointers(member, f"{at}/{index}")
    return found


@settings(max_examples=200, deadline=None)
@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_any_json(value: Any, indent: int | None, ascii: bool) -> None:
    """In any JSON text, every scalar is found where it stands, and every container where its key stands."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii)
    nodes = pointers(value)
    origins = {pointer: SourcePointer(source="d", pointer=pointer) for pointer in nodes if pointer}
    places = resolve_ranges(origins.values(), {"d": document(text, "json")})
    for pointer, origin in origins.items():
        mark = text[places[origin].start : places[origin].end]
        if isinstance(nodes[pointer], (dict, list)):
            key = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            assert mark in ("{", "[") or json.loads(mark) == key
        else:
            assert json.loads(mark) == nodes[pointer]


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab é漢😀{[:,#&*", max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text("ab é漢😀{[:,#&*", max_size=8), inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=100, deadline=None)
@given(PLAIN.filter(lambda value: isinstance(value, (dict, list))))
def test_json_read_as_yaml(value: Any) -> None:
    """Both scanners agree on a text that is JSON and YAML."""
    text = json.dumps(value, ensure_ascii=False)
    origins = [SourcePointer(source="d", pointer=pointer) for pointer in pointers(value) if pointer]
    as_json = resolve_ranges(origins, {"d": document(text, "json")})
    as_yaml = resolve_ranges(origins, {"d": document(text, "yaml")})
    assert [(place.start, place.end) for place in as_json.values()] == [
        (place.start, place.end) for place in as_yaml.values()
    ]
