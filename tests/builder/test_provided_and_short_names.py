"""Names of arguments, fields and classes: those of the provider, short tails of namespaces, words of every script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.builder.names.words import class_name, snake, words
from fledge.ir import Api, ObjectModel
from tests.client import document, operation, understand

EMPTY = {"type": "object", "properties": {"id": {"type": "string"}}}


def _api(folder: Path, spec: dict[str, Any], **options: Any) -> Api:
    (folder / "openapi.json").write_text(json.dumps(spec))
    return understand(folder / "openapi.json", **options)[0]


def _arguments(api: Api) -> list[str]:
    return [each.name.python for each in api.resources[0].operations[0].parameters]


@pytest.mark.parametrize(
    ("text", "attribute", "name"),
    [
        ("größe", "größe", "Größe"),
        ("straßenName", "straßen_name", "StraßenName"),
        ("añoÚltimo", "año_último", "AñoÚltimo"),
        ("Lịch gia đình", "lịch_gia_đình", "LịchGiaĐình"),
        ("ÉTATCivil", "état_civil", "ÉTATCivil"),
        ("ΚωδικόςΠελάτη", "κωδικός_πελάτη", "ΚωδικόςΠελάτη"),
        ("имяПользователя2", "имя_пользователя2", "ИмяПользователя2"),
        ("हिन्दी", "हिन्दी", "हिन्दी"),
        ("HTTPServer", "http_server", "HTTPServer"),
        ("userIDs", "user_ids", "UserIDs"),
        ("İşlemTürü", "işlem_türü", "İşlemTürü"),
    ],
)
def test_words_of_every_script(text: str, attribute: str, name: str) -> None:
    """Words begin where Unicode has a capital, and marks belong to their letters."""
    assert snake(words(text)) == attribute
    assert class_name(text) == name


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["io.k8s.api.apps.v1.Deployment", "io.k8s.api.core.v1.Pod"], ["Deployment", "Pod"]),
        (["io.k8s.api.apps.v1.Scale", "io.k8s.api.apps.v1beta1.Scale"], ["V1Scale", "V1Beta1Scale"]),
        (["github_com_acme_shop_internal_model.User", "model.Order"], ["User", "Order"]),
        (["Acme.Shop.Models.User", "Acme.Shop.Views.User", "User"], ["ModelsUser", "ViewsUser", "User"]),
        (["app__schemas__user__User", "app__schemas__team__Team"], ["User", "Team"]),
        (["inbox.conversations.visibility", "inbox.conversation"], ["ConversationsVisibility", "Conversation"]),
        (["404", "Pet"], ["NotFound", "Pet"]),
        (["dto.Page-model_User", "model.User"], ["PageModelUser", "User"]),
        (
            ["app__schemas__user__User-Input", "app__schemas__Page_app__schemas__User_"],
            ["UserInput", "AppSchemasPageAppSchemasUser"],
        ),
        (
            ["Acme.Page`1[[Acme.Models.User, Acme, Version=1.0.0.0, Culture=neutral]]", "Acme.Models.User"],
            ["PageUser", "User"],
        ),
    ],
)
def test_shortest_tails(tmp_path: Path, keys: list[str], expected: list[str]) -> None:
    """A type in a namespace is called by the shortest end of its key that no other key has."""
    for order in (1, -1):
        api = _api(tmp_path, document({}, **{key: EMPTY for key in keys[::order]}))
        assert {model.name.wire: model.name.python for model in api.models} == dict(zip(keys, expected))


def test_responses_called_like_statuses(tmp_path: Path) -> None:
    """`components/responses/429` says what the status is."""
    content = {"application/json": {"schema": EMPTY}}
    spec = document({"/a": {"get": {"responses": {"429": {"$ref": "#/components/responses/429"}}}}})
    spec["components"]["responses"] = {"429": {"description": "", "content": content}}
    assert [model.name.python for model in _api(tmp_path, spec).models] == ["TooManyRequestsResponse"]


def test_titles_that_are_sentences(tmp_path: Path) -> None:
    """A title that is a sentence does not name the branch of a union."""
    titles = ["If the pet is known to us, this is the one that it was.", "Robot"]
    branches = [
        {"type": "object", "title": title, "required": [f"a{number}"], "properties": {f"a{number}": {}}}
        for number, title in enumerate(titles)
    ]
    names = [model.name.python for model in _api(tmp_path, document({}, Owner={"oneOf": branches})).models]
    assert names == ["Owner", "OwnerRobot", "OwnerWithA0"]


def test_forms_of_fastapi(tmp_path: Path) -> None:
    """The form of FastAPI's operation, and its other types, are called by the function and not by the path."""
    operation_id = "upload_file_cards__card_id__files_post"
    key = f"Body_{operation_id}"
    body = {"content": {"multipart/form-data": {"schema": {"$ref": f"#/components/schemas/{key}"}}}}
    answers = {"200": {"description": "", "content": {"application/json": {"schema": EMPTY}}}}
    facts = {"operationId": operation_id, "tags": ["cards"], "requestBody": body, "responses": answers}
    spec = document({"/cards/{card_id}/files": {"post": facts}, "/x": {"get": operation(tags=["x"])}}, **{key: EMPTY})
    names = {model.name.python for model in _api(tmp_path, spec).models}
    assert names == {"UploadFileBody", "UploadFileResponse"}


