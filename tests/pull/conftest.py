"""A project whose client has an upstream, and the server that it is on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fledge.pull import fetcher
from tests.cli.conftest import Outcome, Project, project  # a fixture
from tests.pull.server import Site, serve

Pull = Callable[..., Outcome]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An empty site; nothing waits before it asks again, and the cache is empty."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setattr(fetcher, "_WAITS", (0.0, 0.01))
    site, server = serve()
    yield site
    server.shutdown()
    server.server_close()


@pytest.fixture
def pull(project: Project, site: Site) -> Pull:
    """Pull from an upstream, which is given as TOML with URL for the server's address; further lines of the client."""

    def run(upstream: str, *arguments: str, source: str = "specs/boats", more: str = "") -> Outcome:
        (project.folder / "pyproject.toml").write_text(
            f'[tool.fledge.clients.boats]\nsource = "{source}"\noutput = "generated"\n'
            f"upstream = {upstream.replace('URL', site.url)}\n{more}",
        )
        return project.run("pull", *arguments)

    return run


@pytest.fixture
def specs(project: Project) -> Path:
    """The folder that is pulled into."""
    return project.folder / "specs" / "boats"


def names(folder: Path) -> list[str]:
    """The files of a folder that are no records."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return sorted(path.relative_to(folder).as_posix() for path in found)
