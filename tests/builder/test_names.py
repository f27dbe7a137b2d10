"""Names that users of real descriptions get: total, the same without the lock, and none that they would want to change."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from fledge.builder.names.moved_paths import moved_keys
from fledge.builder.names.reserved import RESERVED_CLASSES, USED_BY_MODULES
from fledge.config.pyproject import read_config
from fledge.diagnostics.errors import DiagnosticError
from fledge.emitter.operation_constants import BODIES, CLASSES
from fledge.ir import PAGINATION_KINDS, Api, ObjectModel
from tests.client import document, make_from, operation, understand
from tests.conftest import ROOT
from tests.test_cases import CASES, generated


def test_the_committed_names_do_not_depend_on_the_lock() -> None:
    """Bird's client gets the same names where no lock remembers them."""
    names = next(client.names for client in read_config(ROOT) if client.name == "bird_conversations")
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
    assert f": {expected}\n" in package.files["models/__init__.py"]


@pytest.mark.parametrize(
    "name",
    sorted(
        {*(each for each, _, _ in CLASSES.values()), *BODIES.values(), *(kind.__name__ for kind in PAGINATION_KINDS)}
    ),
)
def test_no_class_hides_what_its_users_import(tmp_path: Path, name: str) -> None:
    """A component that is called like something of the runtime that operations are made of gets another name."""
    schemas = {name: {"type": "object", "properties": {"id": {"type": "string"}}}}
    package = make_from({**document(), "components": {"schemas": schemas}}, tmp_path)
    assert f": {name}Model\n" in package.files["models/__init__.py"]


def test_every_class_that_modules_import_beside_models_is_reserved() -> None:
    """In no case does a module of models or operations import a class whose name a model could have."""
    imported: set[str] = set()
    for case in CASES:
        for path, text in generated(case)[0].files.items():
            if path.endswith(".py") and path.startswith(("models/", "resources/")):
                for node in ast.walk(ast.parse(text)):
                    match node:
                        case ast.ImportFrom(module=str(module), level=level) if not level or "_runtime" in module:
                            imported |= {alias.asname or alias.name for alias in node.names}
                        case _:
                            pass
    classes = {name for name in imported if not name.islower() and name != "TYPE_CHECKING"}
    assert len(classes) > 40
    assert classes <= RESERVED_CLASSES | USED_BY_MODULES


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
        (
            "post",
            "/crm/v3/objects/{type}/batch/read",
            {"operationId": "post-/crm/v3/objects/{type}/batch/read_read", "tags": ["batch"]},
            "batch.read",
        ),
        ("get", "/hubs/{hub_id}", {"operationId": "get_hubs_id_v2025.0", "tags": ["Box Hubs"]}, "box_hubs.get"),
        (
            "post",
            "/portfolios/{id}/addItem",
            {"operationId": "addItemForPortfolio", "tags": ["Portfolios"]},
            "portfolios.add_item",
        ),
        ("post", "/servers/{id}/on", {"operationId": "powerOnServer", "tags": ["servers"]}, "servers.power_on"),
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
        ("get", "/x", {"tags": ["builtins"]}, "builtins_.get_x"),
        ("get", "/x", {"tags": ["cached_property"]}, "cached_property_.get_x"),
        ("get", "/x", {"tags": ["pets"], "operationId": "cached_property"}, "pets.cached_property_"),
    ],
)
def test_methods(tmp_path: Path, method: str, path: str, facts: dict[str, object], expected: str) -> None:
    """What an operation is called says what it does, and its resource only once."""
    spec = document({path: {method: operation(**facts)}, "/other": {"get": operation(tags=["other"])}})
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    api, _ = understand(tmp_path / "openapi.json")
    calls = [f"{resource.name.python}.{each.name.python}" for resource in api.resources for each in resource.operations]
    assert expected in calls


def _called(api: Api) -> list[str]:
    return sorted(f"{each.name.python}.{call.name.python}" for each in api.resources for call in each.operations)


