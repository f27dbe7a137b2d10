"""The pages are true to the repository: links, anchors, files, folders, commands, keys and codes of diagnostics."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fledge.config.keys import PAGINATION_KEYS
from fledge.diagnostics.codes import diagnostic_codes
from fledge.diff.rules import RULES
from fledge.ir import PAGINATION_KINDS
from fledge.writer.plan import FileStatus
from fledge.writer.unified_diff import VERDICTS
from tests.cli.conftest import Project, project
from tests.conftest import ROOT

__all__ = ["project"]

PACKAGE = ROOT / "generator" / "fledge"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "specs" / "README.md"]
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
OF_FLEDGE = ["CONTRIBUTING.md", "docs/architecture.md", "docs/benchmarks.md", "docs/proof.md"]
"""The pages about Fledge's own code: a path in them is one of the repository."""

FOLDERS = ("generator", "templates", "tests", "generated/bird_conversations")


def text_of(name: str) -> str:
    """The text of a page."""
    return (ROOT / name).read_text(encoding="utf-8")


def anchors(page: Path) -> list[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("name", NAMES)
def test_links(name: str) -> None:
    """Each relative link of a page leads to a file, and each anchor to one heading in it."""
    page = ROOT / name
    for link in re.findall(r"\]\(([^)\s]+)\)", text_of(name)):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        assert target.exists(), link
        assert not anchor or anchors(target).count(anchor) == 1, link


@pytest.mark.parametrize("name", NAMES)
def test_each_page_of_docs_is_linked(name: str) -> None:
    """The README leads to each page, at once."""
    if name != "README.md":
        assert f"]({name})" in text_of("README.md")


@pytest.mark.parametrize("name", NAMES)
def test_tables_end(name: str) -> None:
    """A blank line ends each table: Markdown shows the line that follows one as a row of it."""
    text = re.sub(r"^```.*?^```$", "", text_of(name), flags=re.DOTALL | re.MULTILINE)
    assert not re.findall(r"^\|.*\n(?!\||\n).+", text, re.MULTILINE)


def spans(name: str) -> list[str]:
    """The code spans of a page, outside of its code blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text_of(name), flags=re.DOTALL | re.MULTILINE))


def exists(path: str) -> bool:
    """Whether a path, from the root or the end of one, is in the repository; `<name>` stands for any name."""
    pattern = re.sub(r"<\w+>", "*", path.strip("/"))
    return any(ROOT.glob(pattern)) or any(any((ROOT / folder).glob(f"**/{pattern}")) for folder in FOLDERS)


@pytest.mark.parametrize("name", NAMES)
def test_modules(name: str) -> None:
    """Each Python file that a page names is there: of Fledge, of its tests, of Bird's client, or made by the page."""
    created = set(re.findall(r"\bCreate `(.+)`:$", text_of(name), re.MULTILINE))
    for span in spans(name):
        if re.fullmatch(r"[\w./<>*-]+\.py", span) and span not in created:
            assert exists(span), span


@pytest.mark.parametrize("name", OF_FLEDGE)
def test_paths(name: str) -> None:
    """Each folder and file that a page about Fledge's code names is there."""
    for span in spans(name):
        if "/" in span and re.fullmatch(r"[\w./<>-]+", span):
            assert exists(span), span


@pytest.mark.parametrize("name", NAMES)
def test_modules_to_run(name: str) -> None:
    """Each `python -m MODULE` of a page names a module, and each `pytest PATH` a test."""
    for module in re.findall(r"python -m ((?:tests|fledge)[\w.]*)", text_of(name)):
        path = module.rstrip(".").replace(".", "/")
        candidates = [ROOT / f"{path}.py", ROOT / path / "__main__.py", ROOT / "generator" / path / "__main__.py"]
        assert module.endswith(".NAME") or any(each.exists() for each in candidates), module
    for path in re.findall(r"pytest(?: -\w+(?: \d)?)* (tests/[\w/.]+)", text_of(name)):
        assert (ROOT / path).exists(), path


def test_the_map_has_each_room() -> None:
    """docs/architecture.md has a row for each folder of the package, and no other."""
    rows = re.findall(r"^\| `(\w+)/` \|", text_of("docs/architecture.md"), re.MULTILINE)
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert sorted(rows) == sorted(folders)


def test_recipes_are_short() -> None:
    """No recipe of CONTRIBUTING.md touches more than five files of the generator: where one would, the design is wrong."""
    recipes = text_of("CONTRIBUTING.md").partition("\n## Recipes\n")[2].partition("\n## ")[0].split("\n### ")[1:]
    assert len(recipes) >= 7
    for recipe in recipes:
        assert len({*re.findall(r"`generator/fledge/([\w/.<>]+\.py)`", recipe)}) <= 5, recipe.partition("\n")[0]


def test_each_command_is_documented() -> None:
    """docs/commands.md has a row for each command of `fledge --help`, and no other."""
    command = [sys.executable, "-m", "fledge", "--help"]
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT / "generator").stdout
    documented = set(re.findall(r"^\| `fledge (\w+)", text_of("docs/commands.md"), re.MULTILINE))
    assert documented == set(re.findall(r"^    (\w+)  ", printed, re.MULTILINE))


