"""`fledge init`: a configuration and a package in one go, and nothing of what was there is changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from fledge.workflows import load
from fledge.workflows.client_names import name_of_address, name_of_title
from tests.cli.conftest import CONFIGURATION, DESCRIPTION, Project
from tests.pull.documents import gitbook, index
from tests.pull.reference_pages import CASE_NAMES, HTML_TYPE, served
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
    monkeypatch.setattr(load, "load_spec", lambda *arguments, **options: pytest.fail("the description was read"))
    assert bare.run("generate").out.endswith(": nothing changed\n")


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


def test_other_keys(bare: Project) -> None:
    """Any key can be set, as TOML or as a plain string; a wrong one is an error, and nothing is written."""
    outcome = bare.run(
        *("init", "specs/pets.json", "--set", "testing=true", "--set", "webhooks.scheme=standard"),
        *("--set", 'names."tag pets"=animals', "--set", 'include.tags = ["pets"]'),
    )
    assert outcome.code == 0, outcome.err
    assert tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]["pets"] == {
        "source": "specs/pets.json",
        "output": "generated",
        "testing": True,
        "webhooks": {"scheme": "standard"},
        "names": {"tag pets": "animals"},
        "include": {"tags": ["pets"]},
    }
    assert (bare.package / "testing.py").is_file()
    assert "animals" in bare.run("inspect", "--short").out


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("testing", "--set takes KEY=VALUE"),
        ("testing=true\n[x]", "--set takes KEY=VALUE"),
        ("a=1\nb=2", "--set takes KEY=VALUE"),
        ("output=x", "use --output"),
        ("testng=true", "did you mean `testing`?"),
        ("testing=yes", "`testing` must be true or false"),
    ],
)
def test_wrong_keys(bare: Project, setting: str, message: str) -> None:
    """A wrong setting costs no file."""
    outcome = bare.run("init", "specs/pets.json", "--set", setting)
    assert (outcome.code, message in outcome.err) == (2, True), outcome.err
    assert configuration(bare) == '[project]\nname = "shop"  # mine\n'


def test_a_wrong_key_has_no_place_in_a_file_that_lacks_it(bare: Project) -> None:
    """What is wrong in the file itself has its line."""
    outcome = bare.run("init", "specs/pets.json", "--set", "nope=3")
    assert "there is no key `nope`" in outcome.err and "-->" not in outcome.err
    table = '[tool.fledge.clients.a]\nsource = "specs/pets.json"\noutput = "a"\nodd = 1\n'
    bare.folder.joinpath("pyproject.toml").write_text(table)
    outcome = bare.run("init", "specs/pets.json", "--name", "b", "--set", "nope=3")
    assert [line.strip() for line in outcome.err.splitlines() if "-->" in line] == ["--> pyproject.toml:4:1"]
    assert "there is no key `nope`" in outcome.err


def test_without_generating(bare: Project) -> None:
    """The configuration may come first, also of a description that cannot be generated from."""
    bare.describe({**DESCRIPTION, "paths": {"/x": {"$ref": "#/nothing"}}})
    outcome = bare.run("init", "specs/pets.json", "--no-generate")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "wrote pyproject.toml\n\nnext, generate the package:\n\nfledge generate\n"
    assert not bare.package.exists()


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


def test_a_byte_order_mark_stays(bare: Project) -> None:
    """A file that an editor of Windows wrote is read, and keeps its first bytes."""
    before = b"\xef\xbb\xbf[project]\r\nname = 'x'\r\n"
    (bare.folder / "pyproject.toml").write_bytes(before)
    assert bare.run("init", "specs/pets.json").code == 0
    assert (bare.folder / "pyproject.toml").read_bytes().startswith(before)
    assert bare.run("check").code == 0


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
        ("tool = 3\n", ["specs/pets.json"], "no table can be added"),
        ("[tool]\nfledge = 3\n", ["specs/pets.json"], "no table can be added"),
        ("[[tool.fledge]]\na = 1\n", ["specs/pets.json"], "no table can be added"),
        ("[tool.fledge]\nclients.pets = 1\n", ["specs/pets.json"], "pyproject.toml has a client `pets` already"),
        ("", ["specs/pet.json"], "error[source-missing]"),
        ("", ["specs/pets.json", "--set", "testing=true", "--set", "testing=false"], "what another --set sets, too"),
        ("", ["specs/*.yaml"], "error[source-missing]"),
        ("", ["specs/pets.json", "--name", "a b"], "cannot be called 'a b'"),
        ("", ["specs/pets.json", "--name", "import"], "error[package-name]"),
        ("", ["specs/pets.json", "--env-prefix", "A B"], "must be a prefix of letters, digits and _"),
        ("", ["specs/pets.json", "--output", ".", "--name", "taken"], "error[init-exists]: taken exists already"),
        ("", ["specs/broken.json"], "error[json-invalid]"),
        ("", ["specs/pets.json", "--site"], "specs/pets.json is not the address of a site"),
        ("", ["specs/pets.json", "--header", "A: b"], "specs/pets.json is not a URL"),
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


SHOP = {**DESCRIPTION, "info": {"title": "Shop API", "version": "1"}}


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a description, a page of something else, and nothing in the user's cache."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    site, server = serve()
    site.put("/v1/shop.json", SHOP)
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
    assert json.loads((bare.folder / "specs" / "shop.json").read_text()) == SHOP
    assert (bare.folder / "generated" / "shop" / "_client.py").is_file()
    assert bare.run("pull").out.endswith("nothing changed\n")
    assert bare.run("check").code == 0
    again = bare.run("init", url, "--name", "other")
    assert again.code == 0, again.err
    assert (bare.folder / "specs" / "other.json").is_file()


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
    assert "responds 401" in outcome.err and "init --header" in outcome.err


def test_url_of_several_files(bare: Project, web: Site) -> None:
    """A document that refers to others gets a folder."""
    web.put("/v1/shop.json", {**SHOP, "components": {"schemas": {"X": {"$ref": "../x.yaml"}}}})
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
    outcome = bare.run("init", f"{web.url}/v1/shop.json", "--output", "../other")
    assert "error[init-exists]: pyproject.toml has a client `shop` already" in outcome.err


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
        ("https://127.0.0.1/x", ""),
        ("https://raw.boats.example/main/spec3.json", "boats"),
        ("https://boats.example/my%20boats.json", "my_boats"),
        ("https://boats.example/a.json", "boats"),
    ],
)
def test_names_from_urls(url: str, name: str) -> None:
    """A URL whose file says nothing gives the client the name of its host."""
    assert name_of_address(url) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Pet Shop API", "pet_shop"),
        ("Acme REST API v2", "acme"),
        ("GitHub v3 REST API", "github"),
        ("Swagger Petstore - OpenAPI 3.0", "petstore"),
        ("The Café & Bar Service", "cafe_and_bar_service"),
        ("Bob's Boats", "bobs_boats"),
        ("FastAPI", ""),
        ("API", ""),
        ("Бот", ""),
        ("3Scale", "api_3scale"),
        ("class", "class_api"),
        ("🚀 Rocket API", "rocket"),
        ("  ", ""),
        ("One two three four five six", "one_two_three_four"),
        ("The records of the company", "records_of_company"),
        ("Search for a book in the library", "search_for_book"),
    ],
)
def test_names_from_titles(title: str, name: str) -> None:
    """A title becomes a package's name without what says that it is an API."""
    assert name_of_title(title) == name