LISTS = {"200": {"description": "All.", "content": {"application/json": {"schema": {"type": "array", "items": {}}}}}}
ONE = {
    "200": {
        "description": "One.",
        "content": {"application/json": {"schema": {"type": "object", "properties": {"id": {"type": "string"}}}}},
    }
}


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        (
            {"GET /v1/accounts": LISTS, "POST /v1/accounts": ONE, "GET /v1/accounts/{id}": ONE},
            ["accounts.create", "accounts.get", "accounts.list"],
        ),
        (  # what is changed by POST, as it can be read and not replaced
            {
                "GET /v1/a/{id}": ONE,
                "POST /v1/a/{id}": ONE,
                "GET /v1/a/{id}/dispute": ONE,
                "POST /v1/a/{id}/dispute": ONE,
            },
            ["a.dispute.get", "a.dispute.update", "a.get", "a.update"],
        ),
        (  # one of its kind, and all of them
            {
                "GET /accounts/{id}/bank_accounts": LISTS,
                "POST /accounts/{id}/bank_accounts": ONE,
                "GET /accounts/{id}/bank_accounts/{bank}": ONE,
                "DELETE /accounts/{id}/bank_accounts/{bank}": ONE,
                "POST /accounts/{id}/bank_accounts/{bank}/verify": ONE,
            },
            [
                "accounts.bank_accounts.create",
                "accounts.bank_accounts.delete",
                "accounts.bank_accounts.get",
                "accounts.bank_accounts.list",
                "accounts.bank_accounts.verify",
            ],
        ),
        (  # without a plural, and with slashes and formats at the end
            {
                "GET /people/": LISTS,
                "POST /people/": ONE,
                "GET /people/{id}.json": ONE,
                "DELETE /people/{id}.json": ONE,
            },
            ["people.create", "people.delete", "people.get", "people.list"],
        ),
        (  # PUT replaces only where PATCH changes
            {"PUT /a/{id}": ONE, "PATCH /a/{id}": ONE, "PUT /b/{id}": ONE},
            ["a.replace", "a.update", "b.update"],
        ),
        (
            {"DELETE /charts": ONE, "DELETE /charts/{id}": ONE, "GET /charts/{id}": ONE},
            ["charts.bulk_delete", "charts.delete", "charts.get"],
        ),
        (  # what a path says itself; a noun is a verb only where it stands alone
            {
                "GET /invoices/search": LISTS,
                "POST /invoices/{id}/add_lines": ONE,
                "POST /invoices/{id}/refund": ONE,
                "POST /invoices/{id}/upload_sessions": ONE,
                "POST /invoices/{id}/login_links": ONE,
                "GET /invoices/{id}/transfer": ONE,
            },
            [
                "invoices.add_lines",
                "invoices.login_links.create",
                "invoices.upload_sessions.create",
                "invoices.transfer.get",
                "invoices.refund",
                "invoices.search",
            ],
        ),
        (  # an answer without any list is no list
            {"GET /balance_settings": ONE, "POST /balance_settings": ONE, "GET /stats": ONE, "GET /metrics": LISTS},
            ["balance_settings.get", "balance_settings.update", "metrics.list", "stats.get"],
        ),
        (  # plurals that end otherwise, and what only looks like one
            {
                "GET /shops/{id}/statuses/{status}": ONE,
                "GET /shops/{id}/movies/{movie}": ONE,
                "GET /shops/{id}/sms/{message}": ONE,
                "GET /shops/{id}/addresses/{address}": ONE,
                "GET /shops/{id}/children/{child}": ONE,
            },
            ["shops.addresses.get", "shops.children.get", "shops.movies.get", "shops.sms.get", "shops.statuses.get"],
        ),
        (
            {"GET /files/{id}": ONE, "GET /files/{id}/thumbnail.{extension}": ONE},
            ["files.get", "files.thumbnail.get"],
        ),
    ],
)
@pytest.mark.parametrize("identified", [False, True], ids=["unnamed", "mirrored"])
def test_methods_made_of_paths(
    tmp_path: Path, operations: dict[str, dict[str, Any]], expected: list[str], identified: bool
) -> None:
    """Where nobody chose a name, method and path together say what a person would have called it."""
    paths: dict[str, dict[str, Any]] = {"/others": {"get": {"operationId": "x", "tags": ["others"], "responses": ONE}}}
    for key, responses in operations.items():
        method, path = key.split()
        spoken = "".join(part[:1].upper() + part[1:] for part in re.split(r"\W+", path.removeprefix("/v1")))
        facts = {"operationId": f"{method.title()}{spoken}"} if identified else {}
        paths.setdefault(path, {})[method.lower()] = {**facts, "responses": responses}
    (tmp_path / "openapi.json").write_text(json.dumps(document(paths)))
    api, _ = understand(tmp_path / "openapi.json")
    assert _called(api) == sorted([*expected, "others.x"])


