"""What a new user meets: inputs that are not what they seem, projects of each kind, screens, and steps to paste."""

from __future__ import annotations

import copy
import gzip
import io
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fledge.cli.output import use_color
from tests.cli.conftest import DESCRIPTION, Project
from tests.pull.server import Answer, Site, serve

HTML_TYPE = {"Content-Type": "text/html"}


@pytest.fixture
def bare(project: Project) -> Project:
    """A project without a configuration; the description lies in `specs`."""
    (project.folder / "pyproject.toml").unlink()
    return project


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An empty site, and nothing in the user's cache."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    site, server = serve()
    yield site
    server.shutdown()
    server.server_close()


def described(title: str = "Pets", **info: str) -> dict[str, Any]:
    return {**DESCRIPTION, "info": {"title": title, "version": "1", **info}}


# --- what is no description


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("specs/pet.json", "Did you mean specs/pets.json?"),
        ("api.example.com/openapi.json", "https://api.example.com/openapi.json"),
        ("www.example.com", "https://www.example.com"),
        ("localhost:8000/docs", "http://localhost:8000/docs"),
        ("127.0.0.1:8000/docs", "http://127.0.0.1:8000/docs"),
        ("ftp://example.com/a.json", "Fledge fetches http:// and https://"),
        ("https:/example.com/a.json", "Fledge fetches http:// and https://"),
        ("file:///home/me/my%20pets.json", "Name the file itself: /home/me/my pets.json"),
        ("-", "fledge generate - --output DIR --package NAME"),
        ("openapi.yaml", "Names are relative to"),
    ],
)
def test_a_source_that_is_no_file(bare: Project, source: str, hint: str) -> None:
    """The hint says what may have been meant: another file, or a URL without its scheme."""
    outcome = bare.run("init", source)
    assert outcome.code == 2 and hint in outcome.err, outcome.err


def test_the_address_of_a_file(project: Project) -> None:
    """Browsers show it; each command says which file it is."""
    for arguments in (("validate",), ("generate", "-o", "x"), ("diff", "specs/pets.json")):
        outcome = project.run(*arguments, "file:///home/me/pets.json")
        assert outcome.code == 2 and "Name the file itself: /home/me/pets.json" in outcome.err, outcome.err


@pytest.mark.parametrize(
    "url", ["http://[::1", "https://", "http://host:port/x", "https:///openapi.json", "http://host/a b"]
)
def test_a_url_that_is_none(project: Project, url: str) -> None:
    """Each way to name a URL says that this is none."""
    for arguments in (("init", url), ("validate", url), ("generate", url, "-o", "x"), ("diff", url, "specs/pets.json")):
        outcome = project.run(*arguments)
        assert (outcome.code, "is not a URL" in outcome.err) == (2, True), (arguments, outcome.err)
    table = f'[tool.fledge.clients.pets]\nsource = "a.json"\noutput = "x"\nupstream = "{url}"\n'
    (project.folder / "pyproject.toml").write_text(table)
    assert "error[config-value]" in project.run("pull").err


def test_a_url_with_a_password(project: Project) -> None:
    """No message repeats the password, and the hint says how to send it."""
    for arguments in (("init",), ("validate",), ("generate", "-o", "x")):
        outcome = project.run(*arguments, "http://me:pass@127.0.0.1:9/a.json")
        assert outcome.code == 2 and "has a user or a password" in outcome.err, outcome.err
        assert "--header 'Authorization: Basic env:USER:env:PASSWORD'" in outcome.err and "pass@" not in outcome.err


