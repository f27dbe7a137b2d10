"""Nested resources, `client.chat.completions.create`, on evidence: of the provider, of samples, of ids, of tags, of paths."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.diagnostics.errors import DiagnosticError
from fledge.ir import Api
from tests.benchmarks import official_names
from tests.client import document, operation, understand


def _calls(folder: Path, operations: dict[str, dict[str, Any]], **options: Any) -> list[str]:
    """The calls of operations, each by its method and path, in this order."""
    api = _api(folder, operations, **options)
    calls = {
        f"{each.http_method} {each.path}": f"{resource.name.python}.{each.name.python}"
        for resource in api.resources
        for each in resource.operations
    }
    return [calls[key] for key in operations]


def _api(folder: Path, operations: dict[str, dict[str, Any]], **options: Any) -> Api:
    paths: dict[str, dict[str, Any]] = {}
    for key, facts in operations.items():
        method, path = key.split()
        paths.setdefault(path, {})[method.lower()] = operation(**facts)
    (folder / "openapi.json").write_text(json.dumps(document(paths)))
    return understand(folder / "openapi.json", **options)[0]


def _python(code: str) -> dict[str, Any]:
    return {"x-codeSamples": [{"lang": "python", "source": code}, {"lang": "shell", "source": "curl client.a.b.c("}]}


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        (  # 1: the provider's own names, group included
            {
                "GET /threads": {
                    "tags": ["Chat"],
                    "x-fern-sdk-group-name": ["chat", "threads"],
                    "x-fern-sdk-method-name": "list",
                },
                "POST /threads": {
                    "operationId": "new",
                    "x-speakeasy-group": "chat.threads",
                    "x-speakeasy-name-override": "createThread",
                },
                "GET /cats": {"operationId": "cat.indices.0", "x-operation-group": "cat.indices"},
                "GET /dogs": {"tags": ["Dogs"], "x-stainless-naming": {"python": {"method_name": "all"}}},
                "PUT /dogs": {"tags": ["Dogs"], "operationId": "replaceDogs", "x-ms-client-name": "swap"},
            },
            ["chat.threads.list", "chat.threads.create_thread", "cat.indices", "dogs.all", "dogs.swap"],
        ),
        (  # 2: a group in the operationId, and what follows as it is
            {
                "GET /apps/hooks": {"tags": ["Apps"], "operationId": "apps/list-app-hooks"},
                "GET /apps/hooks/{id}": {"tags": ["Apps"], "operationId": "apps/get-hook-for-app"},
                "GET /users": {"tags": ["People"], "operationId": "users/list"},
            },
            ["apps.list_app_hooks", "apps.get_hook_for_app", "users.list"],
        ),
        (
            {
                "GET /v1/a": {"operationId": "acme.billing.alerts.list"},
                "GET /v1/a/{id}": {"operationId": "acme.billing.alerts.get"},
                "GET /v1/b": {"operationId": "acme.users.list"},
            },
            ["billing.alerts.list", "billing.alerts.get", "users.list"],
        ),
        (  # `_` separates groups where other words are in camelCase
            {
                "GET /droplets": {"tags": ["Droplets"], "operationId": "droplets_list"},
                "GET /images/{id}": {"tags": ["Machine images"], "operationId": "imageActions_getById"},
                "POST /volumes": {"tags": ["Block storage"], "operationId": "volumes_create"},
            },
            ["droplets.list", "image_actions.get_by_id", "volumes.create"],
        ),
        (  # and not where it separates words, or follows a verb, or the part behind is a version
            {
                "GET /droplets": {"tags": ["Droplets"], "operationId": "list_droplets"},
                "POST /droplets": {"tags": ["Droplets"], "operationId": "create_newDroplet"},
                "DELETE /droplets": {"tags": ["Droplets"], "operationId": "delete_droplets_v2025.0"},
            },
            ["droplets.list", "droplets.create_new", "droplets.delete"],
        ),
        (  # 3: separators in tags nest
            {
                "GET /a": {"tags": ["agent > v1 > models"], "operationId": "list"},
                "GET /b": {"tags": ["agent > v1 > tools"], "operationId": "list"},
                "GET /c": {"tags": ["Voice | Speech"], "operationId": "speak"},
                "GET /d": {"tags": ["Voice"], "operationId": "listVoices"},
            },
            ["agent.v1.models.list", "agent.v1.tools.list", "voice.speech.speak", "voice.list"],
        ),
        (  # also where most tags have one
            {
                "GET /a": {"tags": ["billing.invoices"], "operationId": "list"},
                "GET /b": {"tags": ["files/uploads"], "operationId": "list"},
                "GET /c": {"tags": ["Status v1.0"], "operationId": "read"},
            },
            ["billing.invoices.list", "files.uploads.list", "status_v1_0.read"],
        ),
        (  # and a name that has one in it does not
            {
                "GET /a": {"tags": ["CI/CD"], "operationId": "listRuns"},
                "GET /b": {"tags": ["Node.js"], "operationId": "listNodes"},
            },
            ["ci_cd.list_runs", "node_js.list_nodes"],
        ),
        (  # 4: words with which all tags begin
            {
                "GET /Accounts": {"tags": ["Api20100401Account"], "operationId": "ListAccount"},
                "GET /Tokens": {"tags": ["Api20100401Token"], "operationId": "ListToken"},
            },
            ["account.list", "token.list"],
        ),
        (  # but not where a tag has no others
            {
                "GET /users": {"tags": ["User"], "operationId": "listUsers"},
                "GET /groups": {"tags": ["User group"], "operationId": "listUserGroups"},
            },
            ["user.list", "user_group.list"],
        ),
        (  # 5: by the path, where nobody chose a name; the verb of the summaries
            {
                "GET /v1/billing/alerts": {"operationId": "GetBillingAlerts", "summary": "List alerts"},
                "GET /v1/billing/alerts/{id}": {"operationId": "GetBillingAlertsId", "summary": "Retrieve an alert"},
                "POST /v1/billing/alerts/{id}/archive": {"operationId": "PostBillingAlertsIdArchive"},
                "GET /v1/balance": {"summary": "Retrieve the balance"},
                "POST /v1/charges/{id}/refund_payment": {},
            },
            [
                "billing.alerts.list",
                "billing.alerts.retrieve",
                "billing.alerts.archive",
                "balance.retrieve",
                "charges.refund_payment",
            ],
        ),
        (  # a name that is a method and a resource at once
            {
                "GET /notes/preview": {},
                "GET /notes/preview/lines": {},
                "GET /notes/{id}": {},
                "GET /users": {},
            },
            ["notes.preview", "notes.preview_lines.list", "notes.get", "users.list"],
        ),
        (  # 6: a verb and exactly the last nouns of the path, which another operation has as well
            {
                "GET /tuning/checkpoints/{id}/permissions": {
                    "tags": ["Tuning"],
                    "operationId": "listTuningCheckpointPermissions",
                },
                "POST /tuning/checkpoints/{id}/permissions": {
                    "tags": ["Tuning"],
                    "operationId": "createTuningCheckpointPermission",
                },
                "POST /tuning/jobs": {"tags": ["Tuning"], "operationId": "createTuningJob"},
                "GET /evals/{id}/runs": {"tags": ["Evals"], "operationId": "getEvalRuns"},
                "GET /evals/{id}/runs/{run}": {"tags": ["Evals"], "operationId": "getEvalRun"},
            },
            [
                "tuning.checkpoints.permissions.list",
                "tuning.checkpoints.permissions.create",
                "tuning.create_job",
                "evals.runs.list",
                "evals.runs.get",
            ],
        ),
        (  # 7: samples of code in Python
            {
                "POST /chat": {
                    "tags": ["Chat"],
                    "operationId": "createChat",
                    **_python("client = Acme()\nx = client.chat.completions.create(model='a')\nprint(x.a.b())"),
                },
                "GET /chat": {
                    "tags": ["Chat"],
                    "operationId": "listChat",
                    "x-oaiMeta": {"examples": {"request": {"python": "acme = Acme()\nacme.chat.completions.list()"}}},
                },
                "GET /files": {
                    "tags": ["Files"],
                    "operationId": "listFiles",
                    "x-readme": {"code-samples": [{"language": "python", "code": "await client.beta.files.all()"}]},
                },
            },
            ["chat.completions.create", "chat.completions.list", "beta.files.all"],
        ),
        (  # unless they disagree, or another operation has the call
            {
                "POST /a": {"operationId": "createA", "tags": ["A"], **_python("client.x.y.z()\nclient.x.y.w()")},
                "POST /b": {"operationId": "createB", "tags": ["B"], **_python("client.q.r()")},
                "POST /c": {"operationId": "createC", "tags": ["C"], **_python("client.q.r()")},
            },
            ["a.create", "b.create", "c.create"],
        ),
        (  # one resource has one spelling
            {
                "GET /a": {"operationId": "a", "x-fern-sdk-group-name": ["beta", "chatkit"], **_python("")},
                "GET /b": {"operationId": "b", "x-fern-sdk-group-name": ["beta", "chatkit"]},
                "GET /c": {"operationId": "c", "x-fern-sdk-group-name": ["beta", "chat_kit"]},
            },
            ["beta.chatkit.a", "beta.chatkit.b", "beta.chatkit.c"],
        ),
    ],
)
def test_evidence(tmp_path: Path, operations: dict[str, dict[str, Any]], expected: list[str]) -> None:
    """Each rule gives the names that the official clients of such descriptions have, and none where it says nothing."""
    assert _calls(tmp_path, operations) == expected
    backwards = dict(reversed(operations.items()))
    assert _calls(tmp_path, backwards) == expected[::-1]


PETS = {
    "GET /pets": {"tags": ["Pets"], "operationId": "listPets"},
    "POST /pets": {"tags": ["Pets"], "operationId": "createPet"},
    "GET /pets/{id}/owners": {"tags": ["Owners"], "operationId": "listOwners"},
}


@pytest.mark.parametrize(
    ("names", "locked", "expected"),
    [
        ({"GET /pets": "shop.pets.list"}, {}, ["shop.pets.list", "pets.create", "owners.list"]),
        ({"tag Owners": "pets.owners"}, {}, ["pets.list", "pets.create", "pets.owners.list"]),
        (  # the configuration wins over the lock, whole resources included
            {"tag Pets": "animals"},
            {"GET /pets": "pets.list_all", "POST /pets": "pets.create", "GET /pets/{id}/owners": "owners.list"},
            ["animals.list_all", "animals.create", "owners.list"],
        ),
        (  # an operation's name of one word keeps the resource that users have
            {"GET /pets": "all"},
            {"GET /pets": "beasts.list", "POST /pets": "beasts.create", "GET /pets/{id}/owners": "owners.list"},
            ["beasts.all", "beasts.create", "owners.list"],
        ),
        (  # both together do not split the resource
            {"GET /pets": "all", "tag Pets": "zoo.animals"},
            {"GET /pets": "pets.list", "POST /pets": "pets.create"},
            ["zoo.animals.all", "zoo.animals.create", "owners.list"],
        ),
        (  # what is generated once more stays
            {"tag Pets": "zoo.animals"},
            {"GET /pets": "zoo.animals.list", "POST /pets": "zoo.animals.create"},
            ["zoo.animals.list", "zoo.animals.create", "owners.list"],
        ),
        (  # a resource goes out of the way of a method that users have
            {},
            {"GET /pets": "pets.list", "POST /pets": "owners.list"},
            ["pets.list", "owners.list", "owners.list_owners"],
        ),
    ],
)
def test_names_of_the_configuration(
    tmp_path: Path, names: dict[str, str], locked: dict[str, str], expected: list[str]
) -> None:
    """`names` nests resources, and always wins over the lock, which keeps all else."""
    assert _calls(tmp_path, PETS, names=names, given=locked) == expected


def test_a_tag_that_gets_another_name_again(tmp_path: Path) -> None:
    """What is nested below the resource of a tag stays there, whatever the configuration called it before."""
    operations = {
        "GET /pets/{id}/toys": {"tags": ["Pets"], "operationId": "listPetToys"},
        "POST /pets/{id}/toys": {"tags": ["Pets"], "operationId": "createPetToy"},
        "GET /owners": {"tags": ["Owners"], "operationId": "listOwners"},
    }
    locked = {"GET /pets/{id}/toys": "shop.animals.toys.list", "POST /pets/{id}/toys": "pets.create_toy"}
    names = {"tag Pets": "zoo"}
    assert _calls(tmp_path, operations, names=names, given=locked) == [
        "zoo.toys.list",
        "zoo.create_toy",
        "owners.list",
    ]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ({"GET /pets": "shop.pets", "POST /pets": "shop.pets.create"}, "`shop.pets` to a method"),
        ({"GET /pets": "shop.pets", "tag Owners": "shop.pets"}, "`shop.pets` to a method"),
        ({"tag Pets": "close"}, "`close`, which clients use themselves"),
        ({"GET /pets": "with_options.list"}, "`with_options`, which clients use themselves"),
    ],
)
def test_names_that_cannot_be(tmp_path: Path, names: dict[str, str], text: str) -> None:
    """A method that holds methods, and a resource that hides a member of the client, are errors."""
    with pytest.raises(DiagnosticError) as raised:
        _calls(tmp_path, PETS, names=names)
    assert raised.value.diagnostic.code == "name-taken"
    assert text in raised.value.diagnostic.message


def test_keys_of_resources_are_known(tmp_path: Path) -> None:
    """`path X` names the resource of operations without a tag; what is used is not reported as unused."""
    (tmp_path / "openapi.json").write_text(
        json.dumps(document({path: {"get": operation()} for path in ("/billing/alerts", "/x")}))
    )
    api, diagnostics = understand(tmp_path / "openapi.json", names={"path billing": "bills"})
    assert [each.name.python for each in api.resources if each.operations] == ["bills.alerts", "x"]
    assert "name-unused" not in {each.code for each in diagnostics}


def test_resources_that_hold_others(tmp_path: Path) -> None:
    """A resource has a file and a class of its own, named by its path, also if it holds nothing but others."""
    operations = {
        "GET /a": {"x-fern-sdk-group-name": ["chat", "completions"], "x-fern-sdk-method-name": "list"},
        "GET /b": {"x-fern-sdk-group-name": ["chat_completions"], "x-fern-sdk-method-name": "list"},
        "GET /c": {"x-fern-sdk-group-name": ["con", "list"], "x-fern-sdk-method-name": "get"},
    }
    api = _api(tmp_path, operations)
    assert [(each.name.python, each.module, each.class_name, len(each.operations)) for each in api.resources] == [
        ("chat", "chat", "ChatResource", 0),
        ("chat.completions", "chat__completions", "ChatCompletionsSubresource", 1),
        ("chat_completions", "chat_completions", "ChatCompletionsResource", 1),
        ("con", "con_", "ConResource", 0),
        ("con.list_", "con_list_", "ConListResource", 1),
    ]


@pytest.mark.slow
def test_official_names(shared: Path) -> None:
    """Most calls are those of the official clients, as the benchmark counts them: of all operations, and of each API."""
    share, mean = official_names.main()
    assert share > 0.85 and mean > 0.75
