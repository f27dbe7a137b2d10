"""Which files of this machine a description can make Fledge read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from tests.loader.conftest import Loaded, api

SECRET = {"type": "string", "description": "secret"}


def refers_to(reference: str) -> dict[str, Any]:
    return api(components={"schemas": {"A": {"$ref": reference}}})


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """`outside/secret.json`, and a project beside it with `specs/pulled` and `specs/shared.json`."""
    pulled = tmp_path / "project" / "specs" / "pulled"
    pulled.mkdir(parents=True)
    (tmp_path / "project" / "pyproject.toml").write_text("")
    (tmp_path / "project" / "specs" / "shared.json").write_text(json.dumps({"type": "integer"}))
    (pulled / "beside.json").write_text(json.dumps({"type": "integer"}))
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.json").write_text(json.dumps(SECRET))
    (pulled / "link.json").symlink_to(tmp_path / "outside" / "secret.json")
    (pulled / "linked").symlink_to(tmp_path / "outside")
    return tmp_path


def run(machine: Path, reference: str, **options: Any) -> Loaded:
    """Load a description in `specs/pulled` that has one reference."""
    (machine / "project" / "specs" / "pulled" / "api.json").write_text(json.dumps(refers_to(reference)))
    report = DiagnosticCollector()
    spec = load(["specs/pulled/api.json"], report, base=machine / "project", **options)
    return Loaded(result=spec, report=report)


def is_read(loaded: Loaded) -> bool:
    return loaded.codes == [] and loaded.spec.resolve("/components/schemas/A")[1].get("type") is not None


@pytest.mark.parametrize("is_pulled", [False, True])
@pytest.mark.parametrize(
    "reference",
    [
        "{outside}/secret.json",
        "file://{outside}/secret.json",
        "file:{outside}/secret.json",
        "FILE://{outside}/secret.json",
        "../../../outside/secret.json",
        "..%2f..%2f..%2foutside%2fsecret.json",
        "..\\..\\..\\outside\\secret.json",
        "linked/../../../../outside/secret.json",
        "link.json",
        "linked/secret.json",
        "{outside}/missing.json",
        "/etc/passwd",
        "/dev/stdin",
        "/proc/self/environ",
    ],
)
def test_a_reference_does_not_lead_out_of_the_project(machine: Path, reference: str, is_pulled: bool) -> None:
    """Whatever its spelling, such a reference is any value, and Fledge does not say whether the file exists."""
    loaded = run(machine, reference.format(outside=machine / "outside"), roots=(), is_pulled=is_pulled)
    is_escaped = "%" in reference or "\\" in reference  # such a name can be one of a file in the folder
    assert loaded.codes == ["reference-unresolved" if is_escaped else "reference-outside"]
    assert "secret" not in json.dumps(loaded.spec.root)


def test_a_pulled_description_reads_its_own_folder_only(machine: Path) -> None:
    """What others publish does not read the files of the project around it; what lies beside it was pulled, too."""
    assert is_read(run(machine, "beside.json", roots=(), is_pulled=True))
    assert run(machine, "../shared.json", roots=(), is_pulled=True).codes == ["reference-outside"]


def test_a_local_description_reads_the_project(machine: Path) -> None:
    """A description of the project may be made of files in all of its folders, wherever Fledge is called."""
    assert is_read(run(machine, "../shared.json"))
    assert is_read(run(machine, "../shared.json", roots=()))


def test_roots_of_the_configuration_are_read(machine: Path) -> None:
    """`roots` are relative to the project, and allow the targets of symbolic links."""
    for reference in ("../../../outside/secret.json", "link.json", "linked/secret.json"):
        assert is_read(run(machine, reference, roots=("../outside",), is_pulled=True))
    assert run(machine, "../../../outside/secret.json", roots=("../out",)).codes == ["reference-outside"]


def test_a_page_does_not_link_to_a_description_outside(machine: Path) -> None:
    """The tags of GitBook's sources follow the same rule."""
    description = machine / "outside" / "boats.json"
    description.write_text(json.dumps(api(paths={"/a": {"get": {"responses": {}}}})))
    pages = machine / "project" / "specs" / "pulled"
    (pages / "api.json").write_text(json.dumps(api()))
    (pages / "page.md").write_text(f'{{% openapi src="{description}" path="/a" method="get" %}}\n{{% endopenapi %}}\n')
    report = DiagnosticCollector()
    spec = load(["specs/pulled"], report, base=machine / "project", is_pulled=True, roots=())
    messages = {each.code: each.message for each in report}
    assert "outside of" in messages["page-document"] and set(messages) == {"page-document", "source-skipped"}
    assert spec is not None and spec.root["paths"] == {}