def zipped() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("openapi.json", json.dumps(DESCRIPTION))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (zipped(), "a ZIP archive"),
        (gzip.compress(json.dumps(DESCRIPTION).encode()), "compressed by gzip"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"\xff\xfe{\0", "UTF-16"),
        (b"\x80\x81", "not UTF-8"),
    ],
)
def test_files_that_are_no_text(bare: Project, web: Site, content: bytes, kind: str) -> None:
    """An archive or a document of another kind is called what it is, on disk and on the web."""
    (bare.folder / "api.bin").write_bytes(content)
    outcome = bare.run("init", "api.bin")
    assert outcome.code == 2 and kind in outcome.err, outcome.err
    web.answers["/api.json"] = Answer(body=content)
    outcome = bare.run("init", f"{web.url}/api.json")
    assert outcome.code == 2 and (kind in outcome.err or "not UTF-8" in outcome.err), outcome.err
    assert "check the address" in outcome.err and "network" not in outcome.err


def test_an_empty_name(bare: Project) -> None:
    """It is no file, and not the working directory."""
    for arguments in (("generate", "", "-o", "x"), ("check", "", "-o", "x"), ("validate", ""), ("diff", "", "specs")):
        outcome = bare.run(*arguments)
        assert outcome.code == 2 and "'' is not the name of a file" in outcome.err, outcome.err
    assert "a description is needed" in bare.run("init", "").err


def test_a_folder_with_packages(bare: Project) -> None:
    """What Fledge wrote is no source: the pages of a package describe its calls."""
    assert bare.run("init", "specs/pets.json").code == 0
    outcome = bare.run("validate", ".")
    assert outcome.code == 0 and "generated" not in outcome.err, outcome.err


def test_nothing_in_it(bare: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty file, and an empty standard input, are empty; more is not said."""
    (bare.folder / "empty.yaml").write_text(" \n")
    assert "empty.yaml is empty." in bare.run("validate", "empty.yaml").err
    with (bare.folder / "empty.yaml").open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        outcome = bare.run("validate", "-")
    assert "Standard input is empty." in outcome.err and "1 error\n" in outcome.err


def test_the_other_documents_of_a_page_are_named(bare: Project, web: Site) -> None:
    """Of several documents the page's own choice is used; the others are named, whatever the command."""
    web.put(
        "/docs", "<script>SwaggerUIBundle({urls: [{url: '/a', name: 'Orders'}, {url: '/b', name: 'Admin'}]})</script>"
    )
    web.answers["/docs"] = Answer(
        body=f"<!doctype html><div id=swagger-ui></div>{web.answer('/docs').body!s}", headers=HTML_TYPE
    )
    web.put("/a", described("Orders"))
    web.put("/b", described("Admin"))
    outcome = bare.run("init", f"{web.url}/docs")
    assert outcome.code == 0, outcome.err
    assert f"not used: Admin ({web.url}/b); to use another one, name its address\n" in outcome.out
    assert f"The others: {web.url}/b (Admin)" in bare.run("validate", f"{web.url}/docs").err


# --- words that are misspelt


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (("check", "--format", "sarfi"), "did you mean `sarif`?"),
        (("diff", "--format", "htlm"), "did you mean `html`?"),
        (("generate", "--color", "alwys"), "did you mean `always`?"),
        (("completion", "bsh"), "did you mean `bash`"),
        (("--verson",), "did you mean `--version`?"),
        (("--verson", "generate"), "did you mean `--version`?"),
        (("check", "specs/pets.json"), "specs/pets.json --output DIR"),
        (("pull", "specs/pets.json"), "fledge init specs/pets.json"),
        (("validate", "pets", "specs/pets.json"), "clients and sources are two runs"),
    ],
)
def test_misspelt_values(project: Project, arguments: tuple[str, ...], suggestion: str) -> None:
    """A value of an option leads to the one that was meant, and a source to the way to name one."""
    outcome = project.run(*arguments)
    assert outcome.code == 2 and suggestion in outcome.err, outcome.err


def test_one_mistake_is_one_message(project: Project) -> None:
    """A client whose name is none is not told a second time as a package."""
    (project.folder / "pyproject.toml").write_text(
        '[tool.fledge.clients."a b"]\nsource = "specs/pets.json"\noutput = "generated"\n'
    )
    outcome = project.run("generate")
    assert "a client cannot be called 'a b'" in outcome.err and "1 error\n" in outcome.err


