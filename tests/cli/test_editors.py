"""What editors, shells and services get: a JSON Schema, completion, SARIF; and runs that follow an editor."""

from __future__ import annotations

import copy
import functools
import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from email.message import Message
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from fledge.diagnostics.codes import diagnostic_codes
from fledge.diff.rules import RULES
from tests.cli.conftest import CONFIGURATION, DESCRIPTION, Project
from tests.conftest import ROOT

SCHEMA = ROOT / "generator" / "fledge" / "config" / "schema.json"


def test_schema_is_what_the_wheel_carries(project: Project) -> None:
    """`fledge schema` prints it, and a file of the package has it; FLEDGE_ACCEPT=1 writes the file."""
    outcome = project.run("schema")
    if os.environ.get("FLEDGE_ACCEPT"):
        SCHEMA.write_text(outcome.out, encoding="utf-8")
    assert outcome.code == 0
    assert outcome.out == SCHEMA.read_text(encoding="utf-8")
    jsonschema.Draft7Validator.check_schema(json.loads(outcome.out))


@pytest.mark.parametrize(
    ("client", "is_valid"),
    [
        ({"source": "a.json", "output": "out"}, True),
        ({"source": ["a.json"], "output": "out", "testing": True, "names": {"getPet": "pets.get"}}, True),
        ({"source": "a.json", "output": "out", "upstream": "https://api.example.com/openapi.json"}, True),
        ({"source": "a.json", "output": "out", "upstream": {"site": "https://api.example.com"}}, True),
        ({"source": "a.json", "output": "out", "pagination": {"listPets": False, "x": {"page": "p"}}}, True),
        ({"source": "a.json"}, False),
        ({"source": [], "output": "out"}, False),
        ({"source": "a.json", "output": "out", "testing": "yes"}, False),
        ({"source": "a.json", "output": "out", "sauce": "a.json"}, False),
        ({"source": "a.json", "output": "out", "upstream": "ftp://x"}, False),
        ({"source": "a.json", "output": "out", "include": ["pets"]}, False),
    ],
)
def test_schema_judges_as_the_reader_does(project: Project, client: dict[str, Any], is_valid: bool) -> None:
    """What an editor marks is what `fledge` would refuse."""
    schema = json.loads(project.run("schema").out)
    assert jsonschema.Draft7Validator(schema).is_valid({"clients": {"pets": client}}) is is_valid
    lines = "\n".join(f"{key} = {toml(value)}" for key, value in client.items())
    (project.folder / "pyproject.toml").write_text(f"[tool.fledge.clients.pets]\n{lines}\n")
    assert ("config-" not in project.run("validate").err) is is_valid


