"""`fledge diff` as a user runs it: what is compare_documents, what is printed, and the exit codes."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.conftest import DESCRIPTION, Project, generated, project
from tests.diff.description import modified, put

__all__ = ["generated", "project"]  # fixtures

PET = "components schemas Pet"
BREAKING = (put(f"{PET} properties name type", "integer"),)
COMPATIBLE = (put(f"{PET} properties age", {"type": "integer"}),)
PAGE = {"name": "page", "in": "query", "schema": {"type": "string"}}
PROSE = (put("info description", "All about pets."),)


def git(folder: Path, *arguments: str) -> None:
    """Run Git, whatever the machine's own settings are."""
    settings = (
        "user.name=Somebody",
        "user.email=somebody@example.com",
        "init.defaultBranch=main",
        "commit.gpgsign=false",
    )
    options = [part for one in settings for part in ("-c", one)]
    subprocess.run(["git", *options, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str = "change") -> None:
    git(folder, "add", ".")
    git(folder, "commit", "-m", message, "--allow-empty")


@pytest.fixture
def repository(generated: Project) -> Project:
    """A project whose client was generated and committed."""
    git(generated.folder, "init")
    commit(generated.folder)
    return generated


def written(project: Project, name: str, *steps: object) -> str:
    (project.folder / name).write_text(json.dumps(modified(*steps, of=DESCRIPTION), indent=1))
    return name


@pytest.mark.parametrize(
    ("steps", "verdict", "codes"),
    [
        ((), "none", (0, 0, 0)),
        (PROSE, "patch", (0, 0, 1)),
        (COMPATIBLE, "minor", (0, 1, 1)),
        (BREAKING, "major", (1, 1, 1)),
    ],
)
def test_the_exit_code_depends_on_the_limit(
    project: Project, steps: tuple[object, ...], verdict: str, codes: tuple[int, ...]
) -> None:
    """0 whatever is found, but with --fail-on."""
    new = written(project, "new.json", *steps)
    outcome = project.run("diff", "specs/pets.json", new, "--format", "json")
    assert (outcome.code, outcome.json["clients"][0]["verdict"]) == (0, verdict)
    for limit, code in zip(("breaking", "minor", "any"), codes):
        outcome = project.run("diff", "specs/pets.json", new, "--fail-on", limit)
        assert outcome.code == code, limit


def test_allowed_changes(project: Project) -> None:
    """A change that the configuration allows is told with its reason, and is no failure; others still are."""
    new = written(project, "new.json", *BREAKING)
    configuration = project.folder / "pyproject.toml"
    before = configuration.read_text()
    arguments = ("diff", "specs/pets.json", new, "--fail-on", "breaking")
    assert project.run(*arguments).code == 1
    for key in ("type-changed", "type-changed Pet.name", "type-changed Pet.*", "type-changed *"):
        configuration.write_text(f'{before}\n[tool.fledge.diff.allow]\n"{key}" = "Names were never text."\n')
        outcome = project.run(*arguments)
        assert outcome.code == 0 and "      allowed: Names were never text." in outcome.out, key
        assert "major: breaks callers" in outcome.out
    for key in ("field-removed", "type-changed Pet", "type-changed Pets.name"):
        configuration.write_text(f'{before}\n[tool.fledge.diff]\nallow = {{ "{key}" = "x" }}\n')
        assert project.run(*arguments).code == 1, key


def test_an_allowance_of_no_rule(project: Project) -> None:
    """Each command that reads the configuration says so, beside its other faults."""
    table = '[tool.fledge.diff.allow]\n"operation-remved client.pets.*" = "x"\n'
    configuration = project.folder / "pyproject.toml"
    configuration.write_text(f"{configuration.read_text()}sourc = 1\n{table}")
    for command in ("generate", "check", "validate"):
        outcome = project.run(command)
        assert outcome.code == 2 and "there is no key `sourc`" in outcome.err, command
        assert "there is no rule `operation-remved`" in outcome.err and "`operation-removed`" in outcome.err, command


def test_an_allowance_of_an_operation(project: Project) -> None:
    """It may name a call with its argument, or method and path; the other formats show the reason, too."""
    new = written(project, "new.json", put("paths /pets/{petId} get parameters 1", {**PAGE, "required": True}))
    configuration = project.folder / "pyproject.toml"
    before = configuration.read_text()
    for subject in ("client.pets.get(page=)", "GET /pets/{petId}", "GET *", "client.*"):
        allow = f'[tool.fledge.diff]\nallow = {{ "parameter-added-required {subject}" = "Agreed." }}\n'
        configuration.write_text(f"{before}\n{allow}")
        assert project.run("diff", "specs/pets.json", new, "--fail-on", "breaking").code == 0, subject
    markdown = project.run("diff", "specs/pets.json", new, "--format", "markdown").out
    assert (
        "<details><summary>Breaking changes that are allowed</summary>" in markdown and "Allowed: `Agreed.`" in markdown
    )
    assert "### Breaking changes" not in markdown
    assert "Allowed: `Agreed.`" in project.run("diff", "specs/pets.json", new, "--format", "changelog").out
    (client,) = project.run("diff", "specs/pets.json", new, "--format", "json").json["clients"]
    assert [each["allowed"] for each in client["changes"]] == ["Agreed."]


@pytest.mark.parametrize(
    ("allow", "problem"),
    [
        ('"type-chnged" = "x"', "did you mean `type-changed`"),
        ('"type-changed" = " "', "`type-changed` must be a reason"),
        ('"type-changed" = 1', "`type-changed` must be a reason"),
    ],
)
def test_a_wrong_allowance_is_an_error_at_its_line(project: Project, allow: str, problem: str) -> None:
    """Neither a rule that does not exist nor a missing reason passes a gate silently."""
    with (project.folder / "pyproject.toml").open("a") as file:
        file.write(f"\n[tool.fledge.diff.allow]\n{allow}\n")
    outcome = project.run("diff", "specs/pets.json", written(project, "new.json", *BREAKING))
    assert outcome.code == 2 and problem in outcome.err and "pyproject.toml:9:1" in outcome.err, outcome.err


def test_two_files(project: Project) -> None:
    """Each change has its places in both documents, and the verdict is last."""
    outcome = project.run("diff", "specs/pets.json", written(project, "new.json", *BREAKING))
    assert outcome.out == (
        "Breaking:\n"
        "  `Pet.name` changed its type from `str` to `int` [types, wire; response]\n"
        "      specs/pets.json:52:6 -> new.json:52:6 (type-changed)\n"
        "\n"
        "specs/pets.json -> new.json: major: breaks callers (1 breaking change)\n"
    )
    lines = (project.folder / "specs" / "pets.json").read_text().splitlines()
    assert lines[51][5:].startswith('"name": {')


def test_a_change_of_many_calls_is_listed_once(project: Project) -> None:
    """Calls that each declare the same header are one entry of the text, and several of the JSON."""
    header = {"name": "Version", "in": "header", "schema": {"type": "string", "default": "1"}}
    responses = {"200": {"description": "Fine."}}
    old = modified(
        *(
            put(f"paths /{name}", {"get": {"tags": ["pets"], "parameters": [header], "responses": responses}})
            for name in "abc"
        ),
        of=DESCRIPTION,
    )
    gone = {"410": {"description": "Gone."}}
    new = modified(
        *(put(f"paths /{name} get parameters 0 schema default", "2") for name in "abc"),
        *(put(f"paths /{name} get responses", {**responses, **gone}) for name in "abc"),
        of=old,
    )
    for name, content in (("old.json", old), ("new.json", new)):
        (project.folder / name).write_text(json.dumps(content, indent=1))
    outcome = project.run("diff", "old.json", "new.json")
    assert [line for line in outcome.out.splitlines() if ".json:" not in line] == [
        "Compatible:",
        "  client.pets.get_a and 2 more: response 410 was added",
        "      also client.pets.get_b, client.pets.get_c",
        "  client.pets.get_a(version=) and 2 more: header parameter `Version` changed its default from `1` to `2`",
        "      also client.pets.get_b(version=), client.pets.get_c(version=)",
        "",
    ]
    (client,) = project.run("diff", "old.json", "new.json", "--format", "json").json["clients"]
    assert len(client["changes"]) == 6, "each with its place"


def test_several_clients(repository: Project) -> None:
    """Each comparison says of which client it is."""
    configuration = repository.folder / "pyproject.toml"
    again = '[tool.fledge.clients.cats]\nsource = "specs/pets.json"\noutput = "generated"\n'
    configuration.write_text(configuration.read_text() + again)
    assert repository.run("generate").code == 0
    written(repository, "specs/pets.json", *COMPATIBLE)
    lines = [line for line in repository.run("diff").out.splitlines() if not line.startswith(" ")]
    end = "HEAD -> working tree: minor: nothing breaks for callers (1 compatible change)"
    assert lines == ["pets:", "", "Compatible:", "", f"pets: {end}", "cats:", "", "Compatible:", "", f"cats: {end}"]
    lines = repository.run("diff", "--format", "markdown").out.splitlines()
    assert "## API changes of `cats`: minor: nothing breaks for callers (1 compatible change)" in lines
    assert repository.run("diff", "cats").out.startswith("Compatible:")


@pytest.mark.parametrize(
    ("file", "options", "begins"),
    [
        ("diff.html", [], "<!doctype html>"),
        ("diff.MD", [], "## API changes"),
        ("diff.txt", [], "Compatible:"),
        ("diff.html", ["--format", "text"], "Compatible:"),
    ],
)
def test_the_suffix_of_a_report_is_its_format(project: Project, file: str, options: list[str], begins: str) -> None:
    """Unless `--format` says another one."""
    new = written(project, "new.json", *COMPATIBLE)
    outcome = project.run("diff", "specs/pets.json", new, "--output", file, *options)
    assert outcome.code == 0 and f"wrote {file}" in outcome.out + outcome.err
    assert (project.folder / file).read_text(encoding="utf-8").lower().startswith(begins.lower())


def test_json_is_no_file(project: Project) -> None:
    """A report called `.json` that holds a text would break the program that reads it."""
    outcome = project.run("diff", "specs/pets.json", "specs/pets.json", "--output", "diff.json")
    assert outcome.code == 2 and "JSON goes to stdout" in outcome.err and not (project.folder / "diff.json").exists()


def test_json(project: Project) -> None:
    """The form that docs/diff.md describes, key by key."""
    outcome = project.run("diff", "specs/pets.json", written(project, "new.json", *COMPATIBLE), "--format", "json")
    (client,) = outcome.json["clients"]
    (change,) = client["changes"]
    page = (Path(__file__).parents[2] / "docs" / "diff.md").read_text(encoding="utf-8").partition("--format json`\n")[2]
    documented = {
        key for row in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", page, re.MULTILINE) for key in re.findall(r"\w+", row)
    }
    assert {*change, *client} - {"client", "target", "diagnostics", "operations", "models"} == documented
    assert change == {
        "code": "field-added",
        "level": "minor",
        "types": False,
        "wire": False,
        "effects": [{"direction": "response", "types": False, "wire": False}],
        "subject": "Pet.age",
        "more": [],
        "document": "property age",
        "message": "`Pet.age` was added",
        "before": None,
        "after": "age: int, optional",
        "calls": ["client.pets.get"],
        "allowed": None,
        "old": None,
        "new": {"file": "new.json", "line": 55, "column": 6, "pointer": "/components/schemas/Pet/properties/age"},
    }


def test_a_revision_of_git(repository: Project) -> None:
    """A path at a revision is read as it was, with what it refers to, and its places say so."""
    folder = repository.folder
    shared = {"type": "object", "properties": {"name": {"type": "string"}}}
    (folder / "specs" / "parts").mkdir()
    (folder / "specs" / "parts" / "pet.json").write_text(json.dumps(shared, indent=1))
    repository.describe(modified(put(PET, {"$ref": "parts/pet.json"}), of=DESCRIPTION))
    commit(folder)
    shared["properties"] = {"name": {"type": "integer"}}
    (folder / "specs" / "parts" / "pet.json").write_text(json.dumps(shared, indent=1))
    commit(folder)
    outcome = repository.run("diff", "HEAD~1:specs/pets.json", "HEAD:specs/pets.json")
    assert "`Pet.name` changed its type from `str` to `int` [types, wire; response]" in outcome.out
    assert "HEAD~1:specs/parts/pet.json:4:3 -> HEAD:specs/parts/pet.json:4:3" in outcome.out
    outcome = repository.run("diff", "HEAD~2:specs", "./specs")
    assert "HEAD~2:specs/pets.json:" in outcome.out and " -> specs/parts/pet.json:" in outcome.out


def test_a_revision_from_a_folder_below(repository: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with `git show`, a path is from the top unless it begins with a dot."""
    monkeypatch.chdir(repository.folder / "specs")
    assert repository.run("diff", "HEAD:specs/pets.json", "pets.json").code == 0
    assert repository.run("diff", "HEAD:./pets.json", "pets.json").code == 0


def test_a_client_is_compared_with_what_it_was_generated_from(repository: Project) -> None:
    """The lock's digests are looked for in Git: later commits that were not generated from play no part."""
    repository.describe(modified(*BREAKING, of=DESCRIPTION))
    commit(repository.folder, "a description from which nothing was generated")
    repository.describe(modified(*COMPATIBLE, of=DESCRIPTION))
    outcome = repository.run("diff")
    assert outcome.out.splitlines()[1] == "  `Pet.age` was added"
    assert re.fullmatch(r"\w+ -> working tree: minor: .*", outcome.out.splitlines()[-1])
    assert repository.run("generate").code == 0
    outcome = repository.run("diff", "pets")
    assert (outcome.code, outcome.err.splitlines()[0]) == (
        0,
        "note[diff-from-head]: no revision has the sources that `pets` was generated from; Fledge compares with HEAD",
    )
    commit(repository.folder)
    assert repository.run("diff").out == "HEAD -> working tree: nothing changed for callers\n"


def test_overlays_are_compared_as_they_were_and_are(repository: Project) -> None:
    """A correction is a change of the client like any other; the description that was need not fit what is for the new."""
    configuration = repository.folder / "pyproject.toml"
    before = configuration.read_text()
    configuration.write_text(f'{before}overlays = ["fixes/*.yaml"]\n')
    fixes = repository.folder / "fixes"
    fixes.mkdir()
    head = "overlay: 1.0.0\ninfo: {title: Fixes, version: '1'}\nactions:\n"
    age = "  - target: $.components.schemas.Pet.properties\n    update: {age: {type: integer}}\n"
    (fixes / "a.yaml").write_text(head + age)
    added = repository.run("diff", "pets")
    assert added.code == 0 and "`Pet.age` was added" in added.out and "fixes/a.yaml:5:14" in added.out, added.err
    assert repository.run("generate").code == 0
    commit(repository.folder)
    assert repository.run("diff", "pets").code == 0
    assert "age" not in repository.run("diff", "pets").out
    repository.describe(modified(put("tags", [{"name": "later"}]), of=DESCRIPTION))
    later = "  - target: $.tags\n    update: {name: more}\n"
    (fixes / "b.yaml").write_text(head + later)
    (fixes / "a.yaml").write_text(head + age.replace("age", "years"))
    compared = repository.run("diff", "pets")
    assert compared.code == 0 and "Pet.age" in compared.out and "Pet.years" in compared.out, compared.err
    both = repository.run("diff", "HEAD:specs/pets.json", "specs/pets.json", "--client", "pets")
    assert both.code == 0 and "age" not in both.out and "years" not in both.out, both.err


def test_names_of_a_client_are_kept(repository: Project) -> None:
    """With --client, names are those of its configuration and lock."""
    path = repository.folder / "pyproject.toml"
    path.write_text(path.read_text() + '[tool.fledge.clients.pets.names]\n"getPet" = "fetch"\n')
    new = written(repository, "new.json", put("paths /pets/{petId} get operationId", "readPet"))
    outcome = repository.run("diff", "specs/pets.json", new, "--client", "pets", "--format", "json")
    (change,) = outcome.json["clients"][0]["changes"]
    assert (change["code"], change["subject"]) == ("operation-id-changed", "client.pets.fetch")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nothing.json", "specs/pets.json"), "error[source-missing]"),
        (("nowhere:specs/pets.json", "specs/pets.json"), "error[revision-unknown]"),
        (("HEAD", "specs/pets.json"), "name the path of the description, too: HEAD:PATH"),
        (("--help:specs/pets.json", "specs/pets.json"), "usage"),
        (("HEAD:nothing.json", "specs/pets.json"), "error[source-missing]"),
        (("cats",), "error[unknown-client]"),
        (("a", "b", "c"), "error[usage]"),
        (("specs/pets.json",), "fledge diff HEAD:specs/pets.json specs/pets.json"),
        (("a", "b", "--client", "cats"), "error[unknown-client]"),
        (("--client", "pets"), "error[usage]"),
    ],
)
def test_bad_input(repository: Project, arguments: tuple[str, ...], says: str) -> None:
    """2, and what to do."""
    outcome = repository.run("diff", *arguments)
    assert (outcome.code, outcome.out) == (2, "") and says in outcome.err, outcome.err


