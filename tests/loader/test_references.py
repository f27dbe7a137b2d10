"""References: what they lead to, and what is said where they lead to nothing."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.diagnostics.diagnostic import Severity
from fledge.loader.sources.depth import DEPTH

from .conftest import Load, Loaded, api, operation, page


def referring(loaded: Load, reference: str) -> Loaded:
    """A description with one reference in a list of schemas."""
    schemas = {
        "Participant": {"type": "string", "$anchor": "who"},
        "With space": {},
        "Chain": {"$ref": "#/components/schemas/Participant"},
        "Round": {"$ref": "#/components/schemas/Trip"},
        "Trip": {"$ref": "#/components/schemas/Round"} if "Round" in reference else {},
        "List": {"type": "array", "items": {"$ref": reference}},
    }
    return loaded({"a.json": api(openapi="3.1.0", components={"schemas": schemas})})


@pytest.mark.parametrize(
    ("reference", "end"),
    [
        ("#/components/schemas/Participant", "/components/schemas/Participant"),
        ("#/components/schemas/Chain", "/components/schemas/Participant"),
        ("#/components/schemas/With space", "/components/schemas/With space"),
        ("#/components/schemas/With%20space", "/components/schemas/With space"),
        ("#components/schemas/Participant", "/components/schemas/Participant"),
        ("a.json#/components/schemas/Participant", "/components/schemas/Participant"),
        ("#who", "/components/schemas/Participant"),
        ("#/components/schemas/List", "/components/schemas/List"),
    ],
)
def test_local_references_resolve(loaded: Load, reference: str, end: str) -> None:
    """Chains, percent-encoding, the own file's name, anchors and recursion lead where they should."""
    spec = referring(loaded, reference).spec
    assert spec.resolve("/components/schemas/List/items")[0] == end


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("#/components/schemas/Particpant", "Did you mean '#/components/schemas/Participant'?"),
        ("#/components/schema/Participant", "Did you mean '#/components/schemas/Participant'?"),
        ("#/components/responses/Participant", "Did you mean '#/components/schemas/Participant'?"),
        ("#/components/schemas/participant", "Did you mean '#/components/schemas/Participant'?"),
        ("#/components/schemas/Zzz", "Add it, or correct the reference"),
        ("#Participant", "A reference is `#/` and a path"),
        ("#/components/schemas/Participant/type/x", "Add it, or correct the reference"),
    ],
)
def test_an_unresolved_reference_is_reported(loaded: Load, reference: str, hint: str) -> None:
    """A schema that is not there accepts any value, with a warning at the $ref and a proposal."""
    run = referring(loaded, reference)
    diagnostic = run.only("reference-unresolved")
    assert run.spec.at("/components/schemas/List/items") == {}
    assert diagnostic.severity is Severity.WARNING
    assert diagnostic.source is not None and diagnostic.source.pointer == "/components/schemas/List/items/$ref"
    assert diagnostic.hint is not None and diagnostic.hint.startswith(hint)


def test_round_in_a_circle(loaded: Load) -> None:
    """References that only lead to each other accept any value, with a warning for each."""
    run = referring(loaded, "#/components/schemas/Round")
    assert run.codes == ["reference-cycle", "reference-cycle"]
    assert run.spec.at("/components/schemas/Round") == {}
    assert run.spec.at("/components/schemas/List/items") == {"$ref": "#/components/schemas/Round"}


