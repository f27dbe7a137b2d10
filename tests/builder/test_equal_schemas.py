"""Equal inline schemas are one model: what is equal, what it is called, and what the lock and the configuration keep."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from fledge.ir import Api, ObjectModel
from tests.client import document, operation, understand

ENVELOPE: dict[str, Any] = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code"],
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
        }
    },
}


def json_of(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A body or response with a schema."""
    return {"description": "x", "content": {"application/json": {"schema": deepcopy(dict(schema))}}}


def errors(*schemas: Mapping[str, Any]) -> dict[str, Any]:
    """A description with an operation for each schema of an error, for the statuses 400 and 404."""
    return document(
        {
            f"/{name}": {
                "get": operation(
                    operationId=f"get_{name}",
                    tags=[name],
                    responses={"200": {"description": "x"}, "400": json_of(schema), "404": json_of(schema)},
                )
            }
            for name, schema in zip(("ants", "bees", "cats", "dogs"), schemas)
        }
    )


def build(tmp_path: Path, spec: Mapping[str, Any], **options: Any) -> Api:
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    return understand(tmp_path / "openapi.json", **options)[0]


def classes(api: Api) -> list[str]:
    return [model.name.python for model in api.models]


def test_an_error_that_all_operations_inline_is_one_class(tmp_path: Path) -> None:
    """It is called by what its positions share, and so is the object inside it."""
    api = build(tmp_path, errors(ENVELOPE, ENVELOPE, ENVELOPE))
    assert classes(api) == ["ErrorResponse", "ErrorResponseError"]
    assert {model.module for model in api.models} == {"error_response"}


def test_prose_tells_nothing_apart(tmp_path: Path) -> None:
    """Title, description and examples are no difference; prose that most have is kept, other prose is not."""
    described = deepcopy(ENVELOPE) | {"description": "An error.", "title": "Oops", "examples": [{}]}
    described["properties"]["error"]["properties"]["code"] |= {"description": "Of an ant.", "example": "x"}
    other = deepcopy(described)
    other["properties"]["error"]["properties"]["code"]["description"] = "Of a bee."
    api = build(tmp_path, errors(described, other))
    assert classes(api) == ["Oops", "OopsError"]
    outer, inner = api.models
    assert outer.docs.description == "An error."
    assert isinstance(inner, ObjectModel)
    assert [field.docs.description for field in inner.fields] == ["", ""]


@pytest.mark.parametrize(
    "change",
    [
        {"required": []},
        {"minProperties": 1},
        {"deprecated": True},
        {"additionalProperties": {"type": "string"}},
    ],
)
def test_anything_but_prose_makes_a_class_of_its_own(tmp_path: Path, change: dict[str, Any]) -> None:
    """What callers see, or what limits values, is a difference; the object inside is equal, and still one class."""
    api = build(tmp_path, errors(ENVELOPE, ENVELOPE, ENVELOPE | change))
    assert len(classes(api)) == 3
    assert "ListCatsErrorResponse" in classes(api)


@pytest.mark.parametrize(
    "change",
    [
        {"minProperties": 0},
        {"additionalProperties": True},
        {"patternProperties": {}},
        {"propertyNames": True},
        {"dependentRequired": {"error": []}},
        {"not": False},
    ],
)
def test_a_keyword_that_limits_nothing_tells_nothing_apart(tmp_path: Path, change: dict[str, Any]) -> None:
    """Frameworks write such keywords into some copies of a schema."""
    api = build(tmp_path, errors(ENVELOPE, ENVELOPE, ENVELOPE | change))
    assert classes(api) == ["ErrorResponse", "ErrorResponseError"]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_changed_one_gets_its_own_class_and_the_others_keep_theirs(tmp_path: Path, count: int) -> None:
    """Whichever changes: also if its pointer is the first, and if only two are equal."""
    changed = ENVELOPE | {"properties": {**ENVELOPE["properties"], "hint": {"type": "string"}}}
    old = build(tmp_path, without_404(errors(*[ENVELOPE] * count)))
    assert classes(old) == ["BadRequestResponse", "BadRequestResponseError"]
    for index, name in zip(range(count), ("Ants", "Bees", "Cats", "Dogs")):
        schemas = [changed if each == index else ENVELOPE for each in range(count)]
        new = build(tmp_path, without_404(errors(*schemas)), given=old.names)
        by_name = {model.name.python: model for model in new.models}
        assert list(by_name) == ["BadRequestResponse", "BadRequestResponseError", f"List{name}BadRequestResponse"]
        fields = [len(model.fields) for model in by_name.values() if isinstance(model, ObjectModel)]
        assert fields == [1, 2, 2]


