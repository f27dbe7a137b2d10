"""Include and exclude: what stays of a description, and that nothing stays that nothing needs."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from fledge.config.filters import Filter

from .conftest import Load, api, operation


def answer(schema: str, **parts: Any) -> dict[str, Any]:
    """An operation that answers with a schema."""
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return operation(responses={"200": {"description": "", "content": content}}, **parts)


SHOP = api(
    openapi="3.1.0",
    tags=[{"name": "pets"}, {"name": "repos/orders"}, {"name": "unused"}],
    security=[{"usual": []}],
    paths={
        "/v1/pets": {
            "parameters": [{"$ref": "#/components/parameters/Limit"}],
            "get": answer("Pet", operationId="listPets", tags=["pets"]),
            "post": operation(operationId="addPet", tags=["pets"], security=[{"own": []}]),
        },
        "/v1/orders/{id}": {
            "get": answer(
                "Order",
                operationId="getOrder",
                tags=["repos/orders"],
                parameters=[{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            )
        },
        "/v2/orders": {"get": answer("Order", operationId="listOrders", tags=["repos/orders"])},
    },
    webhooks={
        "petSold": {"post": answer("Sold", operationId="onSold", tags=["pets"])},
        "orderSent": {"post": answer("Sent", operationId="onSent", tags=["repos/orders"])},
    },
    components={
        "parameters": {"Limit": {"name": "limit", "in": "query"}, "Spare": {"name": "spare", "in": "query"}},
        "securitySchemes": {
            "usual": {"type": "http", "scheme": "bearer"},
            "own": {"type": "http", "scheme": "basic"},
            "spare": {"type": "http", "scheme": "basic"},
        },
        "schemas": {
            "Pet": {"type": "object", "properties": {"kind": {"$ref": "#/components/schemas/Kind"}}},
            "Kind": {"type": "object", "discriminator": {"propertyName": "kind", "mapping": {"dog": "Dog"}}},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Kind"}, {"type": "object"}]},
            "Cat": {"allOf": [{"$ref": "#/components/schemas/Kind"}, {"type": "object"}]},
            "Order": {"type": "object", "properties": {"lines": {"items": {"$ref": "#/components/schemas/Line"}}}},
            "Line": {"anyOf": [{"$ref": "#/components/schemas/Order"}, {"type": "string"}]},
            "Sold": {"type": "object"},
            "Sent": {"type": "object"},
            "Loose": {"type": "object"},
        },
    },
)


def left(loaded: Load, *, to: Any = SHOP, **filters: Filter) -> dict[str, Any]:
    """The description that the filters leave."""
    run = loaded({"api.json": to}, **filters)
    assert run.codes == [] or run.codes == ["excluded-schema-referenced"], [each.message for each in run.report]
    return dict(run.spec.root)


def calls(root: dict[str, Any]) -> list[str]:
    """The ids of the operations of paths."""
    return [each["operationId"] for item in root["paths"].values() for key, each in item.items() if key != "parameters"]


def test_without_filters_all_stays(loaded: Load) -> None:
    """Nothing is taken away that nobody asked to be without."""
    root = left(loaded)
    assert len(calls(root)) == 4
    assert "Loose" in root["components"]["schemas"]
    assert len(root["tags"]) == 3


@pytest.mark.parametrize(
    ("include", "exclude", "stays"),
    [
        (Filter(tags=("pets",)), Filter(), ["listPets", "addPet"]),
        (Filter(tags=("pets", "repos/*")), Filter(), ["listPets", "addPet", "getOrder", "listOrders"]),
        (Filter(paths=("/v1/**",)), Filter(), ["listPets", "addPet", "getOrder"]),
        (Filter(paths=("/v1/*",)), Filter(), ["listPets", "addPet"]),
        (Filter(paths=("/*/orders/{id}",)), Filter(), ["getOrder"]),
        (Filter(operations=("listPets",)), Filter(), ["listPets"]),
        (Filter(operations=("list*", "POST /v1/pets")), Filter(), ["listPets", "addPet", "listOrders"]),
        (Filter(operations=("GET /v2/**",), tags=("pets",)), Filter(), ["listPets", "addPet", "listOrders"]),
        (Filter(tags=("repos/orders",)), Filter(paths=("/v1/**",)), ["listOrders"]),
        (Filter(), Filter(operations=("POST **",)), ["listPets", "getOrder", "listOrders"]),
        (Filter(), Filter(tags=("pets",)), ["getOrder", "listOrders"]),
        (Filter(schemas=("Loose",)), Filter(), ["listPets", "addPet", "getOrder", "listOrders"]),
    ],
)
def test_operations_are_chosen(loaded: Load, include: Filter, exclude: Filter, stays: list[str]) -> None:
    """What is included, by any key, and not excluded, by any."""
    assert calls(left(loaded, include=include, exclude=exclude)) == stays


def test_what_nothing_needs_goes(loaded: Load) -> None:
    """Schemas, parameters, security schemes and tags stay only where what stays needs them."""
    root = left(loaded, include=Filter(operations=("listPets",), webhooks=("petSold",)))
    assert list(root["components"]["schemas"]) == ["Pet", "Kind", "Dog", "Cat", "Sold"]
    assert list(root["components"]["parameters"]) == ["Limit"]
    assert list(root["components"]["securitySchemes"]) == ["usual"]
    assert [tag["name"] for tag in root["tags"]] == ["pets"]
    assert root["security"] == [{"usual": []}]
    root = left(loaded, include=Filter(operations=("addPet",), webhooks=("orderSent",)))
    assert list(root["components"]["schemas"]) == ["Sent"]


def test_security_that_nothing_needs(loaded: Load) -> None:
    """The security of the whole names no scheme that went."""
    without = {key: value for key, value in SHOP.items() if key != "webhooks"}
    root = left(loaded, to=without, include=Filter(operations=("addPet",)))
    assert list(root["components"]["securitySchemes"]) == ["own"]
    assert "security" not in root


@pytest.mark.parametrize(
    ("include", "exclude", "operations", "webhooks"),
    [
        (Filter(paths=("/v2/**",)), Filter(), 1, []),
        (Filter(operations=("addPet",)), Filter(), 1, []),
        (Filter(tags=("pets",)), Filter(), 2, ["petSold"]),
        (Filter(tags=("pets",), webhooks=("order*",)), Filter(), 2, ["petSold", "orderSent"]),
        (Filter(webhooks=("pet*",)), Filter(), 0, ["petSold"]),
        (Filter(paths=("**",), webhooks=("pet*",)), Filter(), 4, ["petSold"]),
        (Filter(), Filter(webhooks=("pet*",)), 4, ["orderSent"]),
        (Filter(), Filter(tags=("pets",)), 2, ["orderSent"]),
        (Filter(webhooks=("*",)), Filter(tags=("pets",)), 0, ["orderSent"]),
        (Filter(schemas=("Loose",)), Filter(), 4, ["petSold", "orderSent"]),
    ],
)
def test_webhooks_are_chosen(
    loaded: Load, include: Filter, exclude: Filter, operations: int, webhooks: list[str]
) -> None:
    """Webhooks are chosen as operations are: by name or tag, and not at all by what speaks of paths."""
    root = left(loaded, include=include, exclude=exclude)
    assert len(calls(root)) == operations
    assert list(root["webhooks"]) == webhooks


def test_schemas_that_are_wanted(loaded: Load) -> None:
    """A schema that is included stays, with what it needs, though no operation refers to it."""
    root = left(loaded, include=Filter(operations=("addPet",), schemas=("Line", "Lo*")))
    assert list(root["components"]["schemas"]) == ["Order", "Line", "Loose"]


def test_schemas_that_are_not_wanted(loaded: Load) -> None:
    """What refers to an excluded schema accepts any value; a union loses the member, a discriminator the value."""
    run = loaded({"api.json": SHOP}, exclude=Filter(schemas=("Order", "Dog", "Loose")))
    note = run.only("excluded-schema-referenced")
    assert "3 references" in note.message
    schemas = run.spec.at("/components/schemas")
    assert run.spec.at("/paths/~1v2~1orders/get/responses/200/content/application~1json/schema") == {}
    assert schemas["Kind"]["discriminator"]["mapping"] == {}
    assert "Line" not in schemas  # only the order had lines
    root = left(loaded, include=Filter(schemas=("Line",)), exclude=Filter(schemas=("Order",)))
    assert root["components"]["schemas"]["Line"]["anyOf"] == [{"type": "string"}]


def test_unions_of_what_is_not_wanted(loaded: Load) -> None:
    """Where nothing but null is left of a union, any value is accepted; what must not be something loses the rule."""
    gone = {"$ref": "#/components/schemas/Gone"}
    text, null = {"type": "string"}, {"type": "null"}
    schemas = {
        "Gone": {"type": "object"},
        "Nullable": {"anyOf": [gone, null], "description": "Stays."},
        "Either": {
            "oneOf": [gone, {"anyOf": [gone, text]}, {"anyOf": [gone, gone]}, gone],
            "discriminator": {"propertyName": "kind", "mapping": {"a": "Gone"}, "defaultMapping": "Gone"},
        },
        "Only": {"oneOf": [gone], "discriminator": {"propertyName": "kind", "mapping": {"a": "Gone"}}},
        "Not": {"type": "object", "not": gone},
        "Named": {"properties": {"anyOf": {"items": gone}, "not": gone}},
    }
    document = api(openapi="3.2.0", components={"schemas": schemas})
    every = Filter(schemas=tuple(name for name in schemas if name != "Gone"))
    run = loaded({"api.json": document}, include=every, exclude=Filter(schemas=("Gone",)))
    assert run.codes == ["excluded-schema-referenced"]
    assert run.spec.at("/components/schemas") == {
        "Nullable": {"description": "Stays."},
        "Either": {"oneOf": [{"anyOf": [text]}, {}], "discriminator": {"propertyName": "kind", "mapping": {}}},
        "Only": {},
        "Not": {"type": "object"},
        "Named": {"properties": {"anyOf": {"items": {}}, "not": {}}},
    }


def test_what_is_required_of_what_is_not_wanted(loaded: Load) -> None:
    """A property that only the excluded schema declared is still required where it was, with any value."""
    gone, base = {"$ref": "#/components/schemas/Gone"}, {"$ref": "#/components/schemas/Base"}
    schemas = {
        "Gone": {"type": "object", "properties": {"id": {"type": "string"}, "at": {}, "name": {}, "spare": {}}},
        "Base": {"allOf": [gone, {"properties": {"name": {"type": "string"}}, "required": ["at"]}], "required": ["id"]},
        "Made": {"allOf": [base], "required": ["id", "name", "never"], "properties": {"x": {}}},
    }
    document = api(openapi="3.1.0", components={"schemas": schemas})
    filters = {"include": Filter(schemas=("Base", "Made")), "exclude": Filter(schemas=("Gone",))}
    found = left(loaded, to=document, **filters)["components"]["schemas"]
    assert found["Base"]["properties"] == {"id": {}, "at": {}}
    assert found["Made"]["properties"] == {"x": {}}  # it has `id` of `Base`, and nobody ever declared `never`


def test_what_excluded_operations_hold_for_others(loaded: Load) -> None:
    """What others refer to inside of an operation that goes becomes a component, with what it refers to in turn."""
    document = copy.deepcopy(SHOP)
    inline = {"type": "object", "properties": {"next": {"$ref": "#/paths/~1a/get/responses/200/content/a/schema"}}}
    document["paths"] = {
        "/a": {"get": operation(responses={"200": {"description": "", "content": {"a": {"schema": inline}}}})},
        "/b": {
            "get": operation(
                responses={
                    "200": {
                        "description": "",
                        "content": {"a": {"schema": {"$ref": "#/paths/~1a/get/responses/200/content/a/schema"}}},
                    }
                }
            )
        },
    }
    run = loaded({"api.json": document}, exclude=Filter(paths=("/a",)))
    assert run.codes == []
    reference = run.spec.at("/paths/~1b/get/responses/200/content/a/schema/$ref")
    pointer, schema = run.spec.resolve(reference[1:])
    assert pointer.startswith("/components/schemas/")
    assert schema["properties"]["next"]["$ref"] == reference
    assert run.spec.source_of(f"{pointer}/properties/next").pointer.startswith("/paths/~1a/get/")


@pytest.mark.parametrize(
    ("wanted", "text", "hint"),
    [
        (Filter(tags=("pet",)), "the tags 'pet'", "Did you mean 'pets'?"),
        (Filter(paths=("/v3/**",)), "the paths '/v3/**'", "Correct it"),
        (Filter(operations=("listPet",)), "the operations 'listPet'", "'listPets'"),
        (Filter(schemas=("Pte",)), "the schemas 'Pte'", "'Pet'"),
        (Filter(webhooks=("petSolt",)), "the webhooks 'petSolt'", "'petSold'"),
    ],
)
def test_a_pattern_that_means_nothing(loaded: Load, wanted: Filter, text: str, hint: str) -> None:
    """It is an error in both, with a guess at what was meant."""
    for name in ("include", "exclude"):
        run = loaded({"api.json": SHOP}, **{name: wanted})
        told = run.only("filter-unmatched")
        assert run.result is None
        assert f"`{name}` names {text}" in told.message and hint in (told.hint or "")


def test_filters_that_leave_no_operation_are_an_error(loaded: Load) -> None:
    """A description of which nothing is left is an error."""
    run = loaded({"api.json": SHOP}, include=Filter(tags=("pets",)), exclude=Filter(paths=("/**",), webhooks=("*",)))
    assert run.result is None
    run.only("filter-empty")


def test_what_is_excluded_is_not_complained_of(loaded: Load) -> None:
    """A broken part that is excluded is nobody's business."""
    document = copy.deepcopy(SHOP)
    document["paths"]["/broken/{id}"] = {"get": answer("Missing", operationId="broken")}
    assert loaded({"api.json": document}, exclude=Filter(operations=("broken",))).codes == []


def test_names_that_stay_know_where_they_were_read(loaded: Load) -> None:
    """Origins survive the pruning, also in lists."""
    run = loaded({"api.json": SHOP}, include=Filter(paths=("/v2/**",)))
    assert run.spec.source_of("/tags/0").pointer in ("/tags/0", "/tags/1")
    run = loaded({"api.json": SHOP}, exclude=Filter(tags=("pets",)))
    assert run.spec.at("/tags/0/name") == "repos/orders"
    assert run.spec.source_of("/tags/0").pointer == "/tags/1"