def test_names_of_the_provider(tmp_path: Path) -> None:
    """Arguments, fields and classes have the names that extensions give them."""
    parameters = [
        {"name": "q", "in": "query", "x-fern-parameter-name": "searchText", "schema": {"type": "string"}},
        {"name": "n", "in": "query", "x-ms-client-name": "MaxItems", "schema": {"type": "integer"}},
        {"name": "X-T", "in": "header", "x-stainless-param": "tenant", "schema": {"type": "string"}},
    ]
    pet = {
        "type": "object",
        "x-speakeasy-name-override": "Animal",
        "properties": {
            "nm": {"type": "string", "x-ms-client-name": "petName"},
            "k": {"type": "string", "x-stainless-naming": {"python": {"property_name": "kind"}}},
            "id": {"type": "string"},
        },
    }
    spec = document({"/pets": {"get": operation(tags=["pets"], parameters=parameters)}}, Pet=pet)
    api = _api(tmp_path, spec)
    (model,) = api.models
    assert _arguments(api) == ["search_text", "max_items", "tenant"]
    assert isinstance(model, ObjectModel) and model.name.python == "Animal"
    assert [field.name.python for field in model.fields] == ["pet_name", "kind", "id"]
    changed = {"#/paths/~1pets/get/parameters/query/q": "query", "Pet": "Beast"}
    api = _api(tmp_path, spec, names=changed)
    assert _arguments(api)[0] == "query" and api.models[0].name.python == "Beast"


def test_arguments_are_named_by_location_and_name(tmp_path: Path) -> None:
    """A position says nothing: another parameter may have it tomorrow. It is reported with the key that stays."""
    parameters = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in ("state", "sort")]
    spec = document({"/pets": {"get": operation(tags=["pets"], parameters=parameters)}})
    key = "#/paths/~1pets/get/parameters/query/state"
    assert _arguments(_api(tmp_path, spec, names={key: "status"})) == ["status", "sort"]
    parameters.insert(0, {"name": "new", "in": "query", "schema": {"type": "string"}})
    assert _arguments(_api(tmp_path, spec, names={key: "status"})) == ["new", "status", "sort"]
    _, diagnostics = understand(tmp_path / "openapi.json", names={"#/paths/~1pets/get/parameters/1": "status"})
    (unused,) = [each for each in diagnostics if each.code == "name-unused"]
    assert unused.hint == f"did you mean `{key}`?"