def test_a_broken_description_is_shown_where_it_is(repository: Project) -> None:
    """Its faults have the place at the revision."""
    repository.describe("{")
    commit(repository.folder)
    outcome = repository.run("diff", "HEAD:specs/pets.json", "specs/pets.json")
    assert outcome.code == 2 and "--> HEAD:specs/pets.json:1:" in outcome.err


def test_without_git(generated: Project) -> None:
    """What was generated from is not known then."""
    outcome = generated.run("diff")
    assert outcome.code == 2 and "error[diff-without-history]" in outcome.err
    assert "fledge diff OLD NEW" in outcome.err


def test_one_file_is_compared_with_the_last_commit_that_has_it(
    repository: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command that is proposed works, and none is where there is no such commit."""
    for folder, name in (("specs", "pets.json"), (".", "specs/pets.json")):
        monkeypatch.chdir(repository.folder / folder)
        command = repository.run("diff", name).err.partition("last commit: ")[2].splitlines()[0]
        assert repository.run(*shlex.split(command)[1:]).code == 0, command
    new = written(repository, "new.json")
    outcome = repository.run("diff", new)
    assert outcome.code == 2 and "HEAD" not in outcome.err and "fledge diff OLD NEW" in outcome.err


def test_one_file_without_git(generated: Project) -> None:
    """There is no last commit."""
    outcome = generated.run("diff", "specs/pets.json")
    assert outcome.code == 2 and "HEAD" not in outcome.err and "fledge diff OLD NEW" in outcome.err


def test_markdown_holds_what_documents_say_as_text(project: Project) -> None:
    """Names and prose end no cell and no code, and mention nobody."""
    nasty = "a|b `c` <img src=x> @somebody\n# no"
    old = written(project, "old.json", put(f"{PET} properties name description", "x"))
    new = written(
        project,
        "new.json",
        put(f"{PET} properties {nasty.replace(' ', '_')}", {"type": "string", "description": nasty}),
        put(f"{PET} properties name description", nasty),
        put("info title", nasty),
    )
    out = project.run("diff", old, new, "--format", "markdown").out
    for line in out.splitlines():
        bare = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", line)
        assert "@" not in bare and "<" not in re.sub(r"</?(details|summary)>", "", bare), line
    assert "## API changes: minor" in out


def test_a_url_is_fetched(project: Project) -> None:
    """Who names a URL wants it, without its host being configured."""
    served = written(project, "served.json", *COMPATIBLE)
    folder = str(project.folder)
    handler = partial(SimpleHTTPRequestHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{served}"
        outcome = project.run("diff", "specs/pets.json", address)
        assert "`Pet.age` was added" in outcome.out and f"(none) -> {address}:55:6" in outcome.out
        assert project.run("diff", "specs/pets.json", f"{address}.gone").code == 2
        server.shutdown()


def test_standard_input_twice(project: Project) -> None:
    """It can be read once, so that it is one of the two sources."""
    outcome = project.run("diff", "-", "-")
    assert outcome.code == 2 and "OLD and NEW cannot both be standard input" in outcome.err


def test_one_source_without_a_configuration(project: Project) -> None:
    """What is missing is the other source."""
    (project.folder / "pyproject.toml").unlink()
    outcome = project.run("diff", "specs/pets.json")
    assert outcome.code == 2 and "diff needs OLD and NEW, and specs/pets.json is one source" in outcome.err
    assert "error[not-configured]" in project.run("diff", "pets").err


@pytest.mark.parametrize("arguments", [(), ("specs/pets.json", "specs/pets.json")])
def test_a_configuration_that_does_not_exist(project: Project, arguments: tuple[str, ...]) -> None:
    """Each command says it alike."""
    outcome = project.run("diff", *arguments, "--config", "none.toml")
    assert outcome.code == 2 and "error[not-configured]: there is no file none.toml" in outcome.err
