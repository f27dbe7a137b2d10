"""Documentation pages: the blocks that count, and the ones that are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.loader.load import load
from .conftest import Load, api, operation, page

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def test_a_real_page_of_bird() -> None:
    """Bird's own page loads; the four variables of its path, which it leaves out, are declared."""
    seeds = sorted(SEEDS.glob("002_*.txt"))
    if not seeds:
        pytest.skip(f"there is no page 002 in {SEEDS}")
    report = Report()
    spec = load([str(seeds[0])], report, base=SEEDS)
    assert spec is not None
    ((path, item),) = spec.root["paths"].items()
    assert [parameter["name"] for parameter in item["patch"]["parameters"]] == [
        "workspaceId",
        "conversationId",
        "identifierKey",
        "identifierValue",
    ]
    assert item["patch"]["security"] == [{"accessKey": []}]
    assert spec.at("/components/schemas/UpdateParticipant/properties/status") == {
        "type": ["string", "null"],
        "description": "Participant status in the conversation.",
        "enum": ["pending", "invited", "active", None],
    }
    assert [diagnostic.code for diagnostic in report] == ["path-parameter-declared"]


@pytest.mark.parametrize("quote", ["", "Adds a pet.<br>", "One\\\n> two"])
def test_gitbook(loaded: Load, quote: str) -> None:
    """A GitBook block stands under a heading, with a quote between them or without."""
    assert "/pets" in loaded({"a.md": page("Add a pet", api(paths={"/pets": {}}), quote=quote)}).spec.root["paths"]


def test_longer_fence(loaded: Load) -> None:
    """A fence of four backticks holds JSON with three."""
    content = api(info={"title": "Pets", "version": "1", "description": "```\ncode\n```"})
    assert loaded({"a.md": page("Add", content, fence="````")}).spec.at("/info/description") == "```\ncode\n```"


def test_pasted_block_under_the_title(loaded: Load) -> None:
    """A block that was pasted under the page's title counts, with paragraphs between."""
    text = '# Cancel\n\nCancels it.\n\n```json\n{"paths":{"/a":{}},"openapi":"3.1.0"}\n```\n'
    assert "/a" in loaded({"a.md": text}).spec.root["paths"]


def test_several_blocks(loaded: Load) -> None:
    """All blocks of a page count, and each can be told from the others."""
    text = page("One", api(paths={"/a": {}})) + page("Two", api(paths={"/b": {}})) + "# Models\n"
    spec = loaded({"a.md": text.replace("\n", "\r\n")}).spec
    assert list(spec.root["paths"]) == ["/a", "/b"]
    assert spec.origin("/paths/~1b").document == "a.md#2"


def test_examples_are_left_alone(loaded: Load) -> None:
    """Example responses are no descriptions, whatever they hold and however broken they are."""
    examples = """
## Examples

```json
{ "id": 1, ... }
```

Answers:

```json
{"openapi": "3.0.3"}
```

## Response

```json
{"error": "openapi is down",
```

```
{"openapi":"3.0.3"}
```
"""
    run = loaded({"a.md": page("Add", api(paths={"/a": {}})) + examples})
    assert list(run.spec.root["paths"]) == ["/a"]
    assert run.codes == []


def test_description_at_another_place(loaded: Load) -> None:
    """A description that stands where no platform puts one is left alone, and a note says so."""
    text = "## Example\n\nA file:\n\n```json\n" + '{"openapi":"3.0.3","paths":{"/b":{}}}' + "\n```\n"
    run = loaded({"a.md": page("Add", api(paths={"/a": {}})) + text})
    assert list(run.spec.root["paths"]) == ["/a"]
    assert run.place(run.only("page-block-ignored").origin) == "a.md:13:1"


def test_broken_block(loaded: Load) -> None:
    """A block at the right place that does not parse is an error at the broken character of the page."""
    run = loaded({"docs/a.md": page("Add", '{"openapi":"3.0.3","info":{"title":"Pets""version":"1"}}', quote="Adds")})
    diagnostic = run.only("invalid-json")
    assert run.result is None
    assert run.place(diagnostic.origin) == "docs/a.md:8:42"
    assert "expecting ',' delimiter" in diagnostic.message


