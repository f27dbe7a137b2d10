"""Reading `[tool.fledge]`: values, defaults, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from fledge.config.client import ClientConfig, client_from_arguments
from fledge.config.filters import Filter
from fledge.config.pagination import PaginationConfig
from fledge.config.pyproject import read_config
from fledge.config.webhooks import WebhookSignatureConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.render import render_text

PAGES = "[tool.fledge.clients.pets.pagination]\n"
CLIENT = '[tool.fledge.clients.pets]\nsource = "pets.json"\noutput = "out"\n'
SECURITY = CLIENT + "[tool.fledge.clients.pets.security]\n"
WEBHOOKS = CLIENT + "[tool.fledge.clients.pets.webhooks]\n"
SIGNED = WEBHOOKS + "signature_header = 'X-Signature: v1='\n"


def configure(folder: Path, content: str) -> tuple[ClientConfig, ...]:
    (folder / "pyproject.toml").write_text(content, encoding="utf-8")
    return read_config(folder)


def fault_text(folder: Path, content: str) -> str:
    """What a user reads about a configuration that is wrong."""
    with pytest.raises(DiagnosticError) as caught:
        configure(folder, content)
    report = DiagnosticCollector()
    caught.value.add_to(report)
    return render_text(report)


def test_source_and_output_are_enough(tmp_path: Path) -> None:
    """A source and an output are enough."""
    assert configure(tmp_path, CLIENT) == (
        ClientConfig(name="pets", sources=("pets.json",), package_dir=Path("out/pets"), names={}, env_prefix="PETS"),
    )


def test_a_configuration_that_is_not_utf_8(tmp_path: Path) -> None:
    """No value is read with other characters than it has; the byte is shown where it stands."""
    (tmp_path / "pyproject.toml").write_bytes(CLIENT.encode() + b"env_prefix = 'A'  # Caf\xe9\n")
    with pytest.raises(DiagnosticError) as caught:
        read_config(tmp_path)
    report = DiagnosticCollector()
    caught.value.add_to(report)
    text = render_text(report)
    assert "error[config-syntax]: this is not UTF-8 text" in text and "pyproject.toml:4:24\n" in text


@pytest.mark.parametrize("sign", ["\u2028", "\x85"])
def test_only_a_line_feed_ends_a_line(tmp_path: Path, sign: str) -> None:
    """What Unicode calls a line's end, and TOML does not, moves no location."""
    text = fault_text(tmp_path, f"[project]\ndescription = 'a{sign}b'\n{CLIENT}nope = 1\n")
    assert "pyproject.toml:6:1\n" in text
    text = fault_text(tmp_path, f"[project]\ndescription = 'a{sign}b'\n{CLIENT}nope = \n")
    assert "pyproject.toml:6:8\n" in text


@pytest.mark.parametrize("line", ['output = "a\\u0000b"', 'overlays = ["a\\u0000b"]', 'package = "\\u0000"'])
def test_a_nul_in_a_value(tmp_path: Path, line: str) -> None:
    """A path or name with a NUL, which no system has, is a wrong value."""
    text = fault_text(tmp_path, CLIENT.replace('output = "out"\n', "") + f"{line}\n")
    assert "error[config-value]" in text and "pyproject.toml:3:1\n" in text


def test_misspelt_table_is_reported_at_its_first_line(tmp_path: Path) -> None:
    """It is where its first table begins, and not the first key of another."""
    text = fault_text(tmp_path, CLIENT + CLIENT.replace("clients.pets", "client.cats"))
    assert "there is no key `client` in [tool.fledge]" in text and "pyproject.toml:4:1\n" in text


def test_every_key_is_read(tmp_path: Path) -> None:
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
        ClientConfig(
            name="pet-store",
            sources=("a/*.md", "b.yaml"),
            package_dir=Path("src/vendored/store"),
            names={"tag pets": "animals"},
            env_prefix="PET_STORE_X",
            overlays=("fix.yaml", "more/*.yaml"),
            include=Filter(paths=("/v1/**",), schemas=("Pet*",)),
            exclude=Filter(tags=("internal",), operations=("GET /v1/health",), webhooks=("old*",)),
            pagination={
                "*": PaginationConfig(items="data", offset="start", total="meta.total", more="more", first=1),
                "GET /pets/{id}": PaginationConfig(none=True),
                "listPets": PaginationConfig(token="next", parameter="cursor", more="more"),
                "listOwners": PaginationConfig(last="id", parameter="after"),
                "GET /a": PaginationConfig(items="", page="page", pages="pages", more="more", first=0),
                "GET /b": PaginationConfig(next_url="links.next"),
                "GET /c.json": PaginationConfig(link=True),
            },
        ),
        ClientConfig(name="other-one", sources=("c",), package_dir=Path("other_one"), names={}, env_prefix="OTHER_ONE"),
    )


