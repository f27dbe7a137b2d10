"""One slip of the hand at a field: it is read as what it can only mean, and is one message at its line."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from fledge.loader.validate import validate

from .conftest import Load

PETS = """\
openapi: 3.0.3
info: {title: Pets, version: "1"}
tags: [{name: pets}]
paths:
  /pets/{petId}:
    parameters:
      - {name: petId, in: path, required: true, schema: {type: string, format: uuid}}
    put:
      operationId: putPet
      tags: [pets]
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/Pet"
      responses:
        "200":
          description: Fine
          content:
            application/json:
              schema:
                type: array
                items: {$ref: "#/components/schemas/Pet"}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"""


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("components:", "component:"),
        ("\npaths:", "\nPaths:"),
        ("  schemas:", "  schema:"),
        ("responses:", "response:"),
        ("requestBody:", "requestbody:"),
        ("requestBody:", "request_body:"),
        ("requestBody:", "body:"),
        ("operationId:", "operationID:"),
        ("      parameters:\n        - {name: limit", "      parameter:\n        - {name: limit"),
        ("          content:", "          contents:"),
        ("name: limit, in: query", "NAME: limit, in: query"),
        ("name: limit, in: query", "name: limit, in: qurey"),
        ("name: petId, in: path", "name: petId"),
        ("name: petId, in: path", "name: petId, in: url"),
        ('            schema:\n              $ref: "#/comp', '              $ref: "#/comp'),
        (
            "              schema:\n                type: array\n                items",
            "              type: array\n              items",
        ),
        ("            application/json:\n              schema:\n", "              schema:\n"),
    ],
)
@pytest.mark.parametrize("folder", [".", "pets.yaml"])
def test_one_slip(loaded: Load, right: str, slip: str, folder: str) -> None:
    """The description is the same as without it."""
    assert right in PETS
    wanted = loaded({"pets.yaml": PETS}, folder).spec.root
    text = PETS.replace(right, slip, 1)
    run = loaded({"pets.yaml": text}, folder)
    assert run.spec.root == wanted
    validate(run.spec, run.report)
    assert "wrong-type" in run.codes and len(run.codes) <= 2, [each.message for each in run.report]
    assert {each.code for each in run.report} <= {"wrong-type", "media-type-invalid"}


def test_a_misspelt_place_that_references_name(loaded: Load) -> None:
    """References that lead through the misspelt keys lead to what is there."""
    text = PETS.replace("components", "component").replace("schemas", "schema")
    run = loaded({"pets.yaml": text})
    assert run.spec.root == loaded({"pets.yaml": PETS}).spec.root
    assert run.codes == ["wrong-type", "wrong-type"]


@pytest.mark.parametrize(
    ("right", "slip", "code"),
    [
        ("name: limit, in: query, schema:", "name: limit, in: query, sschema:", "document-invalid"),
        ("description: Fine", "description: [Fine]", "wrong-type"),
        ("in: path, required: true,", "in: path,", "path-parameter-required"),
    ],
)
def test_one_slip_is_one_message(loaded: Load, right: str, slip: str, code: str) -> None:
    """What the validator misses there only follows."""
    run = loaded({"pets.yaml": PETS.replace(right, slip, 1)})
    validate(run.spec, run.report)
    assert [each.code for each in run.report.freeze()] == [code]


def test_items_that_are_indented_too_little(loaded: Load) -> None:
    """A reference at the level of `items` replaces the array: the empty `items` is a warning."""
    right = "                items: {$ref:"
    run = loaded(
        {
            "pets.yaml": PETS.replace(right, "                items:\n                $ref:").replace(
                'Pet"}\ncomp', 'Pet"\ncomp'
            )
        }
    )
    assert "`items` must be an object, but is null" in run.only("wrong-type").message


@pytest.mark.parametrize("field", ["nullable: null", "uniqueItems: ~"])
def test_a_flag_without_a_value(loaded: Load, field: str) -> None:
    """A flag that is left empty is a warning: its author meant something."""
    run = loaded({"pets.yaml": PETS.replace("{name: {type: string}}", f"{{name: {{type: string, {field}}}}}")})
    assert "must be true or false, but is null" in run.only("wrong-type").message


@pytest.mark.parametrize("values", ["- SE\n            - DE", "- SE\n            DE"])
def test_a_dash_that_is_missing(loaded: Load, values: str) -> None:
    """YAML reads both lines as one text, and a warning at the first one says so."""
    text = f"{PETS}    Country:\n      enum:\n          {values}\n"
    run = loaded({"pets.yaml": text})
    assert run.spec.at("/components/schemas/Country/enum") == [" ".join(values.split()).removeprefix("- ")]
    place = run.place(run.only("yaml-continued").source)
    assert place == f"pets.yaml:{text[: text.index('SE')].count(chr(10)) + 1}:13"


def test_long_texts_in_lists_are_texts(loaded: Load) -> None:
    """Quotes and blocks say that a text has several lines."""
    schema: Any = yaml.safe_load("enum:\n- 'one\n  text'\n- >-\n  another\n  one\n")
    assert schema == {"enum": ["one text", "another one"]}
    run = loaded(
        {
            "pets.yaml": f"{PETS}    T:\n      enum:\n      - 'one\n        text'\n      - >-\n        another\n        one\n"
        }
    )
    assert run.codes == [] and run.spec.at("/components/schemas/T") == schema


def test_the_line_at_which_a_broken_mapping_begins(loaded: Load) -> None:
    """A parser stumbles late: the message says where what it reads began, too."""
    run = loaded({"pets.yaml": "openapi: 3.0.3\ninfo:\n  title: A\n   version: 1\n"}, "pets.yaml")
    assert run.result is None
    text = "openapi: 3.0.3\npaths:\n  /a:\n    get:\n        a: 1\n      b: 2\n"
    run = loaded({"pets.yaml": text}, "pets.yaml")
    assert "which begins in line 4" in run.only("yaml-invalid").message