def test_block_that_ends_too_early(loaded: Load) -> None:
    """A page that was cut off is an error where its text ends."""
    text = page("Add", api())
    run = loaded({"a.md": text[: text.index('"paths"')]})
    assert run.place(run.only("invalid-json").origin).startswith("a.md:6:")


def test_readme(loaded: Load) -> None:
    """ReadMe: under `# OpenAPI definition`; what stands before it need not be JSON."""
    text = """# Get pets

```json 200
{ // a comment
  "a": .... }
```

# OpenAPI definition
```json
{
  "_id": "/branches/1.0/apis/pets.json",
  "components": {},
  "openapi": "3.1.0",
  "paths": {"/pets": {}}
}
```"""
    run = loaded({"a.md": text})
    assert "/pets" in run.spec.root["paths"]
    assert run.codes == []


MINTLIFY = """> ## Documentation Index
> Fetch the complete documentation index at: https://example.com/llms.txt

# Get pets

## {heading}

````yaml {info}
{content}
````

Built with [Mintlify](https://mintlify.com).
"""


def test_mintlify(loaded: Load) -> None:
    """Mintlify: YAML under `## OpenAPI`, the file and the operation beside the fence."""
    text = MINTLIFY.format(
        heading="OpenAPI",
        info="/my api.json GET /pets",
        content="openapi: 3.0.0\npaths:\n  /pets:\n    get:\n      responses:\n        200:\n          description: no",
    )
    assert loaded({"a.md": text}).spec.at("/paths/~1pets/get/responses/200") == {"description": "no"}


def test_mintlify_broken_yaml(loaded: Load) -> None:
    """Broken YAML is an error at its line of the page."""
    text = MINTLIFY.format(heading="OpenAPI", info="get /pets", content="openapi: 3.0.0\npaths:\n  /é: [1\n  b: }")
    run = loaded({"a.md": text})
    assert run.place(run.only("invalid-yaml").origin) == "a.md:12:4"


OF_2025 = """\
paths:
  path: /orders/{id}
  method: post
  servers: [{url: "https://a.example"}]
  request:
    security:
      - title: key & signature
        parameters:
          query: {sig: {type: apiKey}}
          header: {X-KEY: {type: apiKey, description: A key.}}
          cookie: {}
    parameters:
      path: {id: {schema: [{type: string, required: true, description: ID of the order.}]}}
      query: {kind: {schema: [{type: enum<string>, enum: [a, b]}], style: form, explode: false}}
      header: {}
    body:
      application/json:
        schemaArray:
          - type: object
            properties: {price: {allOf: [{$ref: "#/components/schemas/Price"}]}, note: {allOf: [{type: any}]}}
            required: true
            refIdentifier: "#/components/schemas/NewOrder"
            requiredProperties: [price]
        examples: {}
  response:
    "200":
      application/json: {schemaArray: [{type: string}, {type: integer}], description: Done.}
    "204": {_mintlify/placeholder: {schemaArray: [{type: any}], description: Nothing.}}
  deprecated: true
  type: path
components:
  schemas: {Price: {type: string}}"""


