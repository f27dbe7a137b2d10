"""Pages into one document: what is pushed down, what merges, and what is said where pages disagree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load

from .conftest import Load, api, operation, page


def test_security_and_servers_belong_to_their_page(loaded: Load) -> None:
    """What a page says for all of its operations holds for those only."""
    own = operation(security=[{"own": []}], servers=[{"url": "https://own"}])
    run = loaded(
        {
            "a.json": api(
                security=[{"a": []}],
                servers=[{"url": "https://a"}],
                paths={"/a": {"get": operation(), "put": own}},
            ),
            "b.json": api(security=[], paths={"/b": {"servers": [{"url": "https://p"}], "get": operation()}}),
            "c.json": api(paths={"/c": {"get": operation()}}),
        }
    )
    at = run.spec.at
    assert at("/paths/~1a/get") == operation(servers=[{"url": "https://a"}], security=[{"a": []}])
    assert at("/paths/~1a/put") == own
    assert at("/paths/~1b/get") == operation(servers=[{"url": "https://p"}], security=[])
    assert at("/paths/~1c/get") == operation()
    assert run.spec.source_of("/paths/~1a/get/security/0").pointer == "/security/0"
    assert run.spec.source_of("/paths/~1b/get/servers").pointer == "/paths/~1b/servers"


def test_parameters_of_a_path(loaded: Load) -> None:
    """A path's parameters are listed by its operations, unless an operation says otherwise of them."""
    shared = [
        {"name": "q", "in": "query", "description": "of the path"},
        {"name": "q", "in": "header"},
        {"$ref": "#/components/parameters/P"},
    ]
    document = api(
        paths={
            "/a": {
                "parameters": shared,
                "get": operation(parameters=[{"name": "q", "in": "query"}]),
                "put": operation(),
            }
        },
        components={"parameters": {"P": {"name": "p", "in": "query"}}},
    )
    spec = loaded({"a.json": document}).spec
    assert spec.at("/paths/~1a/get/parameters") == [{"name": "q", "in": "query"}, *shared[1:]]
    assert spec.at("/paths/~1a/put/parameters") == shared
    assert spec.source_of("/paths/~1a/get/parameters/1/name").pointer == "/paths/~1a/parameters/1/name"


def test_path_item_reference(loaded: Load) -> None:
    """A path that refers to a path item has its operations."""
    document = api(
        openapi="3.1.0",
        paths={"/a": {"$ref": "#/components/pathItems/A"}},
        components={"pathItems": {"A": {"get": operation(operationId="a")}}},
    )
    spec = loaded({"a.json": document}).spec
    assert spec.at("/paths/~1a/get/operationId") == "a"
    assert spec.source_of("/paths/~1a/get/operationId").pointer == "/components/pathItems/A/get/operationId"


def test_methods_of_one_path_unite(loaded: Load) -> None:
    """Pages that hold one method each give one path with both."""
    run = loaded(
        {
            "a.md": page("A", api(paths={"/a": {"get": operation()}})),
            "b.md": page("B", api(paths={"/a": {"put": operation()}})),
        }
    )
    assert sorted(run.spec.root["paths"]["/a"]) == ["get", "put"]
    assert run.spec.source_of("/paths/~1a/put").source == "b.md"
    assert run.codes == []


def schemas(**members: Any) -> dict[str, Any]:
    """A description of schemas only."""
    return api(components={"schemas": members})


def test_equal_components_merge(loaded: Load) -> None:
    """A component that is the same on all pages, in whatever order its keys stand, is one."""
    run = loaded(
        {
            "a.json": schemas(A={"type": "object", "maxProperties": 1}, B={}),
            "b.json": schemas(A={"maxProperties": 1.0, "type": "object"}, C={}),
        }
    )
    assert list(run.spec.at("/components/schemas")) == ["A", "B", "C"]
    assert run.codes == []


def test_other_words_merge_with_a_note(loaded: Load) -> None:
    """Components that differ in descriptions and examples only merge; what most pages say is used."""
    run = loaded(
        {
            "a.json": schemas(A={"properties": {"description": {"type": "string", "description": "old"}}}),
            "b.json": schemas(A={"properties": {"description": {"type": "string", "description": "new"}}}),
            "c.json": schemas(A={"properties": {"description": {"type": "string", "description": "new"}}}),
        }
    )
    assert run.spec.at("/components/schemas/A/properties/description/description") == "new"
    diagnostic = run.only("component-described-differently")
    place = "/components/schemas/A/properties/description/description"
    assert diagnostic.source is not None and (diagnostic.source.source, diagnostic.source.pointer) == (
        "a.json",
        place,
    )
    assert [(origin.source, origin.pointer) for _, origin in diagnostic.related] == [("b.json", place)]