def test_headers_have_no_case(tmp_path: Path) -> None:
    """A header that a framework declares twice, in two spellings, is one argument."""
    headers = [
        {"name": name, "in": "header", "required": name == "X-Tenant", "schema": {"type": "string"}}
        for name in ("X-Tenant", "x-tenant")
    ]
    spec = document({"/head": {"get": operation(tags=["head"], parameters=headers)}})
    assert _arguments(_api(tmp_path, spec)) == ["x_tenant"]
    _, diagnostics = understand(tmp_path / "openapi.json")
    assert "parameter-repeated" in {each.code for each in diagnostics}


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        (  # DRF's numbers, and Spring's
            {
                "GET /accounts": "accounts_retrieve",
                "GET /accounts/{id}": "accounts_retrieve_2",
                "POST /accounts": "accounts_create",
                "POST /accounts/{id}": "accounts_create_2",
            },
            ["list", "get", "create", "update"],
        ),
        (
            {"GET /accounts": "AccountsController_findAll", "GET /accounts/sos": "SosController_findAll"},
            ["find_all", "find_all_sos"],
        ),
        (  # FastAPI below a mount that the path shows and the operationId does not
            {"GET /mounted/accounts/{id}/keys": "read_keys_accounts__id__keys_get"},
            ["read_keys"],
        ),
        (  # one function of several methods
            {
                "GET /accounts/{id}": "handle_account_accounts__id__get",
                "POST /accounts/{id}": "handle_account_accounts__id__get",
                "DELETE /accounts/{id}": "handle_account_accounts__id__get",
            },
            ["get", "update", "delete"],
        ),
        ({"GET /accounts/{id}/events": "account_events_get"}, ["events_get"]),
        ({"GET /accounts": "5d41402abc4b2a76b9719d911017c592"}, ["list"]),
        ({"POST /accounts": "getAccounts", "GET /accounts": "fetchAccounts"}, ["get_accounts", "fetch"]),
        ({"OPTIONS /accounts/{id}/insert": "optionsAccountsIdInsert"}, ["options_insert"]),
        ({"POST /accounts/promote/{id}": "PostAccountsPromote"}, ["promote"]),
        ({"GET /accounts/{account}": "account"}, ["get"]),
        ({"GET /accounts/{accountId}": "accountsAccountIdGet", "GET /accounts": "getApiAccounts"}, ["get", "get_api"]),
        (
            {"GET /users/{id}/accounts": "list_user_accounts", "GET /accounts": "list_active_accounts"},
            ["list_for_user", "list_active"],
        ),
        (
            {"GET /accounts": "listAccountsForAUser", "POST /accounts": "addTagForAnAccount"},
            ["list_for_a_user", "add_tag"],
        ),
        ({"GET /accounts": "listKeysForAuthenticatedAccount"}, ["list_keys_for_authenticated_account"]),
        ({"POST /accounts": "create-acCounts"}, ["create"]),
    ],
)
def test_methods_say_what_they_do(tmp_path: Path, operations: dict[str, str], expected: list[str]) -> None:
    """What frameworks add is left out, and a method never says the opposite of what it does."""
    paths: dict[str, dict[str, Any]] = {"/other": {"get": operation(tags=["other"], operationId="other")}}
    for key, operation_id in operations.items():
        method, path = key.split()
        paths.setdefault(path, {})[method.lower()] = operation(tags=["accounts"], operationId=operation_id)
    api = _api(tmp_path, document(paths))
    calls = {
        f"{each.http_method} {each.path}": each.name.python
        for resource in api.resources
        for each in resource.operations
        if resource.name.python == "accounts"
    }
    assert [calls[key] for key in operations] == expected