def test_standard_input_has_no_name(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package from standard input needs a name; nothing is read before that is said."""
    outcome = project.run("generate", "-", "-o", "out")
    assert outcome.code == 2 and "add one: --package NAME" in outcome.err


def test_a_client_that_exists(project: Project) -> None:
    """A second `init` of the same description says how to update the client."""
    outcome = project.run("init", "specs/pets.json")
    assert "for a second client, choose another --name; to update this one: fledge generate pets" in outcome.err


# --- projects


@pytest.mark.parametrize(
    ("files", "install", "call"),
    [
        ({}, "pip install msgspec httpx2", "and call it, from Python:"),
        ({"uv.lock": ""}, "uv add msgspec httpx2", "and call it, from Python (uv run python):"),
        ({"poetry.lock": ""}, "poetry add msgspec httpx2", "and call it, from Python (poetry run python):"),
        (
            {"pyproject.toml": '[build-system]\nbuild-backend = "poetry.core.masonry.api"\n'},
            "poetry add msgspec httpx2",
            "and call it, from Python (poetry run python):",
        ),
        ({"pyproject.toml": "[tool.pdm]\n"}, "pdm add msgspec httpx2", "and call it, from Python (pdm run python):"),
        (
            {"pyproject.toml": '[tool.uv.workspace]\nmembers = ["a"]\n', "a/pyproject.toml": ""},
            "uv add msgspec httpx2",
            "and call it, from Python (uv run python):",
        ),
    ],
)
def test_what_manages_the_project(
    bare: Project, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], install: str, call: str
) -> None:
    """The next steps are those of uv, Poetry or PDM where one of them has the project, or the workspace."""
    for name, text in files.items():
        (bare.folder / name).parent.mkdir(exist_ok=True)
        (bare.folder / name).write_text(text)
    (bare.folder / ".git").mkdir()
    if "a/pyproject.toml" in files:
        monkeypatch.chdir(bare.folder / "a")
    lines = bare.run("init", str(bare.folder / "specs" / "pets.json")).out.splitlines()
    assert install in lines and call in lines, lines


def test_a_src_layout(bare: Project) -> None:
    """A client goes into the only package of `src`, so that the project's wheel has it; otherwise into `generated`."""
    (bare.folder / "src" / "shop").mkdir(parents=True)
    (bare.folder / "src" / "shop" / "__init__.py").touch()
    outcome = bare.run("init", "specs/pets.json")
    assert outcome.code == 0, outcome.err
    assert "into src/shop/pets: " in outcome.out and "from shop.pets import Client" in outcome.out
    (bare.folder / "src" / "other").mkdir()
    (bare.folder / "src" / "other" / "__init__.py").touch()
    assert "into generated/more: " in bare.run("init", "specs/pets.json", "--name", "more").out


SETUPTOOLS = '[project]\nname = "my-shop"\n[build-system]\nbuild-backend = "setuptools.build_meta"\n'


@pytest.mark.parametrize(
    ("files", "folder", "package"),
    [
        ({"pyproject.toml": SETUPTOOLS, "my_shop/__init__.py": "", "tests/__init__.py": ""}, "my_shop", "my_shop"),
        ({"pyproject.toml": "[tool.poetry]\nname = 'shop'\n", "shop/__init__.py": ""}, "shop", "shop"),
        ({"setup.py": "", "shop/__init__.py": "", "docs/__init__.py": ""}, "shop", "shop"),
        (
            {"pyproject.toml": SETUPTOOLS, "src/a/__init__.py": "", "src/my_shop/__init__.py": ""},
            "src/my_shop",
            "my_shop",
        ),
        ({"pyproject.toml": SETUPTOOLS, "src/acme/shop/__init__.py": ""}, "src/acme/shop", "acme.shop"),
        ({"pyproject.toml": SETUPTOOLS, "python/shop/__init__.py": ""}, "python/shop", "shop"),
        ({"pyproject.toml": SETUPTOOLS, "a/__init__.py": "", "b/__init__.py": ""}, "generated", "generated"),
        ({"pyproject.toml": "[project]\nname = 'shop'\n", "shop/__init__.py": ""}, "generated", "generated"),
        ({"manage.py": "", "shop/__init__.py": ""}, "generated", "generated"),
    ],
)
def test_a_client_goes_into_the_package_that_is_built(
    bare: Project, files: dict[str, str], folder: str, package: str
) -> None:
    """Beside it, the client would not be in the project's wheel; an application that nobody builds has `generated`."""
    for name, text in files.items():
        (bare.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (bare.folder / name).write_text(text)
    outcome = bare.run("init", "specs/pets.json")
    assert outcome.code == 0, outcome.err
    assert f"into {folder}/pets: " in outcome.out and f"from {package}.pets import Client" in outcome.out


@pytest.mark.parametrize(
    ("more", "folder"),
    [("", "api-specs"), ('[tool.setuptools]\npackages = ["my_shop"]\n', "specs")],
    ids=["found", "configured"],
)
def test_setuptools_still_builds_the_project(bare: Project, web: Site, more: str, folder: str) -> None:
    """Unless it is configured, setuptools takes a folder `specs` for a second package, and refuses to build."""
    (bare.folder / "specs").rename(bare.folder / "docs")
    (bare.folder / "pyproject.toml").write_text(SETUPTOOLS + more)
    (bare.folder / "my_shop").mkdir()
    (bare.folder / "my_shop" / "__init__.py").touch()
    web.put("/openapi.json", described("Boats API"))
    outcome = bare.run("init", f"{web.url}/openapi.json")
    assert f"into {folder}/boats.json: " in outcome.out and "into my_shop/boats: " in outcome.out, outcome.err


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"info": {"_postman_id": "x", "name": "P"}, "item": []}', "a Postman collection"),
        ("asyncapi: 3.0.0\ninfo: {title: x}\n", "an AsyncAPI description"),
        ('{"log": {"version": "1.2", "entries": []}}', "an HTTP archive (HAR)"),
        ('{"data": {"__schema": {}}}', "a GraphQL schema"),
        ('<?xml version="1.0"?><wsdl:definitions/>', "a WSDL description"),
        ("#%RAML 1.0\ntitle: x\n", "a RAML description"),
    ],
)
def test_other_formats_are_called_by_their_names(bare: Project, web: Site, text: str, kind: str) -> None:
    """On disk and on the web, with what to do."""
    (bare.folder / "api.txt").write_text(text)
    web.put("/api.txt", text)
    for source in ("api.txt", f"{web.url}/api.txt"):
        outcome = bare.run("init", source)
        assert outcome.code == 2 and kind in outcome.err and "convert it to OpenAPI" in outcome.err, outcome.err


