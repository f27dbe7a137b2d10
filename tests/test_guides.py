"""The how-to pages: what they say to create and to run is created and run, and what they show can be read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from fledge.config.pyproject import read_config
from tests.conftest import ROOT
from tests.pages import blocks, play

DOCS = ROOT / "docs"
PLAYED = {"fastapi": 4, "undescribed-webhooks": 2, "several-clients": 5, "publishing": 3, "library": 5}
"""Pages whose commands are run, and how many these are."""

OTHERS = ("scheduled-pull", "docker", "troubleshooting", "from-openapi-python-client", "from-openapi-generator")


@pytest.mark.slow
@pytest.mark.parametrize("name", PLAYED)
def test_pages_that_are_followed(name: str, tmp_path: Path) -> None:
    """From an empty folder to the end of the page."""
    assert play(DOCS / f"{name}.md", tmp_path / "project", tmp_path / "bin") == PLAYED[name]


@pytest.mark.parametrize("name", [*PLAYED, *OTHERS])
def test_blocks_can_be_read(name: str, tmp_path: Path) -> None:
    """Python compiles, YAML and TOML parse, and a configuration of Fledge is one."""
    for block in blocks((DOCS / f"{name}.md").read_text(encoding="utf-8")):
        where = f"{name}.md:{block.line}"
        match block.language:
            case "python":
                compile(block.text, where, "exec")
            case "yaml":
                assert isinstance(yaml.safe_load(block.text), dict), where
            case "toml":
                assert "fledge" in tomllib.loads(block.text)["tool"], where
                (tmp_path / "pyproject.toml").write_text(block.text, encoding="utf-8")
                assert read_config(tmp_path), where


def test_the_workflow_pulls_before_it_generates() -> None:
    """The report compares what the package was generated from with what was pulled."""
    [workflow] = [yaml.safe_load(block.text) for block in blocks((DOCS / "scheduled-pull.md").read_text())]
    runs = [step.get("run", "").split()[:2] for step in workflow["jobs"]["pull"]["steps"]]
    commands = [run[1] for run in runs if run[:1] == ["fledge"]]
    assert commands == ["pull", "diff", "generate"]


@pytest.mark.parametrize("name", ["from-openapi-python-client", "from-openapi-generator"])
def test_what_the_tables_name_exists(name: str) -> None:
    """Each method and name of a generated client that a table promises is in Bird's client or its runtime."""
    rows = re.findall(r"^\|[^|]+\|([^|]+)\|$", (DOCS / f"{name}.md").read_text(encoding="utf-8"), re.MULTILINE)
    words = {
        word for row in rows for span in re.findall(r"`([^`]+)`", row) for word in re.findall(r"[A-Za-z_]{4,}", span)
    }
    folders = [ROOT / "generator" / "fledge" / "runtime", ROOT / "generated" / "bird_conversations"]
    source = "\n".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py"))
    promised = words & {
        *(
            "AsyncClient",
            "with_raw_response",
            "with_streaming_response",
            "from_dict",
            "to_dict",
            "from_json",
            "to_json",
        ),
        *("UNSET", "additional_properties", "APIStatusError", "NotFoundError", "extra_headers", "base_url", "body"),
    }
    assert len(promised) > 5
    for word in promised:
        assert re.search(rf"\b{word}\b", source), word
