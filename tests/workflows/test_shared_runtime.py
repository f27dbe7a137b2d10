"""One runtime for several clients: generated, checked, changed and used."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from fledge import check, generate
from fledge.config.pyproject import read_config
from fledge.diagnostics.errors import DiagnosticErrors
from fledge.workflows.generate import GenerateResult, GenerateStatus
from tests.client import imported
from tests.golden.checking import mypy_errors, pyright_errors, wrong_lines
from tests.golden.server import Answer, serving

RUNTIME = 'runtime = "acme_clients._runtime"\n'
CLIENTS = """
[tool.fledge.clients.pets]
source = "pets.json"
output = "src/acme_clients"

[tool.fledge.clients.boats]
source = "boats.json"
output = "src/acme_clients/sea"
"""


def description(title: str, path: str, *parameters: str) -> str:
    """A list; with the parameters `page` and `size`, it comes in pages."""
    item = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
    items = {"type": "array", "items": item}
    body = {
        "type": "object",
        "required": ["items", "total"],
        "properties": {"items": items, "total": {"type": "integer"}},
    }
    operation = {
        "operationId": f"list{title}",
        "tags": [title.lower()],
        "parameters": [{"name": each, "in": "query", "schema": {"type": "integer"}} for each in parameters],
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": body}}}},
    }
    info = {"title": title, "version": "1"}
    return json.dumps({"openapi": "3.1.0", "info": info, "paths": {path: {"get": operation}}})


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two clients, one of them deeper in the package."""
    (tmp_path / "pets.json").write_text(description("Pets", "/pets"), encoding="utf-8")
    (tmp_path / "boats.json").write_text(description("Boats", "/boats", "page", "per_page"), encoding="utf-8")
    configure(tmp_path, RUNTIME + CLIENTS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(f"[tool.fledge]\n{text}", encoding="utf-8")


def run(project: Path, *names: str, force: bool = False) -> list[GenerateResult]:
    """Generate the clients with these names, or all."""
    clients = [each for each in read_config(project) if not names or each.name in names]
    together = [each.package_dir for each in clients]
    return [generate(each, skip_unchanged=True, force=force, together=together) for each in clients]


def statuses(results: list[GenerateResult]) -> list[GenerateStatus]:
    return [each.status for each in results]


def modules(project: Path) -> set[str]:
    return {each.stem for each in (project / "src/acme_clients/_runtime").glob("*.py")}


@contextmanager
def clients(project: Path) -> Iterator[tuple[ModuleType, ModuleType]]:
    with (
        imported(project / "src", "acme_clients.pets") as pets,
        imported(project / "src", "acme_clients.sea.boats") as boats,
    ):
        yield pets, boats


def test_one_runtime_has_what_all_need(project: Path) -> None:
    """Packages have none of their own; types are the same, and calls of both use one object of hooks."""
    assert statuses(run(project)) == [GenerateStatus.WRITTEN] * 2
    assert not list(project.glob("src/**/pets/_runtime")) and not list(project.glob("src/**/boats/_runtime"))
    assert {"client", "number_pagination", "pagination"} <= modules(project)
    assert [check(each).is_current for each in read_config(project)] == [True, True]
    assert statuses(run(project)) == [GenerateStatus.UNCHANGED] * 2
    with (
        clients(project) as (pets, boats),
        serving(lambda asked: Answer({"items": [{"id": asked.path}], "total": 1})) as server,
    ):
        assert pets.APIError is boats.APIError and pets.Hooks is boats.Hooks and pets.UNSET is boats.UNSET
        assert pets.Client is not boats.Client
        seen: list[str] = []
        hooks = pets.Hooks(request=lambda request: seen.append(request.operation))
        with (
            pets.Client(base_url=server.url, hooks=hooks) as one,
            boats.Client(base_url=server.url, hooks=hooks) as two,
        ):
            assert one.pets.list().items[0].id == "/pets"
            assert [each.id for each in two.boats.list(per_page=10)] == ["/boats"]
        assert seen == ["GET /pets", "GET /boats"]


def test_edits_are_found_and_kept(project: Path) -> None:
    """The runtime is checked with each client, and nobody's edit is overwritten unless that is meant."""
    run(project)
    path = project / "src/acme_clients/_runtime/client.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "# mine\n", encoding="utf-8")
    pets, boats = map(check, read_config(project))
    assert pets.files == (("../_runtime/client.py", "edited by hand"),) and pets.edited == 1
    assert boats.files == (("../../_runtime/client.py", "edited by hand"),)
    assert "-# mine" in pets.diff
    [failed] = run(project, "pets")
    assert failed.status is GenerateStatus.FAILED and path.read_text(encoding="utf-8").endswith("# mine\n")
    assert "edited by hand: ../_runtime/client.py" in failed.diagnostics.items[0].message
    assert statuses(run(project, force=True)) == [GenerateStatus.WRITTEN, GenerateStatus.UNCHANGED]
    assert path.read_text(encoding="utf-8") == text
    path.unlink()
    assert check(read_config(project)[0]).files == (("../_runtime/client.py", "missing"),)
    assert statuses(run(project)) == [GenerateStatus.WRITTEN, GenerateStatus.UNCHANGED]


def test_from_inside_of_the_package(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the command runs, the runtime is in the same place, also of a package that is a symbolic link."""
    run(project)
    monkeypatch.chdir(project / "src/acme_clients/sea")
    here = read_config(Path.cwd())
    assert statuses([generate(each) for each in here]) == [GenerateStatus.UNCHANGED] * 2
    assert [check(each).is_current for each in here] == [True, True]
    (project / "elsewhere").mkdir()
    (project / "src/acme_clients/sea/boats").rename(project / "elsewhere/boats")
    (project / "src/acme_clients/sea/boats").symlink_to(project / "elsewhere/boats", target_is_directory=True)
    assert [check(each).is_current for each in read_config(Path.cwd())] == [True, True]


def test_what_nobody_needs_is_removed(project: Path) -> None:
    """A client that is given up takes its modules along; one that is generated alone keeps those of others."""
    run(project)
    assert statuses(run(project, "pets")) == [GenerateStatus.UNCHANGED] and "pagination" in modules(project)
    configure(project, RUNTIME + CLIENTS.partition("[tool.fledge.clients.boats]")[0])
    shutil.rmtree(project / "src/acme_clients/sea")
    [result] = run(project)
    assert {"../_runtime/pagination.py", "../_runtime/number_pagination.py"} <= {each.path for each in result.files}
    assert "pagination" not in modules(project) and "client" in modules(project)


def test_from_one_for_each_to_one_for_all_and_back(project: Path) -> None:
    """The key moves the runtime; without it each package has its own again."""
    configure(project, CLIENTS)
    run(project)
    own = project / "src/acme_clients/pets/_runtime"
    assert own.is_dir() and not modules(project)
    configure(project, RUNTIME + CLIENTS)
    run(project)
    assert not own.exists() and modules(project)
    configure(project, CLIENTS)
    run(project)
    assert own.is_dir()
    assert [check(each).is_current for each in read_config(project)] == [True, True]


def test_another_version_changes_all_clients_or_none(project: Path) -> None:
    """A new Fledge must not take the runtime away under clients that an old one made."""
    run(project)
    for lock in project.glob("src/**/fledge.lock"):
        lock.write_text(
            lock.read_text(encoding="utf-8").replace('"generator": "', '"generator": "0.0.'), encoding="utf-8"
        )
    runtime = project / "src/acme_clients/_runtime"
    (runtime / "client.py").unlink()
    [failed] = run(project, "pets")
    assert [each.code for each in failed.diagnostics.items] == ["runtime-version"]
    assert not (runtime / "client.py").exists()
    assert GenerateStatus.FAILED not in statuses(run(project)) and (runtime / "client.py").is_file()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            RUNTIME + CLIENTS.replace("src/acme_clients/sea", "src/other"),
            "src/other/boats is not inside of the package `acme_clients`",
        ),
        (
            RUNTIME + CLIENTS.replace("src/acme_clients/sea", "lib/acme_clients"),
            "lib/acme_clients/boats is inside of another folder",
        ),
        (RUNTIME + CLIENTS + "distribution = true\n", "is a distribution, which cannot share a runtime"),
        (
            RUNTIME + CLIENTS.replace("src/acme_clients/sea", "src/acme_clients") + 'package = "_runtime"\n',
            "is where the runtime is written",
        ),
        ('runtime = "_runtime"\n' + CLIENTS, "`runtime` must be a package inside of a package"),
    ],
)
def test_a_runtime_that_cannot_be_imported_is_an_error(project: Path, text: str, message: str) -> None:
    """Each client must be inside of the package that holds the runtime."""
    configure(project, text)
    with pytest.raises(DiagnosticErrors) as caught:
        read_config(project)
    assert any(message in each.message for each in caught.value.diagnostics), caught.value.diagnostics


def test_a_file_in_the_place_of_the_runtime(project: Path) -> None:
    """What Fledge did not write stays as it is, and the message says where it stands."""
    folder = project / "src/acme_clients/_runtime"
    folder.mkdir(parents=True)
    (folder / "client.py").write_text("mine = 1\n", encoding="utf-8")
    [failed] = run(project, "pets")
    assert "not written by fledge: ../_runtime/client.py" in failed.diagnostics.items[0].message
    assert not (project / "src/acme_clients/pets").exists()
    shutil.rmtree(folder)
    folder.write_text("", encoding="utf-8")
    [failed] = run(project, "pets")
    assert [each.code for each in failed.diagnostics.items] == ["path-conflict"]


SHARED = """
from __future__ import annotations
from acme_clients import pets
from acme_clients.sea import boats

hooks = pets.Hooks(request=lambda request: print(request.operation))
policy = pets.RetryPolicy(max_delay=1.0)
transport = pets.HTTPTransport()
one = pets.Client(hooks=hooks, retry_policy=policy, transport=transport)
two = boats.Client(hooks=hooks, retry_policy=policy, transport=transport)

def both(error: pets.APIStatusError) -> boats.APIStatusError:
    return error
"""
STRUCTURAL = """
from __future__ import annotations
from typing import Any, Protocol
from acme_clients import pets
from acme_clients.sea import boats

class Sent(Protocol):
    @property
    def operation(self) -> str: ...

class Tracing:
    response = retry = error = None

    def __init__(self) -> None:
        self.seen: list[str] = []

    def request(self, request: Sent) -> None:
        self.seen.append(request.operation)

    def end(self, request: Sent, outcome: object) -> None:
        self.seen.append(type(outcome).__name__)

class Once:
    def delay(self, request: Any, outcome: Any, attempt: int, spent: float, chance: float) -> float | None:
        return 0.0 if attempt == 0 else None

hooks, policy = Tracing(), Once()
one = pets.Client(hooks=hooks, retry_policy=policy)
two = boats.AsyncClient(hooks=hooks, retry_policy=policy)
three = boats.Client(hooks=pets.Hooks(), retry_policy=pets.RetryPolicy())
four = boats.Client(hooks=Once())  # wrong
five = boats.Client(retry_policy=hooks)  # wrong
"""
TRANSPORTS = """
from __future__ import annotations
from typing import Any, Generic, Protocol, TypeVar
from acme_clients import pets
from acme_clients.sea import boats

R = TypeVar("R", covariant=True)

class Inner(Protocol[R]):
    def send(self, request: Any, /) -> R: ...
    def close(self) -> None: ...

class Logged(Generic[R]):
    def __init__(self, inner: Inner[R]) -> None:
        self.inner = inner
        self.seen: list[str] = []

    def send(self, request: Any, /) -> R:
        self.seen.append(request.operation)
        return self.inner.send(request)

    def close(self) -> None:
        self.inner.close()

def one(url: str) -> pets.Client:
    return pets.Client(base_url=url, transport=Logged(pets.HTTPTransport()))

def two(url: str) -> boats.Client:
    return boats.Client(base_url=url, transport=Logged(boats.HTTPTransport()))

def three() -> boats.Client:
    return boats.Client(transport=Logged(pets.HTTPTransport()))  # wrong
"""


@pytest.mark.types
@pytest.mark.parametrize(("text", "code"), [(RUNTIME, SHARED), ("", STRUCTURAL), ("", TRANSPORTS)])
def test_type_checkers_take_one_class_for_both(project: Path, text: str, code: str) -> None:
    """One class of hooks or transports serves two clients under mypy and pyright strict, in any runtime."""
    configure(project, text + CLIENTS)
    run(project)
    file = project / "use.py"
    file.write_text(code, encoding="utf-8")
    for checker in (mypy_errors, pyright_errors):
        errors = checker([file], project / "src", project)
        assert sorted(line for _, line in errors) == wrong_lines(code), errors


def test_hooks_and_policies_of_another_client(project: Path) -> None:
    """Without a shared runtime, objects of one client's classes serve the other, too."""
    configure(project, CLIENTS)
    run(project)
    answers = iter((Answer({}, 503), Answer({"items": [], "total": 0})))
    with clients(project) as (pets, boats), serving(lambda asked: next(answers)) as server:
        seen: list[str] = []
        hooks = pets.Hooks(retry=lambda request, outcome, delay: seen.append(request.operation))
        policy = pets.RetryPolicy(initial_delay=0.0)
        with boats.Client(base_url=server.url, hooks=hooks, retry_policy=policy) as client:
            assert client.boats.list().items == []
        assert seen == ["GET /boats"] and len(server.asked) == 2
        with boats.Client(base_url="http://127.0.0.1:9", hooks=hooks, retry_policy=policy, max_retries=1) as client:
            with pytest.raises(boats.APIConnectionError):
                client.boats.list()
        assert len(seen) == 2


def test_one_class_of_transports_serves_both(project: Path) -> None:
    """Each client has an object of its own, which sends with that client's transport: its errors are the client's."""
    configure(project, CLIENTS)
    run(project)
    with clients(project) as (pets, boats), serving(lambda asked: Answer({"items": [], "total": 0})) as server:
        found: dict[str, Any] = {}
        exec(TRANSPORTS, found)
        with found["two"](server.url) as client:
            assert client.boats.list().items == []
            assert client._transport.seen == ["GET /boats"]
        with found["two"]("http://127.0.0.1:9").with_options(max_retries=0) as client:
            with pytest.raises(boats.APIConnectionError):
                client.boats.list()
        with found["one"]("http://127.0.0.1:9").with_options(max_retries=0) as client:
            with pytest.raises(pets.APIConnectionError):
                client.request("GET", "/pets")
