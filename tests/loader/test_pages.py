"""Documentation pages: the blocks that count, and the ones that are left alone."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load

from .conftest import Load, api, operation, page

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def test_a_real_page_of_bird() -> None:
    """Bird's own page loads; the four variables of its path, which it leaves out, are declared."""
    seeds = sorted(SEEDS.glob("002_*.txt"))
    if not seeds:
        pytest.skip(f"there is no page 002 in {SEEDS}")
    report = DiagnosticCollector()
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
def test_gitbook_pages_are_read(loaded: Load, quote: str) -> None:
    """A GitBook block stands under a heading, with a quote between them or without."""
    assert "/pets" in loaded({"a.md": page("Add a pet", api(paths={"/pets": {}}), quote=quote)}).spec.root["paths"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["---\n\n", "---\ntitle: A\n---\n\n", "---\ntitle: |\n  ---\n  ```\n---\n", "---\n"])
def test_lines_that_separate_hide_no_block(loaded: Load, start: str, end: str) -> None:
    """A page that begins and ends with a line of `---` is no front matter."""
    text = start + page("Get it", api(paths={"/a": {"get": operation()}})) + "\n---\n\n# Agent Instructions\n"
    run = loaded({"a.md": text.replace("\n", end).encode()})
    assert [*run.spec.root["paths"]] == ["/a"] and run.codes == []


def test_a_longer_fence_holds_shorter_ones(loaded: Load) -> None:
    """A fence of four backticks holds JSON with three."""
    content = api(info={"title": "Pets", "version": "1", "description": "```\ncode\n```"})
    assert loaded({"a.md": page("Add", content, fence="````")}).spec.at("/info/description") == "```\ncode\n```"


def test_pasted_block_under_the_title(loaded: Load) -> None:
    """A block that was pasted under the page's title counts, with paragraphs between."""
    text = '# Cancel\n\nCancels it.\n\n```json\n{"paths":{"/a":{}},"openapi":"3.1.0"}\n```\n'
    assert "/a" in loaded({"a.md": text}).spec.root["paths"]


def test_a_page_may_hold_several_blocks(loaded: Load) -> None:
    """All blocks of a page count, and each can be told from the others."""
    text = page("One", api(paths={"/a": {}})) + page("Two", api(paths={"/b": {}})) + "# Models\n"
    spec = loaded({"a.md": text.replace("\n", "\r\n")}).spec
    assert list(spec.root["paths"]) == ["/a", "/b"]
    assert spec.source_of("/paths/~1b").source == "a.md#2"


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
    """A description below a heading that calls it an example is left alone, and a warning says so."""
    text = "## Example\n\nA file:\n\n```json\n" + '{"openapi":"3.0.3","paths":{"/b":{}}}' + "\n```\n"
    run = loaded({"a.md": page("Add", api(paths={"/a": {}})) + text})
    assert list(run.spec.root["paths"]) == ["/a"]
    assert run.place(run.only("page-block-ignored").source) == "a.md:13:1"


PET = api(paths={"/pets/{id}": {"get": operation(summary="Get a pet", operationId="getPet")}})
FLAT = json.dumps(PET)
GOOD = page("List pets", api(paths={"/pets": {"get": operation(summary="List pets")}}))


