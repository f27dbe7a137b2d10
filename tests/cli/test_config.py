"""The configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Client, named_by_hand, read
from generator.diagnostics import Report
from generator.fault import Fault
from generator.loader.filter import Filter
from generator.model.api import PagesWanted, Signature
from generator.render import text

PAGES = "[tool.fledge.clients.pets.pagination]\n"
CLIENT = '[tool.fledge.clients.pets]\nsource = "pets.json"\noutput = "out"\n'
WEBHOOKS = CLIENT + "[tool.fledge.clients.pets.webhooks]\n"
SIGNED = WEBHOOKS + "signature = 'X-Signature: v1='\n"


def configure(folder: Path, content: str) -> tuple[Client, ...]:
    (folder / "pyproject.toml").write_text(content, encoding="utf-8")
    return read(folder)


def said(folder: Path, content: str) -> str:
    """The message about a wrong configuration."""
    with pytest.raises(Fault) as caught:
        configure(folder, content)
    report = Report()
    caught.value.tell(report)
    return text(report)


def test_defaults(tmp_path: Path) -> None:
    """A source and an output are enough."""
    assert configure(tmp_path, CLIENT) == (
        Client(name="pets", sources=("pets.json",), target=Path("out/pets"), names={}, env_prefix="PETS"),
    )


def test_the_place_of_a_misspelt_table(tmp_path: Path) -> None:
    """It is where its first table begins, and not the first key of another."""
    text = said(tmp_path, CLIENT + CLIENT.replace("clients.pets", "client.cats"))
    assert "there is no `client` in [tool.fledge]" in text and "pyproject.toml:4:1\n" in text


def test_everything(tmp_path: Path) -> None:
    """Every key has its say; a name with a dash makes a package with an underscore."""
    content = """
        [tool.fledge.clients.pet-store]
        source = ["a/*.md", "b.yaml"]
        output = "src/vendored"
        package = "store"
        env_prefix = "PET_STORE_X"
        overlays = ["fix.yaml", "more/*.yaml"]
        include = { paths = ["/v1/**"], schemas = ["Pet*"] }

        [tool.fledge.clients.pet-store.exclude]
        tags = ["internal"]
        operations = ["GET /v1/health"]
        webhooks = ["old*"]

        [tool.fledge.clients.pet-store.names]
        "tag pets" = "animals"

        [tool.fledge.clients.pet-store.pagination]
        "*" = { items = "data", offset = "start", total = "meta.total", more = "more", first = 1 }
        "GET /pets/{id}" = false
        listPets = { token = "next", parameter = "cursor", more = "more" }
        listOwners = { last = "id", parameter = "after" }
        "GET /a" = { items = "", page = "page", pages = "pages", more = "more", first = 0 }
        "GET /b" = { next_url = "links.next" }

        [tool.fledge.clients.pet-store.pagination."GET /c.json"]
        link = true

        [tool.fledge.clients.other-one]
        source = "c"
        output = "."
    """
    assert configure(tmp_path, content) == (
        Client(
            name="pet-store",
            sources=("a/*.md", "b.yaml"),
            target=Path("src/vendored/store"),
            names={"tag pets": "animals"},
            env_prefix="PET_STORE_X",
            overlays=("fix.yaml", "more/*.yaml"),
            include=Filter(paths=("/v1/**",), schemas=("Pet*",)),
            exclude=Filter(tags=("internal",), operations=("GET /v1/health",), webhooks=("old*",)),
            pagination={
                "*": PagesWanted(items="data", offset="start", total="meta.total", more="more", first=1),
                "GET /pets/{id}": PagesWanted(none=True),
                "listPets": PagesWanted(token="next", parameter="cursor", more="more"),
                "listOwners": PagesWanted(last="id", parameter="after"),
                "GET /a": PagesWanted(items="", page="page", pages="pages", more="more", first=0),
                "GET /b": PagesWanted(next_url="links.next"),
                "GET /c.json": PagesWanted(link=True),
            },
        ),
        Client(name="other-one", sources=("c",), target=Path("other_one"), names={}, env_prefix="OTHER_ONE"),
    )


def test_webhooks(tmp_path: Path) -> None:
    """How webhooks are signed: a scheme that is known, what differs from it, and where the secret is."""
    (client,) = configure(tmp_path, WEBHOOKS + "scheme = 'standard'\nid = 'x-id'\ntolerance = 60\n")
    assert client.webhooks == Signature(
        signature="webhook-signature: v1,",
        signed="{id}.{timestamp}.{body}",
        timestamp="webhook-timestamp",
        id="x-id",
        encoding="base64",
        secret="base64",
        tolerance=60,
        env="PETS_WEBHOOK_SECRET",
    )
    (client,) = configure(tmp_path, SIGNED + "algorithm = 'sha1'\nenv = 'KEY'\n")
    assert client.webhooks == Signature(signature="X-Signature: v1=", algorithm="sha1", env="KEY")


def test_from_below(tmp_path: Path) -> None:
    """The nearest file with a table for us counts, and its paths are made relative to here."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(CLIENT)
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'inner'\n")
    client = read(below)[0]
    assert (client.sources, client.target) == (("../../pets.json",), Path("../../out/pets"))