def test_mintlify_of_2025(loaded: Load) -> None:
    """Mintlify's own older form is an operation like any other, with its title and its quote from the page."""
    old = MINTLIFY.format(heading="OpenAPI", info="openapi.yaml post /orders/{id}", content=OF_2025)
    run = loaded({"a.md": old.replace("# Get pets", "# Create order\n\n>  Places it."), "b.md": page("New", api())})
    assert run.codes == []
    made = run.spec.at("/paths/~1orders~1{id}/post")
    assert (made["summary"], made["description"], made["deprecated"]) == ("Create order", "Places it.", True)
    assert made["parameters"] == [
        {"name": "id", "in": "path", "required": True, "description": "ID of the order."}
        | {"schema": {"type": "string", "description": "ID of the order."}},
        {"name": "kind", "in": "query", "required": False, "schema": {"type": "string", "enum": ["a", "b"]}}
        | {"style": "form", "explode": False},
    ]
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/NewOrder"}}}
    assert made["requestBody"] == {"content": content, "required": True}
    assert run.spec.at("/components/schemas/NewOrder") == {
        "type": "object",
        "properties": {"price": {"$ref": "#/components/schemas/Price"}, "note": {}},
        "required": ["price"],
    }
    either = {"oneOf": [{"type": "string"}, {"type": "integer"}]}
    assert made["responses"] == {
        "200": {"description": "Done.", "content": {"application/json": {"schema": either}}},
        "204": {"description": "Nothing.", "content": {}},
    }
    assert made["servers"] == [{"url": "https://a.example"}] and made["security"] == [{"key": [], "signature": []}]
    assert run.spec.at("/components/securitySchemes") == {
        "key": {"type": "apiKey", "in": "query", "name": "sig"},
        "signature": {"type": "apiKey", "in": "header", "name": "X-KEY", "description": "A key."},
    }
    origin = run.spec.origin("/paths/~1orders~1{id}/post/parameters/1/schema/enum")
    assert origin.pointer == "/paths/request/parameters/query/kind/schema/0/enum"


def test_newer_pages_outdo_those_of_2025(loaded: Load) -> None:
    """A page that nobody deleted neither competes for its operation nor for the schemas that others have."""
    old = MINTLIFY.format(heading="OpenAPI", info="openapi.yaml post /orders/{id}", content=OF_2025)
    other = old.replace("path: /orders/{id}", "path: /old/{id}")
    schemas = {"Price": {"type": "number"}, "NewOrder": {"type": "object"}}
    new = page("New", api(paths={"/orders/{id}": {"post": operation(summary="New")}}, components={"schemas": schemas}))
    run = loaded({"a.md": old, "b.md": other, "c.md": new})
    assert sorted(run.codes) == ["page-outdated", "path-parameter-declared"]
    assert run.spec.at("/paths/~1orders~1{id}/post/summary") == "New"
    assert run.spec.at("/components/schemas") == schemas
    assert run.spec.at("/paths/~1old~1{id}/post/requestBody/content/application~1json/schema") == {
        "$ref": "#/components/schemas/NewOrder"
    }


def test_a_block_that_is_no_operation(loaded: Load) -> None:
    """What stands in the place of a description and is none is skipped with a warning, and the other pages load."""
    old = MINTLIFY.format(heading="OpenAPI", info="openapi.yaml get /old", content="paths:\n  method: get")
    run = loaded({"a.md": old, "b.md": page("New", api(paths={"/new": {}}))})
    assert list(run.spec.root["paths"]) == ["/new"]
    assert run.place(run.only("page-unsupported").origin) == "a.md:9:1"


def test_asyncapi_is_skipped(loaded: Load) -> None:
    """Other descriptions than OpenAPI are none of ours."""
    text = MINTLIFY.format(heading="AsyncAPI", info="asyncapi.yaml orders", content="id: orders\ntitle: Orders")
    run = loaded({"a.md": text, "b.md": page("New", api())})
    assert run.codes == []


def test_fern(loaded: Load) -> None:
    """Fern and Apidog: YAML under `## OpenAPI Specification`."""
    text = "GET https://x\n\n## OpenAPI Specification\n\n```yaml\nopenapi: 3.1.1\npaths:\n  /a: {}\n```\n\n## SDK\n"
    assert "/a" in loaded({"a.md": text}).spec.root["paths"]


def test_broken_page_does_not_hide_others(loaded: Load) -> None:
    """All broken pages are named in one run."""
    run = loaded(
        {
            "a.md": page("A", '{"openapi":'),
            "b.md": page("B", '{"openapi":"3.0.3",}'),
            "c.md": page("C", api()),
        }
    )
    assert run.codes == ["invalid-json", "invalid-json"]