def test_types_of_operations_that_nobody_named(tmp_path: Path) -> None:
    """The types of an operation whose name is made of the path are called like it, and not like the path."""
    body, lines = (
        {"content": {"application/json": {"schema": {"type": "object", "properties": {key: {"type": "string"}}}}}}
        for key in ("name", "lines")
    )
    paths = {
        "/v1/others": {"get": {"operationId": "GetOthers", "responses": ONE}},
        "/v1/accounts/{account}": {
            "get": {"operationId": "GetAccountsAccount", "responses": ONE},
            "post": {"operationId": "PostAccountsAccount", "requestBody": body, "responses": ONE},
        },
        "/v1/accounts/{account}/add_lines": {
            "post": {"operationId": "PostAccountsAccountAddLines", "requestBody": lines, "responses": ONE}
        },
    }
    (tmp_path / "openapi.json").write_text(json.dumps(document(paths)))
    api, _ = understand(tmp_path / "openapi.json")
    assert {model.name.python for model in api.models if "Request" in model.name.python} == {
        "UpdateAccountRequest",
        "AddAccountLinesRequest",
    }


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("refundCapturedPayment", "payments.refund_captured_payment"),
        ("payments", "payments.payments"),
        ("details", "payments.details"),
    ],
)
def test_what_providers_call_it(tmp_path: Path, told: str, expected: str) -> None:
    """A name that the API's provider gives its own clients goes before one that is made of the path."""
    spec = document({"/payments": {"post": operation(operationId="post-payments", **{"x-methodName": told})}})
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    api, _ = understand(tmp_path / "openapi.json")
    assert _called(api) == [expected]


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


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("pet owners", "tag Pet Owners"),
        ("tag pet owners", "tag Pet Owners"),
        ("get /pets", "GET /pets"),
        ("Pat", "Pet"),
    ],
)
def test_a_name_for_nothing_says_what_is_meant(tmp_path: Path, key: str, meant: str) -> None:
    """A key in another case, or a tag without the word, is told from one that is only similar."""
    paths = {"/pets": {"get": operation(tags=["Pet Owners"], operationId="getPets")}}
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps(document(paths, Pet={"type": "object", "properties": {"a": {}}})), encoding="utf-8")
    _, said = understand(source, names={key: "other"})
    assert [each.hint for each in said if each.code == "name-unused"] == [f"did you mean `{meant}`?"]


def _teams(**further: Any) -> dict[str, Any]:
    """A description with inline schemas in a property, a union and a parameter."""
    owner = [{"type": "object", "title": title, "properties": {title: {}}} for title in ("Person", "Robot")]
    team = {"type": "object", "properties": {"type": {"enum": ["a", "b"]}, "owner": {"oneOf": owner}}}
    sort = [{"name": name, "in": "query", "schema": {"enum": [f"{name}1", "b"]}} for name in ("by", "order")]
    return document({"/teams": {"get": operation(operationId="listTeams", parameters=sort)}}, Team=team, **further)


def _named(spec: dict[str, Any], folder: Path, **options: Any) -> tuple[Api, dict[str, str]]:
    """The Api, and each model's class by a word that only its schema has."""
    (folder / "openapi.json").write_text(json.dumps(spec))
    api, _ = understand(folder / "openapi.json", **options)
    return api, {model.source.pointer: model.name.python for model in api.models if model.source}


def test_inline_schemas_keep_their_names(tmp_path: Path) -> None:
    """A component that would take the name of an inline schema gets another one, where a lock remembers."""
    before, old = _named(_teams(), tmp_path)
    spec = _teams(**{"team-type": {"type": "object", "properties": {"z": {}}}, "TeamOwnerRobot": {"enum": ["u", "v"]}})
    after, new = _named(spec, tmp_path, given=before.names)
    assert {pointer: new[pointer] for pointer in old} == old
    assert new["/components/schemas/team-type"] == "TeamTypeModel"
    assert new["/components/schemas/TeamOwnerRobot"] == "TeamOwnerRobotModel"
    _, alone = _named(spec, tmp_path)
    assert alone["/components/schemas/team-type"] == "TeamType"
    assert alone["/components/schemas/Team/properties/type"] == "TeamTypeModel"
    assert after.names.keys() - before.names.keys() == {
        "#/components/schemas/team-type",
        "#/components/schemas/TeamOwnerRobot",
    }