def test_a_number_is_no_boolean(loaded: Load) -> None:
    """1 and true differ on the wire, although Python calls them equal; 1 and 1.0 do not."""
    run = loaded({"a.json": schemas(A={"enum": [0, 1]}), "b.json": schemas(A={"enum": [0, True]})})
    source = run.only("component-conflict").source
    assert source is not None and (source.source, source.pointer) == ("b.json", "/components/schemas/A/enum/1")
    assert loaded({"a.json": schemas(A={"enum": [0, 1]}), "b.json": schemas(A={"enum": [0, 1.0]})}).codes == []


def test_the_order_of_properties_does_not_depend_on_names_of_pages(loaded: Load) -> None:
    """The order of most pages holds; between a sorted one and another, the other one."""
    sorted_one: dict[str, Any] = {"properties": {"first": {}, "last": {}, "middle": {}}}
    written: dict[str, Any] = {"properties": {"first": {}, "middle": {}, "last": {}}}
    for one, other in ((sorted_one, written), (written, sorted_one)):
        run = loaded({"a.json": schemas(A=one), "b.json": schemas(A=other)})
        assert [*run.spec.at("/components/schemas/A/properties")] == ["first", "middle", "last"]
        assert run.codes == []
    run = loaded({"a.json": schemas(A=written), "b.json": schemas(A=sorted_one), "c.json": schemas(A=sorted_one)})
    assert [*run.spec.at("/components/schemas/A/properties")] == ["first", "last", "middle"]


def test_conflict_names_both_places(loaded: Load) -> None:
    """Components that mean different things are a warning at the places where they differ; the most frequent is used."""
    run = loaded(
        {
            "a.md": page("A", schemas(A={"type": "object", "properties": {"description": {"type": "string"}}})),
            "b.md": page("B", schemas(A={"type": "object", "properties": {"description": {"type": "integer"}}})),
            "c.md": page("C", schemas(A={"type": "object", "properties": {"description": {"type": "integer"}}})),
        }
    )
    diagnostic = run.only("component-conflict")
    place = "/components/schemas/A/properties/description/type"
    assert run.spec.at(place) == "integer"
    assert run.spec.source_of("/components/schemas/A").source == "b.md"
    assert diagnostic.source is not None and (diagnostic.source.source, diagnostic.source.pointer) == (
        "a.md",
        place,
    )
    assert [(label, at.source, at.pointer) for label, at in diagnostic.related] == [
        ("the one that is used", "b.md", place)
    ]
    assert "The schema 'A'" in diagnostic.message


def test_a_property_called_description_is_no_annotation(loaded: Load) -> None:
    """A property that is there or not makes a difference, whatever it is called."""
    run = loaded({"a.json": schemas(A={"properties": {"title": {}}}), "b.json": schemas(A={"properties": {}})})
    assert run.codes == ["component-conflict"]


def test_equal_numbers_of_pages(loaded: Load) -> None:
    """Where as many pages say one thing as another, the first page by name holds."""
    run = loaded({"b.json": schemas(A={"type": "string"}), "a.json": schemas(A={"type": "number"})}, "b.json", "a.json")
    assert run.spec.at("/components/schemas/A/type") == "number"


def test_conflicting_operations(loaded: Load) -> None:
    """Two operations of one method and path are a warning that names both places."""
    run = loaded(
        {
            "a.json": api(paths={"/a": {"get": operation(operationId="one")}}),
            "b.json": api(paths={"/a": {"get": operation(operationId="two")}}),
        }
    )
    diagnostic = run.only("operation-conflict")
    assert run.spec.at("/paths/~1a/get/operationId") == "one"
    assert diagnostic.message.startswith("GET /a ")
    assert [origin.source for _, origin in diagnostic.related] == ["a.json"]


@pytest.mark.parametrize("other", [[{"x-token": []}], [{"title": []}], [{}], []])
def test_schemes_whose_names_look_like_annotations(loaded: Load, other: list[Any]) -> None:
    """Credentials of an operation differ, also if the names of their schemes begin with `x-`."""
    run = loaded(
        {
            "a.json": api(paths={"/a": {"get": operation(security=[{"x-key": []}])}}),
            "b.json": api(paths={"/a": {"get": operation(security=other)}}),
        }
    )
    assert run.only("operation-conflict").message.startswith("GET /a ")


