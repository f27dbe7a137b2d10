"""What a small change of the description costs in review: few files, few lines."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fledge.emitter.package import Package
from tests.client import make, make_from
from tests.conftest import ROOT

PAGES = ROOT / "specs" / "bird_conversations"
BLOCK = re.compile(r'^\{"openapi":.*\}$', re.MULTILINE)


def generated(folder: Path, change: Callable[[dict[str, Any]], None] | None = None) -> Package:
    """The package of Bird's pages, with `change` made to the document of each."""
    for page in sorted(PAGES.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        found = BLOCK.search(text)
        assert found, page
        document = json.loads(found.group())
        if change:
            change(document)
        block = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        (folder / page.name).write_text(text[: found.start()] + block + text[found.end() :], encoding="utf-8")
    return make(folder)


def difference(one: Package, other: Package) -> dict[str, tuple[int, int]]:
    """Files that differ, each with the number of lines that came and went."""
    changed: dict[str, tuple[int, int]] = {}
    for path in sorted({*one.files, *other.files}):
        before, after = one.files.get(path, "").splitlines(), other.files.get(path, "").splitlines()
        if before != after:
            lines = list(difflib.unified_diff(before, after, lineterm="", n=0))[2:]
            came = sum(line.startswith("+") for line in lines)
            changed[path] = (came, sum(line.startswith("-") for line in lines))
    return changed


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return generated(tmp_path_factory.mktemp("before"))


@pytest.mark.parametrize(
    ("schema", "file"),
    [("Participant", "participant"), ("Message", "message"), ("ParticipantContact", "participant_contact")],
)
def test_one_more_optional_property_is_three_lines_of_one_file(
    tmp_path: Path, before: Package, schema: str, file: str
) -> None:
    """A property with its description adds three lines to its model, and nothing anywhere else."""

    def change(document: dict[str, Any]) -> None:
        found = document["components"].get("schemas", {}).get(schema)
        if found:
            found["properties"]["nickName"] = {"type": "string", "description": "What friends say."}

    assert difference(before, generated(tmp_path, change)) == {f"models/{file}.py": (3, 0)}


def test_one_more_property_of_a_flattened_body_is_also_an_argument(tmp_path: Path, before: Package) -> None:
    """A property of a body adds its lines to the model, and three to each method that takes it."""

    def change(document: dict[str, Any]) -> None:
        found = document["components"].get("schemas", {}).get("UpdateConversation")
        if found:
            found["properties"]["nickName"] = {"type": "string", "description": "What friends say."}

    assert difference(before, generated(tmp_path, change)) == {
        "models/update_conversation.py": (3, 0),
        "resources/conversation.py": (6, 0),
    }


def test_a_new_query_parameter_changes_one_file(tmp_path: Path, before: Package) -> None:
    """A parameter is its lines in the resource's file: the constant, the signatures, the docs, the calls."""

    def change(document: dict[str, Any]) -> None:
        for item in document["paths"].values():
            for operation in item.values():
                if operation.get("operationId") == "listConversations":
                    operation["parameters"].append(
                        {
                            "name": "ownerId",
                            "in": "query",
                            "description": "Whose they are.",
                            "schema": {"type": "string"},
                        }
                    )

    changed = difference(before, generated(tmp_path, change))
    assert list(changed) == ["resources/conversation.py"]
    assert changed["resources/conversation.py"] == (7, 0)


def test_a_new_required_parameter_is_also_in_its_example(tmp_path: Path, before: Package) -> None:
    """What a call requires is one more line of its example; the README does not change."""

    def change(document: dict[str, Any]) -> None:
        for item in document["paths"].values():
            for operation in item.values():
                if operation.get("operationId") == "getConversationMessage":
                    parameter = {"name": "view", "in": "query", "required": True, "schema": {"type": "string"}}
                    operation.setdefault("parameters", []).append(parameter)

    changed = difference(before, generated(tmp_path, change))
    assert list(changed) == ["docs/conversations_messages.md", "resources/conversations_messages.py"]
    assert changed["docs/conversations_messages.md"] == (1, 0)


def test_a_new_version_changes_nothing(tmp_path: Path, before: Package) -> None:
    """`info.version` is nowhere in the package."""

    def change(document: dict[str, Any]) -> None:
        document["info"]["version"] = "v2"

    assert difference(before, generated(tmp_path, change)) == {}


def test_a_reordered_document_changes_nothing(tmp_path: Path, before: Package) -> None:
    """The order of components, paths, responses and media types means nothing."""

    def change(document: dict[str, Any]) -> None:
        for section in document["components"].values():
            for key in sorted(section, reverse=True):
                section[key] = section.pop(key)
        for item in document["paths"].values():
            for operation in item.values():
                operation["responses"] = dict(reversed(operation["responses"].items()))

    assert difference(before, generated(tmp_path, change)) == {}


def test_a_new_schema_is_one_file_and_its_export(tmp_path: Path, before: Package) -> None:
    """A schema that came adds its module, and its name to the two indexes of models."""

    def change(document: dict[str, Any]) -> None:
        schemas = document["components"].get("schemas", {})
        if "Participant" in schemas:
            schemas["Badge"] = {"type": "object", "properties": {"id": {"type": "string"}}}

    changed = difference(before, generated(tmp_path, change))
    assert changed == {"models/__init__.py": (1, 0), "models/__init__.pyi": (1, 0), "models/badge.py": (13, 0)}


OPERATION = {
    "operationId": "getConversationSummary",
    "tags": ["conversation"],
    "summary": "Get the summary of a conversation.",
    "parameters": [{"name": "language", "in": "query", "schema": {"type": "string"}, "description": "Of the summary."}],
    "responses": {
        "200": {
            "description": "",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Conversation"}}},
        }
    },
}


def test_what_the_pages_say_that_a_change_costs(tmp_path: Path, before: Package) -> None:
    """The lines that docs/bird.md and docs/stability.md name for a new parameter, property and operation are those."""

    def change(document: dict[str, Any]) -> None:
        for path, item in [*document["paths"].items()]:
            if path.endswith("/conversations/{conversationId}") and "get" in item:
                document["paths"][f"{path}/summary"] = {"parameters": item.get("parameters", []), "get": OPERATION}

    changed = difference(before, generated(tmp_path, change))
    assert set(changed) == {"resources/conversation.py", "docs/conversation.md"}, changed
    (code, gone), (page, more_gone) = changed["resources/conversation.py"], changed["docs/conversation.md"]
    assert gone == more_gone == 0
    for name in ("bird.md", "stability.md"):
        rows = (ROOT / "docs" / name).read_text(encoding="utf-8").splitlines()
        [row] = [each for each in rows if each.startswith("| new operation |")]
        assert f"{code} lines in its resource's file, {page} in its page" in row, (name, code, page)
    [row] = [each for each in (ROOT / "docs" / "bird.md").read_text().splitlines() if "| new query parameter |" in each]
    assert "| 7 lines in one file |" in row  # as the test of a new parameter has it


def test_a_type_of_an_operation_moves_no_model_that_is_called_like_it(tmp_path: Path) -> None:
    """`createKey` gains an enum; the module of the component `CreateKey`, which it sends, stays."""

    def document(parameters: list[dict[str, Any]]) -> dict[str, Any]:
        body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/CreateKey"}}}}
        responses = {"200": {"description": "Done."}}
        operation = {"operationId": "createKey", "parameters": parameters, "requestBody": body, "responses": responses}
        schema = {"type": "object", "properties": {"label": {"type": "string"}}}
        return {
            "openapi": "3.1.0",
            "info": {"title": "Keys", "version": "1"},
            "paths": {"/keys": {"post": operation}},
            "components": {"schemas": {"CreateKey": schema}},
        }

    order = {"name": "order", "in": "query", "schema": {"enum": ["asc", "desc"]}}
    one, other = make_from(document([]), tmp_path), make_from(document([order]), tmp_path)
    assert one.files["models/create_key.py"] == other.files["models/create_key.py"]
    assert {*other.files} - {*one.files} == {"models/create_key_types.py"}
