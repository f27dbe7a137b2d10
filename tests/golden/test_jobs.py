"""The golden user code: it runs over generated clients, against servers that answer as the real ones do.

The code stands in `code/`. Answers are the examples of the descriptions, where these have some.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import importlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from tests.golden.checking import Errors, mypy_errors, pyright_errors
from tests.golden.packages import REAL, generate
from tests.golden.server import Answer, Asked, Server, serving

pytestmark = pytest.mark.slow
PACKAGES = ("openai_jobs", "github_jobs", "stripe_jobs", "kubernetes_jobs")
CODE = Path(__file__).parent / "code"


@pytest.fixture(scope="module")
def packages(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder with the four packages, from which they can be imported."""
    if not (shared / REAL).is_dir():
        pytest.skip(f"there is no corpus in {shared}")
    folder = tmp_path_factory.mktemp("golden")
    generate(shared, folder)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture
def jobs(packages: Path) -> Callable[[str], ModuleType]:
    """A function that imports golden code by its name."""

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(name, CODE / f"{name}.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """The credentials of the environment, under each name that a client may look for."""
    for prefix in ("OPENAI", "STRIPE", "GITHUB"):
        for name in ("API_KEY", "API_KEY_AUTH", "BEARER_AUTH", "TOKEN"):
            monkeypatch.setenv(f"{prefix}_{name}", "secret")


def client_of(module: ModuleType, server: Server) -> Any:
    return module.Client(base_url=server.url)


# OpenAI


@pytest.fixture(scope="module")
def openai(shared: Path) -> dict[tuple[str, str], dict[str, str]]:
    """The texts of answers in OpenAI's description, by path and method, and by title."""
    path = shared / REAL / "openai.yaml"
    if not path.is_file():
        pytest.skip(f"there is no {path}")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    document = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    texts: dict[tuple[str, str], dict[str, str]] = {}
    for path_, methods in document["paths"].items():
        for method, operation in methods.items():
            examples = operation.get("x-oaiMeta", {}).get("examples", []) if isinstance(operation, dict) else []
            each = examples if isinstance(examples, list) else [examples]
            texts[path_, method.upper()] = {e.get("title", ""): e.get("response", "") for e in each}
    return texts


def plain(text: str) -> Any:
    """The JSON of an example, which may have commas that JSON forbids."""
    return yaml.safe_load(text)


def events(*data: str, end: str = "") -> Answer:
    """A stream of server-sent events."""
    body = "".join(f"data: {each}\n\n" for each in data) + end
    return Answer(body.encode(), headers={"Content-Type": "text/event-stream"})


def test_openai_chat(jobs: Callable[[str], ModuleType], openai: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Dicts and models are sent alike; a call of a tool, and usage, are in the answer."""
    functions = plain(openai["/chat/completions", "POST"]["Functions"])
    with serving(lambda asked: Answer(functions)) as server:
        module = jobs("openai_jobs")
        with client_of(module, server) as client:
            assert module.chat(client) == ""
    call = functions["choices"][0]["message"]["tool_calls"][0]["function"]
    usage = functions["usage"]["total_tokens"]
    assert capsys.readouterr().out == f"{call['name']} {call['arguments']}\n{usage}\n"
    (asked,) = server.asked
    assert asked.json()["messages"] == [
        {"role": "system", "content": "Be short."},
        {"role": "user", "content": "Weather in Oslo?"},
    ]
    assert asked.json()["tools"][0]["function"]["name"] == "get_weather" and asked.json()["tool_choice"] == "auto"
    assert asked.headers["authorization"] == "Bearer secret"


def test_openai_stream(jobs: Callable[[str], ModuleType], openai: Any) -> None:
    """The text of all pieces; the last has no content, the first an empty one."""
    example = openai["/chat/completions", "POST"]["Streaming"]
    pieces = [line for line in example.splitlines() if line.startswith("{")]
    content = [json.loads(each)["choices"][0]["delta"].get("content") for each in pieces]
    assert None in content and len(content) > 2
    with serving(lambda asked: events(*pieces, end="data: [DONE]\n\n")) as server:
        module = jobs("openai_jobs")
        with client_of(module, server) as client:
            assert module.stream(client) == "".join(each or "" for each in content)
    assert server.asked[0].json()["stream"] is True


def test_openai_responses(jobs: Callable[[str], ModuleType], openai: Any) -> None:
    """The events that carry text, out of all kinds."""
    example = openai["/responses", "POST"]["Streaming"]
    answer = Answer(example.encode() + b"\n\n", headers={"Content-Type": "text/event-stream"})
    data = [json.loads(line[6:]) for line in example.splitlines() if line.startswith("data: ")]
    deltas = [each["delta"] for each in data if each["type"] == "response.output_text.delta"]
    assert deltas
    with serving(lambda asked: answer) as server:
        module = jobs("openai_jobs")
        with client_of(module, server) as client:
            assert list(module.responses(client)) == deltas
    assert server.asked[0].json()["input"] == [{"role": "user", "content": "Hi"}]


def test_openai_files(
    jobs: Callable[[str], ModuleType], openai: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file from disk is sent as a form, and all pages of a list come."""
    listed, made = plain(openai["/files", "GET"][""]), plain(openai["/files", "POST"][""])
    ids = [each["id"] for each in listed["data"]]

    def answer(asked: Asked) -> Answer:
        if asked.method == "POST":
            return Answer(made)
        return Answer({**listed, "has_more": "after" not in asked.query})

    (tmp_path / "batch.jsonl").write_text("{}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with serving(answer) as server:
        module = jobs("openai_jobs")
        with client_of(module, server) as client:
            assert module.files(client) == [made["id"], *ids, *ids]
    assert b'filename="batch.jsonl"' in server.asked[0].content
    assert [each.query.get("after") for each in server.asked[1:]] == [None, ids[-1]]


def test_openai_errors(jobs: Callable[[str], ModuleType]) -> None:
    """Code, reason and the id of the request, as OpenAI sends them."""
    error = {
        "message": "The model `none` does not exist",
        "type": "invalid_request_error",
        "param": None,
        "code": "model_not_found",
    }
    with serving(lambda asked: Answer({"error": error}, 404, {"x-request-id": "req_1"})) as server:
        module = jobs("openai_jobs")
        with client_of(module, server) as client:
            assert module.errors(client) == "404 model_not_found: The model `none` does not exist (req_1)"


def test_openai_escape_hatches(
    jobs: Callable[[str], ModuleType], openai: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the description does not know is sent and read all the same."""
    done = plain(openai["/chat/completions", "POST"]["Default"])

    def answer(asked: Asked) -> Answer:
        if asked.path == "/models/gpt-4o/limits":
            return Answer({"detail": asked.query["detail"]})
        return Answer({**done, "x_new": [1]}, headers={"x-request-id": "req_2"})

    with serving(answer) as server:
        module = jobs("openai_jobs")
        with client_of(module, server) as client:
            assert module.escape_hatches(client) == {"undocumented": [1], "by path": {"detail": "full"}}
    assert capsys.readouterr().out == f"req_2 {done['id']}\n"
    sent, by_path = server.asked
    assert sent.json()["experimental"] is True and sent.headers["x-team"] == "search"
    assert by_path.method == "GET" and by_path.headers["authorization"] == "Bearer secret"


def test_openai_concurrent(jobs: Callable[[str], ModuleType], openai: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two calls at once, by a client of httpx2 that the user made."""
    made = {**plain(openai["/embeddings", "POST"][""]), "model": "text-embedding-3-small"}
    with serving(lambda asked: Answer(made)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        assert asyncio.run(jobs("openai_jobs").concurrent()) == ["text-embedding-3-small"] * 2
    assert sorted(each.json()["input"] for each in server.asked) == ["a", "b"]


def test_openai_credentials(jobs: Callable[[str], ModuleType], openai: Any) -> None:
    """A server of one's own gets no key, whatever the environment has."""
    listed = plain(openai["/files", "GET"][""])
    with serving(lambda asked: Answer({**listed, "has_more": False})) as server:
        _, own = jobs("openai_jobs").credentials()
        with own, own.with_options(base_url=server.url) as client:
            client.files.list()
    assert "authorization" not in server.asked[0].headers


def test_openai_values(jobs: Callable[[str], ModuleType], openai: Any) -> None:
    """An answer of a cache is the answer."""
    module = jobs("openai_jobs")
    done = module.models.CreateChatCompletionResponse.from_dict(plain(openai["/chat/completions", "POST"]["Default"]))
    assert module.saved(done) == done and done.choices[0].message.content


# GitHub


@pytest.fixture(scope="module")
def github(shared: Path) -> dict[str, Any]:
    """The examples of GitHub's description, by name."""
    path = shared / REAL / "github-rest.json"
    if not path.is_file():
        pytest.skip(f"there is no {path}")
    examples = json.loads(path.read_text(encoding="utf-8"))["components"]["examples"]
    return {name: each["value"] for name, each in examples.items()}


def test_github_issues(jobs: Callable[[str], ModuleType], github: dict[str, Any]) -> None:
    """All pages by their Link header, behind a redirect."""
    items = github["issue-items"]

    def answer(asked: Asked) -> Answer:
        if asked.path.startswith("/repos/"):
            return Answer({}, 301, {"Location": f"/moved?{'&'.join(f'{k}={v}' for k, v in asked.query.items())}"})
        if "page" in asked.query:
            return Answer(items)
        return Answer(items, headers={"Link": f'<{asked.path}?page=2>; rel="next"'})

    with serving(answer) as server:
        module = jobs("github_jobs")
        with client_of(module, server) as client:
            assert module.issues(client) == [each["title"] for each in items] * 2
    assert server.asked[0].query == {"state": "open", "per_page": "2"}


def test_github_review(jobs: Callable[[str], ModuleType], github: dict[str, Any]) -> None:
    """A comment is a dict."""
    example = github["pull-request-review"]
    with serving(lambda asked: Answer(example)) as server:
        module = jobs("github_jobs")
        with client_of(module, server) as client:
            assert module.review(client) == example["state"]
    assert server.asked[0].json() == {"event": "APPROVE", "comments": [{"path": "a.py", "body": "Nice."}]}


def test_github_readme(jobs: Callable[[str], ModuleType]) -> None:
    """The raw view has the bytes, whatever they are."""
    content = b"# Hello \xff"
    media_type = "application/vnd.github.raw+json; charset=utf-8"
    with serving(lambda asked: Answer(content, headers={"Content-Type": media_type})) as server:
        module = jobs("github_jobs")
        with client_of(module, server) as client:
            assert module.readme(client) == content
    assert server.asked[0].headers["accept"] == "application/vnd.github.raw+json"


def test_github_missing(jobs: Callable[[str], ModuleType]) -> None:
    """GitHub's own reason."""
    body = {"message": "Not Found", "documentation_url": "https://docs.github.com/rest", "status": "404"}
    with serving(lambda asked: Answer(body, 404)) as server:
        module = jobs("github_jobs")
        with client_of(module, server) as client:
            assert module.missing(client) == "Not Found"


SECRET = "It's a Secret to Everybody"


def signed(body: bytes, event: str) -> dict[str, str]:
    """The headers with which GitHub sends a body."""
    digest = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    return {"X-GitHub-Event": event, "X-Hub-Signature-256": f"sha256={digest}"}


def test_github_webhook(jobs: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> None:
    """Verified, told by header and body, and narrowed; what nobody described is no error."""
    monkeypatch.setenv("GITHUB_WEBHOOK_SECRET", SECRET)
    module = jobs("github_jobs")
    opened = json.dumps({"action": "opened", "issue": {"title": "It fails", "number": 1}}).encode()
    assert module.webhook(opened, signed(opened, "issues")) == "It fails"
    pushed = b'{"ref": "refs/heads/main", "commits": []}'
    assert module.webhook(pushed, signed(pushed, "push")) == "WebhookPush"
    labeled = b'{"action": "labeled", "issue": {"title": "It fails"}}'
    assert module.webhook(labeled, signed(labeled, "issues")) == "UnknownWebhook"
    with pytest.raises(module.webhooks.WebhookVerificationError):
        module.webhook(labeled, signed(opened, "issues"))


# Stripe

CUSTOMER = {"id": "cus_1", "object": "customer", "created": 1680893993, "livemode": False, "email": "a@example.com"}


def test_stripe_customer(jobs: Callable[[str], ModuleType]) -> None:
    """A dict at any depth, in Stripe's form; sent again after a 500, with the same key."""
    answers = iter((Answer({}, 500), Answer(CUSTOMER)))
    with serving(lambda asked: next(answers)) as server:
        module = jobs("stripe_jobs")
        with client_of(module, server) as client:
            assert module.customer(client) == "cus_1"
    first, second = server.asked
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"] != ""
    form = second.content.decode()
    assert "metadata%5Border%5D=6735" in form
    assert "invoice_settings%5Bcustom_fields%5D%5B0%5D%5Bname%5D=PO" in form


def test_stripe_everyone(jobs: Callable[[str], ModuleType]) -> None:
    """All pages by the id of the last customer."""

    def answer(asked: Asked) -> Answer:
        first = "starting_after" not in asked.query
        data = [{**CUSTOMER, "id": id} for id in (["cus_1", "cus_2"] if first else ["cus_3"])]
        return Answer({"object": "list", "url": "/v1/customers", "has_more": first, "data": data})

    with serving(answer) as server:
        module = jobs("stripe_jobs")
        with client_of(module, server) as client:
            assert module.everyone(client) == ["cus_1", "cus_2", "cus_3"]
    assert server.asked[1].query == {"limit": "2", "starting_after": "cus_2"}


def test_stripe_declined(jobs: Callable[[str], ModuleType]) -> None:
    """The code and the reason of Stripe's error object."""
    error = {
        "code": "card_declined",
        "decline_code": "generic_decline",
        "message": "Your card was declined.",
        "type": "card_error",
    }
    with serving(lambda asked: Answer({"error": error}, 402)) as server:
        module = jobs("stripe_jobs")
        with client_of(module, server) as client:
            assert module.declined(client) == ("card_declined", "Your card was declined.")


def test_stripe_expanded(jobs: Callable[[str], ModuleType]) -> None:
    """A customer, or its id where it is not expanded."""

    def answer(asked: Asked) -> Answer:
        customer = CUSTOMER if asked.query else "cus_1"
        return Answer({"id": "ch_1", "object": "charge", "amount": 100, "currency": "usd", "customer": customer})

    with serving(answer) as server:
        module = jobs("stripe_jobs")
        with client_of(module, server) as client:
            assert module.expanded(client) == "a@example.com"
            assert client.charges.retrieve("ch_1").customer == "cus_1"
    assert server.asked[0].query == {"expand[]": "customer"} or server.asked[0].query == {"expand[0]": "customer"}


# Kubernetes


def pod(name: str) -> dict[str, Any]:
    metadata = {
        "name": name,
        "namespace": "default",
        "labels": {"app": "web"},
        "creationTimestamp": "2030-01-01T00:00:00Z",
    }
    spec = {"containers": [{"name": "web", "image": "nginx"}]}
    return {"kind": "Pod", "apiVersion": "v1", "metadata": metadata, "spec": spec, "status": {"phase": "Running"}}


def test_kubernetes_names(jobs: Callable[[str], ModuleType]) -> None:
    """All pods of a list, by its token."""

    def answer(asked: Asked) -> Answer:
        rest = "continue" in asked.query
        metadata = {"resourceVersion": "1", "continue": "" if rest else "token"}
        items = [pod("web-1" if rest else "web-0")]
        return Answer({"kind": "PodList", "apiVersion": "v1", "metadata": metadata, "items": items})

    with serving(answer) as server:
        module = jobs("kubernetes_jobs")
        with client_of(module, server) as client:
            assert module.names(client) == ["web-0", "web-1"]
    assert server.asked[0].query == {"labelSelector": "app=web"}


def test_kubernetes_labelled(jobs: Callable[[str], ModuleType]) -> None:
    """A patch is a dict, in the media type that the caller states."""
    with serving(lambda asked: Answer(pod("web-0"))) as server:
        module = jobs("kubernetes_jobs")
        with client_of(module, server) as client:
            assert module.labelled(client).metadata.name == "web-0"
    (asked,) = server.asked
    assert asked.json() == {"metadata": {"labels": {"tier": "front"}}}
    assert asked.headers["content-type"] == "application/strategic-merge-patch+json"


def test_kubernetes_made(jobs: Callable[[str], ModuleType]) -> None:
    """Models have short names."""
    made = jobs("kubernetes_jobs").made().to_dict()
    assert made == {"metadata": {"name": "web-1"}, "spec": {"containers": [{"name": "web", "image": "nginx"}]}}


# Type checkers


@pytest.mark.types
@pytest.mark.parametrize("checker", [mypy_errors, pyright_errors], ids=["mypy", "pyright"])
def test_type_checkers(packages: Path, tmp_path: Path, checker: Callable[..., Errors]) -> None:
    """Strict, with the `assert_type` calls; a line with `type: ignore` has to be an error."""
    files = [tmp_path / f"{name}.py" for name in PACKAGES]
    for file in files:
        file.write_text((CODE / file.name).read_text(encoding="utf-8"), encoding="utf-8")
    assert checker(files, packages, tmp_path) == {}
