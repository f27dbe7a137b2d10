"""`fledge init`: a configuration and a package in one go, and nothing of what was there is changed."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator import pipeline
from generator.init import Asked, setup
from tests.cli.conftest import CONFIGURATION, DESCRIPTION, Project
from tests.pull.documents import gitbook, index
from tests.pull.server import Site, serve


@pytest.fixture
def bare(project: Project) -> Project:
    """A project without a configuration of ours; the description lies in `specs`."""
    (project.folder / "pyproject.toml").write_text('[project]\nname = "shop"  # mine\n')
    return project


def configuration(project: Project) -> str:
    """The configuration's text."""
    return (project.folder / "pyproject.toml").read_bytes().decode()


def test_one_go(bare: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is added at the end, the package is made, and the next run has nothing to do."""
    outcome = bare.run("init", "specs/pets.json")
    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines()[0] == "wrote pyproject.toml"
    assert outcome.out.splitlines()[1].startswith("generated 1 operation, 1 model into generated/pets: ")
    assert configuration(bare) == (
        '[project]\nname = "shop"  # mine\n\n'
        '[tool.fledge.clients.pets]\nsource = "specs/pets.json"\noutput = "generated"\n'
    )
    monkeypatch.setattr(pipeline, "load", lambda *arguments, **options: pytest.fail("the description was read"))
    assert bare.run("check").code == 0


def test_flags(bare: Project) -> None:
    """All that is asked for can be said by flags."""
    flags = ("--name", "pet-store", "--output", "src/x", "--env-prefix", "STORE", "--gitattributes")
    outcome = bare.run("init", "specs/*.json", *flags)
    assert outcome.code == 0, outcome.err
    assert tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"] == {
        "pet-store": {"source": "specs/*.json", "output": "src/x", "env_prefix": "STORE"}
    }
    assert (bare.folder / "src" / "x" / "pet_store" / "_client.py").is_file()
    assert bare.run("check").code == 0


def test_no_file_yet(bare: Project) -> None:
    """Without a pyproject.toml, one is made."""
    (bare.folder / "pyproject.toml").unlink()
    assert bare.run("init", "specs/pets.json").code == 0
    assert configuration(bare).startswith("[tool.fledge.clients.pets]\n")


@pytest.mark.parametrize("before", ["[project]\r\nname = 'x'\r\n", "[project]\nname = 'x'", CONFIGURATION])
def test_the_rest_stays(bare: Project, before: str) -> None:
    """Every byte that was there is still there, and lines end as the file's do."""
    (bare.folder / "pyproject.toml").write_bytes(before.encode())
    assert bare.run("init", "specs/pets.json", "--name", "more").code == 0
    after = configuration(bare)
    assert after.startswith(before)
    assert ("\r\n" in after) == ("\r\n" in before) and after.count("\r\n") in (0, after.count("\n"))
    assert "more" in tomllib.loads(after)["tool"]["fledge"]["clients"]


def test_the_configuration_above(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project that is configured above gets its table there, with paths relative to it."""
    monkeypatch.chdir(project.folder / "specs")
    assert project.run("init", "pets.json", "--name", "more", "--output", "../out").code == 0
    table = tomllib.loads(configuration(project))["tool"]["fledge"]["clients"]["more"]
    assert table == {"source": "specs/pets.json", "output": "out"}
    assert (project.folder / "out" / "more").is_dir()


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("before", "arguments", "text"),
    [
        (CONFIGURATION, ["specs/pets.json"], "error[init-exists]: pyproject.toml has a client `pets` already"),
        ("[tool.fledge]\nclients = {}\n", ["specs/pets.json"], "no table can be added"),
        ("[project\n", ["specs/pets.json"], "error[config-syntax]"),
        ("", ["specs/pet.json"], "error[source-missing]"),
        ("", ["specs/*.yaml"], "error[source-missing]"),
        ("", ["specs/pets.json", "--name", "a b"], "cannot be called 'a b'"),
        ("", ["specs/pets.json", "--name", "import"], "error[package-name]"),
        ("", ["specs/pets.json", "--env-prefix", "A B"], "no environment variable"),
        ("", ["specs/pets.json", "--output", ".", "--name", "taken"], "error[init-exists]: taken exists already"),
        ("", ["specs/broken.json"], "error[invalid-json]"),
        ("", ["specs/pets.json", "--site"], "specs/pets.json is no address of a site"),
        ("", ["specs/pets.json", "--header", "A: b"], "specs/pets.json is no URL"),
        ("", ["https://x.example/a.json", "--header", "Accept"], "'Accept' is no header"),
        ("", ["https://x.example/a.json", "--header", "A b: c"], "'A b' is no header"),
        ("", ["https://x.example/a.json", "--header", "A: b\nC: d"], "'A' is no header"),
        ("", ["https://x.example/a.json", "--header", "X-Api-Key: 123"], "--header 'X-Api-Key: env:NAME'"),
        ("", ["https://x.example/a.json", "--header", "A: env:FLEDGE_NOT_SET"], "error[upstream-secret]"),
        ("", [], "error[usage]: init needs a source"),
    ],
)
def test_refused(bare: Project, before: str, arguments: list[str], text: str) -> None:
    """What is there already, or wrong, is said; nothing is written then."""
    (bare.folder / "pyproject.toml").write_text(before)
    (bare.folder / "taken").mkdir()
    (bare.folder / "specs" / "broken.json").write_text("{")
    files = everything(bare.folder)
    outcome = bare.run("init", *arguments)
    assert outcome.code == 2
    assert text in outcome.err
    assert everything(bare.folder) == files


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a description, a page of something else, and nothing in the user's cache."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    site, server = serve()
    site.put("/v1/shop.json", DESCRIPTION)
    site.put("/v1/page.json", "<html>")
    yield site
    server.shutdown()
    server.server_close()


def test_url(bare: Project, web: Site) -> None:
    """A description from the web is pulled into `specs`, by its name, and can be pulled again."""
    url = f"{web.url}/v1/shop.json"
    outcome = bare.run("init", url)
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("pulled 1 operation from 1 document into specs/shop.json: 1 file added\n")
    table = tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]["shop"]
    assert table == {"source": "specs/shop.json", "upstream": url, "output": "generated"}
    assert json.loads((bare.folder / "specs" / "shop.json").read_text()) == DESCRIPTION
    assert (bare.folder / "generated" / "shop" / "_client.py").is_file()
    assert bare.run("pull").out.endswith("nothing changed\n")
    assert bare.run("check").code == 0
    again = bare.run("init", url, "--name", "other")
    assert (again.code, "specs/shop.json exists already" in again.err) == (2, True)


def test_site(bare: Project, web: Site) -> None:
    """The pages of a site go into a folder that is called like the client."""
    web.put("/llms.txt", index("/boats.md"))
    web.put("/boats.md", gitbook("/boats"))
    outcome = bare.run("init", web.url, "--site", "--name", "boats")
    assert outcome.code == 0, outcome.err
    assert tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]["boats"] == {
        "source": "specs/boats",
        "upstream": {"site": web.url},
        "output": "generated",
    }
    assert (bare.folder / "specs" / "boats" / "boats.md").is_file()
    assert bare.run("check").code == 0


HEADER = "Authorization: Bearer env:SHOP_TOKEN"


def test_headers(bare: Project, web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a server asks for comes from the environment, and no secret is written anywhere."""
    monkeypatch.setenv("SHOP_TOKEN", "s3cret")
    url = f"{web.url}/v1/shop.json"
    outcome = bare.run("init", url, "--header", HEADER, "--header", "X.Version: 2", "--env-prefix", "MINE")
    assert outcome.code == 0, outcome.err
    sent = web.asked[-1][1]
    assert (sent["Authorization"], sent["X.Version"]) == ("Bearer s3cret", "2")
    assert tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]["shop"] == {
        "source": "specs/shop.json",
        "output": "generated",
        "env_prefix": "MINE",
        "upstream": {"url": url, "headers": {"Authorization": "Bearer env:SHOP_TOKEN", "X.Version": "2"}},
    }
    assert not any(b"s3cret" in content for content in everything(bare.folder).values())
    assert bare.run("pull").out.endswith("nothing changed\n")


def test_a_server_that_asks_for_headers(bare: Project, web: Site) -> None:
    """Where the server refuses, the message says how to send what it wants."""
    web.put("/v1/shop.json", DESCRIPTION, status=401)
    outcome = bare.run("init", f"{web.url}/v1/shop.json")
    assert outcome.code == 2
    assert "answers 401" in outcome.err and "init --header" in outcome.err


def test_url_of_several_files(bare: Project, web: Site) -> None:
    """A document that refers to others gets a folder."""
    web.put("/v1/shop.json", {**DESCRIPTION, "components": {"schemas": {"X": {"$ref": "../x.yaml"}}}})
    web.put("/x.yaml", "type: string\n")
    outcome = bare.run("init", f"{web.url}/v1/shop.json")
    assert outcome.code == 0, outcome.err
    assert tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]["shop"]["source"] == "specs/shop"
    assert (bare.folder / "specs" / "shop" / "v1" / "shop.json").is_file()
    assert bare.run("check").code == 0