def test_everything_around_a_hole_stays(loaded: Load) -> None:
    """Operations stay callable whatever of them is missing; parameters behind a lost one keep their places."""
    content = {"application/json": {"examples": {"lost": {"$ref": "#/n"}, "kept": {"value": 1}}}}
    get = {
        "parameters": [{"$ref": "#/n"}, {"name": "q", "in": "query"}, {"$ref": "#/components/parameters/A"}],
        "requestBody": {"$ref": "#/n"},
        "responses": {"200": {"$ref": "#/n"}, "201": {"description": "", "content": content}},
    }
    document = api(
        paths={"/a": {"get": get}, "/b": {"$ref": "#/n"}, "/c": {"get": {"$ref": "#/n"}}},
        components={"parameters": {"A": {"$ref": "#/n"}}, "securitySchemes": {"S": {"$ref": "#/n"}}},
    )
    run = loaded({"a.json": document})
    assert set(run.codes) == {"reference-unresolved"}
    assert run.spec.root["paths"] == {
        "/a": {
            "get": {
                "parameters": [{"name": "q", "in": "query"}],
                "requestBody": {"content": {}},
                "responses": {
                    "200": {"description": ""},
                    "201": {
                        "description": "",
                        "content": {"application/json": {"examples": {"kept": {"value": 1}}}},
                    },
                },
            }
        },
        "/b": {},
        "/c": {"get": {"responses": {}}},
    }
    assert run.spec.root["components"] == {"parameters": {}, "securitySchemes": {}}
    assert run.spec.source_of("/paths/~1a/get/parameters/0").pointer == "/paths/~1a/get/parameters/1"


def test_what_stands_beside_a_lost_reference(loaded: Load) -> None:
    """An operation whose reference leads to nothing keeps its own fields, and their references are checked, too."""
    get = {"$ref": "#/n", "responses": {"200": {"$ref": "#/m"}}}
    run = loaded({"a.json": api(paths={"/a": {"get": get}})})
    assert run.codes == ["reference-unresolved", "reference-unresolved"]
    assert run.spec.at("/paths/~1a/get") == {"responses": {"200": {"description": ""}}}


def test_a_page_that_lost_a_part(loaded: Load) -> None:
    """In a documentation page a reference to nothing is a warning, as it is in a file."""
    schemas = {"A": {"$ref": "#/components/schemas/B"}}
    run = loaded({"a.md": page("A", api(components={"schemas": schemas}))})
    assert run.spec.at("/components/schemas/A") == {}
    assert run.only("reference-unresolved").severity is Severity.WARNING


def test_dynamic_reference(loaded: Load) -> None:
    """A $dynamicRef is a $ref to the one schema of that name."""
    tree = {"$dynamicAnchor": "node", "properties": {"next": {"$dynamicRef": "#node"}}}
    run = loaded({"a.json": api(openapi="3.1.0", components={"schemas": {"Tree": tree}})})
    assert run.codes == []
    assert run.spec.at("/components/schemas/Tree/properties/next") == {"$ref": "#/components/schemas/Tree"}


def test_dynamic_reference_to_several(loaded: Load) -> None:
    """Of several schemas of one name it is the one around it, or else any value; which of both is said."""
    schemas = {
        "Tree": {"$dynamicAnchor": "node", "properties": {"next": {"$dynamicRef": "#node"}}},
        "Strict": {"$dynamicAnchor": "node", "$ref": "#/components/schemas/Tree"},
        "Page": {"items": {"$dynamicRef": "#T"}, "$defs": {"T": {"$dynamicAnchor": "T", "not": {}}}},
        "Pets": {"$ref": "#/components/schemas/Page", "$defs": {"T": {"$dynamicAnchor": "T"}}},
    }
    run = loaded({"a.json": api(openapi="3.1.0", components={"schemas": schemas})})
    assert run.codes == ["reference-dynamic", "reference-dynamic"]
    assert run.spec.at("/components/schemas/Tree/properties/next") == {"$ref": "#/components/schemas/Tree"}
    assert run.spec.at("/components/schemas/Page/items") == {}


def test_references_by_identifier_resolve(loaded: Load) -> None:
    """Schemas that have an `$id` are found by it, and `#` in them is relative to it."""
    schemas = {
        "Pet": {
            "$id": "https://example.com/pet",
            "$defs": {"name": {"type": "string"}},
            "properties": {
                "name": {"$ref": "#/$defs/name"},
                "owner": {"$ref": "owner"},
                "self": {"$ref": "#"},
                "other": {"$ref": "#/components/schemas/Other"},
            },
        },
        "Owner": {"$id": "https://example.com/owner", "type": "object"},
        "Other": {"properties": {"pet": {"$ref": "https://example.com/pet"}}},
    }
    run = loaded({"a.json": api(openapi="3.1.0", components={"schemas": schemas})})
    assert run.codes == []
    assert [member["$ref"] for member in run.spec.at("/components/schemas/Pet/properties").values()] == [
        "#/components/schemas/Pet/$defs/name",
        "#/components/schemas/Owner",
        "#/components/schemas/Pet",
        "#/components/schemas/Other",
    ]
    assert run.spec.at("/components/schemas/Other/properties/pet") == {"$ref": "#/components/schemas/Pet"}