def test_a_folder_of_a_project(bare: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below a project's pyproject.toml, no second one is made; above the repository, none is looked for."""
    (bare.folder / "pyproject.toml").write_text('[project]\nname = "shop"\n')
    monkeypatch.chdir(bare.folder / "specs")
    outcome = bare.run("init", "pets.json", "--output", "../generated")
    assert outcome.code == 0, outcome.err
    clients = tomllib.loads((bare.folder / "pyproject.toml").read_text())["tool"]["fledge"]["clients"]
    assert clients == {"pets": {"source": "specs/pets.json", "output": "generated"}}
    inner = bare.folder / "inner"
    (inner / ".git").mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert bare.run("generate").code == 0
    (bare.folder / "pyproject.toml").write_text('[project]\nname = "shop"\n')
    assert bare.run("init", "../specs/pets.json").code == 0
    assert (inner / "pyproject.toml").is_file()


def test_a_folder_with_copies_and_versions(bare: Project) -> None:
    """Which descriptions of a folder became one client is said, and which folders nobody looked into."""
    api = bare.folder / "api"
    files = {
        "openapi.json": described("Pet Shop API"),
        "openapi copy.json": described("Pet Shop API"),
        "v2/openapi.json": {**described("Pet Shop API", version="2"), "servers": [{"url": "https://pets.example/v2"}]},
        "node_modules/x/openapi.json": described("Other"),
    }
    for name, content in files.items():
        (api / name).parent.mkdir(parents=True, exist_ok=True)
        (api / name).write_text(json.dumps(content))
    outcome = bare.run("init", "api")
    assert outcome.code == 0, outcome.err
    assert (
        "note[sources-merged]: Fledge reads 3 descriptions as one API:\n"
        "  api/openapi copy.json: Pet Shop API 1, at https://pets.example\n"
        "  api/openapi.json: the same as api/openapi copy.json\n"
        "  api/v2/openapi.json: Pet Shop API 2, at https://pets.example/v2\n"
    ) in outcome.err
    assert "does not look into installed dependencies in api: api/node_modules" in bare.run("validate", "api").err
    assert "sources-merged" not in bare.run("validate", "api/openapi.json", "api/v2/openapi.json").err


@pytest.mark.parametrize("count", [2, 20])
@pytest.mark.parametrize("command", ["generate", "init", "validate", "inspect"])
def test_each_file_of_a_folder_is_named(bare: Project, command: str, count: int) -> None:
    """However many files of however many kinds Fledge skips, the output has the name of each."""
    pages = {
        "mention": "# X\n\nOur OpenAPI.\n",
        "outside": "# X\n\nopenapi: 3.0.3\n",
        "python": '```python\na = {"openapi": "3.0.3"}\n```\n',
        "broken": '# X\n\n## Y\n\nProse.\n\n```\n{"openapi":"3.0.3","paths":{\n```\n',
        "named": "---\nopenapi: gone.yaml get /x\n---\n",
        "packed": "---\napi: eJztWV9v2zYQ\n---\n",
        "rendered": "GET /x\n",
        "prose": "Hello.\n",
    }
    folder = bare.folder / "docs"
    folder.mkdir()
    for index in range(count):
        for kind, text in pages.items():
            (folder / f"{kind}{index}.md").write_text(text)
        (folder / f"page{index}.html").write_text("<html><p>Hello</p></html>")
        (folder / f"data{index}.json").write_text("{}")
        (folder / f"old{index}.rst").write_text("")
        (folder / f".hidden{index}").write_text("")
    (folder / "good.json").write_text(json.dumps(DESCRIPTION))
    err = bare.run(command, "docs", *(["--output", "generated"] if command == "generate" else [])).err
    skipped = [path.name for path in folder.iterdir() if path.name != "good.json"]
    assert [name for name in skipped if not re.search(rf"/{re.escape(name)}\b", err)] == []


# --- screens


def with_many_mistakes() -> dict[str, Any]:
    """A description with more than 1,000 mistakes of eleven kinds."""
    document = copy.deepcopy(DESCRIPTION)
    schemas, paths = document["components"]["schemas"], document["paths"]
    for index in range(100):
        schemas[f"A{index}"] = {"properties": {"x": {"$ref": f"#/components/schemas/None{index}"}, 'a"b': {}}}
        schemas[f"B{index}"] = {"allOf": [{"type": "string"}, {"type": "integer"}]}
        schemas[f"C{index}"] = {"$ref": f"#/components/schemas/C{index}"}
        schemas[f"D{index}"] = {"type": "strang"}
        style = {"name": "f", "in": "header", "style": "form", "schema": {"type": "string"}}
        unused = {"name": "v", "in": "path", "required": True, "schema": {"type": "string"}}
        response = {"200": {"description": "", "content": {"application/json": {"schema": {"type": "flot"}}}}}
        paths[f"/e{index}"] = {"get": {"parametrs": [], "parameters": [style, unused], "responses": response}}
        paths[f"/f{index}"] = {"get": {"responses": {"200": {}}, "tags": "x"}}
    return document


def test_a_thousand_warnings_are_a_screen(bare: Project) -> None:
    """Of many warnings of many kinds, a run shows each kind with its first places: 30 lines, and how to see all."""
    bare.describe(with_many_mistakes())
    outcome = bare.run("init", "specs/pets.json")
    assert outcome.code == 0, outcome.err
    *lines, last = outcome.err.splitlines()
    assert int(last.split()[0]) >= 1000 and last.endswith("`fledge validate pets --verbose` shows all"), last
    assert len(lines) < 30 and max(map(len, lines)) <= 100
    assert any(line.startswith("warning[allof-conflict]: ") and line.endswith(" (100 like this)") for line in lines)
    assert any(line.startswith("  --> specs/pets.json:") and line.endswith(", and 97 more") for line in lines)
    assert len(bare.run("validate", "--verbose").err.splitlines()) > 3000
    assert "\n  = at /" not in outcome.err and " | " not in outcome.err
    assert " | " in bare.run("validate").err


def test_a_dumb_terminal_has_no_colors(monkeypatch: pytest.MonkeyPatch) -> None:
    """TERM=dumb says that escape sequences would be shown as text."""
    monkeypatch.setattr("sys.stderr", type("Terminal", (), {"isatty": lambda self: True})())
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for term, has_color in (("xterm", True), ("dumb", False)):
        monkeypatch.setenv("TERM", term)
        assert use_color("auto") is has_color


def test_shells_complete_clients_and_codes(project: Project, tmp_path: Path) -> None:
    """Names that only the configuration or Fledge's tables have."""
    for line, expected in (
        ("fledge generate p", "pets"),
        ("fledge diff --client ", "pets"),
        ("fledge rules operation-rem", "operation-removed"),
    ):
        environment = {
            **os.environ,
            "_ARGCOMPLETE": "1",
            "COMP_LINE": line,
            "COMP_POINT": str(len(line)),
            "_ARGCOMPLETE_STDOUT_FILENAME": str(tmp_path / "out"),
            "_ARGCOMPLETE_IFS": "\n",
        }
        subprocess.run([sys.executable, "-m", "fledge"], env=environment, cwd=project.folder, check=True)
        assert expected in (tmp_path / "out").read_text().split()


# --- the printed steps, literally


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["plain", "src", "uv"])
def test_the_printed_steps_in_a_fresh_environment(bare: Project, web: Site, kind: str) -> None:
    """Everything below `next` is pasted: into a shell with an environment that has nothing, and into its Python."""
    described_here = {**described("Pet Shop"), "servers": [{"url": "/v1"}], "security": [{"token": []}]}
    described_here["components"] = {
        **DESCRIPTION["components"],
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    }
    web.put("/openapi.json", described_here)
    web.put("/v1/pets/pet_id", {"name": "Tom"})
    programs = bare.folder / "venv" / "bin"
    if kind == "uv":
        if subprocess.run(["sh", "-c", "command -v uv"], capture_output=True).returncode:
            pytest.skip("uv is not on this machine")
        (bare.folder / "pyproject.toml").write_text(
            '[project]\nname = "shop"\nversion = "1"\nrequires-python = ">=3.11"\n'
        )
        (bare.folder / "uv.lock").write_text('version = 1\nrequires-python = ">=3.11"\n')
    else:
        subprocess.run([sys.executable, "-m", "venv", str(bare.folder / "venv")], check=True)
    if kind == "src":
        (bare.folder / "src" / "shop").mkdir(parents=True)
        (bare.folder / "src" / "shop" / "__init__.py").touch()
    outcome = bare.run("init", f"{web.url}/openapi.json")
    assert outcome.code == 0, outcome.err
    _, _, steps = outcome.out.partition("next, install what the client needs:\n\n")
    shell, _, rest = steps.partition("\nand call it, from Python")
    python, _, code = rest.partition(":\n\n")
    command = python.strip(" ()") or "python"
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    for name in ("VIRTUAL_ENV", "PYTHONPATH"):
        environment.pop(name, None)
    done = subprocess.run(
        ["sh", "-ec", f"{shell}\n{command} - <<'END'\n{code}\nEND"],
        cwd=bare.folder,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("Pet(name='Tom')\n"), done.stdout