def test_a_second_client_from_files_of_the_same_name(bare: Project) -> None:
    """Two documents called openapi.yaml are two clients, each with the name of its title."""
    for folder, title in (("a", "Pet Shop API"), ("b", "Boat Yard")):
        (bare.folder / folder).mkdir()
        text = json.dumps({**DESCRIPTION, "info": {"title": title, "version": "1"}})
        (bare.folder / folder / "openapi.yaml").write_text(text)
        outcome = bare.run("init", f"{folder}/openapi.yaml")
        assert outcome.code == 0, outcome.err
    assert [*tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]] == ["pet_shop", "boat_yard"]
    assert bare.run("check").code == 0


@pytest.mark.parametrize("name", CASE_NAMES or [""])
def test_reference_pages(bare: Project, web: Site, name: str) -> None:
    """Each viewer's page gives a client; its document's URL is the upstream, or the page that carries it."""
    if not name:
        pytest.skip("there are no sample pages")
    url, expected = served(web, name)
    outcome = bare.run("init", url)
    if not expected["documents"]:
        assert outcome.code == 2 and "nothing was written" in outcome.err
        return
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("found "), outcome.out
    (client,) = tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"].values()
    document = next(iter(expected["documents"]))
    path = client["upstream"].removeprefix(web.url)
    if "inline" in document:
        assert client["upstream"] == url
    else:
        urls = [document["url"], document.get("or", document["url"])]
        assert any(each.endswith(path) for each in urls), (path, urls)
    assert bare.run("pull").out.endswith("nothing changed\n")