def test_url_from_below(bare: Project, web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The description goes beside the configuration that names it, wherever one stands."""
    monkeypatch.chdir(bare.folder / "specs")
    (bare.folder / "pyproject.toml").write_text(CONFIGURATION)
    assert bare.run("init", f"{web.url}/v1/shop.json", "--output", "../generated").code == 0
    assert (bare.folder / "specs" / "shop.json").is_file()
    outcome = bare.run("init", f"{web.url}/v1/shop.json", "--name", "more")
    assert "error[init-exists]: shop.json exists already" in outcome.err


@pytest.mark.parametrize("path", ["/v1/missing.json", "/v1/page.json", ""])
def test_url_of_something_else(bare: Project, web: Site, path: str) -> None:
    """What is no description leaves nothing behind."""
    files = everything(bare.folder)
    outcome = bare.run("init", f"{web.url}{path}", "--name", "x")
    assert (outcome.code, outcome.out) == (2, "")
    assert "error[" in outcome.err
    assert everything(bare.folder) == files


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://docs.boats.example", "boats"),
        ("https://api.boats.example/v1/openapi.json", "boats"),
        ("https://boats.example/Ship-API.v2.yaml", "ship_api"),
        ("https://127.0.0.1/x", "client"),
    ],
)
def test_names_from_urls(tmp_path: Path, url: str, name: str) -> None:
    """A URL that names no document gives the client the name of its host."""
    asked = Asked(source=url, site=None, headers=None, name=None, output=None, env_prefix=None, attributes=False)
    assert setup(asked, lambda _, default: default, here=tmp_path).client.name == name


def test_attributes(bare: Project) -> None:
    """Git knows what to fold up; lines that are there stay, and none is added twice."""
    attributes = bare.folder / ".gitattributes"
    attributes.write_bytes(b"*.png binary")
    assert bare.run("init", "specs/pets.json", "--gitattributes").code == 0
    assert attributes.read_text().startswith("*.png binary\n")
    subprocess.run(["git", "init", "-q"], cwd=bare.folder, check=True)
    paths = ["generated/pets/_runtime/client.py", "generated/pets/fledge.lock", "generated/pets/_client.py"]
    for attribute in ("linguist-generated", "gitlab-generated"):
        found = subprocess.run(
            ["git", "check-attr", attribute, *paths], cwd=bare.folder, check=True, capture_output=True, text=True
        )
        assert [line.rpartition(" ")[2] for line in found.stdout.splitlines()] == ["set", "set", "unspecified"]


def answered(bare: Project, answers: Sequence[tuple[str, str]], *arguments: str) -> None:
    """Run init on a terminal; each question, by its end, gets its answer."""
    import os
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(bare.folder)
        os.execv(sys.executable, [sys.executable, "-m", "generator", "init", *arguments])
    seen = ""
    for question, answer in answers:
        while not seen.endswith(question):
            seen += os.read(terminal, 1000).decode()
        os.write(terminal, f"{answer}\n".encode())
        seen = ""
    while True:
        try:
            seen += os.read(terminal, 1000).decode()
        except OSError:
            break
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0, seen


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_questions(bare: Project) -> None:
    """On a terminal, what no flag says is asked for; an empty answer takes the proposal."""
    answers = (("URL: ", "specs/pets.json"), ("name [pets]: ", "zoo"), ("made [generated]: ", ""))
    answered(bare, answers, "--env-prefix", "MY_ZOO")
    assert tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"] == {
        "zoo": {"source": "specs/pets.json", "output": "generated", "env_prefix": "MY_ZOO"}
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_questions_about_a_url(bare: Project, web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a URL that names no document it is asked whether it is a site, and of any which header it needs."""
    monkeypatch.setenv("SHOP_TOKEN", "s3cret")
    web.put("/llms.txt", index("/boats.md"))
    web.put("/boats.md", gitbook("/boats"))
    answered(
        bare,
        (("yes or no [no]: ", "y"), ("env:TOKEN): ", HEADER), ("made [generated]: ", "")),
        web.url,
        "--name",
        "boats",
        "--env-prefix",
        "BOATS",
    )
    answered(
        bare,
        (("env:TOKEN): ", ""), ("name [shop]: ", ""), ("made [generated]: ", ""), ("with [SHOP]: ", "")),
        f"{web.url}/v1/shop.json",
    )
    clients = tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]
    headers = {"Authorization": "Bearer env:SHOP_TOKEN"}
    assert clients["boats"]["upstream"] == {"site": web.url, "headers": headers}
    assert clients["shop"]["upstream"] == f"{web.url}/v1/shop.json"