@pytest.mark.parametrize(
    "text",
    [
        f"# Pets\n\n### Get a pet\n\n```json\n{FLAT}\n```\n",
        f"# Get a pet\n\nProse.\n\n* a list\n\n```json\n{FLAT}\n```\n",
        f"## Get a pet\n\n```bash\ncurl https://x\n```\n\n```json\n{FLAT}\n```\n",
        f"## GET /pets/{{id}}\n\n```\n{FLAT}\n```\n",
        f"## getPet\n\nProse.\n\n```jsonc\n// one operation\n{FLAT[:-1]},}}\n```\n",
        f"Get a pet\n---------\n\n~~~json5\n{FLAT}\n~~~\n",
        f"<h3>Get a pet</h3>\n\nProse.\n\n```json\n{FLAT}\n```\n",
        f"## Definition\n\n> ```json\n> {FLAT}\n> ```\n\nProse.\n",
        f"# Get a pet\n\n- One:\n\n      ```json\n      {FLAT}\n      ```\n",
        f"# Get a pet\n\n1. ```json\n   {FLAT}\n   ```\n",
        f'# Get a pet\n\n<Tabs>\n\t<Tab title="JSON">\n\t\t```json\n\t\t{FLAT}\n\t\t```\n\t</Tab>\n</Tabs>\n',
        f"## OpenAPI Definition\n\nA sentence.\n\n```json\n{FLAT}\n```\n",
        f"#### The Swagger file\n\n```yaml\n{yaml.safe_dump(PET)}```\n",
        f"## Get a pet\n\n```yaml\n{yaml.safe_dump(PET)}```\n",
        "## Get a pet\n\n> " + f"```yaml\n{yaml.safe_dump(PET)}```".replace("\n", "\n> ") + "\n",
        f"## Get a pet\n\n> Gets it.\n\n```json\n{html.escape(FLAT)}\n```\n",
        f"## Get a pet\n\n```yaml\n{yaml.safe_dump(PET).replace(chr(39), '&#39;')}```\n",
        "## Get a pet\n\n```json\n" + re.sub('"([^"]*)"', "\u201c\\1\u201d", FLAT) + "\n```\n",
    ],
)
def test_blocks_at_unusual_places(loaded: Load, text: str) -> None:
    """A description is read where there is no doubt, beside a good page: by its heading, or since it is alone."""
    run = loaded({"a.md": text, "zz.md": GOOD})
    assert set(run.codes) <= {"page-repaired", "path-parameter-declared"}
    assert sorted(run.spec.root["paths"]) == ["/pets", "/pets/{id}"]
    assert run.spec.at("/paths/~1pets~1{id}/get/summary") == "Get a pet"


def test_blocks_in_quotes_do_not_stand_for_the_operation(loaded: Load) -> None:
    """A code block in a quote between heading and description leaves the description the first one."""
    text = GOOD.replace("```json", '> Lists them:\n>\n> ```json\n> {"id": 1}\n\n```json')
    assert "/pets" in loaded({"a.md": text}).spec.root["paths"]


@pytest.mark.parametrize("block", ['{"openapi":"3.0.3","paths":{', "openapi: 3.0.3\npaths: {"])
def test_a_stray_block_that_does_not_parse(loaded: Load, block: str) -> None:
    """A broken block at no platform's place is a warning at the fault, and the other pages load."""
    run = loaded({"a.md": f"# A\n\n## B\n\nProse.\n\n```\n{block}\n```\n", "zz.md": GOOD})
    assert list(run.spec.root["paths"]) == ["/pets"]
    assert run.place(run.only("page-block-ignored").source).startswith("a.md:")


def test_warnings_of_a_block_have_their_place(loaded: Load) -> None:
    """What is odd inside of a block is reported at its line of the page."""
    run = loaded({"a.md": GOOD.replace('"paths"', '"openapi":"3.0.3","paths"')})
    assert run.place(run.only("duplicate-key").source).startswith("a.md:6:")


@pytest.mark.parametrize(
    ("name", "text", "place", "hint"),
    [
        ("a.md", "---\ntitle: Get\nopenapi: 'GET /pets/{id}'\n---\n", "a.md:3:1", "`docs.json`"),
        ("a.mdx", "# About\n\nWe publish OpenAPI.\n", "a.mdx:3:12", "code block below a heading"),
        ("llms.txt", "# Site\n\n- [OpenAPI](/a.json)\n", "llms.txt:3:4", "fledge pull"),
    ],
)
def test_a_page_that_speaks_of_openapi_and_has_none(loaded: Load, name: str, text: str, place: str, hint: str) -> None:
    """Such a page is a warning where it speaks of it, with what to do."""
    run = loaded({name: text, "zz.md": GOOD})
    warning = run.only("page-without-openapi")
    assert warning.severity == "warning" and hint in (warning.hint or "")
    assert run.place(warning.source) == place