@pytest.mark.parametrize(
    ("path", "upstream", "message"),
    [
        ("/docs", "/openapi.json", "found URL/openapi.json"),
        ("/", "/v3/api-docs", "found URL/v3/api-docs, which no page names"),
        ("/missing", "/.well-known/openapi.json", "found URL/.well-known/openapi.json, which no page names"),
    ],
)
def test_what_a_host_has_without_naming_it(bare: Project, web: Site, path: str, upstream: str, message: str) -> None:
    """Where a page names nothing, Fledge follows conventions, and then tries common addresses; it says which."""
    web.put("/docs", "<!doctype html><p>x", headers={**HTML_TYPE, "Link": '</openapi.json>; rel="service-desc"'})
    web.put("/", "<!doctype html><div id=root></div>", headers=HTML_TYPE)
    web.put(upstream, DESCRIPTION)
    outcome = bare.run("init", f"{web.url}{path}", "--name", "zoo")
    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines()[0] == message.replace("URL", web.url)
    assert tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]["zoo"]["upstream"] == web.url + upstream


def test_a_catalog_and_a_site(bare: Project, web: Site) -> None:
    """An API catalog (RFC 9727) and an index of pages are found from the host's address."""
    web.put("/.well-known/api-catalog", {"linkset": [{"anchor": "/", "service-desc": [{"href": "/x/api.json"}]}]})
    web.put("/x/api.json", DESCRIPTION)
    assert bare.run("init", web.url, "--name", "one").code == 0
    web.answers.clear()
    web.put("/llms.txt", index("/boats.md", title="Boat Yard Docs"))
    web.put("/boats.md", gitbook("/boats"))
    outcome = bare.run("init", f"{web.url}/guides/start")
    assert outcome.code == 2  # no page of that site is below this address
    outcome = bare.run("init", web.url)
    assert outcome.code == 0, outcome.err
    clients = tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]
    assert clients["boat_yard"]["upstream"] == {"site": web.url}


