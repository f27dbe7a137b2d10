"""READMEs and pages of packages: what they lead with, links that hold on their own, and examples that run in their place."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fledge.emitter import emit
from fledge.emitter.examples import example
from fledge.emitter.first_call import leading_operations
from tests.client import document, operation, understand
from tests.conftest import ROOT
from tests.golden.server import Answer, Asked, serving
from tests.snippets import pages
from tests.test_cases import CASES

ANIMAL = {"$ref": "#/components/schemas/Animal"}
ERROR = {"type": "object", "required": ["message"], "properties": {"message": {"type": "string"}}}


def json_of(schema: object) -> dict[str, object]:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def zoo() -> dict[str, Any]:
    """Nested resources, a resource called `models`, pages of a list, a body, documented errors."""
    listed = {"type": "object", "properties": {"items": {"type": "array", "items": ANIMAL}, "next": {"type": "string"}}}
    missing = {"404": json_of(ERROR)}
    item = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]

    def named(*group: str, name: str, **more: object) -> dict[str, object]:
        return {"x-fern-sdk-group-name": list(group), "x-fern-sdk-method-name": name, **more}

    paths = {
        "/v1/models": {"get": named("models", name="list", responses={"200": json_of({"type": "array", "items": {}})})},
        "/v1/animals": {
            "get": named(
                "animals",
                name="list",
                parameters=[{"name": "cursor", "in": "query", "schema": {"type": "string"}}],
                responses={"200": json_of(listed)},
            ),
            "post": named(
                "animals",
                name="create",
                requestBody={"required": True, "content": {"application/json": {"schema": ANIMAL}}},
                responses={"201": json_of(ANIMAL)},
            ),
        },
        "/v1/animals/{id}": {
            "get": named("animals", name="get", parameters=item, responses={"200": json_of(ANIMAL), **missing}),
            "delete": named("animals", name="delete", parameters=item, responses={"204": {"description": ""}}),
        },
        "/v1/animals/{id}/photos": {
            "get": named("animals", "photos", name="list", parameters=item, responses={"200": json_of(ANIMAL)})
        },
    }
    return {
        **document(paths, Animal={"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}),
        "info": {"title": "Zoo *API* [beta] 5 < 6", "version": "1"},
    }


def zoo_answer(asked: Asked) -> Answer:
    animal = {"name": "Rex"}
    if asked.method == "DELETE":
        return Answer(b"", status=204)
    if asked.path == "/v1/models":
        return Answer([])
    if asked.path == "/v1/animals":
        return Answer(animal, status=201) if asked.method == "POST" else Answer({"items": [animal]})
    return Answer(animal)


def anchors(text: str) -> list[str]:
    """The anchors of a page's headings, as mkdocs and GitHub make them."""
    return [re.sub(r"[^\w\- ]", "", each.lower()) for each in re.findall(r"^#+ (.+)$", text, re.MULTILINE)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_links_hold_where_only_docs_is_published(case: Path) -> None:
    """A page links to pages beside it, to one heading each; the README to files of the package."""
    files = emit(understand(case / "openapi.yaml")[0]).files
    for path, text in files.items():
        for target in re.findall(r"(?<!\\)\]\(([^)]+)\)", text) if path.endswith(".md") else ():
            name, _, anchor = target.partition("#")
            at = f"docs/{name}" if path.startswith("docs/") else name
            assert at in files, (path, target)
            assert not anchor or anchors(files[at]).count(anchor) == 1, (path, target)


def write_zoo(folder: Path, output: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "zoo.json").write_text(json.dumps(zoo()))
    command = [sys.executable, "-m", "fledge", "init", "zoo.json", "--name", "zoo", "--output", output]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_nested_resources_have_pages_and_links(tmp_path: Path) -> None:
    """The page of a resource leads to those of the resources that it holds, and the README to all."""
    write_zoo(tmp_path, "generated")
    package = tmp_path / "generated" / "zoo"
    assert "[`client.animals.photos`](docs/animals_photos.md)" in (package / "README.md").read_text()
    page = (package / "docs" / "animals.md").read_text()
    assert "Resources of this one: [`client.animals.photos`](animals_photos.md).\n" in page
    assert "Returns pages of [`Animal`](returned-models.md#animal).\n" in page
    assert "client.models" in (package / "docs" / "models.md").read_text()
    assert "# Zoo *API*" not in (package / "README.md").read_text()
    assert "[beta] 5 < 6" in (package / "README.md").read_text()


@pytest.mark.slow
def test_mkdocs_builds_the_pages_strictly(tmp_path: Path) -> None:
    """`docs/` of Bird's package, and of one with nested resources, as a site of its own."""
    write_zoo(tmp_path, "generated")
    for docs in (ROOT / "generated" / "bird_conversations" / "docs", tmp_path / "generated" / "zoo" / "docs"):
        configuration = tmp_path / "mkdocs.yml"
        site = {
            "site_name": "x",
            "docs_dir": str(docs),
            "site_dir": str(tmp_path / "site"),
            "theme": {"name": "mkdocs"},
        }
        site["validation"] = {"links": {"anchors": "warn", "unrecognized_links": "warn"}}
        configuration.write_text(json.dumps(site))
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(configuration)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("output", ["generated", "src/shop/clients"])
def test_every_example_runs_with_its_import(tmp_path: Path, output: str) -> None:
    """All blocks of the README and of all pages, as they stand, in the project's folder against a server."""
    write_zoo(tmp_path, output)
    package = tmp_path / output / "zoo"
    texts = {str(path.relative_to(package)): path.read_text() for path in sorted(package.rglob("*.md"))}
    environment = {**os.environ, "PYTHONPATH": "src", "no_proxy": "*"}
    ran = 0
    with serving(zoo_answer) as server:
        for path, blocks in pages(texts).items():
            setup = f"from {'generated' if output == 'generated' else 'shop.clients'}.zoo import Client\nclient = Client()\n"
            code = setup + "\n".join(f"exec({block!r}, {{'client': client}})" for block in blocks)
            if path.startswith("docs/"):  # a page makes its client itself
                code = "\n".join(blocks)
            done = subprocess.run(
                [sys.executable, "-c", code],
                cwd=tmp_path,
                env={**environment, "ZOO_BASE_URL": server.url},
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0, (path, done.stderr)
            ran += len(blocks)
        assert {each.path for each in server.asked} >= {"/v1/animals", "/v1/animals/id/photos", "/v1/models"}
    assert ran >= 12


def described(*operations: tuple[str, str, str], title: str = "X", introduction: str = "") -> dict[str, Any]:
    """A description of operations: method, path, and `tag.operationId`."""
    paths: dict[str, Any] = {}
    for method, path, name in operations:
        variables = [
            {"name": each, "in": "path", "required": True, "schema": {"type": "string"}}
            for each in re.findall(r"\{(\w+)\}", path)
        ]
        tag, _, operation_id = name.partition(".")
        paths.setdefault(path, {})[method] = operation(tags=[tag], operationId=operation_id, parameters=variables)
    return {**document(paths), "info": {"title": title, "version": "1", "description": introduction}}


@pytest.mark.parametrize(
    ("described", "first"),
    [
        pytest.param(
            described(
                ("get", "/v2/webhooks", "webhooks.listWebhooks"),
                ("get", "/v2/webhooks/{id}", "webhooks.getWebhook"),
                ("post", "/v2/webhooks", "webhooks.createWebhook"),
                ("get", "/v1/files/{key}", "files.getFile"),
                ("get", "/v1/files/{key}/nodes", "nodes.listNodes"),
                ("get", "/v1/files/{key}/comments", "comments.listComments"),
                ("get", "/v1/files/{key}/versions", "versions.listVersions"),
            ),
            "files.get",
            id="the collection that most operations are below",
        ),
        pytest.param(
            described(("get", "/close", "a.close"), ("get", "/getMe", "a.getMe"), ("get", "/logOut", "a.logOut")),
            "a.get_me",
            id="a verb at the beginning of a name",
        ),
        pytest.param(
            described(
                ("get", "/sign", "box_sign.listSigns"),
                ("get", "/files", "files.listFiles"),
                ("get", "/files/{id}", "files.getFile"),
                title="Box",
            ),
            "files.list",
            id="a word of the title is not the title",
        ),
        pytest.param(
            described(
                ("get", "/b", "b.listB"),
                ("get", "/b/{x}", "b.getB"),
                ("get", "/orders", "orders.listOrders"),
                title="Orders",
            ),
            "orders.list",
            id="the resource of the title",
        ),
        pytest.param(
            described(
                ("get", "/2010/Calls.json", "calls.listCalls"), ("get", "/2010/Calls/{Sid}.json", "calls.fetchCall")
            ),
            "calls.list",
            id="suffixes of paths",
        ),
        pytest.param(
            described(
                ("post", "/abort", "abort.createAbort"),
                ("post", "/payment", "payment.createPayment"),
                ("post", "/reversal", "reversal.createReversal"),
                introduction="Make payments at a [terminal](https://a.example).\n\n## How to abort",
            ),
            "payment.create",
            id="an API that only writes: what its introduction names",
        ),
        pytest.param(
            described(
                ("post", "/orders", "orders.createOrder"),
                ("get", "/orders/{id}", "orders.getOrder"),
                ("post", "/orders/{id}/capture", "orders.captureOrder"),
                ("post", "/trackers", "trackers.createTracker"),
            ),
            "orders.create",
            id="an API that mostly writes",
        ),
        pytest.param(
            described(
                ("post", "/getMe", "me.getMe"), ("post", "/sendText", "text.sendText"), ("post", "/ban", "ban.ban")
            ),
            "me.get_me",
            id="methods by name, all of them sent with POST",
        ),
    ],
)
def test_what_a_reader_tries_first(described: dict[str, Any], first: str, tmp_path: Path) -> None:
    """The example that leads is a reading call of the main resource, and not the first of the alphabet."""
    (tmp_path / "x.json").write_text(json.dumps(described))
    resource, operation = leading_operations(understand(tmp_path / "x.json")[0])[0]
    assert f"{resource.name.python}.{operation.name.python}" == first


CURL = """curl https://api.example.com/answers \\
  -H "Content-Type: application/json" \\
  -d '{"question": "What'\\''s new?", "tone": "VAR_tone", "language": "<LANGUAGE>", "stream": %s}'
"""


def test_what_the_description_shows_most_leads(tmp_path: Path) -> None:
    """An operation with many samples is what people come for; the example is what its sample for curl sends."""
    names = ("question", "tone", "language")
    question = {"type": "object", "properties": {name: {"type": "string"} for name in names}}
    media = {"application/json": {"schema": {**question, "required": ["tone"], "additionalProperties": False}}}
    samples = [{"title": f"Way {n}", "request": {"curl": CURL % "true"}} for n in range(4)]
    ask = operation(
        operationId="createAnswer",
        tags=["answers"],
        requestBody={"required": True, "content": media},
        responses={"200": {"description": "", "content": {"application/json": {"schema": question}}}},
    )
    listing = operation(operationId="listModels", tags=["models"])
    for number, first in ((3, "models.list"), (4, "answers.create")):
        described = document(
            {
                "/answers": {"post": {**ask, "x-oaiMeta": {"examples": samples[:number]}}},
                "/models": {"get": listing},
                "/models/{id}": {"get": operation(operationId="getModel", tags=["models"])},
            }
        )
        (tmp_path / "x.json").write_text(json.dumps(described))
        api = understand(tmp_path / "x.json")[0]
        resource, leading = leading_operations(api)[0]
        assert f"{resource.name.python}.{leading.name.python}" == first
        pair = next(each for each in leading_operations(api) if each[1].name.python == "create")
        called = example(*pair, {each.name.python: each for each in api.models})
        assert called.lines() == ['client.answers.create(question="What\'s new?", tone="tone")']
    readme = emit(api).files["README.md"]
    assert '    result = client.answers.create(question="What\'s new?", tone="tone")\n    print(result)\n' in readme
