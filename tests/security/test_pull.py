"""Hostile sites, and repositories that lead a pull astray: 18 of them."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from fledge.loader.sources import http
from tests.cli.conftest import Project, project
from tests.pull.conftest import Pull, pull, site
from tests.pull.server import Site

__all__ = ["project", "pull", "site"]

DOCUMENT = json.dumps(
    {
        "openapi": "3.1.0",
        "info": {"title": "Boats", "version": "1"},
        "paths": {"/boats": {"get": {"operationId": "listBoats", "responses": {"200": {"description": "ok"}}}}},
    }
)
PAGE = f"# Boats\n\n```json\n{DOCUMENT}\n```\n"
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
SLOW = {
    "status line": (b"HTTP/1.1 200 O", b"K"),
    "headers": (OK, b"X-Slow: 1\r\n"),
    "interim responses": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "body": (OK + b"Content-Length: 100000\r\n\r\n", b" "),
    "chunk extension": (CHUNKED + b"5;x=", b"x"),
    "trailers": (CHUNKED + b"2\r\n{}\r\n0\r\n", b"X-Slow: 1\r\n"),
    "TLS handshake": (b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc", b"\x00"),
}


@pytest.fixture(params=SLOW)
def slow(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a server that never ends its response."""
    first, again = SLOW[request.param]
    server = socket.create_server(("127.0.0.1", 0))

    def respond() -> None:
        with suppress(OSError):
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(first)
                for _ in range(100):
                    connection.sendall(again)
                    time.sleep(0.05)

    threading.Thread(target=respond, daemon=True).start()
    scheme = "https" if "TLS" in request.param else "http"
    yield f"{scheme}://127.0.0.1:{server.getsockname()[1]}/openapi.json"
    server.close()


def test_a_text_has_a_deadline(slow: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However a host spends the time, a request ends when it is over."""
    monkeypatch.setattr(http, "DEADLINE", 0.5)
    monkeypatch.setenv("no_proxy", "*")
    begun = time.monotonic()
    with pytest.raises(http.FetchError, match="longer than"):
        http.request(slow, ["127.0.0.1"])
    assert time.monotonic() - begun < 3


def test_no_value_of_a_query_is_stored(pull: Pull, site: Site, project: Project) -> None:
    """The record of a folder is part of the repository; the next pull still knows its files."""
    site.put("/openapi.json?token=hunter2&v=1", DOCUMENT)
    assert pull('"URL/openapi.json?token=hunter2&v=1"').code == 0
    record = project.folder / "specs/boats/.fledge-pull.json"
    assert "hunter2" not in record.read_text() and "token" in record.read_text()
    again = pull('"URL/openapi.json?token=hunter2&v=1"')
    assert again.code == 0 and "hunter2" not in again.out + again.err


def test_a_password_is_not_shown(pull: Pull, site: Site) -> None:
    """An upstream with a password is refused, and the excerpt of the configuration hides it."""
    for url in ("http://user:hunter2@127.0.0.1/x", "https://hunter2@example.com/x", "http://u:hunter2@[::1]:8/"):
        outcome = pull(f'"{url}"')
        assert outcome.code != 0 and "hunter2" not in outcome.out + outcome.err


def test_a_bad_address_fails_only_itself(pull: Pull, site: Site, project: Project) -> None:
    """Addresses of an index that are none, or that no host can have, stop nothing."""
    bad = [
        "http://[::1/b.md",
        "http://127.0.0.1:99999/c.md",
        "//[/d.md",
        "http://%zz/e.md",
        "/f%00.md",
        "http://:0/g.md",
    ]
    links = "".join(f"- [Bad]({address})\n" for address in bad)
    site.put("/llms.txt", f"# Docs\n\n{links}- [Boats]({site.url}/boats.md)\n")
    site.put("/boats.md", PAGE)
    outcome = pull('{ site = "URL/llms.txt" }')
    assert outcome.code == 0, outcome.err
    assert (project.folder / "specs/boats/boats.md").is_file()


@pytest.mark.parametrize("source", ["specs/boats", "specs/boats.json", "specs/linked/boats.json"])
def test_nothing_is_written_through_a_link(
    pull: Pull, site: Site, project: Project, tmp_path: Path, source: str
) -> None:
    """A link of the repository does not choose which file of the user is replaced."""
    site.put("/openapi.json", DOCUMENT)
    outside = tmp_path / "outside"
    outside.mkdir()
    victim = outside / "boats.json"
    victim.write_text("mine")
    (project.folder / "specs").mkdir(exist_ok=True)
    if source.endswith("linked/boats.json"):
        (project.folder / "specs/linked").symlink_to(outside)
    else:
        (project.folder / source).symlink_to(victim if source.endswith(".json") else outside)
    outcome = pull('"URL/openapi.json"', source=source)
    assert outcome.code != 0 and "path-conflict" in outcome.err
    assert victim.read_text() == "mine" and [each.name for each in outside.iterdir()] == ["boats.json"]


@pytest.mark.parametrize(
    "record", ["", "[]", "[" * 100_000, "9" * 5000, '{"files": {"../../victim": "http://x"}}', "pipe", "folder", "link"]
)
def test_a_record_that_is_none(pull: Pull, site: Site, project: Project, record: str) -> None:
    """A record that is broken, or no file, is none: the pull ends at once, and nothing outside is touched."""
    site.put("/openapi.json", DOCUMENT)
    victim = project.folder / "victim"
    victim.write_text("precious")
    folder = project.folder / "specs" / "boats"
    folder.mkdir()
    path = folder / ".fledge-pull.json"
    if record == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("Windows has no such pipes")
        os.mkfifo(path)
    elif record == "folder":
        path.mkdir()
    elif record == "link":
        path.symlink_to(victim)
    else:
        path.write_text(record)
    assert pull('"URL/openapi.json"').code == 0
    assert victim.read_text() == "precious" and (folder / "openapi.json").is_file()


def test_links_beside_pulled_files_stay(pull: Pull, site: Site, project: Project) -> None:
    """What was not pulled is kept as it is, also links to folders."""
    site.put("/openapi.json", DOCUMENT)
    folder = project.folder / "specs/boats"
    folder.mkdir(parents=True)
    (project.folder / "notes").mkdir()
    (project.folder / "notes/a.txt").write_text("mine")
    (folder / "notes").symlink_to(project.folder / "notes")
    assert pull('"URL/openapi.json"').code == 0
    assert (folder / "notes").is_symlink() and (folder / "notes/a.txt").read_text() == "mine"
