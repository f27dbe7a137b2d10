"""Names that users of real descriptions get: total, the same without the lock, and none that they would want to change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import read
from tests.client import document, make_from, operation, understand
from tests.conftest import ROOT


def test_the_committed_names_do_not_depend_on_the_lock() -> None:
    """Bird's client gets the same names where no lock remembers them."""
    names = next(client.names for client in read(ROOT) if client.name == "bird_conversations")
    api, _ = understand(ROOT / "specs" / "bird_conversations", names=names)
    lock = json.loads((ROOT / "generated" / "bird_conversations" / "fledge.lock").read_text(encoding="utf-8"))
    assert dict(api.names) == lock["names"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Pet", "Pet"),
        ("inbox.conversations.visibility", "InboxConversationsVisibility"),
        ("channels.messages.body.body__variant__action", "ChannelsMessagesBodyVariantAction"),
        ("HTTPServer", "HTTPServer"),
        ("NotFoundError", "NotFoundErrorBody"),
        ("Client", "ClientModel"),
        ("pet-store_item", "PetStoreItem"),
        ("2fa", "N2Fa"),
    ],
)
def test_class_names_of_components(tmp_path: Path, key: str, expected: str) -> None:
    """A component's key keeps its meaning in the class's name."""
    schemas = {key: {"type": "object", "properties": {"id": {"type": "string"}}}}
    package = make_from({**document(), "components": {"schemas": schemas}}, tmp_path)
    assert f'"{expected}":' in package.files["models/__init__.py"]


@pytest.mark.parametrize(
    ("method", "path", "facts", "expected"),
    [
        (
            "get",
            "/repos/{owner}/keys",
            {"operationId": "repos/list-deploy-keys", "tags": ["repos"]},
            "repos.list_deploy_keys",
        ),
        ("get", "/items/{item_id}", {"operationId": "read_item_items__item_id__get", "tags": ["items"]}, "items.read"),
        ("get", "/v1/customers", {"operationId": "GetCustomers"}, "customers.list"),
        ("post", "/v1/intents/{intent}/cancel", {"operationId": "PostIntentsIntentCancel"}, "intents.cancel"),
        ("get", "/users", {"operationId": "UsersController_findAll", "tags": ["users"]}, "users.find_all"),
        ("get", "/users", {"operationId": "users_list", "tags": ["users"]}, "users.list"),
        ("post", "/users", {"operationId": "createUserUsingPOST_1", "tags": ["users"]}, "users.create"),
        (
            "get",
            "/conferences/{id}",
            {"operationId": "FetchConference", "tags": ["Api2010Conference"]},
            "api2010_conference.fetch",
        ),
        ("get", "/threads/{thread_id}", {"operationId": "getThread", "tags": ["assistants"]}, "assistants.get_thread"),
        (
            "delete",
            "/rules/{allowBlockRuleId}",
            {"operationId": "deleteAllowBlockRule", "tags": ["mail"]},
            "mail.delete_allow_block_rule",
        ),
        ("get", "/close", {"tags": ["close"]}, "close_.get"),
    ],
)
def test_methods(tmp_path: Path, method: str, path: str, facts: dict[str, object], expected: str) -> None:
    """What an operation is called says what it does, and its resource only once."""
    spec = document({path: {method: operation(**facts)}, "/other": {"get": operation(tags=["other"])}})
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    api, _ = understand(tmp_path / "openapi.json")
    calls = [f"{resource.name.python}.{each.name.python}" for resource in api.resources for each in resource.operations]
    assert expected in calls


def test_overrides_name_what_they_are_for(tmp_path: Path) -> None:
    """The configuration's names win, and one that names nothing is reported with what was near."""
    spec = document(
        {"/pets": {"get": operation(tags=["pet"], operationId="listPets")}},
        Pet={"type": "object", "properties": {"xName": {"type": "string"}}},
    )
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    api, said = understand(
        tmp_path / "openapi.json",
        names={
            "tag pet": "animals",
            "GET /pets": "everything",
            "Pet": "Animal",
            "#/components/schemas/Pet/properties/xName": "label",
            "tag pets": "nothing",
        },
    )
    (model,) = api.models
    assert api.resources[0].name.python == "animals"
    assert api.resources[0].operations[0].name.python == "everything"
    assert model.name.python == "Animal"
    assert [each.name.python for each in getattr(model, "fields")] == ["label"]
    (unused,) = [each for each in said if each.code == "name-unused"]
    assert "tag pets" in unused.message and unused.hint == "did you mean `tag pet`?"


@pytest.mark.parametrize("name", ["NotFoundError", "OAuth2Error", "WebhookVerificationError"])
def test_schemas_called_like_exceptions(tmp_path: Path, name: str) -> None:
    """The exception keeps the name; the schema says that it is a body."""
    spec = document({"/pets": {"get": operation()}}, **{name: {"type": "object", "properties": {"a": {}}}})
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    api, _ = understand(tmp_path / "openapi.json")
    assert [model.name.python for model in api.models] == [f"{name}Body"]