def test_what_the_lock_keeps_apart_stays_apart_until_the_configuration_joins_it(tmp_path: Path) -> None:
    """A class that code imports does not vanish because another one became equal to it."""
    different = ENVELOPE | {"required": []}
    old = build(tmp_path, without_404(errors(ENVELOPE, different)))
    equal = without_404(errors(ENVELOPE, ENVELOPE, ENVELOPE))
    new = build(tmp_path, equal, given=old.names)
    assert (
        classes(new)
        == classes(old)
        == [
            "Error",
            "ListAntsBadRequestResponse",
            "ListBeesBadRequestResponse",
        ]
    )
    keys = [key for key, name in old.names.items() if name.startswith("List")]
    joined = build(tmp_path, equal, given=old.names, names=dict.fromkeys(keys, "Problem"))
    assert classes(joined) == ["Error", "Problem"]


def test_equal_branches_of_one_union_keep_their_name(tmp_path: Path) -> None:
    """Nothing but their content tells them from others, also if another class would leave them a shorter name."""
    branch = {"type": "object", "properties": {"a": {"type": "string"}}}
    union = {"anyOf": [branch | {"description": words} for words in ("One.", "Two.")] + [ENVELOPE]}
    spec = without_404(errors({"type": "object", "properties": {"u": union, "u_object": branch | {"required": ["a"]}}}))
    old = build(tmp_path, spec)
    assert any(key.startswith("equal ") for key in old.names)
    new = build(tmp_path, spec, given=old.names)
    assert (classes(new), new.names) == (classes(old), old.names)


def test_schemas_of_other_calls_do_not_take_a_name_for_their_content(tmp_path: Path) -> None:
    """A class is called after its calls: those that are new are not called after others that are gone."""
    order = {"type": "string", "enum": ["created", "updated"]}

    def sorted_lists(*names: str) -> dict[str, Any]:
        schemas = {"other": {"$ref": "#/components/schemas/Sort"}, **dict.fromkeys(names, order)}
        paths = {
            f"/{name}": {
                "get": operation(
                    operationId=f"list_{name}",
                    tags=[name[:3]],
                    parameters=[{"name": "sort", "in": "query", "schema": schema}],
                )
            }
            for name, schema in schemas.items()
        }
        return document(paths) | {"components": {"schemas": {"Sort": {"type": "string", "enum": ["x", "y"]}}}}

    old = build(tmp_path, sorted_lists("antOne", "antTwo"))
    new = build(tmp_path, sorted_lists("beeOne", "beeTwo"), given=old.names)
    assert (classes(old), classes(new)) == (["AntSort", "Sort"], ["BeeSort", "Sort"])


def test_one_name_of_the_configuration_is_enough_for_all(tmp_path: Path) -> None:
    """The pointer of any of the equal schemas names their class, with and without a lock."""
    spec = errors(ENVELOPE, ENVELOPE)
    pointer = "#/paths/~1bees/get/responses/404/content/application~1json/schema"
    old = build(tmp_path, spec)
    for locked in ({}, old.names):
        api = build(tmp_path, spec, names={pointer: "Problem"}, given=locked)
        assert classes(api)[-1] == "Problem" and len(classes(api)) == 2


def test_two_names_of_the_configuration_are_two_classes(tmp_path: Path) -> None:
    """Whoever names two equal schemas differently wants two classes."""
    pointer = "#/paths/~1{}/get/responses/400/content/application~1json/schema"
    names = {pointer.format("ants"): "AntProblem", pointer.format("bees"): "BeeProblem"}
    api = build(tmp_path, without_404(errors(ENVELOPE, ENVELOPE)), names=names)
    assert classes(api) == ["AntProblem", "BeeProblem", "Error"]


def test_what_stands_in_other_roles_is_apart(tmp_path: Path) -> None:
    """What is sent, what is returned, and what an error says are different things, though they look the same today."""
    schema = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
    responses = {"200": json_of(schema), "400": json_of(schema)}
    paths = {
        f"/{name}": {"put": operation(operationId=f"put_{name}", requestBody=json_of(schema), responses=responses)}
        for name in ("ants", "bees")
    }
    assert classes(build(tmp_path, document(paths))) == ["BadRequestResponse", "RequestWithId", "SuccessResponse"]


def test_equal_items_values_and_parameters_are_one(tmp_path: Path) -> None:
    """Items of lists, values of maps, alternatives, and parameters of one name, in components and operations."""
    place = {"type": "object", "required": ["city"], "properties": {"city": {"type": "string"}}}
    other = {"type": "object", "required": ["code"], "properties": {"code": {"type": "integer"}}}
    parts = {
        "address": place,
        "stops": {"type": "array", "items": place},
        "homes": {"type": "object", "additionalProperties": place},
        "target": {"oneOf": [place, other]},
    }
    sort = {"name": "sort", "in": "query", "schema": {"enum": ["asc", "desc"]}}
    ref = {"$ref": "#/components/schemas/Customer"}
    spec = document(
        {
            f"/{name}": {
                "get": operation(operationId=f"list_{name}", parameters=[sort], responses={"200": json_of(ref)})
            }
            for name in ("ants", "bees")
        },
        Customer={"type": "object", "properties": {**parts, "supplier": {"$ref": "#/components/schemas/Supplier"}}},
        Supplier={"type": "object", "properties": parts},
    )
    assert classes(build(tmp_path, spec)) == [
        "Address",
        "Customer",
        "HomesValue",
        "Sort",
        "StopsItem",
        "Supplier",
        "Target",
        "TargetWithCity",
        "TargetWithCode",
    ]