@pytest.mark.parametrize(
    ("branches", "expected"),
    [
        ([{"enum": ["green", "GREEN"]}, {"enum": ["red", "RED"]}], ["HealthGreen", "HealthRed"]),
        (
            [
                {
                    "title": "LONG",
                    "properties": {"issue": {"enum": ["LONG"]}, "text": {"enum": [f"The {what} is long."]}},
                }
                for what in ("name", "note")
            ],
            ["HealthTheNameIsLong", "HealthTheNoteIsLong"],
        ),
    ],
)
def test_branches_are_told_by_their_values(tmp_path: Path, branches: list[dict[str, Any]], expected: list[str]) -> None:
    """What only a value tells apart is named after it, and not by digits."""
    _, classes = _named(document(Health={"oneOf": branches}), tmp_path)
    assert sorted(set(classes.values()) - {"Health"}) == expected


def test_the_lock_knows_no_positions(tmp_path: Path) -> None:
    """Parameters and branches of a union in another order are the same to the lock."""
    spec = _teams()
    before, _ = _named(spec, tmp_path)
    spec["paths"]["/teams"]["get"]["parameters"].reverse()
    spec["components"]["schemas"]["Team"]["properties"]["owner"]["oneOf"].reverse()
    after, _ = _named(spec, tmp_path)
    assert before.names == after.names
    assert before.names["class #/components/schemas/Team/properties/owner/oneOf/Robot"] == "TeamOwnerRobot"
    assert before.names["class #/paths/~1teams/get/parameters/query/order/schema"] == "ListTeamsOrder"


@pytest.mark.parametrize(
    ("id", "before", "after"),
    [
        ("getOrder", "/orders", "/v2/sales"),
        ("listOrders", "/orders", "/commerce/orders/all"),
        ("orders_create", "/orders", "/shop/{shop}/sales"),
        ("getOrder", "/v2/sales", "/orders"),
        ("order.items.delete", "/orders/{id}/items", "/items/{id}"),
    ],
)
def test_an_operation_that_moves_keeps_its_name_by_its_operation_id(
    id: str, before: str, after: str, tmp_path: Path
) -> None:
    """The lock knows the old path only: the words of the operationId are those of the name that it has there."""

    def spec(path: str) -> dict[str, Any]:
        moved = {"operationId": id, "responses": {"204": {"description": "Done."}}}
        return document({path: {"get": moved}, "/health": {"get": {**moved, "operationId": "health"}}})

    old, _ = _named(spec(before), tmp_path)
    new, _ = _named(spec(after), tmp_path, given=old.names)
    [name], [same] = ([value for key, value in each.names.items() if "health" not in key] for each in (old, new))
    assert name == same
    other, _ = _named(
        spec(before) | {"paths": {**spec(before)["paths"], **spec(after)["paths"]}}, tmp_path, given=old.names
    )
    assert other.names[f"GET {before}".replace("{id}", "{}")] == name  # it is still there


@pytest.mark.parametrize(("before", "after"), [("/api", ""), ("", "/api"), ("/api/v1", "")])
def test_a_prefix_of_the_paths_renames_no_method(tmp_path: Path, before: str, after: str) -> None:
    """The lock finds operations again that are below another path; a framework's operationIds have the path in them."""

    def spec(prefix: str, *names: str, id: str = "") -> dict[str, Any]:
        ids = {name: {"get": operation(operationId=id or f"check_{name}_{name}_get", tags=["root"])} for name in names}
        return document({f"{prefix}/{name}": each for name, each in ids.items()})

    old, _ = _named(spec(before, "health", "ready", "gone"), tmp_path)
    new, _ = _named(spec(after, "health", "ready", "fresh"), tmp_path, given=old.names)
    names = [
        {each.path.rpartition("/")[2]: each.name.python for each in api.resources[0].operations} for api in (old, new)
    ]
    assert {each: names[1][each] for each in ("health", "ready")} == {
        each: names[0][each] for each in ("health", "ready")
    }
    alone = [_named(spec(after, "health", id="x1"), tmp_path, given=names)[0] for names in (old.names, {})]
    assert alone[0].names == alone[1].names  # one path is no prefix