@pytest.mark.parametrize("command", ["generate", "check", "pull", "validate", "diff", "inspect", "init"])
def test_each_option_is_documented(command: str) -> None:
    """Each long option of a command, and each of its choices, is in the README or a page."""
    arguments = [sys.executable, "-m", "fledge", command, "--help"]
    printed = subprocess.run(
        arguments, capture_output=True, encoding="utf-8", check=True, cwd=ROOT / "generator"
    ).stdout
    spans_of_pages = " ".join(span for name in NAMES for span in spans(name))
    options = set(re.findall(r"(--[a-z-]+)", printed)) - {"--help"}
    choices = {choice for group in re.findall(r"\{([a-z,]+)\}", printed) for choice in group.split(",")}
    for word in (*options, *choices):
        assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", spans_of_pages), word


def test_each_key_of_the_lock_is_documented() -> None:
    """docs/configuration.md has each key of a lock, and no other."""
    section = text_of("docs/configuration.md").partition("\n## The lock\n")[2]
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", section, re.MULTILINE)
    lock = json.loads((ROOT / "generated" / "bird_conversations" / "fledge.lock").read_text(encoding="utf-8"))
    assert sorted(key for row in rows for key in re.findall(r"\w+", row)) == sorted(lock)


def test_each_key_of_pagination_is_documented() -> None:
    """docs/pagination.md has each key of a table `pagination`."""
    section = text_of("docs/pagination.md").partition("\n## In the configuration\n")[2]
    assert {key.name for key in PAGINATION_KEYS} <= {*re.findall(r"`(\w+)(?: = true)?`", section)}


def test_each_kind_of_pagination_is_documented() -> None:
    """docs/pagination.md has a rule for each kind, by the word that `fledge inspect --json` prints."""
    rows = re.findall(r"^\| \d+ \| ([^|]+) \|", text_of("docs/pagination.md"), re.MULTILINE)
    words = {word for row in rows for word in row.strip().lower().split(", ")}
    assert words == {kind.kind for kind in PAGINATION_KINDS}


def test_each_status_of_a_file_is_documented() -> None:
    """docs/inspect.md has the values of `change` and `verdict`, and no others."""
    page = text_of("docs/inspect.md")
    values = {
        (command, key): set(row.replace("`", "").split(", "))
        for command, key, row in re.findall(r"`(\w+)`: `path` and `(\w+)` \(([^)]+)\)", page)
    }
    assert values["generate", "change"] == {*FileStatus}
    assert values["check", "verdict"] == {*VERDICTS.values()}
    assert values["pull", "change"] < {*FileStatus} | {"removed"}


# --- samples of output


def blocks(name: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(name), re.DOTALL | re.MULTILINE)


def test_the_sample_of_init(project: Project) -> None:
    """docs/configuration.md shows the output of `fledge init`. With FLEDGE_ACCEPT=1, it is written into the page."""
    (project.folder / "pyproject.toml").write_text("")
    command, output = blocks("docs/configuration.md", "console")[0].split("\n", 1)
    outcome = project.run(*command.removeprefix("$ fledge ").split())
    if os.environ.get("FLEDGE_ACCEPT"):
        page = ROOT / "docs" / "configuration.md"
        page.write_text(page.read_text(encoding="utf-8").replace(output, outcome.out, 1), encoding="utf-8")
        output = outcome.out
    assert outcome.out == output, outcome.err


def test_the_sample_of_a_diagnostic() -> None:
    """docs/diagnostics.md shows a diagnostic of the tour, whose commands are run by another test."""
    assert blocks("docs/diagnostics.md", "text")[0] in text_of("docs/bird.md")