def test_next_steps_work_when_pasted(bare: Project, web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `init` prints at the end is pasted into a shell and into Python, and makes a call."""
    description = {**DESCRIPTION, "servers": [], "info": {"title": "Pet Shop", "version": "1"}}
    description["components"] = {
        **DESCRIPTION["components"],
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    }
    description["security"] = [{"token": []}]
    web.put("/openapi.json", description)
    web.put("/pets/pet_id", {"name": "Tom"})
    outcome = bare.run("init", f"{web.url}/openapi.json")
    assert outcome.code == 0, outcome.err
    _, _, steps = outcome.out.partition("next, install what the client needs:\n\n")
    shell, _, code = steps.partition("\nand call it, from Python:\n\n")
    assert shell == "pip install msgspec httpx2\n\nexport PET_SHOP_TOKEN=...\n"
    run = subprocess.run(
        ["sh", "-c", f"{shell.partition(chr(10))[2]}\nexec {sys.executable} -"],
        cwd=bare.folder,
        input=code,
        text=True,
        capture_output=True,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == "Pet(name='Tom')\n"
    assert {name.lower(): value for name, value in web.asked[-1][1].items()}["authorization"] == "Bearer ..."


@pytest.mark.parametrize(
    ("output", "line", "path"),
    [
        ("generated", "from generated.pets import Client", ""),
        ("src/shop/api", "from shop.api.pets import Client", "export PYTHONPATH=src"),
        ("my-apis/gen", "from gen.pets import Client", "export PYTHONPATH=my-apis"),
        ("my apis/gen", "from gen.pets import Client", "export PYTHONPATH='my apis'"),
        (".", "from pets import Client", ""),
    ],
)
def test_the_import_is_true_for_its_place(bare: Project, output: str, line: str, path: str) -> None:
    """The printed import works in the project's folder, with the path that is printed."""
    (bare.folder / "uv.lock").touch()
    outcome = bare.run("init", "specs/pets.json", "--output", output)
    assert outcome.code == 0, outcome.err
    lines = outcome.out.splitlines()
    assert line in lines and "uv add msgspec httpx2" in lines and path in [*lines, ""]
    commands = f'{path}:"$OLD"; exec "$0" -c "$1"' if path else 'exec "$0" -c "$1"'
    environment = {**os.environ, "OLD": os.environ.get("PYTHONPATH", "")}
    subprocess.run(["sh", "-c", commands, sys.executable, line], cwd=bare.folder, env=environment, check=True)


def test_the_first_generate_says_what_to_do_next(project: Project) -> None:
    """So does the first `generate` of a client, and no later one."""
    assert "from generated.pets import Client" in project.run("generate").out
    assert "import" not in project.run("generate", "--force").out


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


def answered(bare: Project, answers: Sequence[tuple[str, str]], *arguments: str) -> str:
    """Run init on a terminal; each question, by its end, gets its answer. Return what was shown."""
    import pty
    import select

    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(bare.folder)
        os.execv(sys.executable, [sys.executable, "-m", "fledge", "init", *arguments])
    shown = seen = ""

    def read() -> str:
        if not select.select([terminal], [], [], 60)[0]:
            os.kill(pid, 9)
            pytest.fail(f"nothing is asked any more after {shown!r}")
        return os.read(terminal, 1000).decode()

    for question, answer in answers:
        while not seen.endswith(question):
            try:
                seen += (part := read())
            except OSError:
                pytest.fail(f"{question!r} is not asked: {shown + seen!r}")
            shown += part
        os.write(terminal, f"{answer}\n".encode())
        seen = ""
    while True:
        try:
            shown += read()
        except OSError:
            break
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0, shown
    return shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_questions(bare: Project) -> None:
    """On a terminal, what no flag says is asked for; an empty answer takes the proposal."""
    answers = (("URL: ", "specs/pets.json"), ("name [pets]: ", "zoo"), ("package's folder [generated]: ", ""))
    answered(bare, answers, "--env-prefix", "MY_ZOO")
    assert tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"] == {
        "zoo": {"source": "specs/pets.json", "output": "generated", "env_prefix": "MY_ZOO"}
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_wrong_answer_is_asked_for_again(bare: Project) -> None:
    """A wrong answer says what is wrong and asks again; the others are kept."""
    (bare.folder / "taken" / "zoo").mkdir(parents=True)
    (bare.folder / "taken" / "fledge.lock").touch()
    (bare.folder / "old" / "zoo").mkdir(parents=True)
    answers = (
        ("URL: ", ""),
        ("URL: ", "specs/pet.json"),
        ("URL: ", "specs/pets.json"),
        ("name [pets]: ", "a b"),
        ("name [pets]: ", "import"),
        ("name [pets]: ", "zoo"),
        ("package's folder [generated]: ", "old"),
        ("package's folder [generated]: ", "taken"),
        ("package's folder [generated]: ", "~/clients"),
        ("package's folder [generated]: ", "specs/pets.json"),
        ("package's folder [generated]: ", ""),
        ("variables [ZOO]: ", "1 2"),
        ("variables [ZOO]: ", ""),
    )
    shown = answered(bare, answers)
    for text in (
        "a description is needed",
        "there is no file or folder specs/pet.json",
        "cannot be called 'a b'",
        "old/zoo exists already",
        "taken/zoo would be inside of taken",
        "Fledge does not expand `~`",
        "specs/pets.json is a file",
    ):
        assert text in shown
    assert [*tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]] == ["zoo"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_questions_about_a_url(bare: Project, web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked that Fledge sees by looking: whether it is a site, or needs no header."""
    web.put("/llms.txt", index("/boats.md"))
    web.put("/boats.md", gitbook("/boats"))
    answered(bare, (("package's folder [generated]: ", ""),), web.url, "--name", "boats", "--env-prefix", "BOATS")
    answered(
        bare,
        (("name [shop]: ", ""), ("package's folder [generated]: ", ""), ("variables [SHOP]: ", "")),
        f"{web.url}/v1/shop.json",
    )
    clients = tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]
    assert clients["boats"]["upstream"] == {"site": web.url}
    assert clients["shop"]["upstream"] == f"{web.url}/v1/shop.json"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_questions_where_there_is_a_choice(bare: Project, web: Site) -> None:
    """Of several documents one is chosen, the one that the page shows by default."""
    if "springdoc-groups" not in CASE_NAMES:
        pytest.skip("there are no sample pages")
    url, _ = served(web, "springdoc-groups")
    flags = ("--name", "boats", "--output", "x", "--env-prefix", "B")
    answered(bare, (("(1 Orders, 2 Admin) [1]: ", "3"), ("(1 Orders, 2 Admin) [1]: ", "admin")), url, *flags)
    client = tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]["boats"]
    assert client["upstream"].endswith("/v3/api-docs/admin")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_guess_that_is_declined(bare: Project, web: Site) -> None:
    """Another description may be named then; the reply `no` ends nothing."""
    web.put("/openapi.json", SHOP)
    answers = (("URL: ", f"{web.url}/x"), ("yes or no [yes]: ", "no"), ("URL: ", "specs/pets.json"))
    shown = answered(bare, answers, "--name", "zoo", "--output", "x", "--env-prefix", "Z")
    assert "names no other description" in shown
    assert tomllib.loads(configuration(bare))["tool"]["fledge"]["clients"]["zoo"]["source"] == "specs/pets.json"


def test_a_description_with_errors_leaves_nothing(bare: Project, web: Site) -> None:
    """There is nothing yet that it could be worse than: its errors are shown, and no folder is made for it."""
    (bare.folder / "specs").rename(bare.folder / "elsewhere")
    web.put("/v1/shop.json", json.dumps(SHOP)[:90])
    files = everything(bare.folder)
    outcome = bare.run("init", f"{web.url}/v1/shop.json", "--name", "shop")
    assert outcome.code == 2 and "error[json-invalid]" in outcome.err
    assert "error[upstream-unreadable]: the description at" in outcome.err and "worse" not in outcome.err
    assert everything(bare.folder) == files and not (bare.folder / "specs").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_folder_in_which_the_name_clashes(bare: Project) -> None:
    """A name that a module has is asked about at the folder, where it matters; the other answers are kept."""
    questions = (("[pets]: ", "json"), ("[generated]: ", "."), ("[generated]: ", "x"), ("[JSON]: ", ""))
    printed = answered(bare, questions, "specs/pets.json")
    assert "the package cannot be called `json`: Python's standard library has a module `json`" in printed
    assert (bare.folder / "x" / "json" / "fledge.lock").is_file()


def test_folders_that_are_no_packages(bare: Project) -> None:
    """In a package of the user's, a folder without `__init__.py` would keep the client out of a wheel: it is said."""
    (bare.folder / "src" / "shop").mkdir(parents=True)
    (bare.folder / "src" / "shop" / "__init__.py").touch()
    outcome = bare.run("init", "specs/pets.json", "--output", "src/shop/clients/http")
    expected = "src/shop/clients/__init__.py src/shop/clients/http/__init__.py"
    assert f"# to build a wheel of your project with it: touch {expected}\n" in outcome.out
    assert "to build a wheel" not in bare.run("init", "specs/pets.json", "--name", "b").out