@pytest.mark.parametrize("other", ["Aaa", "Mmm", "Zzz"])
def test_the_name_of_a_component_tells_no_equal_schemas_apart(tmp_path: Path, other: str) -> None:
    """Equal schemas that refer to it are one class, wherever its name is in the alphabet."""
    owner = {
        "type": "object",
        "properties": {
            "owner": {"type": "object", "properties": {"of": {"$ref": f"#/components/schemas/{other}"}}},
        },
    }
    spec = document(Ant=owner, Nut=owner, **{other: {"type": "object", "properties": {"id": {"type": "string"}}}})
    spec["paths"] = {
        f"/{name}": {"get": operation(responses={"200": json_of({"$ref": f"#/components/schemas/{name}"})})}
        for name in ("Ant", "Nut")
    }
    assert classes(build(tmp_path, spec)) == sorted(["Ant", "Nut", "Owner", other])


def test_equal_responses_of_components_are_one(tmp_path: Path) -> None:
    """A component with the same error for each status is no reason for a class for each."""
    spec = document(
        {
            f"/{name}": {
                "get": operation(
                    operationId=f"get_{name}",
                    responses={
                        "204": {"description": "x"},
                        "403": {"$ref": "#/components/responses/Forbidden"},
                        "404": {"$ref": "#/components/responses/NotFound"},
                    },
                )
            }
            for name in ("ants", "bees")
        }
    )
    spec["components"]["responses"] = {"Forbidden": json_of(ENVELOPE), "NotFound": json_of(ENVELOPE)}
    assert classes(build(tmp_path, spec)) == ["ErrorResponse", "ErrorResponseError"]


def test_equal_alternatives_of_one_union_are_one_alternative(tmp_path: Path) -> None:
    """They are told apart by nothing, so that a name with digits for each is no help."""
    one = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "description": "An id."}}}
    other = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
    third = {"type": "object", "required": ["key"], "properties": {"key": {"type": "string"}}}
    responses = {"200": json_of({"oneOf": [one, other, third]})}
    api = build(tmp_path, document({"/ants": {"get": operation(operationId="get_ants", responses=responses)}}))
    assert not [name for name in classes(api) if "_" in name] and len(classes(api)) == 3


def test_alternatives_that_differ_in_the_values_of_a_property_have_words(tmp_path: Path) -> None:
    """As GitHub's labels, by name or with more than that: no digits, and a list of itself ends."""
    nested: dict[str, Any] = {"type": "array", "items": {"$ref": "#/components/schemas/Nested"}}
    kinds = [{"type": "string"}, {"type": "object", "properties": {"name": {"type": "string"}}}, nested]
    branches = [{"type": "object", "properties": {"labels": {"type": "array", "items": each}}} for each in kinds]
    api = build(tmp_path, document({}, Labels={"oneOf": branches}, Nested=nested))
    assert {"LabelsWithLabelsTextList", "LabelsWithLabelsObjectList"} <= {*classes(api)}
    assert not [name for name in classes(api) if "_" in name]


def test_the_order_of_operations_and_of_properties_means_nothing(tmp_path: Path) -> None:
    """Names and content are the same whatever comes first."""
    turned = deepcopy(ENVELOPE)
    turned["properties"]["error"]["properties"] = dict(reversed(ENVELOPE["properties"]["error"]["properties"].items()))
    spec = errors(ENVELOPE, turned, ENVELOPE)
    backwards = spec | {"paths": dict(reversed(spec["paths"].items()))}
    assert build(tmp_path, spec).names == build(tmp_path, backwards).names
    assert len(classes(build(tmp_path, spec))) == 2


def without_404(spec: dict[str, Any]) -> dict[str, Any]:
    """The description with one status of an error for each operation."""
    for item in spec["paths"].values():
        del item["get"]["responses"]["404"]
    return spec


def test_alternatives_that_list_other_values_have_these_as_words(tmp_path: Path) -> None:
    """So a name says what it stands for, and none changes where alternatives change places or become more."""
    colors, sizes, numbers = (
        {"type": "string", "enum": each} for each in (["red", "blue"], ["s", "m"], ["one", "two"])
    )
    lists = [{"type": "array", "items": each} for each in (colors, sizes)]
    names = [
        {*classes(build(tmp_path, document({}, Paint={"anyOf": branches})))}
        for branches in ([colors, sizes], [sizes, colors], [numbers, colors, sizes])
    ]
    assert names[0] == names[1] < names[2] and {"PaintBlue", "PaintM"} < names[0]
    assert {*classes(build(tmp_path, document({}, Paint={"anyOf": lists})))} == {"Paint", "PaintBlueItem", "PaintMItem"}