def test_operation_of_a_page_points_into_it(loaded: Load) -> None:
    """What is found in a page can be found again there."""
    text = page("Add", api(paths={"/a": {"get": operation(operationId="a")}}))
    run = loaded({"a.md": text})
    origin = run.spec.origin("/paths/~1a/get/operationId")
    document = run.report.documents[origin.document]
    assert document.text[document.start :].startswith('{"openapi"')
    assert origin.pointer == "/paths/~1a/get/operationId"


BOATS = api(paths={"/boats": {}})
TAG = '{% openapi-operation spec="boats" path="/boats" method="get" %}\n[OpenAPI boats](LINK)\n{% endopenapi-operation %}\n'


def naming(link: str, tag: str = TAG) -> str:
    """A page of a GitBook site's sources, which names the description of its operations."""
    return f"# Boats\n\nProse.\n\n{tag.replace('LINK', link)}"


@pytest.mark.parametrize(
    ("files", "sources"),
    [
        ({"docs/a/boats.md": naming("../.gitbook/api.json"), "docs/.gitbook/api.json": BOATS}, ["docs"]),
        ({"docs/a.md": naming("../specs/the%20api.json"), "specs/the api.json": BOATS}, ["docs/a.md"]),
        (
            {"a.md": naming("", '{% openapi src="x/api.json" path="/" %}\n{% endopenapi %}'), "x/api.json": BOATS},
            ["a.md"],
        ),
        ({"a.md": naming("", '{% swagger src="x/api.json" path="/" %}'), "x/api.json": BOATS}, ["a.md"]),
        ({"a.md": naming("api.json"), "b.md": naming("api.json"), "api.json": BOATS}, ["."]),
        ({"a.md": naming("https://x.example/v1/raw.txt?sig=1"), "more/boats.json": BOATS}, ["."]),
        ({"a.md": naming("https://x.example/other.yaml"), "other.json": BOATS}, ["."]),
        ({"a.md": naming("broken-reference"), "Boats.json": BOATS}, ["."]),
    ],
)
def test_pages_that_name_a_description(loaded: Load, files: dict[str, Any], sources: list[str]) -> None:
    """The sources of a GitBook site name the description: it is read once, where it is or under its name."""
    run = loaded(files, *sources)
    assert run.codes == []
    assert list(run.spec.root["paths"]) == ["/boats"]
    assert any(path.endswith(".json") for path in run.spec.files)


@pytest.mark.parametrize(
    ("link", "message", "hint"),
    [
        (
            "https://x.example/api.json?sig=s3cret",
            "from https://x.example/api.json?sig=…: x.example is not",
            "boats.yaml",
        ),
        ("../.gitbook/api.json", "there is no", "Put it there, or among the sources as boats.json"),
        (
            "broken-reference",
            "it does not say where 'boats' is",
            "Put that among the sources as boats.json or boats.yaml.",
        ),
    ],
)
def test_pages_that_name_a_description_that_cannot_be_had(loaded: Load, link: str, message: str, hint: str) -> None:
    """Each such description is told of once, with what to do; the rest is read all the same."""
    files = {"a.md": naming(link), "b.md": naming(link), "c.md": page("One", api(paths={"/c": {}}))}
    run = loaded(files)
    told = run.only("page-document")
    assert message in told.message and hint in (told.hint or "") and "s3cret" not in f"{told.message}{told.hint}"
    assert run.place(told.origin) == "a.md:5:1"
    assert list(run.spec.root["paths"]) == ["/c"]
    assert loaded({"a.md": naming(link)}, "a.md").codes == ["page-document", "source-without-openapi"]


def test_tags_that_are_shown_as_code(loaded: Load) -> None:
    """A page about GitBook shows its tags, and names nothing by that; nor does a description that quotes one."""
    shown = f"# Tags\n\n```markdown\n{TAG}```\n"
    quoting = api(paths={"/a": {}}, tags=[{"name": "a", "description": TAG}])
    assert loaded({"a.md": shown, "b.json": quoting}).codes == []