def test_data_is_no_reference(loaded: Load) -> None:
    """What looks like a reference in an example, a default or an extension is data."""
    value = {"$ref": "#/nowhere"}
    content = {"application/json": {"example": value, "schema": {"default": value, "x-a": value, "enum": [value]}}}
    document = api(paths={"/a": {"get": operation(requestBody={"content": content}, **{"x-b": value})}})
    assert loaded({"a.json": document}).codes == []


@pytest.mark.parametrize(("templates", "uses"), [(40, 2), (400, 1)], ids=["doubling", "deep"])
def test_templates_that_use_each_other(loaded: Load, templates: int, uses: int) -> None:
    """Templates that ask for billions of copies, or for copies within copies without end, get only some."""
    schemas: dict[str, object] = {
        f"T{number}": {
            "properties": {f"p{use}": {"$ref": f"#/components/schemas/T{number + 1}"} for use in range(uses)}
        }
        for number in range(templates)
    }
    schemas[f"T{templates}"] = {"properties": {"last": {"$dynamicRef": "#item"}}}
    schemas["Placeholder"] = {"$dynamicAnchor": "item"}
    schemas["Use"] = {
        "$defs": {"item": {"$dynamicAnchor": "item", "type": "string"}},
        "$ref": "#/components/schemas/T0",
    }
    result = loaded({"a.json": api(openapi="3.1.0", components={"schemas": schemas})})
    assert "p0" in result.spec.at("/components/schemas/Use/properties")
    assert "reference-dynamic" in result.codes


def test_references_of_webhooks_in_an_extension(loaded: Load) -> None:
    """What `x-webhooks` refers to in other files is read as for `webhooks`, and each part knows where it was read."""
    hook = {"post": operation(requestBody={"$ref": "parts.json#/bodies/pet"})}
    run = loaded(
        {
            "a.json": api(**{"x-webhooks": {"added": hook, "gone": {"$ref": "parts.json#/items/gone"}}}),
            "parts.json": {"bodies": {"pet": {"content": {}}}, "items": {"gone": {"post": operation(summary="Gone")}}},
        },
        "a.json",
    )
    assert not run.codes
    assert run.spec.resolve("/webhooks/added/post/requestBody")[1] == {"content": {}}
    assert run.spec.at("/webhooks/gone/post/summary") == "Gone"
    origin = run.spec.source_of("/webhooks/gone/post/summary")
    assert (origin.source, origin.pointer) == ("parts.json", "/items/gone/post/summary")
    assert run.spec.source_of("/webhooks/added").pointer == "/x-webhooks/added"


def test_a_dynamic_anchor_that_is_no_name(loaded: Load) -> None:
    """A list as the name of an anchor names nothing, and the schema that fills the template in is used all the same."""
    page = {"properties": {"first": {"$dynamicRef": "#item"}}, "$defs": {"item": {"$dynamicAnchor": ["item"]}}}
    pets = {"$ref": "#/components/schemas/Page", "$defs": {"item": {"$dynamicAnchor": "item", "type": "string"}}}
    run = loaded({"a.json": api(openapi="3.1.0", components={"schemas": {"Page": page, "Pets": pets}})})
    assert run.spec.resolve("/components/schemas/Pets/properties/first")[1]["type"] == "string"


def test_an_empty_reference_is_the_document(loaded: Load) -> None:
    """A reference without a text is one to the whole file (RFC 3986, 4.4)."""
    run = referring(loaded, "")
    assert "is not a schema" in run.only("wrong-type").message