def test_further_methods_of_one_path_unite(loaded: Load) -> None:
    """Methods that OpenAPI 3.2 has no field for are operations of their pages as well."""
    copy = operation(requestBody={"content": {"a/b": {"schema": {"nullable": True, "oneOf": [{"type": "string"}]}}}})
    run = loaded(
        {
            "a.json": api(openapi="3.2.0", paths={"/a": {"additionalOperations": {"MOVE": operation()}}}),
            "b.json": api(openapi="3.2.0", paths={"/a": {"additionalOperations": {"COPY": copy}}}),
            "c.json": api(openapi="3.2.0", paths={"/a": {"additionalOperations": {"COPY": operation()}}}),
        }
    )
    assert [*run.spec.at("/paths/~1a/additionalOperations")] == ["MOVE", "COPY"]
    assert run.only("operation-conflict").message.startswith("COPY /a has 2 variants")
    at = "/paths/~1a/additionalOperations/COPY/responses"
    assert run.spec.source_of(at).source == "b.json"


def test_upgraded_parts_keep_their_page(loaded: Load) -> None:
    """What the upgrade moved in a page is found in that page after the merge."""
    run = loaded({"a.json": schemas(A={}), "b.json": schemas(B={"oneOf": [{"type": "string"}], "nullable": True})})
    origin = run.spec.source_of("/components/schemas/B/anyOf/0/oneOf/0")
    assert (origin.source, origin.pointer) == ("b.json", "/components/schemas/B/oneOf/0")


def test_versions_can_differ_between_documents(loaded: Load) -> None:
    """Pages of 3.0 and of 3.1 say the same in different words."""
    run = loaded(
        {
            "a.json": schemas(A={"type": "string", "nullable": True}),
            "b.json": {**schemas(A={"type": ["string", "null"]}), "openapi": "3.1.0"},
        }
    )
    assert run.codes == []


def test_tags_are_merged(loaded: Load) -> None:
    """Tags merge by name; another description is a note."""
    run = loaded(
        {
            "a.json": api(tags=[{"name": "x", "description": "X"}]),
            "b.json": api(tags=[{"name": "y"}, {"name": "x", "description": "Another"}]),
        }
    )
    assert run.spec.root["tags"] == [{"name": "x", "description": "X"}, {"name": "y"}]
    assert run.codes == ["tag-conflict"]


def test_several_titles_are_a_warning(loaded: Load) -> None:
    """Pages of different APIs load, with a warning; the title of most pages is used."""
    other = {"title": "Other", "version": "2"}
    run = loaded({"a.json": api(), "b.json": api(info=other), "c.json": api(info=other)})
    assert run.spec.root["info"] == other
    assert "'Other', 'Pets'" in run.only("title-conflict").message


def test_order_of_pages_means_nothing(tmp_path: Path) -> None:
    """Pages that are given in another order give the same document, digest and diagnostics."""
    files = {
        "a.md": page("A", schemas(A={"type": "string"}, B={})) + page("A2", api(paths={"/z": {"get": operation()}})),
        "b.json": schemas(A={"type": "integer"}),
        "c.md": page("C", api(paths={"/{a}": {"get": operation()}}, tags=[{"name": "t"}])),
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content if isinstance(content, str) else json.dumps(content))
    found = []
    for order in (["a.md", "b.json", "c.md"], ["c.md", "b.json", "a.md"], ["b.json", "*.md"], ["."]):
        report = DiagnosticCollector()
        spec = load(order, report, base=tmp_path)
        assert spec is not None
        found.append((spec.digest, repr(spec.root), spec.source_map, list(report)))
    assert found.count(found[0]) == 4


def test_blocks_of_a_long_page_keep_their_order(loaded: Load) -> None:
    """The tenth block of a page comes after the second."""
    text = "".join(page("P", api(paths={f"/{n}": {"get": operation()}})) for n in range(12))
    assert list(loaded({"a.md": text}).spec.root["paths"]) == [f"/{n}" for n in range(12)]


def test_one_document_keeps_its_order(loaded: Load) -> None:
    """The order of a single document is its own."""
    spec = loaded({"a.json": api(paths={"/z": {}, "/a": {}}, components={"schemas": {"Z": {}, "A": {}}})}).spec
    assert (list(spec.root["paths"]), list(spec.at("/components/schemas"))) == (["/z", "/a"], ["Z", "A"])


@pytest.mark.parametrize("change", ["key", "value"])
def test_the_digest_depends_on_content_alone(loaded: Load, change: str) -> None:
    """The digest changes with the content."""
    before = loaded({"a.json": schemas(A={})}).spec.digest
    assert before == loaded({"a.json": schemas(A={})}).spec.digest
    assert before != loaded({"a.json": schemas(**{"B" if change == "key" else "A": {"type": "string"}})}).spec.digest