def test_rendered_pages_are_named(loaded: Load) -> None:
    """Text that was copied from a browser documents an operation without a description: one warning names all."""
    text = "Get a pet\n\nGEThttps://api.example/pets/{id}\nPath parameters\nid*string\n"
    run = loaded({"a.txt": text, "b/c.txt": text, "zz.md": GOOD, "guide.md": "# Hello\n"})
    warning, note = (each for each in run.report if each.code == "page-without-openapi")
    assert (warning.severity, note.severity) == ("warning", "note")
    assert warning.message == "2 rendered pages have no OpenAPI description; Fledge skips them: a.txt, b/c.txt."
    assert "its address with `.md`" in (warning.hint or "")
    assert note.message.endswith("Fledge skips it: guide.md.")


def test_the_folder_of_seeds() -> None:
    """The folder of Bird's pages gives the client of the one that has a description, and the others are named."""
    if not SEEDS.is_dir():
        pytest.skip(f"there is no {SEEDS}")
    report = DiagnosticCollector()
    spec = load([str(SEEDS)], report, base=SEEDS)
    assert spec is not None and len(spec.root["paths"]) == 1
    messages = " ".join(each.message for each in report)
    for path in SEEDS.iterdir():
        assert path.name in messages or path.name in report.sources, path.name


CASES = SEEDS.parent / "cases" / "pages"
NOT_READ = {
    "fumadocs_md/a.md": "page-document",
    "mintlify_frontmatter_md/a.md": "page-without-openapi",
}
"""What the pages of the cases are reported as that hold no description."""


def test_a_folder_of_all_cases(tmp_path: Path) -> None:
    """Of a folder of unusual pages, each file is an operation or a warning at its place."""
    if not CASES.is_dir():
        pytest.skip(f"there is no {CASES}")
    shutil.copytree(CASES, tmp_path / "pages")
    report = DiagnosticCollector()
    spec = load(["pages"], report, base=tmp_path)
    assert spec is not None
    assert sorted(spec.root["paths"]) == ["/pets", "/pets/{id}", "/private/otc/a", "/private/otc/b"]
    warned = {report.sources[each.source.source].path: each.code for each in report if each.source}
    for path in sorted((tmp_path / "pages").rglob("*.*")):
        name = path.relative_to(tmp_path / "pages").as_posix()
        if name in NOT_READ:
            assert warned[f"pages/{name}"] == NOT_READ[name]
        else:
            assert any(source.split("#")[0] == f"pages/{name}" for source in report.sources), name


def test_a_block_that_cannot_be_parsed_is_an_error(loaded: Load) -> None:
    """A block at the right place that does not parse is an error at the broken character of the page."""
    run = loaded({"docs/a.md": page("Add", '{"openapi":"3.0.3","info":{"title":"Pets""version":"1"}}', quote="Adds")})
    diagnostic = run.only("json-invalid")
    assert run.result is None
    assert run.place(diagnostic.source) == "docs/a.md:8:42"
    assert "expecting ',' delimiter" in diagnostic.message


def test_block_that_ends_too_early(loaded: Load) -> None:
    """A page that was cut off is an error where its text ends."""
    text = page("Add", api())
    run = loaded({"a.md": text[: text.index('"paths"')]})
    assert run.place(run.only("json-invalid").source).startswith("a.md:6:")


def test_readme_pages_are_read(loaded: Load) -> None:
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


def test_mintlify_pages_are_read(loaded: Load) -> None:
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
    assert run.place(run.only("yaml-invalid").source) == "a.md:12:4"


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