@pytest.mark.parametrize(("before", "after"), [("/api", ""), ("", "/api")])
def test_a_prefix_of_many_paths_takes_no_longer_for_each(before: str, after: str) -> None:
    """No new path is compared with each one that is gone: for ten thousand, that would take minutes."""
    keys = {number: f"GET {after}/things{number}/{{}}/parts" for number in range(10_000)}
    locked = {f"GET {before}/things{number}/{{}}/parts": number for number in keys}
    assert {number: locked[key] for number, key in moved_keys(keys, locked).items()} == {each: each for each in keys}


def test_a_field_and_its_class_have_keys_of_their_own(tmp_path: Path) -> None:
    """The pointer of a property is the field; what stands there is a class by `class`, also without positions."""
    names = {
        "#/components/schemas/Team/properties/type": "kind",
        "class #/components/schemas/Team/properties/type": "Kind",
        "class #/components/schemas/Team/properties/owner/oneOf/1": "Machine",
        "class #/components/schemas/Team/properties/owner/oneOf/Person": "Human",
    }
    api, _ = _named(_teams(), tmp_path, names=names)
    assert {"Kind", "Machine", "Human"} < {model.name.python for model in api.models}
    (team,) = [model for model in api.models if isinstance(model, ObjectModel) and model.name.python == "Team"]
    assert [each.name.python for each in team.fields] == ["kind", "owner"]


def test_the_configuration_goes_before_the_lock(tmp_path: Path) -> None:
    """A name that the lock remembers of something else is free for who asks for it; nothing is lost."""
    paths = {f"/{name}": {"get": operation(operationId=f"{name}Pets", tags=["pets"])} for name in ("list", "find")}
    spec = document(paths, Cat={"enum": ["a"]}, Dog={"enum": ["b"]})
    before, _ = _named(spec, tmp_path)
    after, classes = _named(spec, tmp_path, given=before.names, names={"Dog": "Cat", "GET /find": "list"})
    assert classes == {"/components/schemas/Cat": "CatModel", "/components/schemas/Dog": "Cat"}
    (pets,) = after.resources
    assert {each.path: each.name.python for each in pets.operations} == {"/find": "list", "/list": "list_pets"}


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"Cat": "Animal", "Dog": "Animal"}, "`Animal`, both to `/components/schemas/Cat` and"),
        ({"Cat": "Client"}, "`Client`, which clients use themselves"),
        ({"GET /list": "pets.all", "GET /find": "all"}, "`pets.all`, both to `/paths/~1find/get` and"),
        ({"#/components/schemas/Cat/properties/a": "b", "#/components/schemas/Cat/properties/b": "b"}, "`b`, both to"),
        ({"Cat": "pets.Cat"}, "`pets.Cat` to `/components/schemas/Cat`"),
    ],
)
def test_names_that_cannot_be_given(tmp_path: Path, names: dict[str, str], message: str) -> None:
    """Two things of one name would hide each other; the run ends before that."""
    paths = {f"/{name}": {"get": operation(operationId=f"{name}Pets", tags=["pets"])} for name in ("list", "find")}
    spec = document(paths, Cat={"type": "object", "properties": {"a": {}, "b": {}}}, Dog={"enum": ["b"]})
    with pytest.raises(DiagnosticError) as caught:
        _named(spec, tmp_path, names=names)
    assert message in caught.value.diagnostic.message


@pytest.mark.parametrize("name", ["NotFoundError", "OAuth2Error", "WebhookVerificationError"])
def test_schemas_called_like_exceptions(tmp_path: Path, name: str) -> None:
    """The exception keeps the name; the schema says that it is a body."""
    spec = document({"/pets": {"get": operation()}}, **{name: {"type": "object", "properties": {"a": {}}}})
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    api, _ = understand(tmp_path / "openapi.json")
    assert [model.name.python for model in api.models] == [f"{name}Body"]