def test_webhook_scheme_and_its_overrides(tmp_path: Path) -> None:
    """How webhooks are signed: a scheme that is known, what differs from it, and where the secret is."""
    (client,) = configure(tmp_path, WEBHOOKS + "scheme = 'standard'\nid_header = 'x-id'\ntolerance = 60\n")
    assert client.webhooks == WebhookSignatureConfig(
        signature_header="webhook-signature: v1,",
        signed_content="{id}.{timestamp}.{body}",
        timestamp_header="webhook-timestamp",
        id_header="x-id",
        encoding="base64",
        secret_encoding="base64",
        tolerance=60,
        env="PETS_WEBHOOK_SECRET",
    )
    (client,) = configure(tmp_path, SIGNED + "algorithm = 'sha1'\nenv = 'KEY'\n")
    assert client.webhooks == WebhookSignatureConfig(signature_header="X-Signature: v1=", algorithm="sha1", env="KEY")


def test_nearest_file_above_counts_and_paths_become_relative(tmp_path: Path) -> None:
    """The nearest file with a table for us counts, and its paths are made relative to here."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(CLIENT)
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'inner'\n")
    client = read_config(below)[0]
    assert (client.sources, client.package_dir) == (("../../pets.json",), Path("../../out/pets"))


def test_missing_configuration_says_how_to_write_one(tmp_path: Path) -> None:
    """Without a configuration, the message says how to write one and how to do without."""
    with pytest.raises(DiagnosticError) as caught:
        read_config(tmp_path)
    assert caught.value.diagnostic.code == "not-configured"
    assert "--output" in str(caught.value.diagnostic.hint)


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("[tool.fledge.clients.pets]\nsauce = 1\n", "2:1", "did you mean `source`?"),
        ("[project]\nname='x'\n\n[tool.fledge]\nclient = 1\n", "5:1", "did you mean `clients`?"),
        ("[tool.fledge]\nclients.pets.sauce = 1\n", "2:1", "did you mean `source`?"),
        ("[tool.fledge]\n", "1:1", "configures no client"),
        ("[tool.fledge]\nclients = 1\n", "2:1", "`clients` must be a table"),
        ("[tool]\nfledge = 1\n", "2:1", "`fledge` must be a table"),
        ("[tool.fledge.clients]\npets = 1\n", "2:1", "`pets` must be a table"),
        ("[tool.fledge.clients.pets]\noutput = '.'\n", "1:1", "lacks `source`"),
        ("[tool.fledge.clients.pets]\nsource = 'a'\n", "1:1", "lacks `output`"),
        (
            "[tool.fledge.clients.pets]\noutput = '.'\nsource = [1]\n",
            "3:1",
            "`source` must be a file, folder or glob",
        ),
        (
            "[tool.fledge.clients.pets]\noutput = '.'\nsource = []\n",
            "3:1",
            "`source` must be a file, folder or glob",
        ),
        (CLIENT + "package = 'a-b'\n", "4:1", "cannot be called `a-b`"),
        (CLIENT + "package = 'import'\n", "4:1", "a keyword of Python"),
        (CLIENT + "  env_prefix = 'A B'\n", "4:3", "`env_prefix` must be a prefix of letters, digits and _"),
        (CLIENT + "names = 'x'\n", "4:1", "`names` must be a table"),
        (CLIENT + "[tool.fledge.clients.pets.names]\na = 1\n", "5:1", "`a` must be a Python name"),
        (CLIENT + "[tool.fledge.clients.pets.names]\n'Pet' = 'my pet'\n", "5:1", "`my pet` cannot be a name"),
        (CLIENT + "names = {'GET /pets' = 'pets.import'}\n", "4:1", "`pets.import` cannot be a name"),
        (CLIENT + "[tool.fledge.clients.'a b']\n", "4:1", "cannot be called 'a b'"),
        (CLIENT + "pagination = 1\n", "4:1", "`pagination` must be a table"),
        (CLIENT + PAGES + "a = true\n", "5:1", "`a` must be false, or a table such as"),
        (CLIENT + PAGES + "'GET /a/{b}' = {}\n", "5:1", "exactly one of `token`, `last`, `page`"),
        (CLIENT + PAGES + "a = { page = 'a', offset = 'b' }\n", "5:1", "exactly one of"),
        (
            CLIENT + PAGES + "a = { page = 'a', totals = 'b' }\n",
            "5:1",
            "there is no key `totals` in [tool.fledge.clients.pets.pagination.a]",
        ),
        (CLIENT + PAGES + "a = { page = 'a', mores = 'b' }\n", "5:1", "did you mean `more`?"),
        (
            CLIENT + PAGES + "a = { offset = 'a', pages = 'b' }\n",
            "5:1",
            "the keys are: offset, items, total, more, first",
        ),
        (CLIENT + PAGES + "a = { token = 'a' }\n", "5:1", "the pagination of `a` lacks `parameter`"),
        (CLIENT + PAGES + "a = { link = false }\n", "5:1", "`link` must be true"),
        (CLIENT + PAGES + "a = { page = 1 }\n", "5:1", "`page` must be a string that is not empty"),
        (CLIENT + PAGES + "a = { page = '' }\n", "5:1", "`page` must be a string that is not empty"),
        (CLIENT + PAGES + "a = { page = 'a', first = true }\n", "5:1", "`first` must be an integer"),
        (
            CLIENT + CLIENT.replace("pets]", "zoo]") + "package = 'pets'\n",
            "4:1",
            "both be written into out/pets",
        ),
        (CLIENT + "overlays = 'fix.yaml'\n", "4:1", "`overlays` must be an array of files"),
        (CLIENT + "include = ['pets']\n", "4:1", "`include` must be a table"),
        (CLIENT + "exclude = { tag = ['pets'] }\n", "4:1", "did you mean `tags`?"),
        (
            CLIENT + "[tool.fledge.clients.pets.include]\npaths = '/v1/**'\n",
            "5:1",
            "`paths` must be an array of patterns",
        ),
        (CLIENT + "testing = 1\n", "4:1", "`testing` must be true or false"),
        (CLIENT + 'aiohttp = "yes"\n', "4:1", "`aiohttp` must be true or false"),
        (CLIENT + "webhooks = 1\n", "4:1", "`webhooks` must be a table"),
        (CLIENT + "security = 'token'\n", "4:1", "`security` must be a table of security schemes"),
        (SECURITY + "token = 'http'\n", "5:1", "`token` must be a table such as"),
        (SECURITY + "token = { type = 'magic' }\n", "5:1", "`type` must be `apiKey`, `http`"),
        (SECURITY + "token = { typ = 'http' }\n", "5:1", "did you mean `type`?"),
        (SECURITY + "a = { type = 'http' }\nkey = { type = 'apiKey' }\n", "6:1", "`key` lacks `in`"),
        (SECURITY + "key = { type = 'http', in = 'query' }\n", "5:1", "of the type `http` has no key `in`"),
        (SECURITY + "'my key' = { type = 'http' }\n", "5:1", "a security scheme cannot be called 'my key'"),
        (SECURITY + "o = { type = 'oauth2' }\n", "5:1", "`o` lacks `flows`"),
        (SECURITY + "o = { type = 'oauth2', flows = { password = { } } }\n", "5:1", "lacks `tokenUrl`"),
        (
            SECURITY + "o = { type = 'oauth2', flows = { authorizationCode = { tokenUrl = '/t' } } }\n",
            "5:1",
            "lacks `authorizationUrl`",
        ),
        (WEBHOOKS + "key = 'x'\n", "5:1", "there is no key `key`"),
        (WEBHOOKS, "4:1", "lacks `signature_header`"),
        (WEBHOOKS + "scheme = 'github'\n", "5:1", '`scheme` must be "standard"'),
        (WEBHOOKS + "signature_header = ''\n", "5:1", "`signature_header` must be the name of a header"),
        (WEBHOOKS + "signature_header = 'a b'\n", "5:1", "`signature_header` must be the name of a header"),
        (SIGNED + "algorithm = 'md5'\n", "6:1", "`algorithm` must be `sha1`, `sha256`, `sha384` or `sha512`"),
        (SIGNED + "encoding = 'utf-8'\n", "6:1", "`encoding` must be `hex` or `base64`"),
        (SIGNED + "secret_encoding = 'whsec_MfKQ'\n", "6:1", "`secret_encoding` must be `text` or `base64`"),
        (SIGNED + "env = 'A B'\n", "6:1", "`env` must be the name of an environment variable"),
        (SIGNED + "signed_content = '{body}{time}'\n", "6:1", "cannot hold {time}"),
        (SIGNED + "signed_content = '{url}'\n", "6:1", "every body would be accepted"),
        (
            SIGNED + "signed_content = '{timestamp}{body}'\n",
            "4:1",
            "`timestamp_header` and {timestamp} in `signed_content` need each other",
        ),
        (SIGNED + "timestamp_header = 't'\n", "6:1", "only signed values prove anything"),
        (SIGNED + "id_header = 'i'\n", "6:1", "`id_header` and {id} in `signed_content` need each other"),
        (SIGNED + "tolerance = 5\n", "6:1", "`tolerance` needs `timestamp_header`"),
        (WEBHOOKS + "scheme = 'standard'\ntolerance = 0\n", "6:1", "`tolerance` must be a number of seconds"),
        (WEBHOOKS + "scheme = 'standard'\ntolerance = inf\n", "6:1", "`tolerance` must be a number of seconds"),
        (WEBHOOKS + "scheme = 'standard'\ntolerance = true\n", "6:1", "`tolerance` must be a number of seconds"),
        ("[tool.fledge\n", "1:13", "this is not valid TOML"),
        ("a = 1\nb = = 2\n", "2:5", "this is not valid TOML"),
        ("a = '''\n", "1:8", "this is not valid TOML"),
    ],
)
def test_fault_has_a_line_and_a_message(tmp_path: Path, content: str, place: str, message: str) -> None:
    """Whatever is wrong is said with its place."""
    shown = fault_text(tmp_path, content)
    assert f"--> pyproject.toml:{place}\n" in shown
    assert message in shown


@pytest.mark.parametrize(
    ("source", "name"),
    [("pets.json", "pets"), ("a/My API.v2.yaml", "my_api"), ("specs/bird-x/", "bird_x"), ("./pets", "pets")],
)
def test_package_is_named_after_its_source(source: str, name: str) -> None:
    """Without a name, a package is called like its source, and its variables are, too, without `_API`."""
    client = client_from_arguments([source], "out", None)
    assert (client.name, client.package_dir) == (name, Path("out") / name)
    assert client.env_prefix == name.upper().removesuffix("_API")


@pytest.mark.parametrize("source", ["*.md", "/", "1.json", "class.json", "漢.json"])
def test_source_without_a_name_needs_package(source: str) -> None:
    """A source that no package can be called like needs one."""
    with pytest.raises(DiagnosticError) as caught:
        client_from_arguments([source], "out", None)
    assert "--package" in str(caught.value.diagnostic.hint)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("signature", "signature_header"),
        ("signed", "signed_content"),
        ("timestamp", "timestamp_header"),
        ("id", "id_header"),
        ("secret", "secret_encoding"),
    ],
)
def test_old_key_of_webhooks_leads_to_the_new_one(tmp_path: Path, old: str, new: str) -> None:
    """A key that was renamed is unknown, and the hint has its new name."""
    text = fault_text(tmp_path, f"{SIGNED}{old} = 'x'\n")
    assert f"there is no key `{old}` in [tool.fledge.clients.pets.webhooks]" in text
    assert f"`{new}`" in text.partition("did you mean ")[2]


def test_all_faults_are_reported_at_once(tmp_path: Path) -> None:
    """Faults of several keys and clients are one report, each at its own line."""
    text = fault_text(
        tmp_path,
        "[tool.fledge.clients.pets]\n"
        "sauce = 'a'\n"
        "output = 1\n"
        "testing = 'yes'\n"
        "include = ['a']\n"
        "[tool.fledge.clients.zoo]\n"
        "source = 'b'\n"
        "output = '.'\n"
        "package = 'class'\n"
        "[tool.fledge.clients.zoo.pagination]\n"
        "listPets = { page = 1 }\n",
    )
    for line, message in (
        (2, "did you mean `source`?"),
        (3, "`output` must be the folder"),
        (4, "`testing` must be true or false"),
        (5, "`include` must be a table"),
        (9, "a keyword of Python"),
        (11, "`page` must be a string"),
    ):
        assert f"--> pyproject.toml:{line}:" in text
        assert message in text
    assert text.count("error[") == 6