def test_what_is_inlined_may_not_nest_too_deep(loaded: Load) -> None:
    """Two files that can be read may nest too deep together."""
    item: dict[str, Any] = {}
    for _ in range(DEPTH - 2):
        item = {"x-a": item}
    run = loaded({"a.json": api(paths={"/a": {"$ref": "b.json#/item"}}), "b.json": {"item": item}}, "a.json")
    assert run.result is None
    run.only("too-deep")


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
@pytest.mark.parametrize("place", [["definitions"], ["x-models"], ["x-models", "pets", "all"], ["components", "x-a"]])
def test_a_schema_that_stands_elsewhere_is_a_component(loaded: Load, version: str, place: list[str]) -> None:
    """`$ref: "#/definitions/Pet"` in OpenAPI 3, and a schema below an extension: all that holds for components does."""
    pointer = "".join(f"/{key}" for key in place)
    pet = {
        "type": "object",
        "properties": {
            "name": {"type": "string", "nullable": True},
            "parent": {"$ref": f"#{pointer}/Pet"},
            "owner": {"$ref": "other.json#/Owner"},
        },
    }
    content = {"application/json": {"schema": {"$ref": f"#{pointer}/Pet"}}}
    document = api(
        openapi=version,
        paths={"/a": {"get": operation(responses={"200": {"description": "", "content": content}})}},
    )
    holder = document
    for key in place:
        holder = holder.setdefault(key, {})
    holder["Pet"] = pet
    run = loaded({"a.json": document, "other.json": {"Owner": {"type": "object"}}}, "a.json")
    schemas = run.spec.root["components"]["schemas"]
    assert {*schemas} == {"Pet", "Owner"}
    assert schemas["Pet"]["properties"]["name"] == {"type": ["string", "null"]}
    assert schemas["Pet"]["properties"]["parent"] == {"$ref": "#/components/schemas/Pet"}
    assert schemas["Pet"]["properties"]["owner"] == {"$ref": "#/components/schemas/Owner"}
    media = run.spec.at("/paths/~1a/get/responses/200/content/application~1json")
    assert media["schema"] == {"$ref": "#/components/schemas/Pet"}
    assert run.spec.source_of("/components/schemas/Pet/properties/name").pointer == f"{pointer}/Pet/properties/name"


def test_a_stray_schema_beside_a_component_of_its_name(loaded: Load) -> None:
    """Both are components, by two names."""
    schemas = {"Pet": {"type": "string"}, "Both": {"type": "array", "items": {"$ref": "#/definitions/Pet"}}}
    document = api(components={"schemas": schemas}, definitions={"Pet": {"type": "integer"}})
    run = loaded({"a.json": document})
    [other] = {*run.spec.root["components"]["schemas"]} - {"Pet", "Both"}
    assert run.spec.at(f"/components/schemas/{other}") == {"type": "integer"}
    assert run.spec.at("/components/schemas/Both/items") == {"$ref": f"#/components/schemas/{other}"}


def test_a_stray_parameter_and_response(loaded: Load) -> None:
    """Other objects become components, too."""
    query = {"name": "q", "in": "query", "schema": {"type": "string"}}
    get = operation(parameters=[{"$ref": "#/x-shared/q"}], responses={"200": {"$ref": "#/x-shared/ok"}})
    document = api(paths={"/a": {"get": get}}, **{"x-shared": {"q": query, "ok": {"description": "OK"}}})
    spec = loaded({"a.json": document}).spec
    assert spec.resolve("/paths/~1a/get/parameters/0")[1] == query
    assert spec.resolve("/paths/~1a/get/responses/200")[1] == {"description": "OK"}


@pytest.mark.parametrize("reference", ["/components/schemas/Pet", "components/schemas/Pet", "Pet"])
def test_a_reference_that_lacks_its_sign(loaded: Load, reference: str) -> None:
    """It names a file that does not exist; the hint says what was meant, and following it helps."""
    schemas = {"Pet": {"type": "object"}, "Owner": {"type": "object", "properties": {"pet": {"$ref": reference}}}}
    run = loaded({"a.json": api(components={"schemas": schemas})}, "a.json")
    [finding] = run.report
    assert finding.hint == "Did you mean '#/components/schemas/Pet'?"
    schemas["Owner"]["properties"] = {"pet": {"$ref": finding.hint.split("'")[1]}}
    assert list(loaded({"a.json": api(components={"schemas": schemas})}, "a.json").report) == []