def test_the_sample_of_inspect() -> None:
    """docs/inspect.md shows a part of the output for Bird's client, and documents its keys."""
    command = [sys.executable, "-m", "fledge", "inspect", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT, env=environment)
    printed, sample = json.loads(done.stdout), json.loads(blocks("docs/inspect.md", "json")[0])
    for part in ("operations", "models"):
        (shown,) = sample[part]
        assert shown in printed[part]
        printed[part] = sample[part]
    assert {**printed, "diagnostics": []} == sample
    version_1 = text_of("docs/inspect.md").partition("## Example")[0]
    keys = {
        key
        for row in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", version_1, re.MULTILINE)
        for key in row.split("`")[1::2]
    }
    assert {*sample, *sample["operations"][0]} <= keys


# --- diagnostics

SEVERITIES = ("error", "warning", "note")
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PRINTED = re.compile(r"error\[([a-z-]+)\]")
_FACTORIES = (
    "error",
    "warning",
    "note",
    "add",
    "DiagnosticError",
    "NameConflictError",
    "UnresolvedReference",
    "error_at",
    "fault",
    "report_error",
    "ParseError",
)
"""Functions and classes that take the code of a diagnostic."""


def codes() -> Iterator[tuple[str, str]]:
    """Yield each code in the source and its severity. `*` in a code replaces an expression of an f-string."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if PACKAGE / "runtime" in path.parents:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                factory = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if factory in _FACTORIES and (code := _code(factory, node)):
                    yield code, _severity(factory, node)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                for code in _PRINTED.findall(node.value):
                    yield code, "error"


def _code(factory: str, node: ast.Call) -> str | None:
    """Return the code: `code=`, the first argument, or the second one of `add(severity, code, ...)`."""
    args = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
    args = args or (node.args[1:2] if factory == "add" else node.args[:1] if len(node.args) > 1 else [])
    match args:
        case [ast.Constant(value=str(text))]:
            pass
        case [ast.JoinedStr(values=values)]:
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in values)
        case _:
            return None
    return text if CODE.fullmatch(text.replace("*", "x")) else None


def _severity(factory: str, node: ast.Call) -> str:
    """Return the severity; empty if only the run decides it."""
    if factory == "add":
        return node.args[0].attr.lower() if isinstance(node.args[0], ast.Attribute) else ""
    return factory if factory in SEVERITIES else "error" if node.args else ""


def documented() -> dict[str, str]:
    """Return the codes and severities of the table."""
    rows = [(each.code, each.severity) for each in diagnostic_codes()]
    assert len(rows) == len(dict(rows)), "a code is documented twice"
    return dict(rows)


def test_the_page_of_diagnostics_has_the_table() -> None:
    """docs/diagnostics.md has the rows of `codes.toml` below their sections; FLEDGE_ACCEPT=1 writes them."""
    page = ROOT / "docs" / "diagnostics.md"
    text = page.read_text(encoding="utf-8")
    head, *sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    rows: dict[str, str] = {}
    for each in diagnostic_codes():
        row = f"| `{each.code}` | {each.severity} | {each.meaning} | {each.action} |\n"
        rows[each.group] = rows.get(each.group, "") + row
    assert list(rows) == [section[3 : section.index("\n")] for section in sections]
    written = head + "".join(
        re.sub(r"(?<=\| --- \|\n)(?:\|.*\n)*", lambda _: rows[group], section, count=1)
        for group, section in zip(rows, sections, strict=True)
    )
    if os.environ.get("FLEDGE_ACCEPT"):
        page.write_text(written, encoding="utf-8")
        text = written
    assert text == written


def test_pages_of_codes_exist() -> None:
    """What `fledge rules` prints as the place of a code is a section of a page."""
    for page in {each.page for each in diagnostic_codes()} | {f"rules.md#{rule.code}" for rule in RULES}:
        name, _, anchor = page.partition("#")
        assert anchors(ROOT / "docs" / name).count(anchor) == 1, page


def _matches(code: str, name: str) -> bool:
    return re.fullmatch(re.escape(code).replace(r"\*", "[a-z-]+"), name) is not None


def test_each_code_is_documented() -> None:
    """The table has each code of the source, with its severity."""
    rows = documented()
    for code, severity in codes():
        names = [name for name in rows if _matches(code, name)]
        assert names, f"{code} is missing in diagnostics/codes.toml"
        assert any(severity in rows[name] for name in names), f"{code} is {severity}"


def test_each_documented_code_exists() -> None:
    """The table has no code that the source lacks."""
    current = [code for code, _ in codes()]
    for name in documented():
        assert any(
            _matches(code, name) for code in current
        ), f"{name} no longer exists: remove it from diagnostics/codes.toml"