def test_mintlify_operations_are_converted(loaded: Load) -> None:
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
    origin = run.spec.source_of("/paths/~1orders~1{id}/post/parameters/1/schema/enum")
    assert origin.pointer == "/paths/request/parameters/query/kind/schema/0/enum"


def test_mintlify_operations_with_line_ends_of_windows(loaded: Load) -> None:
    """A page's title and quote end where their lines end."""
    old = MINTLIFY.format(heading="OpenAPI", info="openapi.yaml post /orders/{id}", content=OF_2025)
    made = loaded({"a.md": old.replace("# Get pets", "# Create order\n\n> Places it.").replace("\n", "\r\n").encode()})
    assert made.spec.at("/paths/~1orders~1{id}/post/summary") == "Create order"
    assert made.spec.at("/paths/~1orders~1{id}/post/description") == "Places it."


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
    assert run.place(run.only("page-unsupported").source) == "a.md:9:1"


def test_asyncapi_is_skipped(loaded: Load) -> None:
    """Other descriptions than OpenAPI are none of ours."""
    text = MINTLIFY.format(heading="AsyncAPI", info="asyncapi.yaml orders", content="id: orders\ntitle: Orders")
    run = loaded({"a.md": text, "b.md": page("New", api(paths={"/a": {}}))})
    assert list(run.spec.root["paths"]) == ["/a"]
    assert run.only("page-without-openapi").message.endswith("Fledge skips it: a.md.")


def test_fern_and_apidog_pages_are_read(loaded: Load) -> None:
    """Fern and Apidog: YAML under `## OpenAPI Specification`."""
    text = "GET https://x\n\n## OpenAPI Specification\n\n```yaml\nopenapi: 3.1.1\npaths:\n  /a: {}\n```\n\n## SDK\n"
    assert "/a" in loaded({"a.md": text}).spec.root["paths"]


def test_broken_page_does_not_hide_others(loaded: Load) -> None:
    """All broken pages are named in one run."""
    run = loaded(
        {
            "a.md": page("A", '{"openapi":'),
            "b.md": page("B", '{"openapi":"3.0.3" "paths":{}}'),
            "c.md": page("C", api()),
        }
    )
    assert run.codes == ["json-invalid", "json-invalid"]


def test_operation_of_a_page_points_into_it(loaded: Load) -> None:
    """What is found in a page can be found again there."""
    text = page("Add", api(paths={"/a": {"get": operation(operationId="a")}}))
    run = loaded({"a.md": text})
    origin = run.spec.source_of("/paths/~1a/get/operationId")
    document = run.report.sources[origin.source].open()
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
        (".gitbook/api.json", "there is no", "Put it there, or among the sources as boats.json"),
        ("../.gitbook/api.json", "is outside of the pages' folder", "Add its folder to `roots` in the configuration"),
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
    assert run.place(told.source) == "a.md:5:1"
    assert list(run.spec.root["paths"]) == ["/c"]
    assert loaded({"a.md": naming(link)}, "a.md").codes == ["page-document", "source-without-openapi"]


def test_pages_that_name_the_same_description(loaded: Load) -> None:
    """If it cannot be had, the message names all its pages."""
    pages = {f"{name}.md": naming("gone.yaml") for name in "abcd"}
    message = loaded({**pages, "zz.md": GOOD}).only("page-document").message
    assert message.endswith("; so are those of 3 other pages: b.md, c.md, d.md.")


def test_tags_that_are_shown_as_code(loaded: Load) -> None:
    """A page about GitBook shows its tags, and names nothing by that; nor does a description that quotes one."""
    shown = f"# Tags\n\n```markdown\n{TAG}```\n"
    quoting = api(paths={"/a": {}}, tags=[{"name": "a", "description": TAG}])
    assert loaded({"a.md": shown, "b.json": quoting}).codes == ["page-without-openapi"]