def toml(value: Any) -> str:
    """A value as TOML spells it."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml(item)}' for key, item in value.items())} }}"
    return json.dumps(value)


def test_sarif(project: Project) -> None:
    """Code scanning gets the code, the level, the message with its hint, and the place."""
    broken = copy.deepcopy(DESCRIPTION)
    broken["paths"]["/pets/{petId}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"] = "#/x"
    project.describe(broken)
    outcome = project.run("validate", "--format", "sarif")
    assert (outcome.code, outcome.err) == (0, "")
    [run] = outcome.json["runs"]
    assert outcome.json["version"] == "2.1.0"
    result = next(each for each in run["results"] if each["ruleId"] == "reference-unresolved")
    assert result["level"] == "warning"
    assert "#/x does not exist" in result["message"]["text"]
    [location] = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "specs/pets.json"}
    assert location["physicalLocation"]["region"]["startLine"] > 1
    rule = next(each for each in run["tool"]["driver"]["rules"] if each["id"] == "reference-unresolved")
    assert rule["shortDescription"]["text"] == "The target of a `$ref` does not exist."
    assert rule["help"]["text"] == "Correct the reference; the hint suggests one."
    assert rule["defaultConfiguration"] == {"level": "warning"} and "helpUri" not in rule


def test_sarif_of_a_package_that_is_out_of_date(project: Project) -> None:
    """A failing check says which files are meant, in this format as well."""
    assert project.run("generate").code == 0
    assert project.run("check", "--format", "sarif").json["runs"][0]["results"] == []
    (project.folder / "generated" / "pets" / "errors.py").write_text("x = 1\n")
    outcome = project.run("check", "--format", "sarif")
    [run] = outcome.json["runs"]
    [result] = run["results"]
    assert outcome.code == 1 and [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["package-stale"]
    assert result["message"]["text"] == "generated/pets/errors.py: edited by hand"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "generated/pets/errors.py"}


def test_sarif_links_to_the_documentation(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the distribution states the address of its documentation, each rule leads to its section."""
    stated = Message()
    stated["Project-URL"] = "Documentation, https://docs.example.com/fledge/"
    monkeypatch.setattr("importlib.metadata.metadata", lambda name: stated)
    [run] = project.run("validate", "specs/gone.json", "--format", "sarif").json["runs"]
    [rule] = run["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://docs.example.com/fledge/diagnostics.html#sources"
    assert rule["helpUri"] in project.run("rules", "source-missing").out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_has_a_script_for_each_shell(project: Project, shell: str) -> None:
    """The script asks `fledge` itself what may come next."""
    outcome = project.run("completion", shell)
    assert outcome.code == 0
    assert "_ARGCOMPLETE" in outcome.out and "fledge" in outcome.out


def test_bash_completes_commands_and_options(tmp_path: Path) -> None:
    """As the script of bash asks for them."""
    for line, expected in (
        ("fledge gen", "generate"),
        ("fledge diff --fa", "--fail-on"),
        ("fledge check --format s", "sarif"),
    ):
        environment = {
            **os.environ,
            "_ARGCOMPLETE": "1",
            "COMP_LINE": line,
            "COMP_POINT": str(len(line)),
            "_ARGCOMPLETE_STDOUT_FILENAME": str(tmp_path / "out"),
            "_ARGCOMPLETE_IFS": "\n",
        }
        subprocess.run([sys.executable, "-m", "fledge"], env=environment, cwd=tmp_path, check=True)
        assert expected in (tmp_path / "out").read_text().split()[0]


@pytest.fixture
def shell_environment() -> dict[str, str]:
    """An environment in which shells find Fledge, and write no escape sequences."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "TERM": "dumb"}


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
@pytest.mark.parametrize(
    ("line", "expected"), [("fledge gen", "generate"), ("fledge rules operation-remov", "operation-removed")]
)
def test_fish_completes(
    project: Project, tmp_path: Path, shell_environment: dict[str, str], line: str, expected: str
) -> None:
    """The shell itself asks the script."""
    (tmp_path / "script").write_text(project.run("completion", "fish").out)
    command = ["fish", "--no-config", "-c", f"source {tmp_path}/script; complete -C '{line}'"]
    done = subprocess.run(command, env=shell_environment, cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.split()[0] == expected, done


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh")
def test_zsh_completes(project: Project, tmp_path: Path, shell_environment: dict[str, str]) -> None:
    """The shell itself asks the script, when Tab is pressed."""
    import pty

    (tmp_path / "script").write_text(project.run("completion", "zsh").out)
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(tmp_path)
        os.execvpe("zsh", ["zsh", "-f", "-i"], shell_environment)
    shown = ""
    for typed, expected in (
        ("autoload -U compinit; compinit -u -D; source ./script; echo rea''dy\n", "ready"),
        ("fledge gen\t", "generate "),
        ("\x15fledge rules operation-remov\t", "operation-removed "),
    ):
        os.write(terminal, typed.encode())
        end = time.monotonic() + 60
        while expected not in shown:
            assert time.monotonic() < end and select.select([terminal], [], [], 60)[0], shown
            shown += os.read(terminal, 10_000).decode(errors="replace")
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)


def test_rules(project: Project) -> None:
    """Each change with what it breaks and each diagnostic; or all about a code, and a wrong one leads to the right one."""
    changes, _, diagnostics = project.run("rules").out.partition("\n\ndiagnostics (docs/diagnostics.md):\n\n")
    assert [line.split()[0] for line in changes.splitlines()[2:]] == [rule.code for rule in RULES]
    assert [line.split()[0] for line in diagnostics.splitlines()] == [each.code for each in diagnostic_codes()]
    removed, missing = project.run("rules", "operation-removed", "source-missing").out.split("\n\n")
    assert removed.startswith(
        "operation-removed: a change that `fledge diff` reports (client: breaks types and the wire)"
    )
    assert removed.endswith("\n  docs/rules.md#operation-removed")
    assert missing.splitlines() == [
        "source-missing: error",
        "  The file or folder does not exist, or the glob matches no file.",
        "  help: Correct the name; the hint suggests one.",
        "  docs/diagnostics.md#sources",
    ]
    assert "did you mean `operation-removed`" in project.run("rules", "operation-remove").err
    assert "did you mean `document-invalid`" in project.run("rules", "document-inavlid").err


def test_standard_input(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is a source: places in it are those of the text, and the package is the one of the file."""
    project.run("generate", "specs/pets.json", "--output", "a", "--package", "pets")
    with (project.folder / "specs" / "pets.json").open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        outcome = project.run("generate", "-", "-o", "b", "--package", "pets")
    assert outcome.code == 0, outcome.err
    one, other = ({path.name: path.read_bytes() for path in (project.folder / each).rglob("*.py")} for each in "ab")
    assert one == other
    with (project.folder / "pyproject.toml").open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        outcome = project.run("validate", "-")
    assert outcome.code == 2 and "--> -:1" in outcome.err


def test_report_in_a_file(project: Project) -> None:
    """`diff --output` writes UTF-8 whatever the terminal's encoding, and nothing after an error."""
    changed = copy.deepcopy(DESCRIPTION)
    changed["components"]["schemas"]["Pet"]["properties"]["größe"] = {"type": "integer"}
    (project.folder / "new.json").write_text(json.dumps(changed))
    outcome = project.run("diff", "specs/pets.json", "new.json", "--format", "markdown", "-o", "out/report.md")
    assert (outcome.code, outcome.out) == (0, ""), outcome.err
    assert "wrote out/report.md" in outcome.err
    assert "größe" in (project.folder / "out" / "report.md").read_text(encoding="utf-8")
    outcome = project.run("diff", "specs/pets.json", "gone.json", "-o", "other.md")
    assert outcome.code == 2 and not (project.folder / "other.md").exists()
    (project.folder / "folder").mkdir()
    outcome = project.run("diff", "specs/pets.json", "new.json", "-o", "folder")
    assert outcome.code == 2 and "error[output-unwritable]: cannot write folder" in outcome.err


def test_watch(project: Project) -> None:
    """Each change of a source is generated when it is saved; Ctrl-C ends it quietly."""
    process = subprocess.Popen(
        [sys.executable, "-m", "fledge", "generate", "--watch"],
        cwd=project.folder,
        stderr=subprocess.PIPE,
        text=True,
        # Whoever runs the tests may ignore it.
        preexec_fn=functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stderr is not None
    try:
        assert any("watching" in line for line in iter(process.stderr.readline, ""))
        assert (project.package / "models" / "pet.py").is_file()
        changed = copy.deepcopy(DESCRIPTION)
        changed["components"]["schemas"]["Pet"]["properties"]["nickname"] = {"type": "string"}
        time.sleep(0.01)  # file systems round the time of a change
        project.describe(changed)
        assert any("watching" in line for line in iter(process.stderr.readline, ""))
        assert "nickname" in (project.package / "models" / "pet.py").read_text()
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=30)[1]
    assert process.returncode == 130
    assert rest.strip() == "fledge: interrupted"


@pytest.mark.parametrize(
    ("arguments", "environment", "has_color"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_color(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    has_color: bool,
) -> None:
    """By option, else by NO_COLOR and FORCE_COLOR, else only on a terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    outcome = project.run("validate", "specs/gone.json", *arguments)
    assert ("\x1b[" in outcome.err) is has_color
    assert "error[source-missing]" in re.sub(r"\x1b\[[0-9;]*m", "", outcome.err)


def test_own_configuration_file(project: Project) -> None:
    """A fledge.toml has the tables of [tool.fledge] without that prefix; problems point into it; `init` adds to it."""
    (project.folder / "pyproject.toml").write_text('[project]\nname = "shop"\n')
    own = project.folder / "fledge.toml"
    own.write_text(CONFIGURATION.partition("\n\n")[2].replace("tool.fledge.", ""))
    assert project.run("generate").code == 0
    assert (project.package / "fledge.lock").is_file()
    own.write_text('[clients.pets]\nsource = "specs/pets.json"\noutput = "generated"\ntesting = "yes"\nsauce = 1\n')
    outcome = project.run("generate")
    assert outcome.code == 2
    assert "fledge.toml:4:1" in outcome.err and "fledge.toml:5:1" in outcome.err
    assert "there is no key `sauce` in [clients.pets]" in outcome.err
    own.write_text("klients = 1\n")
    assert "there is no key `klients` at the top" in project.run("generate").err
    own.write_text("")
    assert "add a table [clients.NAME]" in project.run("generate").err
    outcome = project.run("init", "specs/pets.json", "--yes", "--name", "animals", "--output", "out")
    assert outcome.code == 0, outcome.err
    assert own.read_text().startswith("[clients.animals]\n")
    assert (project.folder / "out" / "animals" / "fledge.lock").is_file()


def test_two_configurations(project: Project) -> None:
    """Which one counts is not guessed."""
    (project.folder / "fledge.toml").write_text("[clients]\n")
    outcome = project.run("generate")
    assert outcome.code == 2
    assert "error[config-twice]" in outcome.err and "[clients.NAME] in fledge.toml" in outcome.err