def _calls(folder: Path, spec: dict[str, Any]) -> list[str]:
    return [
        f"{resource.name.python}.{each.name.python}"
        for resource in _api(folder, spec).resources
        for each in resource.operations
    ]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["api.Response[github.com/acme/models.User]", "models.User"], ["ResponseUser", "User"]),
        (["api.Response[[]github.com/acme/models.Role]", "models.Role"], ["ResponseRole", "Role"]),
        (["com.acme.Page<com.acme.User>", "com.acme.User"], ["PageUser", "User"]),
        (["Page<User>", "Map<String,User>", "User"], ["PageUser", "MapStringUser", "User"]),
    ],
)
def test_generic_types_in_namespaces(tmp_path: Path, keys: list[str], expected: list[str]) -> None:
    """Each of the types that a generic type is made of is called by its own name, without its package."""
    api = _api(tmp_path, document({}, **{key: EMPTY for key in keys}))
    assert {model.name.wire: model.name.python for model in api.models} == dict(zip(keys, expected))


def test_responses_called_like_ranges(tmp_path: Path) -> None:
    """`4XX` and `default` say what they are for, and their modules are called like their classes."""
    keys = {"404": "404", "4XX": "4XX", "503": "5xx", "default": "default"}
    answers = {status: {"$ref": f"#/components/responses/{key}"} for status, key in keys.items()}
    spec = document({"/a": {"get": {"responses": answers}}})
    spec["components"]["responses"] = {
        key: {"description": "", "content": {"application/json": {"schema": schema}}}
        for key in keys.values()
        if (schema := {"type": "object", "properties": {f"a{key}": {"type": "string"}}})
    }
    models = {model.name.python: model.module for model in _api(tmp_path, spec).models}
    assert models == {
        "ClientErrorResponse": "client_error_response",
        "ErrorResponse": "error_response",
        "NotFoundResponse": "not_found_response",
        "ServerErrorResponse": "server_error_response",
    }


def test_custom_methods_are_actions(tmp_path: Path) -> None:
    """`POST /users/{id}:archive` is a method of users, and takes no name from the others."""
    item = {"responses": {"200": {"description": ""}}}
    variable = {"parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]}
    paths = {
        "/v1/users": {"get": item, "post": item},
        "/v1/users/{id}": {"get": item, "patch": item, **variable},
        "/v1/users/{id}:archive": {"post": item, **variable},
        "/v1/users:import": {"post": item},
    }
    names = ["archive", "create", "get", "import_", "list", "update"]
    assert _calls(tmp_path, document(paths)) == [f"users.{name}" for name in names]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["pet-controller", "user-controller"], ["pet.list", "user.list"]),
        (["Acme Pets API", "Acme Users API"], ["pets.list", "users.list"]),
        (["com.acme.pets", "com.acme.users"], ["pets.list", "users.list"]),
        (["Pets API", "Users"], ["pets_api.list_pets", "users.list"]),
        (["API", "Controller"], ["api.list_pets", "controller.list_users"]),
    ],
)
def test_what_all_tags_have(tmp_path: Path, tags: list[str], expected: list[str]) -> None:
    """What all tags begin with, and the kind of class that they all end with, is left out."""
    paths = {
        f"/{name}": {"get": operation(operationId=f"list{name.title()}", tags=[tag])}
        for name, tag in zip(("pets", "users"), tags)
    }
    assert _calls(tmp_path, document(paths)) == expected


def test_functions_of_fastapi_behind_a_server_with_a_path(tmp_path: Path) -> None:
    """What all operationIds have between function and path is where the application is mounted."""
    ids = {"/login/token": "login_token_api_v1_login_token_post", "/users/me": "read_me_api_v1_users_me_post"}
    paths = {path: {"post": operation(operationId=id, tags=[path.split("/")[1]])} for path, id in ids.items()}
    assert _calls(tmp_path, document(paths)) == ["login.token", "users.read_me"]


def test_parameters_called_like_options(tmp_path: Path) -> None:
    """An argument that every call has takes the place of the parameter, which says where it stands."""
    names = ("timeout", "extra_headers", "max-retries")
    parameters = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in names]
    spec = document({"/a": {"get": operation(parameters=parameters)}})
    assert _arguments(_api(tmp_path, spec)) == ["timeout_query", "extra_headers_query", "max_retries_query"]