def test_not_configured(tmp_path: Path) -> None:
    """Without a configuration, the message says how to write one and how to do without."""
    with pytest.raises(Fault) as caught:
        read(tmp_path)
    assert caught.value.diagnostic.code == "not-configured"
    assert "--output" in str(caught.value.diagnostic.hint)


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("[tool.fledge.clients.pets]\nsauce = 1\n", "2:1", "did you mean `source`?"),
        ("[project]\nname='x'\n\n[tool.fledge]\nclient = 1\n", "5:1", "did you mean `clients`?"),
        ("[tool.fledge]\nclients.pets.sauce = 1\n", "2:1", "did you mean `source`?"),
        ("[tool.fledge]\n", "1:1", "configures no client"),
        ("[tool.fledge]\nclients = 1\n", "2:1", "`clients` is a table"),
        ("[tool]\nfledge = 1\n", "2:1", "`fledge` is a table"),
        ("[tool.fledge.clients]\npets = 1\n", "2:1", "`pets` is a table"),
        ("[tool.fledge.clients.pets]\noutput = '.'\n", "1:1", "lacks `source`"),
        ("[tool.fledge.clients.pets]\nsource = 'a'\n", "1:1", "lacks `output`"),
        (
            "[tool.fledge.clients.pets]\noutput = '.'\nsource = [1]\n",
            "3:1",
            "`source` is a file, folder or glob",
        ),
        (
            "[tool.fledge.clients.pets]\noutput = '.'\nsource = []\n",
            "3:1",
            "`source` is a file, folder or glob",
        ),
        (CLIENT + "package = 'a-b'\n", "4:1", "cannot be called `a-b`"),
        (CLIENT + "package = 'import'\n", "4:1", "a keyword of Python"),
        (CLIENT + "  env_prefix = 'A B'\n", "4:3", "no environment variable"),
        (CLIENT + "names = 'x'\n", "4:1", "`names` is a table"),
        (CLIENT + "[tool.fledge.clients.pets.names]\na = 1\n", "4:1", "`names` is a table"),
        (CLIENT + "[tool.fledge.clients.pets.names]\n'Pet' = 'my pet'\n", "5:1", "`my pet` cannot be a name"),
        (CLIENT + "names = {'GET /pets' = 'pets.import'}\n", "4:1", "`pets.import` cannot be a name"),
        (CLIENT + "[tool.fledge.clients.'a b']\n", "4:1", "cannot be called 'a b'"),
        (CLIENT + "pagination = 1\n", "4:1", "`pagination` is a table"),
        (CLIENT + PAGES + "a = true\n", "5:1", "`a` is false, or a table such as"),
        (CLIENT + PAGES + "'GET /a/{b}' = {}\n", "5:1", "exactly one of `token`, `last`, `page`"),
        (CLIENT + PAGES + "a = { page = 'a', offset = 'b' }\n", "5:1", "exactly one of"),
        (
            CLIENT + PAGES + "a = { page = 'a', totals = 'b' }\n",
            "5:1",
            "no `totals` in the pagination of `a` by `page`",
        ),
        (CLIENT + PAGES + "a = { page = 'a', mores = 'b' }\n", "5:1", "did you mean `more`?"),
        (CLIENT + PAGES + "a = { offset = 'a', pages = 'b' }\n", "5:1", "there are: offset, items, total, more, first"),
        (CLIENT + PAGES + "a = { token = 'a' }\n", "5:1", "a table that names the `parameter`, too"),
        (CLIENT + PAGES + "a = { link = false }\n", "5:1", "a table in which `link` is true"),
        (CLIENT + PAGES + "a = { page = 1 }\n", "5:1", "a table in which `page` is a text"),
        (CLIENT + PAGES + "a = { page = '' }\n", "5:1", "a table in which `page` is a text"),
        (CLIENT + PAGES + "a = { page = 'a', first = true }\n", "5:1", "`first` is a whole number"),
        (
            CLIENT + CLIENT.replace("pets]", "zoo]") + "package = 'pets'\n",
            "4:1",
            "both be written into out/pets",
        ),
        (CLIENT + "overlays = 'fix.yaml'\n", "4:1", "`overlays` must be a list of texts"),
        (CLIENT + "include = ['pets']\n", "4:1", "`include` is a table"),
        (CLIENT + "exclude = { tag = ['pets'] }\n", "4:1", "did you mean `tags`?"),
        (CLIENT + "[tool.fledge.clients.pets.include]\npaths = '/v1/**'\n", "5:1", "`paths` must be a list of texts"),
        (CLIENT + "testing = 1\n", "4:1", "`testing` is true or false"),
        (CLIENT + 'aiohttp = "yes"\n', "4:1", "`aiohttp` is true or false"),
        (CLIENT + "webhooks = 1\n", "4:1", "`webhooks` is a table"),
        (WEBHOOKS + "key = 'x'\n", "5:1", "there is no `key`"),
        (WEBHOOKS, "4:1", "lacks `signature`"),
        (WEBHOOKS + "scheme = 'github'\n", "5:1", '`scheme` is "standard"'),
        (WEBHOOKS + "signature = ''\n", "5:1", "`signature` is a text"),
        (WEBHOOKS + "signature = 'a b'\n", "5:1", "cannot be 'a b'"),
        (SIGNED + "algorithm = 'md5'\n", "6:1", "cannot be 'md5'"),
        (SIGNED + "encoding = 'utf-8'\n", "6:1", "cannot be 'utf-8'"),
        (SIGNED + "secret = 'whsec_MfKQ'\n", "6:1", "`secret` cannot be"),
        (SIGNED + "env = 'A B'\n", "6:1", "cannot be 'A B'"),
        (SIGNED + "signed = '{body}{time}'\n", "6:1", "cannot hold {time}"),
        (SIGNED + "signed = '{url}'\n", "6:1", "any body would be accepted"),
        (SIGNED + "signed = '{timestamp}{body}'\n", "4:1", "`timestamp` and {timestamp} in `signed` need each other"),
        (SIGNED + "timestamp = 't'\n", "6:1", "what is not signed proves nothing"),
        (SIGNED + "id = 'i'\n", "6:1", "`id` and {id} in `signed` need each other"),
        (SIGNED + "tolerance = 5\n", "6:1", "`tolerance` needs a `timestamp`"),
        (WEBHOOKS + "scheme = 'standard'\ntolerance = 0\n", "6:1", "`tolerance` is a number of seconds"),
        (WEBHOOKS + "scheme = 'standard'\ntolerance = inf\n", "6:1", "`tolerance` is a number of seconds"),
        (WEBHOOKS + "scheme = 'standard'\ntolerance = true\n", "6:1", "`tolerance` is a number of seconds"),
        ("[tool.fledge\n", "1:13", "this is not valid TOML"),
        ("a = 1\nb = = 2\n", "2:5", "this is not valid TOML"),
        ("a = '''\n", "1:8", "this is not valid TOML"),
    ],
)
def test_wrong(tmp_path: Path, content: str, place: str, message: str) -> None:
    """Whatever is wrong is said with its place."""
    shown = said(tmp_path, content)
    assert f"--> pyproject.toml:{place}\n" in shown
    assert message in shown


@pytest.mark.parametrize(
    ("source", "name"),
    [("pets.json", "pets"), ("a/My API.v2.yaml", "my_api"), ("specs/bird-x/", "bird_x"), ("./pets", "pets")],
)
def test_name_of_a_source(source: str, name: str) -> None:
    """Without a name, a package is called like its source."""
    client = named_by_hand([source], "out", None)
    assert (client.name, client.target, client.env_prefix) == (name, Path("out") / name, name.upper())


@pytest.mark.parametrize("source", ["*.md", "/", "1.json", "class.json", "漢.json"])
def test_source_without_a_name(source: str) -> None:
    """A source that no package can be called like needs one."""
    with pytest.raises(Fault) as caught:
        named_by_hand([source], "out", None)
    assert "--package" in str(caught.value.diagnostic.hint)
